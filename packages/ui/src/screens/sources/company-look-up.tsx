// A number, a name or a place in, the companies that the registers in use have under it out.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceLookUp, RegisterLookUp, RegisterRow } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';

const ways = ['text', 'address', 'phone', 'domain'] as const;

interface Found extends Pick<RegisterLookUp, 'register' | 'standsAt' | 'complete' | 'isCutOff'> {
  readonly isReadable: boolean;
  readonly rows: readonly RegisterRow[];
  readonly count?: number;
}

export function CompanyLookUp() {
  const { t } = useWords();
  const [way, setWay] = useState<(typeof ways)[number]>('text');
  const [sought, setSought] = useState('');
  const ask = useMutation({
    mutationFn: async (): Promise<readonly Found[]> => {
      if (way === 'text') return (await api.companies(sought.trim())).registers.map(foundByText);
      return (await api.companiesAt({ [way]: sought.trim() })).registers.map(foundAtPlace);
    },
  });
  return (
    <Panel title={t('ui.look-up.title')} id="look-up">
      <form
        className="look-up"
        onSubmit={(event) => {
          event.preventDefault();
          if (sought.trim() !== '') ask.mutate();
        }}
      >
        <NativeSelect
          label={t('ui.look-up.by')}
          value={way}
          onChange={(event) => setWay(event.currentTarget.value as typeof way)}
          data={ways.map((value) => ({ value, label: t(`ui.look-up.${value}`) }))}
        />
        <TextInput
          className="grow"
          label={t('ui.look-up.sought')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={ask.isPending} disabled={sought.trim() === ''}>
          {t('ui.look-up.ask')}
        </Button>
      </form>
      {ask.isError && <Failure error={ask.error} />}
      <div aria-live="polite">
        {ask.data?.map((found) => (
          <Answer key={found.register} found={found} />
        ))}
      </div>
    </Panel>
  );
}

function Answer({ found }: { readonly found: Found }) {
  const { t, day, number, source: sourceName } = useWords();
  const { register, standsAt, complete, isCutOff, isReadable, rows, count } = found;
  return (
    <section className="look-up-answer">
      <h3>
        {sourceName(register)} <span className="quiet small">{t('ui.look-up.stands-at', { day: day(standsAt) })}</span>
      </h3>
      {!isReadable && <p className="quiet-p">{t('ui.look-up.unreadable')}</p>}
      {isReadable && rows.length === 0 && (
        <p className="quiet-p">{t(complete ? 'ui.look-up.none' : 'ui.look-up.none-incomplete')}</p>
      )}
      {count !== undefined && 0 < count && (
        <p className="quiet-p">{t('ui.look-up.at-address', { count: number(count) })}</p>
      )}
      <ul className="values">
        {rows.map((row) => (
          <li key={row.number}>
            <Data>{row.name}</Data> <Code>{row.number}</Code> <Data className="quiet">{addressOf(row)}</Data>{' '}
            {row.closedOn !== undefined && (
              <span className="warned">{t('ui.look-up.closed', { day: day(row.closedOn) })}</span>
            )}
          </li>
        ))}
      </ul>
      {isCutOff && <p className="quiet small">{t('ui.look-up.cut-off')}</p>}
    </section>
  );
}

function foundByText({ register, standsAt, complete, isCutOff, companies }: RegisterLookUp): Found {
  return { register, standsAt, complete, isCutOff, isReadable: true, rows: companies.map(({ fact }) => fact.current) };
}

function foundAtPlace({ register, standsAt, complete, isCutOff, isReadable, companies, count }: PlaceLookUp): Found {
  const rows = companies.map(({ current }) => current);
  return { register, standsAt, complete, isCutOff, isReadable, rows, ...(count !== undefined && { count }) };
}

/** As the register writes it. */
function addressOf({ prefecture = '', city = '', street = '', seat, addressAbroad }: RegisterRow): string {
  return seat?.full ?? addressAbroad ?? `${prefecture}${city}${street}`;
}
