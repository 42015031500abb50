// Held against the real lists, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { unSc } from './importer.ts';

const editions = [
  {
    folder: '2026-02-27',
    counts: {
      entities: 1003,
      individuals: 730,
      bodies: 273,
      aliases: 2752,
      addresses: 743,
      documents: 468,
      problems: 3,
    },
  },
  {
    folder: '2018-10-29',
    counts: {
      entities: 1093,
      individuals: 703,
      bodies: 390,
      aliases: 2663,
      addresses: 877,
      documents: 429,
      problems: 15,
    },
  },
];
for (const { folder, counts } of editions)
  test(`the list of ${folder}`, { skip: realFiles === undefined }, async () => {
    const files = filesIn(path.join(realFiles ?? '', 'lists/un', folder));
    const reading = await readList(unSc, files);
    assert.equal(reading.statedOn, folder);
    assert.deepEqual(reading.counts, counts);
    assert.deepEqual(await readList(unSc, files), reading);
    const records = naiveRecords(readFileSync(files[0]?.path ?? '', 'utf8'));
    assert.equal(records.length, counts.entities);
    for (const record of records) {
      const entity = entityWith(reading, record.texts('DATAID')[0] ?? '');
      const names = new Set(entity.names.map(({ text }) => text));
      const [first = ''] = entity.names.map(({ text }) => text);
      const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((part) => record.texts(part));
      assert.equal(first, parts.join(' '));
      for (const alias of record.texts('ALIAS_NAME')) assert.ok(names.has(alias), alias);
      for (const name of record.texts('NAME_ORIGINAL_SCRIPT'))
        assert.ok(names.has(name.replace(/ \(Tigrinya\)$/, '')), name);
      const text = JSON.stringify(entity).replaceAll('\\"', '"');
      for (const field of [
        'NUMBER',
        'COMMENTS1',
        'NOTE',
        'STREET',
        'CITY',
        'STATE_PROVINCE',
        'ZIP_CODE',
        'TYPE_OF_DOCUMENT2',
      ])
        for (const value of record.texts(field))
          assert.ok(value === 'Approximately' || text.includes(value), `${field} ${value}`);
    }
  });

/** Another reading of the same file: by regular expressions. */
function naiveRecords(xml: string) {
  return [...xml.matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>/g)].map(([, , body = '']) => ({
    texts: (name: string) =>
      [...body.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))]
        .map(([, text = '']) => unescaped(text).replace(/\s+/g, ' ').trim())
        .filter((text) => text !== ''),
  }));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
