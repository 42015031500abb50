// The names of a record, and the parts of names it has beside them, in; names, and the parts that are in none of them, out.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import { nameKinds } from '@sekisho/engine/model/entity.ts';
import { sorted } from '../sorted.ts';

export interface NamesGiven {
  readonly caption?: string;
  /** The record's id, which some records have for a caption. */
  readonly id: string;
  readonly names: readonly EntityName[];
  readonly parts: readonly NamePart[];
}

export interface NamePart {
  readonly part: 'given' | 'family' | 'other';
  readonly label: string;
  readonly text: string;
}

export interface NamesFound {
  readonly names: readonly EntityName[];
  /** `Patronymic: …`: parts that no name has in it. */
  readonly remarks: readonly string[];
}

/**
 * The name to show first, then by kind and text. A name has the family name and the given name that the record gives,
 * where exactly one of them is in it as a word: parts and names of a record are not said to belong together.
 */
export function namesOf({ caption, id, names, parts }: NamesGiven): NamesFound {
  const isNamed = caption === undefined || caption === id || names.some(({ text }) => text === caption);
  const all = [...names, ...(isNamed ? [] : [{ text: caption, kind: 'primary' as const }])];
  if (all.length === 0) all.push(...composedNames(parts));
  const inOrder = sorted(
    all,
    (a, b) =>
      Number(b.text === caption) - Number(a.text === caption) ||
      rankOf[a.kind] - rankOf[b.kind] ||
      (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  ).filter(({ text, kind }, place, { [place - 1]: last }) => text !== last?.text || kind !== last.kind);
  if (parts.length === 0) return { names: inOrder, remarks: [] };
  const keys = inOrder.map(({ text }) => wordsOf(text));
  const together = keys.join('|');
  const keyed = parts.map((part) => ({ ...part, key: wordsOf(part.text) }));
  return {
    names: inOrder.map((name, place) => withParts(name, keys[place] ?? '', keyed)),
    remarks: keyed.filter(({ key }) => !together.includes(key)).map(({ label, text }) => `${label}: ${text}`),
  };
}

const rankOf = Object.fromEntries(nameKinds.map((kind, rank) => [kind, rank])) as Record<NameKind, number>;

type KeyedPart = NamePart & { readonly key: string };

function withParts(name: EntityName, words: string, parts: readonly KeyedPart[]): EntityName {
  const family = onlyPart('family', words, parts);
  const given = onlyPart('given', words, parts);
  return { ...name, ...(family !== undefined && { family }), ...(given !== undefined && { given }) };
}

function onlyPart(part: NamePart['part'], words: string, parts: readonly KeyedPart[]): string | undefined {
  const found = parts.filter((candidate) => candidate.part === part && words.includes(candidate.key));
  const [first] = found;
  return first && found.every(({ key }) => key === first.key) ? first.text : undefined;
}

/** Of a person whose record has no name: first and last name where there is one of each, else each last name by itself. */
function composedNames(parts: readonly NamePart[]): EntityName[] {
  const textsOf = (wanted: NamePart['part']) => parts.filter(({ part }) => part === wanted).map(({ text }) => text);
  const [families, givens] = [textsOf('family'), textsOf('given')];
  if (families.length !== 1 || givens.length !== 1) return families.map((text) => ({ text, kind: 'weak' }));
  return [{ text: `${givens[0] ?? ''} ${families[0] ?? ''}`, kind: 'primary' }];
}

/** With a blank before and after each word, in lower case. */
function wordsOf(text: string): string {
  return ` ${text.trim().replaceAll(/\s+/g, ' ').toLowerCase()} `;
}
