// Held against real targets, where the environment names a folder with them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { chSeco } from './importer.ts';

test('three targets of the list of 2026-08-27', { skip: realFiles === undefined }, async () => {
  const files = filesIn(path.join(realFiles ?? '', 'lists/ch-seco/2026-08-27-excerpt'));
  const reading = await readList(chSeco, files);
  assert.equal(reading.statedOn, '2026-08-27');
  assert.deepEqual(reading.counts, {
    entities: 3,
    persons: 1,
    bodies: 1,
    objects: 1,
    delisted: 1,
    addresses: 1,
    documents: 0,
    relations: 0,
    problems: 1,
  });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['field'], facts['value']]),
    [['list.unknown-reference', '@place-id', '29492']], // the place was cut out of the excerpt
  );
  assert.deepEqual(await readList(chSeco, files), reading);

  const xml = readFileSync(files[0]?.path ?? '', 'utf8').replace(
    /<modification [^>]*[^/]>[\s\S]*?<\/modification>/g,
    '',
  );
  const targets = [...xml.matchAll(/<target ssid="(\d+)">([\s\S]*?)<\/target>/g)];
  assert.equal(targets.length, 3);
  for (const [, id = '', body = ''] of targets) {
    const entity = entityWith(reading, id);
    const names = entity.names.map(({ text }) => text).join('\n');
    const whole = JSON.stringify(entity).replaceAll('\\"', '"');
    for (const [, text = ''] of body.matchAll(/<(?:value|spelling-variant)[^>]*>([^<]*)</g))
      assert.ok(names.includes(text), text);
    for (const [, text = ''] of body.matchAll(
      /<(?:justification|other-information|c-o|address-details|zip-code|foreign-identifier)[^>]*>([^<]*)</g,
    ))
      assert.ok(whole.includes(text), text);
  }
  const [person, bank, ship] = ['5142', '46130', '34461'].map((id) => entityWith(reading, id));
  assert.deepEqual([person?.effects, person?.delistedOn], [['information'], '2016-03-01']);
  assert.deepEqual([bank?.effects, bank?.listedOn], [['debt-restriction'], '2021-08-11']);
  assert.deepEqual(
    ship?.identifiers.map(({ type, value }) => [type, value]),
    [['imo-number', '8405270']],
  );
});
