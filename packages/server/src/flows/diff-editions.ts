// Two editions of a list in, what changed from the one to the other out, entry by entry and field by field.
import type { Edition, FieldChange } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { changesBetween, type EntityChange } from './delta.ts';
import { layoutIn } from './edition-delta.ts';
import { fieldsLeftOut } from './edition-layout.ts';
import type { Parts } from './parts.ts';

export interface ListedEntry {
  readonly id: string;
  /** The one to show. */
  readonly name: string;
}

/** A field of an entry; of one that holds several values, those that came and those that went. */
export interface ComparedField extends FieldChange {
  readonly added?: readonly unknown[];
  readonly removed?: readonly unknown[];
  /** What stands in it was left out, as it speaks of crimes. */
  readonly isWithheld?: true;
}

export interface EditionDiff {
  readonly from: Edition;
  readonly to: Edition;
  /** Of all changes; the lists hold the first of each, by id. */
  readonly counts: Readonly<Record<EntityChange['change'], number>>;
  readonly added: readonly ListedEntry[];
  readonly changed: readonly (ListedEntry & { readonly fields: readonly ComparedField[] })[];
  readonly removed: readonly ListedEntry[];
  /** Fields that are not compared: one of the editions lacks a file that has a part in them. */
  readonly leftOut: readonly string[];
  /** What else than the publisher may have made the difference. */
  readonly causes: readonly ReadingDifference[];
}

/** The editions were read by other versions of the importer, or are of other forms. */
export interface ReadingDifference {
  readonly what: 'importer-version' | 'form';
  readonly from: string;
  readonly to: string;
}

/**
 * @param limit the most entries that are named, of each kind.
 * @throws Problem `edition.damaged`.
 */
export async function diffEditions(
  { from, to }: Pick<EditionDiff, 'from' | 'to'>,
  limit: number,
  parts: Parts,
): Promise<EditionDiff> {
  const [before, after] = [layoutIn(from, parts), layoutIn(to, parts)];
  const leftOut = fieldsLeftOut(before, after);
  const counts = { added: 0, changed: 0, removed: 0 };
  const [added, changed, removed]: [ListedEntry[], EditionDiff['changed'][number][], ListedEntry[]] = [[], [], []];
  const { editionFiles } = parts;
  for await (const change of changesBetween(
    editionFiles.storedBatchesOf(from.contentSha256),
    editionFiles.storedBatchesOf(to.contentSha256),
    leftOut,
  )) {
    counts[change.change]++;
    if (limit < counts[change.change]) continue;
    if (change.change === 'removed') removed.push(entryOf(change.before));
    else if (change.change === 'added') added.push(entryOf(change.after));
    else changed.push({ ...entryOf(change.after), fields: change.fields.map(comparedField) });
  }
  const causes = readingDifferences(from, to, before?.form.form, after?.form.form);
  return { from, to, counts, added, changed, removed, leftOut, causes };
}

/** The same without what lists say of crimes (`data/protected-data.yml`): which field changed is told, and no more of it. */
export function diffWithoutProtected(diff: EditionDiff, { protectedTopics }: Reference): EditionDiff {
  const isPlain = (value: unknown) => !protectedTopics.has(String(value));
  const plain = (change: ComparedField): ComparedField => {
    const { field, before, after } = change;
    if (field === 'legalStatus') return { field, before: null, after: null, isWithheld: true };
    if (field !== 'topics') return change;
    const [was, is] = [before, after].map((values) => (Array.isArray(values) ? (values as readonly unknown[]) : []));
    if (!was || !is) return change;
    const shown = comparedField({ field, before: was.filter(isPlain), after: is.filter(isPlain) });
    return [...was, ...is].every(isPlain) ? shown : { ...shown, isWithheld: true };
  };
  return { ...diff, changed: diff.changed.map((entry) => ({ ...entry, fields: entry.fields.map(plain) })) };
}

/** A change of a field with the values that came and went. */
export function comparedField(change: FieldChange): ComparedField {
  const { before = [], after = [] } = change;
  if (!Array.isArray(before) || !Array.isArray(after)) return change;
  return { ...change, added: without(after, before), removed: without(before, after) };
}

/** The values, but for those of `others`, each as often as it stands there. */
function without(values: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const left = others.map(canonicalJson);
  return values.filter((value) => {
    const place = left.indexOf(canonicalJson(value));
    if (0 <= place) left.splice(place, 1);
    return place < 0;
  });
}

function readingDifferences(
  from: Edition,
  to: Edition,
  formBefore: string | undefined,
  formAfter: string | undefined,
): readonly ReadingDifference[] {
  const compared: readonly ReadingDifference[] = [
    { what: 'importer-version', from: String(from.importerVersion), to: String(to.importerVersion) },
    { what: 'form', from: formBefore ?? '', to: formAfter ?? '' },
  ];
  return compared.filter((difference) => difference.from !== difference.to);
}

function entryOf({ id, names }: Entity): ListedEntry {
  return { id, name: names[0]?.text ?? '' };
}
