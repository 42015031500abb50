// Held against the real list, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { readList, realFiles } from '../testing/read.ts';
import { jpMetiEul } from './importer.ts';

test('the list of 2025-09-29', { skip: realFiles === undefined }, async () => {
  const name = '20250929_4.xlsx';
  const file = { name, path: path.join(realFiles ?? '', 'lists/jp-meti-eul/2025-09-29', name) };
  const reading = await readList(jpMetiEul, [file]);
  assert.deepEqual(reading.counts, { entities: 835, aliases: 1393, originalScriptNames: 271, problems: 0 });
  assert.deepEqual(await readList(jpMetiEul, [file]), reading);

  const concerned = (test: (codes: readonly string[]) => boolean) =>
    reading.entities.filter(({ programmes }) => test(programmes)).length;
  assert.equal(
    concerned((codes) => !codes.includes('CW')),
    595,
  );
  assert.equal(
    concerned((codes) => codes.join() === 'CW'),
    54,
  );
  assert.equal(
    concerned((codes) => codes.includes('CW') && codes.length > 1),
    186,
  );
  const inCountry = (code: string) => reading.entities.filter(({ countries }) => countries.includes(code)).length;
  assert.deepEqual(['ir', 'kp', 'cn', 'pk', 'ru'].map(inCountry), [257, 154, 127, 103, 100]);

  const cells = await naiveCells(file.path);
  for (const [index, entity] of reading.entities.entries()) {
    const names = entity.names.map(({ text: written }) => written);
    const squeezed = (written: string) => written.replace(/[\s・()（）]/g, '');
    const all = squeezed(names.join(''));
    const [, , nameCell = '', aliasCell = ''] = cells[index + 1] ?? [];
    assert.ok(squeezed(nameCell).startsWith(squeezed(names[0] ?? '?')), nameCell);
    for (const line of `${nameCell}\n${aliasCell}`.split('\n')) assert.ok(all.includes(squeezed(line)), line);
  }
});

/** Another reading of the same workbook: its XML by regular expressions. */
async function naiveCells(file: string): Promise<string[][]> {
  const parts = new Map<string, string>();
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  const plain = (xml: string) =>
    [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)]
      .map(([, value = '']) =>
        value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      )
      .join('');
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, si = '']) =>
    plain(si),
  );
  const rows = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)];
  return rows.map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, column = '', attributes = '', content = ''] of row.matchAll(
      /<c r="([A-F])\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '';
      cells['ABCDEF'.indexOf(column)] = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
    }
    return cells;
  });
}
