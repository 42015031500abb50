import assert from 'node:assert/strict';
import test from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';
import { readXlsx } from './xlsx.ts';

const where = { list: 'invented', file: 'list.xlsx' };

function workbook(rows: unknown[][], change?: (sheet: XLSX.WorkSheet) => void): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  change?.(sheet);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '見本');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('texts as shown, formulas as their values, lines within cells, empty cells and rows', async (context) => {
  const content = workbook([['No.', '名前'], [1, 'A\nB'], [], [2.5, '', 'x'], ['', '']], (sheet) => {
    Object.assign(sheet['A2'] as object, { f: 'ROW()-1' });
  });
  assert.deepEqual(await readXlsx(temporaryFile(context, 'list.xlsx', content), 'invented'), [
    {
      name: '見本',
      rows: [
        { line: 1, values: ['No.', '名前'] },
        { line: 2, values: ['1', 'A\nB'] },
        { line: 4, values: ['2.5', '', 'x'] },
      ],
    },
  ]);
});

test('rows beyond the dimension that the sheet states are read', async (context) => {
  const stated = workbook([['a'], ['b'], ['c']]).toString('latin1');
  const content = stated.replace('<dimension ref="A1:A3"/>', '<dimension ref="A1"   />');
  assert.notEqual(content, stated);
  const [sheet] = await readXlsx(temporaryFile(context, 'list.xlsx', Buffer.from(content, 'latin1')), 'invented');
  assert.equal(sheet?.rows.length, 3);
});

test('a cell that shows an error is refused with its place', async (context) => {
  const content = workbook(
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    (sheet) => (sheet['B2'] = { t: 'e', v: 0x17, w: '#REF!' }),
  );
  await assertProblem(() => readXlsx(temporaryFile(context, 'list.xlsx', content), 'invented'), 'list.unknown-value', {
    ...where,
    sheet: '見本',
    line: 2,
    column: 'B',
    value: '#REF!',
  });
});

test('a workbook that is cut off, damaged, or none is refused', async (context) => {
  const content = workbook(Array.from({ length: 500 }, (_, index) => [index, `name ${index * 7919}`]));
  const read = (bytes: string | Uint8Array) => readXlsx(temporaryFile(context, 'list.xlsx', bytes), 'invented');
  await assertProblem(() => read(content.subarray(0, content.length / 2)), 'file.unreadable', where);
  await assertProblem(() => read('<!doctype html><p>Not found'), 'file.unexpected', {
    ...where,
    reason: 'it is a web page, not the list',
  });
  await assertProblem(() => read('No.,Name\n'), 'file.unexpected', where);
  await assertProblem(() => read(zipOf('xl/nothing.xml', Buffer.from('<a/>'))), 'file.unreadable', where);
});

test('a zip bomb is refused before it is unpacked', async (context) => {
  const read = (bytes: Uint8Array) => readXlsx(temporaryFile(context, 'list.xlsx', bytes), 'invented');
  const bomb = Buffer.alloc(64 << 20, 'a');
  await assertProblem(() => read(zipOf('xl/workbook.xml', bomb)), 'file.too-large', where);
  await assertProblem(() => read(zipOf('xl/workbook.xml', bomb, 1000)), 'file.unreadable', where);
});

/** A zip file of one deflated entry; `statedSize` is what it says of its unpacked size. */
function zipOf(name: string, content: Buffer, statedSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const fields = (offset: number | undefined) => {
    const header = Buffer.alloc(offset === undefined ? 30 : 46);
    const at = offset === undefined ? 0 : 2;
    header.writeUInt32LE(offset === undefined ? 0x04034b50 : 0x02014b50, 0);
    header.writeUInt16LE(20, 4 + at);
    header.writeUInt16LE(8, 8 + at);
    header.writeUInt32LE(crc32(content), 14 + at);
    header.writeUInt32LE(packed.length, 18 + at);
    header.writeUInt32LE(statedSize, 22 + at);
    header.writeUInt16LE(name.length, 26 + at);
    return Buffer.concat([header, Buffer.from(name)]);
  };
  const local = Buffer.concat([fields(undefined), packed]);
  const central = fields(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
