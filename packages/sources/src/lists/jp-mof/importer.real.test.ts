// Held against the real lists, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { jpMof } from './importer.ts';

const aboutTheBody = /身体的|髪|目の色|身長|体重|肌の色|体格|ひげ|目立った特徴|傷跡|部族|亜族|氏族|民族/u;

const skip = { skip: realFiles === undefined };
const filesOf = (folder: string) => filesIn(path.join(realFiles ?? '', 'lists/jp-mof', folder));

const editions = [
  {
    folder: '2022-07-07',
    counts: {
      entities: 2160,
      programmes: 35,
      persons: 1682,
      bodies: 478,
      deletedNumbers: 556,
      emptyNumbers: 2,
      liftedProgrammes: 3,
      aliases: 6330,
      formerNames: 40,
      weakNames: 170,
      originalScriptNames: 227,
      documents: 505,
      sentencesLeftOut: 124,
      problems: 15,
    },
  },
  {
    folder: '2026-03-05',
    counts: {
      entities: 2862,
      programmes: 41,
      persons: 2011,
      bodies: 851,
      deletedNumbers: 598,
      emptyNumbers: 1,
      liftedProgrammes: 3,
      aliases: 8704,
      formerNames: 86,
      weakNames: 227,
      originalScriptNames: 226,
      documents: 521,
      sentencesLeftOut: 126,
      problems: 15,
    },
  },
];
for (const { folder, counts } of editions)
  test(`the workbook of ${folder}: every word, number and date of its rows is in an entry`, skip, async () => {
    const files = filesOf(folder);
    const reading = await readList(jpMof, files);
    assert.deepEqual(reading.counts, counts);
    assert.deepEqual(await readList(jpMof, files), reading);
    const rows = naiveRows(readFileSync(files[0]?.path ?? ''));
    assert.equal(rows.length, counts.entities);
    const lost = rows.flatMap((row, index) => lostOf(row, reading.entities[index]).map((word) => `${row.at}: ${word}`));
    assert.deepEqual(lost, []);
  });

test('the excerpt of the CSV file', skip, async () => {
  const files = filesOf('2026-08-28-excerpt');
  const reading = await readList(jpMof, files);
  const { entities, persons, bodies, problems } = reading.counts;
  assert.deepEqual({ entities, persons, bodies, problems }, { entities: 17, persons: 12, bodies: 5, problems: 0 });
  const text = readFileSync(files[0]?.path ?? '', 'utf8');
  const all = plain(JSON.stringify(reading.entities));
  const kept = text
    .split(/(?<=[。\n])/u)
    .filter((sentence) => !aboutTheBody.test(sentence))
    .join('');
  for (const word of new Set(plain(kept).match(/[a-z][a-z’'-]+/gu))) assert.ok(all.includes(word), word);
  for (const number of text.match(/^\d+,(\d{3}-\d{6}),/gmu) ?? [])
    assert.equal(reading.entities.filter(({ recordId }) => number.includes(recordId.slice(0, 10))).length, 1, number);
});

test('from one edition to the next an entry keeps its id', skip, async () => {
  const [older = [], newer = [], csv = []] = await Promise.all(
    ['2022-07-07', '2026-03-05', '2026-08-28-excerpt'].map(
      async (folder) => (await readList(jpMof, filesOf(folder))).entities,
    ),
  );
  const delta = naiveDelta(older, newer);
  assert.deepEqual(delta, { removed: 123, added: 825, changed: 325 });
  // No. 003 of タリバーン関係者等 and all of the others are the entries of the workbook before.
  assert.equal(naiveDelta(newer, csv).added, 0);
  const before = new Map(older.map((entity) => [entity.id, entity]));
  const renamed = newer.filter(({ id, names: [name] }) => {
    const [then] = before.get(id)?.names ?? [];
    return then !== undefined && firstWord(then.text) !== firstWord(name?.text ?? '');
  });
  assert.deepEqual(
    renamed.map(({ recordId }) => recordId),
    ['004-000033-20191112'], // its Japanese and English names were both made another
  );
});

function firstWord(name: string): string {
  return /\p{L}+/u.exec(plain(name))?.[0] ?? '';
}

function naiveDelta(before: readonly Entity[], after: readonly Entity[]) {
  const linesOf = (entities: readonly Entity[]) =>
    new Map(entities.map((entity) => [entity.id, JSON.stringify(entity)]));
  const [old, now] = [linesOf(before), linesOf(after)];
  return {
    removed: [...old.keys()].filter((id) => !now.has(id)).length,
    added: [...now.keys()].filter((id) => !old.has(id)).length,
    changed: [...now].filter(([id, line]) => old.has(id) && old.get(id) !== line).length,
  };
}

interface NaiveRow {
  readonly at: string;
  readonly english: string;
  readonly japanese: string;
  readonly cells: readonly { readonly header: string; readonly text: string; readonly day?: string | undefined }[];
}

/** Another reading of the same file: rows below 告示日付 that have a text in the third or fourth column. */
function naiveRows(content: Buffer): NaiveRow[] {
  const book = XLSX.read(content, { cellNF: true });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name] ?? {};
    const { e: end } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
    const cellAt = (r: number, c: number) => sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined;
    const textAt = (r: number, c: number) => String(cellAt(r, c)?.w ?? cellAt(r, c)?.v ?? '').trim();
    const rows = Array.from({ length: end.r + 1 }, (_, r) => r);
    const headerRow = rows.find((r) => textAt(r, 0).replace(/\s/gu, '') === '告示日付');
    if (headerRow === undefined) return [];
    return rows
      .filter((r) => headerRow < r && `${textAt(r, 2)}${textAt(r, 3)}` !== '')
      .map((r) => ({
        at: `${name} ${r + 1}`,
        japanese: textAt(r, 2),
        english: textAt(r, 3),
        cells: Array.from({ length: end.c - 3 }, (_, index) => index + 4).map((c) => ({
          header: textAt(headerRow, c).normalize('NFKC').replace(/\s/gu, ''),
          text: textAt(r, c),
          day: dayOf(cellAt(r, c)),
        })),
      }));
  });
}

/** Days since the end of 1899, as spreadsheets count them. */
function dayOf(cell: XLSX.CellObject | undefined): string | undefined {
  if (cell?.t !== 'n' || typeof cell.v !== 'number' || cell.v < 5000 || 60_000 < cell.v) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + cell.v)).toISOString().slice(0, 10);
}

