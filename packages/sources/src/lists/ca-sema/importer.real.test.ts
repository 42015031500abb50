// Held against the real list, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { caSema } from './importer.ts';

test('the list of May 2022', { skip: realFiles === undefined }, async () => {
  const files = filesIn(path.join(realFiles ?? '', 'lists/ca-sema/2022-05'));
  const reading = await readList(caSema, files);
  assert.deepEqual(reading.counts, {
    entities: 2606,
    persons: 2069,
    bodies: 537,
    ships: 0,
    aliases: 1453,
    problems: 0,
  });
  assert.deepEqual(await readList(caSema, files), reading);
  const numbered = reading.entities.filter(({ recordId }) => /-2$/.test(recordId));
  assert.equal(numbered.length, 1);

  const xml = readFileSync(files[0]?.path ?? '', 'utf8');
  const records = [...xml.matchAll(/<record>([\s\S]*?)<\/record>/g)].map(([, body = '']) => (name: string) => {
    const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '';
    return text.replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
  });
  assert.equal(records.length, 2606);
  for (const [index, field] of records.entries()) {
    const entity = reading.entities[index];
    assert.ok(entity);
    const names = entity.names.map(({ text }) => text);
    const squeezed = (text: string) => text.replace(/[\s,;/]|\b(?:or|and)\b/g, '');
    const all = squeezed(names.join(''));
    const person = [field('GivenName'), field('LastName')].filter((part) => part !== '').join(' ');
    if (field('Entity') === '') assert.equal(names[0], person);
    for (const part of [field('Entity'), ...field('Aliases').split(/[;,]/)].flatMap((text) => text.split('/')))
      assert.ok(all.includes(squeezed(part)), part);
    const [first] = entity.birthDates;
    const written = field('DateOfBirth');
    assert.equal(first?.text, written === '' ? undefined : written.split(' or ')[0]);
    assert.equal(entity.programmes[0], field('Country').split('/')[0]?.trim());
    const place = [field('Schedule') && `Schedule ${field('Schedule')}`, field('Item') && `item ${field('Item')}`];
    assert.ok(entity.remarks.join('\n').includes(place.filter((part) => part !== '').join(', ')));
    assert.ok(entity.remarks.join('\n').includes(field('Title')));
  }
});
