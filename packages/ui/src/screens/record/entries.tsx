// What somebody seeks in the record in, its entries out, the newest first; what one seals is shown with whether it is what was sealed.
import { Button, NativeSelect, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { entryKinds } from '@sekisho/engine/model/record-entry.ts';
import type { EntryLine, SealedEntry, SoughtEntries } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useEntries, useEntry } from '../../queries.ts';
import { canProve, sealHolds } from './browser-proof.ts';

export function Entries() {
  const { t } = useWords();
  const [sought, setSought] = useState<SoughtEntries>({});
  const [open, setOpen] = useState<number>();
  const [settled] = useDebouncedValue(sought, 200);
  const { data, isPending, isError, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(settled);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('ui.record.entries')}>
      <EntryFilters sought={sought} seek={setSought} />
      {isPending && <Waiting lines={8} />}
      {isError && <Failure error={error} />}
      {data && items.length === 0 && <Nothing title={t('ui.record.none')} />}
      {0 < items.length && (
        <div className="table-frame">
          <Table aria-label={t('ui.record.entries')} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('ui.record.number')}</Table.Th>
                <Table.Th>{t('ui.record.at')}</Table.Th>
                <Table.Th>{t('ui.record.kind')}</Table.Th>
                <Table.Th>{t('ui.record.subject')}</Table.Th>
                <Table.Th>{t('ui.record.hash')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((entry) => (
                <EntryRow
                  key={entry.sequence}
                  entry={entry}
                  isOpen={open === entry.sequence}
                  toggle={() => setOpen(open === entry.sequence ? undefined : entry.sequence)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {hasNextPage && (
        <div className="form-foot">
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('ui.record.older')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function EntryFilters(props: { readonly sought: SoughtEntries; readonly seek: (sought: SoughtEntries) => void }) {
  const { t } = useWords();
  const { kind = '', subject = '', since = '', until = '' } = props.sought;
  const change = (name: keyof SoughtEntries, value: string) => {
    const { [name]: _, ...others } = props.sought;
    props.seek(value === '' ? others : { ...others, [name]: value });
  };
  return (
    <div className="filters">
      <NativeSelect
        label={t('ui.record.kind')}
        value={kind}
        onChange={(event) => change('kind', event.currentTarget.value)}
        data={[
          { value: '', label: t('ui.record.every-kind') },
          ...entryKinds.map((value) => ({ value, label: t(`ui.entry-kind.${value}`) })),
        ]}
      />
      <TextInput
        label={t('ui.record.subject')}
        value={subject}
        onChange={(event) => change('subject', event.currentTarget.value.trim())}
      />
      <TextInput
        type="date"
        label={t('ui.record.since')}
        value={since}
        onChange={(event) => change('since', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('ui.record.until')}
        value={until}
        onChange={(event) => change('until', event.currentTarget.value)}
      />
    </div>
  );
}

function EntryRow({
  entry,
  isOpen,
  toggle,
}: {
  readonly entry: EntryLine;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}) {
  const { t, moment, number } = useWords();
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <button type="button" className="link-button" aria-expanded={isOpen} onClick={toggle}>
            {number(entry.sequence)}
          </button>
        </Table.Td>
        <Table.Td>{moment(entry.at)}</Table.Td>
        <Table.Td>{t(`ui.entry-kind.${entry.kind}`)}</Table.Td>
        <Table.Td>
          <Data>{60 < entry.subject.length ? `${entry.subject.slice(0, 16)}…` : entry.subject}</Data>
        </Table.Td>
        <Table.Td>
          <Code>{entry.hash.slice(0, 12)}</Code>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <Sealed sequence={entry.sequence} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Sealed({ sequence }: { readonly sequence: number }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useEntry(sequence);
  const proof = useMutation({
    mutationFn: () => api.proof(sequence),
    onSuccess: (proven) =>
      saveFile(
        `entry-${String(sequence)}.json`,
        new Blob([JSON.stringify(proven, null, 2)], { type: 'application/json' }),
      ),
  });
  const view = useMutation({ mutationFn: (reason: string) => api.viewEntry(sequence, reason) });
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  const entry = view.data ?? data;
  return (
    <>
      {entry.isWithheld === true ? (
        <Withheld view={view.mutate} isPending={view.isPending} />
      ) : (
        <>
          <Seal entry={entry} />
          <pre className="policy-text" dir="ltr" tabIndex={0} aria-label={t('ui.record.payload')}>
            {entry.payload === undefined ? t('ui.record.erased') : readable(entry.payload)}
          </pre>
        </>
      )}
      {view.isError && <Failure error={view.error} />}
      <div className="form-foot">
        <Button size="xs" variant="default" loading={proof.isPending} onClick={() => proof.mutate()}>
          {t('ui.record.save-proof')}
        </Button>
      </div>
      {proof.isError && <Failure error={proof.error} />}
    </>
  );
}

/** What it seals says something of crimes: whoever sees it says why. */
function Withheld(props: { readonly view: (reason: string) => void; readonly isPending: boolean }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        props.view(reason.trim());
      }}
    >
      <p className="quiet quiet-p grow">{t('ui.record.withheld')}</p>
      <TextInput
        label={t('ui.decide.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={props.isPending} disabled={reason.trim() === ''}>
        {t('ui.hit.reveal')}
      </Button>
    </form>
  );
}

/** Worked out in the browser as well. */
function Seal({ entry }: { readonly entry: SealedEntry }) {
  const { t } = useWords();
  const held = useQuery({
    queryKey: ['seal', entry.hash],
    queryFn: async () => (await sealHolds(entry)) ?? null,
    enabled: canProve(),
    staleTime: Infinity,
  });
  if (typeof held.data !== 'boolean') return null;
  return (
    <Notice kind={held.data ? 'good' : 'bad'} role={held.data ? 'note' : 'alert'}>
      {t(held.data ? 'ui.record.seal-holds' : 'ui.record.seal-differs')}
    </Notice>
  );
}

/** Canonical JSON has no spaces: it is spread out for reading. */
function readable(payload: string): string {
  return JSON.stringify(JSON.parse(payload), null, 2);
}