/** Words that say what stands behind them, and one that the list has misspelled. */
const labels = new Set(['original', 'script', 'scipt', 'including', 'nee', 'ii', 'iii', 'iv']);

function lostOf({ japanese, english, cells }: NaiveRow, entity: Entity | undefined): string[] {
  if (!entity) return ['no entry'];
  const all = plain(JSON.stringify(entity));
  const names = plain(entity.names.map(({ text }) => text).join('\n'));
  const stated = [english, japanese].map((name) => name.replace(/[(（][^()（）]*[)）]/gu, ' '));
  const lost = [
    ...stated.flatMap(wordsOf).filter((word) => !names.includes(word)),
    ...[english, japanese].flatMap(wordsOf).filter((word) => !all.includes(word)),
  ];
  for (const { header, text, day } of cells) {
    if (day !== undefined) {
      if (!all.includes(day)) lost.push(day);
    } else if (header === '国籍') {
      if (text !== '' && text !== '不明' && entity.nationalities.length === 0 && !all.includes('国籍:'))
        lost.push(text);
    } else {
      const said = text.split(/(?<=[。\n])/u).filter((sentence) => !aboutTheBody.test(sentence));
      const isDate = header === '生年月日';
      for (const word of wordsOf(said.join(''))) if (!all.includes(word) && !isDate) lost.push(`${header}: ${word}`);
      for (const year of isDate ? (plain(text).match(/(?<!\d)\d{4}(?=年)/gu) ?? []) : [])
        if (!all.includes(year)) lost.push(`${header}: ${year}`);
    }
  }
  return lost;
}

/** Words in Latin letters, in other alphabets and in kana, and numbers. */
function wordsOf(text: string): string[] {
  const unmarked = plain(text).replace(/[af]\.k\.a\s?\.?|【[^】]*】/gu, ' ');
  const found = unmarked.match(
    /[a-zà-ÿ][a-zà-ÿ’'.-]*[a-zà-ÿ]|[a-z]*\d[\da-z./-]*\d|[ァ-ヴー]{2,}|[\u0400-\u04ff]+|[\u0600-\u06ff]+/gu,
  );
  return [...new Set(found)].filter((word) => !labels.has(word));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toLowerCase();
}
