// Editions, what changed between them and what became of an entry in, lines that a person reads out.
import type { EditionDiff, ComparedField } from '../../flows/diff-editions.ts';
import type { EntryHistory, EntryStep } from '../../flows/entry-history.ts';
import type { ImportedEdition } from '../../flows/list-editions.ts';
import type { Parts } from '../../flows/parts.ts';
import { paint, table, type Style } from '../answer.ts';
import type { Cli } from '../run.ts';
import { valueText } from './value-text.ts';

export function sourceLines(source: string, parts: Parts, cli: Cli): string[] {
  const importers = [parts.listImporters, parts.registerImporters, parts.gazetteerImporters];
  const description = importers.map((catalogue) => catalogue.get(source)).find(Boolean)?.description;
  if (!description) return [paint('bold', source)];
  return [`${paint('bold', source)}  ${cli.say(`source.${source}`, {})}`, `  ${description.publisher}`];
}

/** @param reasons also who imported each, and why it was taken outside its bounds. */
export function editionLines(
  editions: readonly ImportedEdition[],
  { reasons }: { readonly reasons: boolean },
): string[] {
  const rows = editions.map(({ edition, isInUse, form, importedAt, importedBy }) => {
    const { id, publishedOn, counts, importerVersion } = edition;
    return [
      `  ${publishedOn}`,
      id.slice(0, 12),
      `${(counts['entities'] ?? counts['companies'] ?? counts['places'] ?? 0).toLocaleString('en')} entries`,
      form ?? '',
      ...(reasons
        ? [`imported ${importedAt?.slice(0, 10) ?? '-'} by ${importedBy ?? '-'}`, `importer ${String(importerVersion)}`]
        : []),
      isInUse ? paint('green', 'in use') : '',
    ];
  });
  if (!reasons) return [table(rows)];
  return table(rows)
    .split('\n')
    .flatMap((line, place) => [line, ...acceptedLines(editions[place])]);
}

function acceptedLines(edition: ImportedEdition | undefined): string[] {
  if (!edition) return [];
  const { objections, accepted } = edition;
  return [
    ...objections.map((objection) => `      ${paint('yellow', 'accepted')} although it ${objection}`),
    ...(objections.length === 0 || accepted === undefined ? [] : [`      because: ${accepted}`]),
  ];
}

export function diffLines({ from, to, counts, added, changed, removed, leftOut, causes }: EditionDiff): string[] {
  const { source } = from;
  return [
    `${paint('bold', source)}  ${from.publishedOn} (${from.id.slice(0, 12)}) → ${to.publishedOn} (${to.id.slice(0, 12)})`,
    `  ${String(counts.added)} added, ${String(counts.changed)} changed, ${String(counts.removed)} removed`,
    ...causes.map(({ what, from: before, to: after }) =>
      what === 'form'
        ? `  ${paint('yellow', 'note')} they are of different forms (${before}, then ${after}): not every change is the publisher's`
        : `  ${paint('yellow', 'note')} one was read by another version of the importer (${before}, then ${after}): not every change is the publisher's`,
    ),
    ...(leftOut.length === 0
      ? []
      : [`  ${paint('yellow', 'note')} not compared: ${leftOut.join(', ')}; one of them lacks a file for it`]),
    ...section('Added', 'green', '+', added, counts.added),
    ...section('Removed', 'red', '−', removed, counts.removed),
    ...heading('Changed', counts.changed),
    ...changed.flatMap(({ id, name, fields }) => [`  ${paint('yellow', '~')} ${id}  ${name}`, ...fieldLines(fields)]),
    ...more(changed.length, counts.changed),
  ];
}

function section(title: string, style: Style, mark: string, entries: EditionDiff['added'], count: number): string[] {
  return [
    ...heading(title, count),
    ...entries.map(({ id, name }) => `  ${paint(style, mark)} ${id}  ${name}`),
    ...more(entries.length, count),
  ];
}

const heading = (title: string, count: number) => (count === 0 ? [] : ['', paint('bold', title)]);

const more = (shown: number, count: number) =>
  shown < count ? [`  and ${String(count - shown)} more (--limit, --json)`] : [];

/** A field of several values: what came and what went; of one: before and after. */
function fieldLines(fields: readonly ComparedField[]): string[] {
  return fields.flatMap(({ field, before, after, added, removed }) => {
    if (!added || !removed) return [`      ${field}: ${valueText(before)} → ${valueText(after)}`];
    if (added.length + removed.length === 0) return [`      ${field}: in another order`];
    return [
      ...removed.map((value) => `      ${field} ${paint('red', '−')} ${valueText(value)}`),
      ...added.map((value) => `      ${field} ${paint('green', '+')} ${valueText(value)}`),
    ];
  });
}

const wordByStep = {
  added: 'listed',
  changed: 'changed',
  removed: 'no longer listed',
  unreadable: 'cannot be told: the stored edition is damaged',
} as const satisfies Record<EntryStep['what'], string>;

export function entryLines({ entityId, entity, steps }: EntryHistory): string[] {
  return [
    `${paint('bold', entityId)}  ${entity.names[0]?.text ?? ''}`,
    ...steps.flatMap(({ edition, what, fields, leftOut }) => [
      `  ${edition.publishedOn}  ${wordByStep[what]}` +
        (leftOut.length === 0 ? '' : `  (not compared with the edition before: ${leftOut.join(', ')})`),
      ...fieldLines(fields),
    ]),
  ];
}
