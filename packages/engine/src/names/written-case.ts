// A name as it was written in, what its capitals say out: words run together, the family name in capitals.
import { letters } from '../reference/legal-forms.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { looksLikeInitials } from './initials.ts';

/**
 * A person's words run together are parted (IvanPetrov), but not what is one word with a capital inside (McDonald, DiNardo).
 * Of an organisation only a legal form is parted from the last letters of a name (ExampleAG): names of brands are written so.
 */
export function partAtCapitals(text: string, isPerson: boolean, { legalForms, words }: NameReference): string {
  if (!INNER_CAPITAL.test(text)) return text;
  return text.replace(WORD, (word) => {
    if (!INNER_CAPITAL.test(word)) return word;
    const parts = word.split(BEFORE_CAPITAL);
    if (isPerson)
      return words.glued.has((parts[0] ?? '').toLowerCase()) || parts.some(({ length }) => length < 2)
        ? word
        : parts.join(' ');
    const form = parts.at(-1) ?? '';
    const isForm = legalForms.spaced.get(letters(form.toLowerCase()))?.positions.includes('after') === true;
    return isForm && 2 < form.length + Number(form === form.toUpperCase()) && 3 < word.length - form.length
      ? `${word.slice(0, -form.length)} ${form}`
      : word;
  });
}

const INNER_CAPITAL = /[a-zß-öø-ÿа-яёіїєґ][A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]/;
const BEFORE_CAPITAL = /(?<=[a-zß-öø-ÿа-яёіїєґ])(?=[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])/;
const WORD = /[\p{L}\p{M}]+/gu;

export interface Capitals {
  /** The words in capitals, when they stand in one run beside words that are not; initials left out. */
  readonly family: readonly string[];
  /** All words in capitals of a name that has others. */
  readonly all: readonly string[];
}

/**
 * Words in capitals beside words that are not: the usual way to show the family name (PETROV Ivan, Juan GARCÍA LÓPEZ). Titles
 * and single letters do not count.
 */
export function capitalsOf(text: string, reference: NameReference): Capitals | undefined {
  if (!TWO_CAPITALS.test(text) || !LOWER.test(text) || MAX_LENGTH < text.length) return undefined;
  const written = (text.match(NAME_WORD) ?? []).filter((word) => 1 < word.length && !isTitle(word, reference));
  const isCapital = written.map((word) => TWO_CAPITALS.test(word) && !LOWER.test(word));
  const all = written.filter((_, index) => isCapital[index]);
  if (all.length === 0 || all.length === written.length) return undefined;
  const isFamily = written.map((word, index) => isCapital[index] === true && !areInitials(word, reference));
  const first = isFamily.indexOf(true);
  const family = first < 0 ? [] : written.slice(first, isFamily.lastIndexOf(true) + 1);
  return { family: isFamily.filter(Boolean).length === family.length ? family : [], all };
}

/** JC Juncker; but NG Wei is of the family Ng. */
function areInitials(word: string, { surnames }: NameReference): boolean {
  const plain = word.toLowerCase();
  return (
    looksLikeInitials(plain, true) && !surnames.chineseBySpelling.has(plain) && !surnames.koreanBySpelling.has(plain)
  );
}

function isTitle(word: string, { words }: NameReference): boolean {
  const plain = word.toLowerCase();
  return words.titlesBefore.has(plain) || words.titlesAfter.has(plain) || words.emptyParts.has(plain);
}

const TWO_CAPITALS = /\p{Lu}{2}/u;
const LOWER = /\p{Ll}/u;
const NAME_WORD = /[\p{L}\p{M}'’-]+/gu;
const MAX_LENGTH = 200;
