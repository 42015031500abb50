import assert from 'node:assert/strict';
import test from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { effectsBesideSdn } from './effects.ts';

const where = { list: 'ofac-nonsdn', field: 'Program', record: '1' };
const directive = (order: string, number: string) =>
  `Executive Order ${order} Directive Determination - Subject to Directive ${number}`;

const cases: readonly { programmes: string[]; items: string[]; effects: string[] }[] = [
  {
    programmes: ['UKRAINE-EO13662'],
    items: [directive('13662', '1')],
    effects: ['debt-restriction', 'equity-restriction'],
  },
  { programmes: ['UKRAINE-EO13662'], items: [directive('13662', '4')], effects: ['debarment'] },
  {
    programmes: ['UKRAINE-EO13662', 'RUSSIA-EO14024'],
    items: [directive('13662', '2'), directive('13662', '4')],
    effects: ['debt-restriction', 'debarment'],
  },
  { programmes: ['UKRAINE-EO13662', 'SYRIA'], items: [], effects: ['debt-restriction'] },
  { programmes: ['CMIC-EO13959'], items: [], effects: ['equity-restriction'] },
  { programmes: ['561-Related'], items: [], effects: ['account-restriction'] },
  { programmes: ['SDGT', 'NS-PLC'], items: [], effects: ['information'] },
  { programmes: ['FSE-IR'], items: [], effects: ['export-ban', 'debarment'] },
];
for (const { programmes, items, effects } of cases)
  test(`${programmes.join(' ')} ${items.map((item) => item.slice(-11)).join(', ')}: ${effects.join(', ')}`, () =>
    assert.deepEqual(effectsBesideSdn(programmes, items, where), effects));

test('a programme nobody knows stops the import', () =>
  assertProblem(() => effectsBesideSdn(['MOON-EO1'], [], where), 'list.unknown-value', {
    list: 'ofac-nonsdn',
    field: 'Program',
    value: 'MOON-EO1',
  }));
