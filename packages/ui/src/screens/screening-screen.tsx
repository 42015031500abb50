// One name in, who of the lists in use it may be out: asked at once, kept nowhere, and no decision about anybody.
import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { ScreeningAnswer } from '../answers.ts';
import { api } from '../api.ts';
import { useKeys } from '../keys.ts';
import { useWords } from '../language/texts.tsx';
import { Icon } from '../parts/icons.tsx';
import { Opened } from '../parts/opened.tsx';
import { ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Data } from '../parts/words.tsx';
import '../style/case.css';
import { Accuracy } from './accuracy.tsx';
import { EntryFacts } from './case/entry-facts.tsx';
import { hitFields } from './case/hit-fields.ts';
import { NameReadings } from './case/name-readings.tsx';
import { Score } from './case/score.tsx';
import { SideBySide } from './case/side-by-side.tsx';

const schemata = ['LegalEntity', 'Person', 'Company', 'Organization', 'Vessel'] as const;

export function ScreeningScreen() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [schema, setSchema] = useState<(typeof schemata)[number]>('LegalEntity');
  const [birthDate, setBirthDate] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const question = { name: name.trim(), schema, ...(birthDate !== '' && { birthDate }) };
  const [asked] = useDebouncedValue(JSON.stringify(question), 220);
  const isAsked = 1 < question.name.length;
  const answer = useQuery({
    queryKey: ['screening', asked],
    queryFn: () => api.screen(JSON.parse(asked) as typeof question),
    enabled: isAsked && asked === JSON.stringify(question),
    placeholderData: keepPreviousData,
  });
  // what is said of crimes is told for a reason, which is sealed with who asked
  const view = useMutation({
    mutationFn: (given: string) =>
      api.screen({
        ...(JSON.parse(given) as typeof question),
        viewFor: t('ui.screening.view-reason', { name: question.name }),
      }),
  });
  const shown = view.isSuccess && view.variables === asked ? view.data : answer.data;
  useKeys([{ key: '/', text: 'ui.key.search', run: () => field.current?.focus() }]);
  return (
    <div className="screening">
      <ScreenHead title={t('ui.place.screen')} lead={t('ui.screening.lead')} />
      <div className="screening-box">
        <TextInput
          ref={field}
          size="lg"
          autoFocus
          className="grow"
          aria-label={t('ui.screening.name')}
          placeholder={t('ui.screening.name')}
          leftSection={<Icon name="screen" />}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          size="lg"
          aria-label={t('ui.field.schema')}
          value={schema}
          onChange={(event) => setSchema(event.currentTarget.value as typeof schema)}
          data={schemata.map((value) => ({ value, label: t(`ui.schema.${value}`) }))}
        />
        <TextInput
          size="lg"
          aria-label={t('ui.field.birth-date')}
          placeholder={t('ui.screening.birth-date')}
          value={birthDate}
          onChange={(event) => setBirthDate(event.currentTarget.value)}
        />
      </div>
      {isAsked && <NameReadings name={question.name} />}
      {!isAsked && <Nothing title={t('ui.screening.start')}>{t('ui.screening.start-hint')}</Nothing>}
      {!isAsked && (
        <Opened title={t('ui.accuracy.title')}>
          <Accuracy />
        </Opened>
      )}
      {isAsked && answer.isPending && <Waiting lines={6} />}
      {isAsked && answer.isError && <Failure error={answer.error} />}
      {isAsked && view.isError && <Failure error={view.error} />}
      {isAsked && shown && <Answer answer={shown} question={question} view={() => view.mutate(asked)} />}
    </div>
  );
}

function Answer(props: {
  readonly answer: ScreeningAnswer;
  readonly view: () => void;
  readonly question: {
    readonly name: string;
    readonly schema: Party['schema'] | 'Vessel';
    readonly birthDate?: string;
  };
}) {
  const { t, list, source: sourceName } = useWords();
  const { answer, question } = props;
  if (answer.isUnreadable) return <Nothing title={t('ui.screening.unreadable')} />;
  const party: Party = {
    id: 'asked',
    roles: ['buyer'],
    schema: question.schema === 'Vessel' ? 'LegalEntity' : question.schema,
    names: [{ text: question.name }],
    ...(question.birthDate !== undefined && { birthDate: question.birthDate }),
  };
  return (
    <section aria-live="polite">
      <p className="quiet">
        {t('ui.screening.count', { count: answer.hits.length })}{' '}
        {list(answer.editions.map(({ edition }) => sourceName(edition.source)))}
      </p>
      {answer.hits.length === 0 && <Nothing title={t('ui.screening.none')}>{t('ui.screening.none-hint')}</Nothing>}
      {answer.hits.map((hit) => (
        <Found
          key={hit.entity.id}
          hit={hit}
          party={party}
          view={answer.withheld.includes(hit.entity.id) ? props.view : undefined}
        />
      ))}
    </section>
  );
}

function Found(props: {
  readonly hit: Omit<Hit, 'party'>;
  readonly party: Party;
  readonly view: (() => void) | undefined;
}) {
  const { hit, party, view } = props;
  const { source: sourceName } = useWords();
  const [isRevealed, setRevealed] = useState(false);
  return (
    <article className="hit">
      <header className="hit-head">
        <h3>
          <Data>{hit.listedName}</Data>
        </h3>
        <span className="quiet">{sourceName(hit.entity.source)}</span>
      </header>
      <SideBySide
        hit={hit}
        fields={hitFields(party, hit.entity)}
        isRevealed={isRevealed}
        reveal={() => setRevealed(true)}
      />
      <EntryFacts entity={hit.entity} reveal={view} />
      <Score hit={hit} />
    </article>
  );
}
