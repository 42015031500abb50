// A company's name in, the keys of names that it can be taken for out.
import { compactText, foldText } from '../names/fold.ts';
import { splitLegalForm } from '../names/legal-forms.ts';
import type { LookAlikeCompany } from '../model/register.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { oneEditKeys } from './one-edit-keys.ts';

export interface NearNames {
  /** Words that are put before or behind a known name. */
  readonly words: readonly string[];
  /** Pairs of characters that are read as one another. */
  readonly confusable: readonly string[];
}

/**
 * Keys as `registerNameKeys` makes them, each with what the name has otherwise: a word more, a character that looks like the
 * other (of Latin names a digit or a letter of another script), a slip of one character. Never those of the name itself.
 */
export function nearNameKeys(
  name: string,
  { words, confusable }: NearNames,
  reference: NameReference,
): ReadonlyMap<string, LookAlikeCompany['difference']> {
  const plain = (text: string) => compactText(foldText(text, reference));
  const core = compactText(splitLegalForm(foldText(name, reference), reference).core);
  const keys = new Map<string, LookAlikeCompany['difference']>();
  for (const key of oneEditKeys(core)) keys.set(key, 'one-character');
  for (const key of confusedKeys(core, confusable, reference)) keys.set(key, 'confusable-character');
  for (const word of words.map(plain).filter((one) => one !== '')) {
    if (core.startsWith(word)) keys.set(core.slice(word.length), 'extra-word');
    if (core.endsWith(word)) keys.set(core.slice(0, -word.length), 'extra-word');
  }
  keys.delete(core);
  for (const key of keys.keys()) if (isTooShort(key)) keys.delete(key);
  return keys;
}

/** Of fewer characters any name is near to any. */
function isTooShort(key: string): boolean {
  return [...key].length < (/^[\p{Script=Latin}\p{N}]*$/u.test(key) ? 4 : 2);
}

/** A key with one character in the place of one that is read as it; of Han names the mistake that is made most. */
export function confusedKeys(
  key: string,
  confusable: NearNames['confusable'],
  reference: NameReference,
): readonly string[] {
  const pairs = confusable.map((pair) => [...pair].map((character) => foldText(character, reference)));
  const characters = [...key];
  return characters.flatMap((character, at) => {
    const others = pairs.flatMap(([one, two]) => (character === one ? [two] : character === two ? [one] : []));
    const letter = reference.lookAlikes.latin.get(character);
    return [...others, letter]
      .filter((other) => other !== undefined)
      .map((other) => [...characters.slice(0, at), other, ...characters.slice(at + 1)].join(''));
  });
}
