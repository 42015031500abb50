// A source in, its editions out, the newest first, with a picture of their sizes and two of them held against each other.
import type { EditionLine } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useEditions } from '../../queries.ts';
import { EditionDiff } from './edition-diff.tsx';
import { EditionHistory, sizeOf } from './edition-history.tsx';

export function Editions({ source }: { readonly source: string }) {
  const { t, source: sourceName } = useWords();
  const { data, isPending, isError, error } = useEditions(source);
  const editions = data?.items ?? [];
  const isList = editions.every(({ edition }) => edition.kind === 'list');
  return (
    <Panel title={t('ui.sources.editions', { source: sourceName(source) })} id="editions">
      {isPending && <Waiting lines={3} />}
      {isError && <Failure error={error} />}
      <EditionHistory editions={editions} />
      <ol className="editions">
        {editions.map((line) => <EditionRow key={line.edition.id} line={line} />).toReversed()}
      </ol>
      {isList && 1 < editions.length && (
        <EditionDiff key={editions.at(-1)?.edition.id} source={source} editions={editions} />
      )}
    </Panel>
  );
}

function EditionRow({ line }: { readonly line: EditionLine }) {
  const { t, day, number, moment } = useWords();
  const { id, publishedOn, files, problems } = line.edition;
  return (
    <li>
      <strong>{day(publishedOn)}</strong> <Code>{id.slice(0, 12)}</Code>{' '}
      {line.isInUse && <span className="good">{t('ui.sources.in-use')}</span>}
      <p className="quiet-p small">
        {t('ui.sources.edition', { entries: number(sizeOf(line)), files: files.length, problems: problems.length })}{' '}
        {line.importedBy !== undefined && <Data>{line.importedBy}</Data>} {moment(line.importedAt)}{' '}
        {line.accepted !== undefined && <Data>{line.accepted}</Data>}
      </p>
    </li>
  );
}
