import assert from 'node:assert/strict';
import test from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';
import { readWorkbook } from './workbook.ts';

const where = { list: 'invented', file: 'list.xlsx' };

type BookType = 'xlsx' | 'xlsb' | 'xls' | 'biff5' | 'biff2' | 'ods';

function workbook(
  rows: unknown[][],
  change?: (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void,
  bookType: BookType = 'xlsx',
): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '見本');
  change?.(sheet, book);
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

test('texts as shown, formulas as their values, lines within cells, empty cells and rows', async (context) => {
  const content = workbook([['No.', '名前'], [1, 'A\nB'], [], [2.5, '', 'x'], ['', '']], (sheet) => {
    Object.assign(sheet['A2'] as object, { f: 'ROW()-1' });
  });
  assert.deepEqual(await readWorkbook(temporaryFile(context, 'list.xlsx', content), 'invented'), [
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
  const [sheet] = await readWorkbook(temporaryFile(context, 'list.xlsx', Buffer.from(content, 'latin1')), 'invented');
  assert.equal(sheet?.rows.length, 3);
});

for (const bookType of ['xlsx', 'xlsb', 'xls', 'ods'] as const)
  test(`${bookType}, whatever its name: texts, empty cells and rows, dates by both calendars`, async (context) => {
    for (const date1904 of [false, true]) {
      const rows = [
        ['名前', 'born', 'No.'],
        ['株式会社A\nB', 22882 - (date1904 ? 1462 : 0)],
        [],
        ['', '', 12345678901234],
      ];
      const change = (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => {
        Object.assign(sheet['B2'] as object, { z: 'm/d/yy' });
        book.Workbook = { WBProps: { date1904 } };
      };
      const file = temporaryFile(context, 'list.bin', workbook(rows, change, bookType));
      const [sheet] = await readWorkbook(file, 'invented', 'data');
      assert.deepEqual(sheet?.rows, [
        { line: 1, values: ['名前', 'born', 'No.'] },
        { line: 2, values: ['株式会社A\nB', '1962-08-24'] },
        { line: 4, values: ['', '', '12345678901234'] },
      ]);
    }
  });

test('a date whose format shows no day is a month', async (context) => {
  const formats = { A1: 'mmm-yy', A2: 'mmmm\\ yyyy', A3: '"d" mm/yyyy', A4: 'd-mmm-yy', A5: 'yyyy' };
  const change = (sheet: XLSX.WorkSheet) => {
    for (const [cell, z] of Object.entries(formats)) Object.assign(sheet[cell] as object, { z });
  };
  const file = temporaryFile(
    context,
    'list.xls',
    workbook(
      Array.from({ length: 5 }, () => [22882]),
      change,
      'xls',
    ),
  );
  const [sheet] = await readWorkbook(file, 'invented', 'data');
  assert.deepEqual(
    sheet?.rows.map(({ values }) => values[0]),
    ['1962-08', '1962-08', '1962-08', '1962-08-24', '1962'],
  );
});

test('an .xls of Excel 95 says in which code page its texts are', async (context) => {
  const written = workbook([['QQQQ']], undefined, 'biff5').toString('latin1');
  const [codePage1252, codePage932] = ['\x42\x00\x02\x00\xe4\x04', '\x42\x00\x02\x00\xa4\x03'];
  assert.ok(written.includes(codePage1252));
  const content = written.replace(codePage1252, codePage932).replace('QQQQ', '\x96\xbc\x91\x4f');
  const [sheet] = await readWorkbook(temporaryFile(context, 'list.xls', Buffer.from(content, 'latin1')), 'invented');
  assert.deepEqual(sheet?.rows[0]?.values, ['名前']);
});

test('a cell that shows an error is refused with its place', async (context) => {
  const content = workbook(
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    (sheet) => (sheet['B2'] = { t: 'e', v: 0x17, w: '#REF!' }),
  );
  await assertProblem(
    () => readWorkbook(temporaryFile(context, 'list.xlsx', content), 'invented'),
    'list.unknown-value',
    {
      ...where,
      sheet: '見本',
      line: 2,
      column: 'B',
      value: '#REF!',
    },
  );
});

test('a workbook that is cut off, damaged, or none is refused', async (context) => {
  const content = workbook(Array.from({ length: 500 }, (_, index) => [index, `name ${index * 7919}`]));
  const read = (bytes: string | Uint8Array) => readWorkbook(temporaryFile(context, 'list.xlsx', bytes), 'invented');
  await assertProblem(() => read(content.subarray(0, content.length / 2)), 'file.unreadable', where);
  await assertProblem(() => read('<!doctype html><p>Not found'), 'file.unexpected', {
    ...where,
    reason: 'it is a web page, not the list',
  });
  await assertProblem(() => read('No.,Name\n'), 'file.unexpected', where);
  await assertProblem(() => read(zipOf('xl/nothing.xml', Buffer.from('<a/>'))), 'file.unreadable', where);
});

test('an .xls that is cut off is refused, as are one with a password and one before Excel 5', async (context) => {
  const rows = Array.from({ length: 500 }, (_, index) => [index, `name ${index * 7919}`]);
  const content = workbook(rows, undefined, 'xls');
  const read = (bytes: string | Uint8Array) => readWorkbook(temporaryFile(context, 'list.xls', bytes), 'invented');
  assert.equal((await read(content))[0]?.rows.length, 500);
  const cutOff = { list: 'invented', file: 'list.xls', reason: 'it is cut off: it is shorter than it says' };
  for (const length of [100, 512, 1024, content.length / 2, content.length - 4096])
    await assertProblem(() => read(content.subarray(0, length)), 'file.unreadable', cutOff);
  await assertProblem(() => read(workbook(rows, undefined, 'biff2')), 'file.unexpected', { file: 'list.xls' });
  const isProtected = { reason: 'it is protected with a password; save it without one' };
  await assertProblem(
    () => read(ole2Of({ EncryptionInfo: 'x', EncryptedPackage: 'x' })),
    'file.unreadable',
    isProtected,
  );
  await assertProblem(() => read(ole2Of({ WordDocument: 'x' })), 'file.unreadable', { file: 'list.xls' });
});

test('a workbook of macros alone is refused', async (context) => {
  const sheet = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"';
  const macro = 'Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"';
  const written = workbook([['a']]).toString('latin1');
  const content = Buffer.from(written.replace(sheet, macro.padEnd(sheet.length)), 'latin1');
  await assertProblem(() => readWorkbook(temporaryFile(context, 'list.xlsm', content), 'invented'), 'file.unreadable', {
    reason: 'it has no sheet of cells',
  });
});

test('a zip bomb is refused before it is unpacked', async (context) => {
  const read = (bytes: Uint8Array) => readWorkbook(temporaryFile(context, 'list.xlsx', bytes), 'invented');
  const bomb = Buffer.alloc(64 << 20, 'a');
  await assertProblem(() => read(zipOf('xl/workbook.xml', bomb)), 'file.too-large', where);
  await assertProblem(() => read(zipOf('xl/workbook.xml', bomb, 1000)), 'file.unreadable', where);
});

/** What the library has for OLE2 files, which it gives no types. */
interface Ole2Writer {
  readonly utils: {
    cfb_new(): unknown;
    cfb_add(container: unknown, name: string, content: Buffer): void;
  };
  write(container: unknown, options: { readonly type: 'buffer' }): Buffer;
}

/** An OLE2 file with these streams. */
function ole2Of(streams: Readonly<Record<string, string>>): Buffer {
  const writer = XLSX.CFB as Ole2Writer;
  const container = writer.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    writer.utils.cfb_add(container, `/${name}`, Buffer.from(content.padEnd(5000)));
  return writer.write(container, { type: 'buffer' });
}

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
