// A word in a script whose letters are syllables (Devanagari, Thai, Burmese, Ethiopic…) in, its Latin letters out.
import type { SyllabicTable } from '../reference/syllabic-scripts.ts';

/**
 * Consonants with the vowels that are written around them, and the vowel that is not written where nothing else is. Letters
 * that the table does not know are left out. Linear in the length of the word.
 */
export function syllabicToLatin(text: string, table: SyllabicTable): string {
  const units = unitsOf(withoutSilent(text, table), table);
  if (table.inherent['inherent-end'] !== undefined) dropInherent(units);
  return units.map(({ consonant, vowel }) => consonant + vowel).join('');
}

/** A consonant with what is said behind it. */
interface Unit {
  readonly consonant: string;
  vowel: string;
  /** The vowel is not written. */
  readonly isInherent?: boolean;
}

function unitsOf(word: string, table: SyllabicTable): Unit[] {
  const { signs, inherent } = table;
  const units: Unit[] = [];
  // the syllable before has a vowel and no end: a bare consonant can end it
  let isOpen = false;
  for (let index = 0; index < word.length;) {
    const lead = signs.lead.has(word[index] ?? '') ? (word[index] ?? '') : '';
    const start = index + lead.length;
    const onset = onsetAt(word, start, lead, table);
    if (onset === 0) {
      const length = lead === '' ? longestAt(word, index, signs.letter, table) : 0;
      const letter = signs.letter.get(word.slice(index, index + length)) ?? '';
      if (letter !== '') {
        units.push({ consonant: '', vowel: isNasal(letter, word[index + length], table) ? 'm' : letter });
        isOpen = VOWEL.test(letter);
      }
      index += Math.max(1, length);
      continue;
    }
    const behind = start + onset;
    const consonant = signs.onset.get(word.slice(start, behind)) ?? '';
    const rime = rimeAt(word, behind, lead, table);
    if (rime !== undefined) {
      const vowel = signs.rime.get(lead + word.slice(behind, behind + rime)) ?? '';
      units.push({ consonant, vowel });
      isOpen = VOWEL.test(vowel);
      index = behind + rime;
    } else if (signs.joiner.has(word[behind] ?? '')) {
      units.push({ consonant, vowel: '' });
      isOpen = false;
      index = behind + 1;
    } else if (isOpen && signs.final.has(word[start] ?? '')) {
      const length = finalAt(word, start, table);
      units.push({ consonant: signs.final.get(word.slice(start, start + length)) ?? '', vowel: '' });
      isOpen = false;
      index = start + length;
    } else if (isBareFinal(word, behind, table) && inherent['inherent-closed'] !== undefined) {
      const length = finalAt(word, behind, table);
      const final = signs.final.get(word.slice(behind, behind + length)) ?? '';
      units.push({ consonant, vowel: inherent['inherent-closed'] + final });
      index = behind + length;
    } else {
      const before = units.at(-1);
      const vowel = unwritten(word, start, behind, before !== undefined && VOWEL.test(before.vowel), table);
      units.push({ consonant, vowel, isInherent: true });
      isOpen = false;
      index = behind;
    }
  }
  return units;
}

/** Between open syllables the vowel that is not written is not said: राजकुमार Rajkumar, अमरनाथ Amarnath; from the end. */
function dropInherent(units: readonly Unit[]): void {
  for (let index = units.length - 2; 0 < index; index--) {
    const [before, unit, after] = [units[index - 1], units[index], units[index + 1]];
    if (!unit?.isInherent || !before || !after) continue;
    if (VOWEL.test(before.vowel) && after.consonant !== '' && VOWEL.test(after.vowel)) unit.vowel = '';
  }
}

const VOWEL = /[aeiou]$/;

/** Tone marks and silenced letters. */
function withoutSilent(text: string, { signs: { silent } }: SyllabicTable): string {
  if (silent.size === 0) return text;
  let kept = '';
  for (let index = 0; index < text.length;) {
    let length = MAX_SILENT;
    while (0 < length && !silent.has(text.slice(index, index + length))) length--;
    if (length === 0) kept += text[index] ?? '';
    index += Math.max(1, length);
  }
  return kept;
}

const MAX_SILENT = 3;

function longestAt(
  word: string,
  start: number,
  signs: ReadonlyMap<string, string>,
  { longest }: SyllabicTable,
): number {
  let length = Math.min(longest, word.length - start);
  while (0 < length && !signs.has(word.slice(start, start + length))) length--;
  return length;
}

/** A cluster of letters that could end a syllable as well is one only where a vowel follows (พล is phon, not phla). */
function onsetAt(word: string, start: number, lead: string, table: SyllabicTable): number {
  const length = longestAt(word, start, table.signs.onset, table);
  if (length < 2 || lead !== '' || table.signs.final.size === 0) return length;
  return rimeAt(word, start + length, '', table) === undefined ? 1 : length;
}

/** Undefined when no vowel is written. A rime that ends in a consonant letter is none before another vowel (สว่าง). */
function rimeAt(word: string, start: number, lead: string, table: SyllabicTable): number | undefined {
  const { onset, rime, lead: leads } = table.signs;
  if (lead === '' && leads.has(word[start] ?? '')) return undefined;
  for (let length = Math.min(table.longest, word.length - start); 0 <= length; length--) {
    if (lead === '' && length === 0) return undefined;
    const end = start + length;
    if (!rime.has(lead + word.slice(start, end))) continue;
    const isLetter = 0 < length && onset.has(word[end - 1] ?? '');
    const next = word[end] ?? '';
    if (isLetter && next !== '' && rime.has(next) && !onset.has(next)) continue;
    if (isLetter && length === 1 && lead === '' && next === '' && table.signs.final.has(word[start] ?? '')) continue;
    return length;
  }
  return undefined;
}

function finalAt(word: string, start: number, table: SyllabicTable): number {
  const length = longestAt(word, start, table.signs.final, table);
  return 1 < length && rimeAt(word, start + length, '', table) !== undefined ? 1 : length;
}

function isBareFinal(word: string, start: number, table: SyllabicTable): boolean {
  const { final, joiner } = table.signs;
  return (
    final.has(word[start] ?? '') &&
    rimeAt(word, start + 1, '', table) === undefined &&
    !joiner.has(word[start + 1] ?? '')
  );
}

/** The vowel of a bare consonant; at the end of a word it stays behind a cluster with r, y or v (Narendra, Mitra). */
function unwritten(
  word: string,
  start: number,
  behind: number,
  afterVowel: boolean,
  { inherent, signs }: SyllabicTable,
): string {
  const plain = inherent.inherent ?? '';
  const atEnd = behind === word.length && 0 < start;
  if (atEnd && inherent['inherent-end'] !== undefined) {
    const inCluster = signs.joiner.has(word[start - 1] ?? '');
    const glides = /^[ryv]/.test(signs.onset.get(word.slice(start, behind)) ?? '');
    return inCluster && glides ? plain : inherent['inherent-end'];
  }
  if (atEnd && 0 < signs.final.size) return '';
  return afterVowel ? (inherent['inherent-after-vowel'] ?? plain) : plain;
}

/** The nasal sign is m before lips: मुंबई Mumbai. */
function isNasal(letter: string, next: string | undefined, { signs }: SyllabicTable): boolean {
  return letter === 'n' && next !== undefined && /^[pbm]/.test(signs.onset.get(next) ?? '');
}
