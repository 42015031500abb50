// A folded word in one script in, its Latin letters by the table of that script out.
import type { LetterTable } from '../reference/romanisation.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { Script } from './name.ts';
import { nextNode, type SyllableTable } from '../reference/syllable-table.ts';
import { syllabicToLatin } from './syllabic-scripts.ts';

/**
 * In Latin letters, with an apostrophe between letters that are no digraph. Empty for Han, which has readings instead, and for
 * scripts without a table. Western Armenian says other letters than eastern (Krikor, Grigor).
 */
export function romanise(text: string, script: Script, { romanisation }: NameReference, language?: 'western'): string {
  switch (script) {
    case 'latin':
    case 'digits':
      return text;
    case 'kana':
      return kanaToLatin(text, romanisation.kana);
    case 'hangul':
      return hangulToLatin(text, romanisation.hangul);
    case 'cyrillic':
    case 'greek':
    case 'arabic':
    case 'hebrew':
    case 'georgian':
      return lettersToLatin(text, romanisation[script], true);
    case 'armenian':
      return lettersToLatin(text, language ? romanisation.westernArmenian : romanisation.armenian, true);
    case 'han':
    case 'other':
      return '';
    default:
      return syllabicToLatin(text, romanisation.syllabic[script]);
  }
}

/** A word in Cyrillic as other systems than the first write it, without repetition: Юлия is iuliia, julija, yulia. */
export function otherCyrillicSpellings(text: string, { romanisation }: NameReference): readonly string[] {
  const spellings = new Set(romanisation.cyrillicSystems.map((table) => lettersToLatin(text, table)));
  spellings.delete('');
  return [...spellings];
}

/**
 * Longest match first, `^` in a table is the beginning of a word; letters that the table does not know are left out. With
 * `marked`, an apostrophe stands where two letters would look like one (כה is k'h, сх is s'kh).
 */
function lettersToLatin(text: string, { tree }: LetterTable, marked = false): string {
  const atBeginning = nextNode(tree, 0, BEGINNING);
  let result = '';
  for (let index = 0; index < text.length;) {
    let found = index === 0 && atBeginning !== 0 ? longestAt(text, 0, atBeginning, tree) : NOTHING;
    if (found.end === 0) found = longestAt(text, index, 0, tree);
    if (marked && looksLikeOne(result, found.latin)) result += "'";
    result += found.latin;
    index = Math.max(index + 1, found.end);
  }
  return result;
}

/** `^` in a table. */
const BEGINNING = 0x5e;
const NOTHING = { end: 0, latin: '' };

function longestAt(text: string, start: number, from: number, tree: SyllableTable): { end: number; latin: string } {
  let node = from;
  let last = 0;
  let end = 0;
  for (let index = start; index < text.length; index++) {
    node = nextNode(tree, node, text.charCodeAt(index));
    if (node === 0) break;
    if (tree.syllables[node] === undefined) continue;
    last = node;
    end = index + 1;
  }
  return end === 0 ? NOTHING : { end, latin: tree.syllables[last]?.[0] ?? '' };
}

function looksLikeOne(before: string, after: string): boolean {
  const [first] = after;
  if (first === 'h') return 'cdgkpstz'.includes(before.at(-1) ?? ' ');
  return (first === 's' || first === 'z') && before.endsWith('t');
}

/** Hepburn with short vowels: ー and lengthening kana are dropped, ッ doubles the consonant that follows. */
function kanaToLatin(text: string, table: LetterTable): string {
  return shortVowels(
    text
      .split('ッ')
      .map((part, index) => {
        const latin = lettersToLatin(part, table);
        return 0 < index && /^[bcdfghjkmprstvwyz]/.test(latin) ? latin.replace(/^[a-z]/, '$&$&') : latin;
      })
      .join(''),
  );
}

/** Long vowels as passports write them: ō ou oo → o, ū uu → u, ei → e. */
export function shortVowels(romaji: string): string {
  return romaji
    .replace(/o[ou]+/g, 'o')
    .replace(/u{2,}/g, 'u')
    .replace(/e[ie]+/g, 'e');
}

const FIRST_HANGUL = 0xac00;

/** Letter by letter, as the Unicode algorithm takes syllables apart; no sound changes between syllables. */
function hangulToLatin(text: string, { lead, vowel, tail }: NameReference['romanisation']['hangul']): string {
  let latin = '';
  for (const character of text) {
    const index = (character.codePointAt(0) ?? 0) - FIRST_HANGUL;
    if (0 <= index && index < 11_172)
      latin += `${lead[Math.floor(index / 588)]}${vowel[Math.floor((index % 588) / 28)]}${tail[index % 28]}`;
  }
  return latin;
}
