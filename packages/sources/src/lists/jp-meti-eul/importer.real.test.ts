// Held against the real list, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { text } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';
import yauzl from 'yauzl';
import { readList, realFiles } from '../testing/read.ts';
import { jpMetiEul } from './importer.ts';

const fileOf = (day: string, name: string) => ({
  name,
  path: path.join(realFiles ?? '', 'lists/jp-meti-eul', day, name),
});
const workbook = fileOf('2025-09-29', '20250929_4.xlsx');
const pdf = fileOf('2025-01-31', '20250131003-1.pdf');
const squeezed = (written: string) => written.normalize('NFKC').replace(/[\s・()]/g, '');

test('the list of 2025-09-29', { skip: realFiles === undefined }, async () => {
  const file = workbook;
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
    const all = squeezed(names.join(''));
    const [, , nameCell = '', aliasCell = ''] = cells[index + 1] ?? [];
    assert.ok(squeezed(nameCell).startsWith(squeezed(names[0] ?? '?')), nameCell);
    for (const line of `${nameCell}\n${aliasCell}`.split('\n')) assert.ok(all.includes(squeezed(line)), line);
  }
});

test('the PDF of 2025-01-31', { skip: realFiles === undefined }, async () => {
  const reading = await readList(jpMetiEul, [pdf]);
  assert.deepEqual(reading.counts, { entities: 748, aliases: 1173, originalScriptNames: 256, problems: 0 });
  assert.deepEqual(await readList(jpMetiEul, [pdf]), reading);
  assert.ok(reading.entities.every(({ programmes }) => !programmes.includes('CW')));

  const inOrder = reading.entities.map(({ names }) => squeezed(names.map((name) => name.text).join('')));
  const printed = await naiveTexts(pdf.path);
  assert.deepEqual(
    printed.filter(({ x }) => x < 50).map(({ text }) => text),
    ['No.', ...inOrder.map((_, index) => String(index + 1))],
  );
  const cells = printed.filter(({ x }) => 130 < x && x < 505).slice(4); // those of the header
  for (const { text } of cells)
    assert.ok(inOrder.some((names) => names.includes(squeezed(text))) || /^\d+$/.test(text), text);
  const columns = [cells.filter(({ x }) => x < 320), cells.filter(({ x }) => x >= 320)];
  const running = columns.map((texts) => squeezed(texts.map(({ text }) => text).join('')));
  for (const { names } of reading.entities)
    for (const { text: name } of names)
      assert.ok(
        running.some((column) => column.includes(squeezed(name))),
        name,
      );
});

test('from the PDF to the workbook', { skip: realFiles === undefined }, async () => {
  const [before, after] = await Promise.all([pdf, workbook].map((file) => readList(jpMetiEul, [file])));
  const idsOf = (reading: typeof before) => new Map(reading?.entities.map((entity) => [entity.recordId, entity]));
  const [old, now] = [idsOf(before), idsOf(after)];
  const kept = [...old].filter(([id]) => now.has(id));
  const differ = (part: (entity: (typeof kept)[number][1]) => unknown) =>
    kept.filter(([id, entity]) => JSON.stringify(part(entity)) !== JSON.stringify(part(now.get(id) ?? entity))).length;
  assert.deepEqual(
    {
      added: now.size - kept.length,
      removed: old.size - kept.length,
      renamed: differ(({ names }) => names),
      renamedBeyondBlanks: differ(({ names }) => names.map(({ text: name, kind }) => [name.replace(/\s/g, ''), kind])),
      otherConcerns: differ(({ programmes }) => programmes),
      otherConcernsOfMassDestruction: differ(({ programmes }) => programmes.filter((code) => code !== 'CW')),
    },
    {
      added: 96,
      removed: 9,
      renamed: 29,
      renamedBeyondBlanks: 25,
      otherConcerns: 170,
      otherConcernsOfMassDestruction: 3,
    },
  );
});

/** Another reading of the same PDF: its texts as they come, without rows or columns. */
async function naiveTexts(file: string): Promise<{ text: string; x: number }[]> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(file)), { verbosity: 0 });
  const texts: { text: string; x: number }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items)
      if ('str' in item && item.str.trim() !== '') texts.push({ text: item.str, x: Number(item.transform[4]) });
  }
  return texts;
}

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
