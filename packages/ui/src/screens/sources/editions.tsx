// A source in, its editions out, the newest first, each with what changed since the one before.
import { useState } from 'react';
import type { EditionLine, ListedEntry } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useDelta, useEditions } from '../../queries.ts';

export function Editions({ source }: { readonly source: string }) {
  const { t, source: sourceName } = useWords();
  const { data, isPending, isError, error } = useEditions(source);
  const editions = data?.items ?? [];
  return (
    <Panel title={t('ui.sources.editions', { source: sourceName(source) })}>
      {isPending && <Waiting lines={3} />}
      {isError && <Failure error={error} />}
      <ol className="editions">
        {editions
          .map((line, place) => (
            <EditionRow key={line.edition.id} line={line} before={editions[place - 1]} source={source} />
          ))
          .toReversed()}
      </ol>
    </Panel>
  );
}

function EditionRow(props: {
  readonly line: EditionLine;
  readonly before: EditionLine | undefined;
  readonly source: string;
}) {
  const { t, day, number } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { line, before, source } = props;
  const { id, kind, publishedOn, counts, files, problems } = line.edition;
  return (
    <li>
      <strong>{day(publishedOn)}</strong> <Code>{id.slice(0, 12)}</Code>{' '}
      {line.isInUse && <span className="good">{t('ui.sources.in-use')}</span>}
      <p className="quiet-p small">
        {t('ui.sources.edition', {
          entries: number(counts['entities'] ?? counts['rows'] ?? 0),
          files: files.length,
          problems: problems.length,
        })}{' '}
        {line.importedBy !== undefined && <Data>{line.importedBy}</Data>}{' '}
        {line.accepted !== undefined && <Data>{line.accepted}</Data>}
      </p>
      {before && kind === 'list' && (
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('ui.sources.delta')}
        </button>
      )}
      {before && isOpen && <Delta source={source} from={before.edition.id} to={id} />}
    </li>
  );
}

function Delta(props: { readonly source: string; readonly from: string; readonly to: string }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useDelta(props.source, props.from, props.to);
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  const { counts, added, changed, removed } = data;
  return (
    <div className="delta">
      <Entries title={t('ui.sources.added', { count: counts.added })} entries={added} />
      <Entries title={t('ui.sources.changed', { count: counts.changed })} entries={changed} />
      <Entries title={t('ui.sources.removed', { count: counts.removed })} entries={removed} />
    </div>
  );
}

function Entries(props: {
  readonly title: string;
  readonly entries: readonly (ListedEntry & { readonly fields?: readonly { readonly field: string }[] })[];
}) {
  const { list } = useWords();
  return (
    <div>
      <h3>{props.title}</h3>
      <ul className="values">
        {props.entries.map(({ id, name, fields }) => (
          <li key={id}>
            <Data>{name}</Data> <Code>{id}</Code>{' '}
            {fields && <Data className="quiet small">{list(fields.map(({ field }) => field))}</Data>}
          </li>
        ))}
      </ul>
    </div>
  );
}
