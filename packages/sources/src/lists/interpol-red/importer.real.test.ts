// Held against the real notices, where the environment names a folder with them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { interpolRed } from './importer.ts';

/** 18 of the 204 notices are there twice, word for word: the slices of the query overlapped. */
const files = [
  { name: 'red_notices.json', warrants: 0 },
  { name: 'red_notices_details.json', warrants: 188 },
];
for (const { name, warrants } of files)
  test(name, { skip: realFiles === undefined }, async () => {
    const file = { name, path: path.join(realFiles ?? '', 'lists/interpol-red/2023-05', name) };
    const reading = await readList(interpolRed, [file]);
    assert.deepEqual(reading.counts, { entities: 186, notices: 204, repeated: 18, warrants, problems: 0 });
    assert.deepEqual(await readList(interpolRed, [file]), reading);
    const notices = (JSON.parse(readFileSync(file.path, 'utf8')) as unknown[]).flat() as Record<string, string>[];
    assert.equal(notices.length, 204);
    for (const notice of notices) {
      const { names, legalStatus } = entityWith(reading, (notice['entity_id'] ?? '').replace('/', '-'));
      const [first] = names;
      assert.deepEqual([first?.given, first?.family], [notice['forename'], notice['name']]);
      assert.ok(legalStatus.length > 0);
    }
  });
