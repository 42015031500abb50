// Public lists of names in, `data/names/word-frequencies.tsv` out: in how many names a word stands, for how rare it is.
//
// node run.mjs scripts/train/word-frequencies.ts   (needs SEKISHO_DEV_DATA)
import { writeFileSync } from 'node:fs';
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCells } from './csv.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
if (folder === undefined) throw new Error('SEKISHO_DEV_DATA names the folder of development data');
const reference = buildNameReference(referenceFiles);
const counts = new Map<string, number>();
let names = 0;

function count(text: string, schema: Schema): void {
  const words = analyseName({ text }, reference, schema).tokens.filter(
    ({ kind, latin, script }) => (kind === 'word' || kind === 'concept') && script === 'latin' && 1 < latin.length,
  );
  for (const word of new Set(words.map(({ latin }) => latin))) counts.set(word, (counts.get(word) ?? 0) + 1);
  names++;
}

const primary = readAllowedSet(folder, 'ofac_primary');
const aliases = readAllowedSet(folder, 'ofac_aliases');
const schemaById = new Map<string, Schema>();
for (const [id = '', name = '', type = ''] of readCells(primary.text)) {
  if (!/^\d+$/.test(id)) continue;
  const schema: Schema = type.trim() === 'individual' ? 'Person' : 'Company';
  schemaById.set(id, schema);
  count(name, schema);
}
for (const [id = '', , , name = ''] of readCells(aliases.text)) {
  const schema = schemaById.get(id);
  if (schema) count(name, schema);
}
const wikidata = ['fullname_korean', 'fullname_hebrew'].map((set) => readAllowedSet(folder, set));
for (const { text } of wikidata)
  for (const [schema, name = '', , isMatch] of readCells(text))
    if (schema === 'Person' && isMatch === 'true') count(name, 'Person');

const FEWEST = 6;
const rows = [...counts].filter(([, seen]) => FEWEST <= seen).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  new URL('../../data/names/word-frequencies.tsv', import.meta.url),
  [
    '# In how many of the names a word stands, in folded Latin letters; words of fewer than ' +
      `${FEWEST} are left out.`,
    '# Made by scripts/train/word-frequencies.ts; source:',
    ...[primary, aliases, ...wikidata].map(({ source }) => `# - ${source}`),
    'word\tnames',
    `*\t${names}`,
    ...rows.map(([word, seen]) => `${word}\t${seen}`),
    '',
  ].join('\n'),
);
console.log(`${names} names, ${rows.length} words`);
