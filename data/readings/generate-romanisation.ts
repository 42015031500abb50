// The syllables of han-readings.tsv in, romanisation/chinese.tsv and romanisation/cantonese.tsv out: how each Mandarin and
// Cantonese syllable is spelled in the systems people use, by rule. Run: node run.mjs data/readings/generate-romanisation.ts
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hongKong } from './cantonese-in-latin.ts';
import { pinyin, taiwan, wadeGiles } from './mandarin-in-latin.ts';
import { hangul, kana, palladius } from './mandarin-in-scripts.ts';

const folder = import.meta.dirname;
const columns = { mandarin: 1, cantonese: 2 };
writeRows(
  'chinese.tsv',
  '# How Mandarin syllables are spelled: pinyin as typed, Wade-Giles without marks, every Taiwanese system (Tongyong, MPS II and\n' +
    '# passport habits beside the two before), Japanese kana (as the Latin letters of romanisation/kana.tsv), Palladius (Cyrillic),\n' +
    '# hangul (foreign word notation of the National Institute of Korean Language, 1986-01-07), from memory.\n',
  syllables(columns.mandarin).flatMap((syllable) => [
    ...pinyin(syllable).map((spelling) => ['pinyin', spelling, syllable]),
    ...wadeGiles(syllable).map((spelling) => ['wade-giles', spelling, syllable]),
    ...taiwan(syllable).map((spelling) => ['taiwan', spelling, syllable]),
    ...kana(syllable).map((spelling) => ['kana', spelling, syllable]),
    ...palladius(syllable).map((spelling) => ['palladius', spelling, syllable]),
    ...hangul(syllable).map((spelling) => ['hangul', spelling, syllable]),
  ]),
);
writeRows(
  'cantonese.tsv',
  '# How Cantonese syllables (jyutping) are spelled in Hong Kong and Macau passports; several spellings are in use.\n',
  syllables(columns.cantonese).flatMap((syllable) =>
    hongKong(syllable).map((spelling) => ['hong-kong', spelling, syllable]),
  ),
);

/** Those with a vowel that at least three characters have: the rest are dialect and interjections (ng, hm). */
function syllables(column: number): string[] {
  const count = new Map<string, number>();
  for (const line of readFileSync(path.join(folder, 'han-readings.tsv'), 'utf8').split('\n')) {
    if (line.startsWith('#') || line.startsWith('key\t')) continue;
    for (const syllable of (line.split('\t')[column] ?? '').split(','))
      if (/^[a-z]*[aeiouv][a-z]*$/.test(syllable)) count.set(syllable, (count.get(syllable) ?? 0) + 1);
  }
  return [...count]
    .filter(([, times]) => 3 <= times)
    .map(([syllable]) => syllable)
    .sort();
}

function writeRows(name: string, comment: string, rows: readonly (readonly string[])[]): void {
  const source =
    '# Made by generate-romanisation.ts from the syllables of han-readings.tsv by the rules of each system; own table.\n';
  const lines = [['system', 'spelling', 'syllable'], ...rows].map((row) => row.join('\t'));
  writeFileSync(path.join(folder, 'romanisation', name), `${source}${comment}${lines.join('\n')}\n`);
}
