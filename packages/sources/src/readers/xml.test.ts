import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { temporaryFile } from './testing/files.ts';
import { all, assertProblem } from './testing/problems.ts';
import { readXml } from './xml.ts';

const settings = { list: 'invented', records: ['LIST/PEOPLE/PERSON'], attributes: ['LIST/@made'] };

async function recordsOf(context: TestContext, content: string) {
  const file = temporaryFile(context, 'list.xml', content);
  return (await all(readXml(file, settings))).flatMap(({ records }) => records);
}

const person =
  '<PERSON id="1">\n<NAME>A &amp; <![CDATA[B < C]]><!-- no --></NAME>\n<NAME/><AGE> 7\n years </AGE></PERSON>';

test('records come out with texts, attributes and lines', async (context) => {
  const content = `<?xml version="1.0"?>\n<LIST made="x" xmlns:xsi="y" xsi:z="w"><PEOPLE>\n${person}</PEOPLE></LIST>`;
  const [record] = await recordsOf(context, content);
  assert.equal(record?.line, 3);
  assert.deepEqual(record.takeTexts('NAME'), ['A & B < C']);
  assert.equal(record.take('AGE'), '7 years');
  await assertProblem(() => record.done(), 'list.unknown-column', { list: 'invented', line: 3, column: 'PERSON/@id' });
  record.ignore('@id');
  record.done();
});

test('attributes above the records that are asked for come out with them', async (context) => {
  const file = temporaryFile(context, 'list.xml', `<LIST made="2016-11-10"><PEOPLE>${person}</PEOPLE></LIST>`);
  const batches = await all(readXml(file, settings));
  assert.deepEqual(batches.at(-1)?.attributes, { 'LIST/@made': '2016-11-10' });
});

test('a file larger than any list is refused before it is read', async (context) => {
  const file = temporaryFile(context, 'list.xml', '<LIST/>');
  truncateSync(file.path, 300 << 20);
  await assertProblem(() => all(readXml(file, settings)), 'file.too-large', { maxBytes: 256 << 20 });
});

test('attributes are texts; one that must be there is named when it is not', async (context) => {
  const [record] = await recordsOf(context, '<LIST><PEOPLE><PERSON id=" a\n b " none=""/></PEOPLE></LIST>');
  assert.equal(record?.takeAttribute('id'), 'a b');
  assert.equal(record.takeAttribute('none'), undefined);
  assert.equal(record.takeAttribute('absent'), undefined);
  record.done();
  const facts = { line: 2, column: 'PERSON/@none' };
  await assertProblem(() => record.takeRequiredAttribute('none'), 'list.missing-field', facts);
});

test('a child that must be there once is refused when it is missing or there twice', async (context) => {
  const [record] = await recordsOf(context, '<LIST><PEOPLE><PERSON><A x="1"/><B/><B/></PERSON></PEOPLE></LIST>');
  assert.equal(record?.takeOnly('A').takeAttribute('x'), '1');
  await assertProblem(() => record.takeOnly('B'), 'list.duplicate-record', { column: 'PERSON/B' });
  await assertProblem(() => record.takeOnly('C'), 'list.missing-field', { column: 'PERSON/C' });
});

test('names of elements go without their prefix where the publisher varies it', async (context) => {
  const content = '<x:LIST xmlns:x="y"><x:PEOPLE><x:PERSON><x:AGE>7</x:AGE></x:PERSON></x:PEOPLE></x:LIST>';
  const file = temporaryFile(context, 'list.xml', content);
  const [batch] = await all(readXml(file, { ...settings, dropsPrefixes: true }));
  assert.equal(batch?.records[0]?.take('AGE'), '7');
  await assertProblem(() => all(readXml(file, settings)), 'list.unknown-column', { column: 'x:LIST' });
});

test('an element below a taken one must be taken too', async (context) => {
  const [record] = await recordsOf(context, `<LIST><PEOPLE><PERSON><A><B>x</B>\n<C/></A></PERSON></PEOPLE></LIST>`);
  const [a] = record?.takeAll('A') ?? [];
  assert.equal(a?.take('B'), 'x');
  await assertProblem(() => record?.done(), 'list.unknown-column', { line: 1, column: 'A/C' });
});

test('of an element that can stand once, two are refused, and none is missing', async (context) => {
  const [record] = await recordsOf(context, `<LIST><PEOPLE><PERSON><A>1</A><A>2</A></PERSON></PEOPLE></LIST>`);
  await assertProblem(() => record?.take('A'), 'list.duplicate-record', { column: 'PERSON/A' });
  await assertProblem(() => record?.take('B'), 'list.missing-field', { column: 'PERSON/B' });
});

const unreadable: readonly {
  name: string;
  content: string;
  code: 'file.unreadable' | 'list.unknown-column' | 'file.unexpected';
  facts: object;
}[] = [
  {
    name: 'a file cut off',
    content: `<LIST><PEOPLE>\n${person}\n<PERSON><NA`,
    code: 'file.unreadable',
    facts: { line: 6 },
  },
  { name: 'a file cut off between records', content: `<LIST><PEOPLE>\n${person}`, code: 'file.unreadable', facts: {} },
  { name: 'tags that do not match', content: '<LIST>\n<PEOPLE></LIST>', code: 'file.unreadable', facts: { line: 2 } },
  {
    name: 'an external entity',
    content:
      '<!DOCTYPE LIST [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<LIST><PEOPLE><PERSON>&x;</PERSON></PEOPLE></LIST>',
    code: 'file.unreadable',
    facts: { line: 2 },
  },
  {
    name: 'an unknown element above the records',
    content: '<LIST>\n<ANIMALS/></LIST>',
    code: 'list.unknown-column',
    facts: { line: 2, column: 'LIST/ANIMALS' },
  },
  { name: 'another root', content: '<FEED/>', code: 'list.unknown-column', facts: { column: 'FEED' } },
  {
    name: 'an unknown attribute above the records',
    content: '<LIST version="2"/>',
    code: 'list.unknown-column',
    facts: { column: 'LIST/@version' },
  },
  {
    name: 'text above the records',
    content: '<LIST>moved</LIST>',
    code: 'list.unknown-column',
    facts: { column: 'LIST/text()' },
  },
  {
    name: 'a web page',
    content: '<?xml version="1.0"?><!DOCTYPE html><html></html>',
    code: 'file.unexpected',
    facts: { line: 1 },
  },
  {
    name: 'elements nested without end',
    content: `<LIST><PEOPLE><PERSON>${'<A>'.repeat(100)}`,
    code: 'file.unreadable',
    facts: {},
  },
];
for (const { name, content, code, facts } of unreadable)
  test(`refuses ${name}`, (context) =>
    assertProblem(() => recordsOf(context, content), code, { list: 'invented', file: 'list.xml', ...facts }));
