// Files that are not what they should be, each with the problem that says so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { ProblemCode, ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { openSanctions } from './importer.ts';

const whole = sampleFiles(new URL('./sample/', import.meta.url)).find(({ name }) => name === 'entities.ftm.json');
assert.ok(whole);
const text = readFileSync(whole.path, 'utf8');
const lines = text.trimEnd().split('\n');

const wrong: readonly { name: string; content: string; code: ProblemCode; facts: ProblemFacts }[] = [
  {
    name: 'an unknown property',
    content: text.replace('"legalForm"', '"legalShape"'),
    code: 'list.unknown-column',
    facts: { line: 1, record: 'NK-co1', field: 'legalShape' },
  },
  {
    name: 'an unknown property of a relation',
    content: text.replace('"percentage"', '"share"'),
    code: 'list.unknown-column',
    facts: { line: 9, record: 'own-1', field: 'share' },
  },
  {
    name: 'an unknown property of an address',
    content: text.replace('"latitude"', '"lat"'),
    code: 'list.unknown-column',
    facts: { line: 5, record: 'addr-1', field: 'lat' },
  },
  {
    name: 'an unknown property of a listing',
    content: text.replace('"provisions"', '"means"'),
    code: 'list.unknown-column',
    facts: { line: 7, record: 'san-2', field: 'means' },
  },
  {
    name: 'an unknown property of a document',
    content: text.replace('"number"', '"no"'),
    code: 'list.unknown-column',
    facts: { line: 8, record: 'pass-1', field: 'no' },
  },
  {
    name: 'an unknown field',
    content: text.replace('"target"', '"risk"'),
    code: 'list.unknown-column',
    facts: { line: 1, field: 'risk' },
  },
  {
    name: 'an unknown topic',
    content: text.replace('"topics":["sanction"]', '"topics":["sanctioned"]'),
    code: 'list.unknown-value',
    facts: { line: 1, record: 'NK-co1', value: 'sanctioned' },
  },
  {
    name: 'an unknown gender',
    content: text.replace('"female"', '"w"'),
    code: 'list.unknown-value',
    facts: { line: 3, record: 'NK-p2', field: 'gender' },
  },
  {
    name: 'one id twice',
    content: `${text}${lines[0] ?? ''}`,
    code: 'list.duplicate-record',
    facts: { line: 20, record: 'NK-co1' },
  },
  {
    name: 'a property that is no list',
    content: text.replace('["Kestrel Marine"]', '"Kestrel Marine"'),
    code: 'list.unexpected-shape',
    facts: { line: 1, field: 'properties/alias' },
  },
  {
    name: 'a record without an id',
    content: text.replace('"id":"NK-co1"', '"id":""'),
    code: 'list.unexpected-shape',
    facts: { line: 1, field: 'id' },
  },
  { name: 'a file cut off', content: text.slice(0, -40), code: 'file.unreadable', facts: { line: 19 } },
  { name: 'a web page', content: '<html>403</html>', code: 'file.unexpected', facts: {} },
  { name: 'another file of JSON lines', content: '{"a":1}\n', code: 'list.unknown-column', facts: { field: 'a' } },
  { name: 'a table', content: 'id,name\n1,A\n', code: 'file.unreadable', facts: { line: 1 } },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, async (context: TestContext) => {
    const file = temporaryFile(context, 'entities.ftm.json', content);
    await assertProblem(() => readList(openSanctions, [file]), code, {
      list: 'opensanctions',
      file: 'entities.ftm.json',
      ...facts,
    });
  });

test('nested without end is refused', async (context) => {
  let record: object = { id: 'x', schema: 'Company', properties: {} };
  for (let depth = 0; depth < 20; depth++)
    record = { id: `x${depth}`, schema: 'Company', properties: { parent: [record] } };
  const file = temporaryFile(context, 'targets.nested.json', JSON.stringify(record));
  await assertProblem(() => readList(openSanctions, [file]), 'list.unexpected-shape', {
    reason: 'is nested deeper than 12 levels',
  });
});
