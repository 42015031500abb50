import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ProblemCode, ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readRegister } from '../testing/read-register.ts';
import { krDart } from './importer.ts';

const file = { name: 'CORPCODE.xml', path: fileURLToPath(new URL('./sample/CORPCODE.xml', import.meta.url)) };
const xml = readFileSync(file.path, 'utf8');
const stated = {
  process: 'stated',
  latest: true,
  nameIsSubstitute: false,
  addressIsSubstitute: false,
  kind: 'not-stated',
  excludedFromSearch: false,
};

test('rows are read, every element in its place; a code that is none is told', async () => {
  const { rows, problems } = await readRegister(krDart, file, '2026-10-30');
  assert.deepEqual(rows, [
    {
      ...stated,
      number: '00999901',
      sequence: 2,
      updatedOn: '2025-06-30',
      changedOn: '2025-06-30',
      name: '견본T&D',
      englishName: 'Gyeonbon T&D Co., Ltd.',
      identifiers: [{ type: 'other', value: '0099Y0', country: 'kr', note: 'stock code of the Korea Exchange' }],
    },
    {
      ...stated,
      number: '00999902',
      sequence: 9,
      updatedOn: '2017-06-30',
      changedOn: '2017-06-30',
      name: '예시산업',
    },
  ]);
  assert.deepEqual(
    problems.map(({ code, facts: { line, field, value } }) => [code, line, field, value]),
    [['list.unknown-value', 16, 'corp_code', '9999']],
  );
});

test('the zip it comes in, whatever its name, is read the same', async (context) => {
  const zip = temporaryFile(context, 'CORPCODE.xml', zipOf('CORPCODE.xml', Buffer.from(xml)));
  assert.deepEqual(await readRegister(krDart, zip, '2026-10-30'), await readRegister(krDart, file, '2026-10-30'));
});

test('it stands for the day of the edition, and absence from it means nothing', () => {
  const scope = krDart.scope(file, '2026-10-30');
  assert.deepEqual(scope, { file, part: 'full', date: '2026-10-30' });
  assert.equal(krDart.isWhole([scope]), false);
});

const wrong: readonly { name: string; content: string; code: ProblemCode; facts?: ProblemFacts }[] = [
  {
    name: 'an unknown element',
    content: xml.replaceAll('corp_eng_name', 'eng_name'),
    code: 'list.unknown-column',
    facts: { line: 2 },
  },
  { name: 'a cut-off file', content: xml.slice(0, 500), code: 'file.unreadable' },
  {
    name: "the service's error answer",
    content: '<result><status>020</status></result>',
    code: 'list.unknown-column',
    facts: { column: 'result/status' },
  },
  { name: 'a web page', content: '<html></html>', code: 'file.unexpected' },
  {
    name: 'a day that is none',
    content: xml.replace('20250630', '20250631'),
    code: 'list.date',
    facts: { value: '20250631' },
  },
  {
    name: 'a code twice',
    content: xml.replace('00999902', '00999901'),
    code: 'list.duplicate-record',
    facts: { record: '00999901' },
  },
  {
    name: 'a stock code of another form',
    content: xml.replace('0099Y0', '99'),
    code: 'list.unknown-value',
    facts: { value: '99' },
  },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context) => {
    const broken = temporaryFile(context, 'CORPCODE.xml', content);
    return assertProblem(() => readRegister(krDart, broken, '2026-10-30'), code, facts);
  });

/** A zip file with one file in it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt16LE(8, 4);
  entry.writeUInt32LE(crc32(content), 10);
  entry.writeUInt32LE(packed.length, 14);
  entry.writeUInt32LE(content.length, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), entry, Buffer.from(name), packed]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.of(20, 0),
    entry,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
