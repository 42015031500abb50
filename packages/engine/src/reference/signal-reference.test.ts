import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../model/problem.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from './name-reference.ts';
import { buildSignalReference } from './signal-reference.ts';

const names = buildNameReference(referenceFiles);

test('what is shipped', () => {
  const { definitions, mailDomains, callingCodes, areaCodes, prefectures, questions, virtualOffices } =
    buildSignalReference(referenceFiles, names);
  assert.equal(definitions.get('EX-2')?.family, 'EXISTENCE');
  assert.equal(mailDomains.get('gmail.com'), 'free');
  assert.equal(mailDomains.get('yopmail.com'), 'disposable');
  assert.deepEqual(callingCodes.get('81'), ['jp']);
  assert.equal(prefectures.length, 47);
  assert.deepEqual(areaCodes.get('03'), ['東京都']);
  assert.deepEqual(areaCodes.get('0942'), ['福岡県', '佐賀県']);
  assert.deepEqual(
    prefectures.filter((prefecture) => ![...areaCodes.values()].some((named) => named.includes(prefecture))),
    [],
    'a prefecture without a telephone',
  );
  assert.equal(areaCodes.get('0120'), undefined, 'free of charge, of no place');
  assert.deepEqual(questions.get('pressure'), {
    answer: 'choice',
    answeredBy: 'reviewer',
    choices: ['no', 'yes'],
    concern: [],
  });
  assert.equal(questions.get('end-use')?.answeredBy, 'applicant');
  assert.ok(
    virtualOffices.every(({ source }) => source.startsWith('invented')),
    'no real address is shipped',
  );
  // no code begins another, so that the longest that fits is the only one
  const codes = [...callingCodes.keys()];
  assert.deepEqual(
    codes.filter((code) => codes.some((other) => other !== code && other.startsWith(code))),
    [],
  );
});

const definition = `- id: EX-1
  family: EXISTENCE
  computes: Something
  severity: { wrong: B }
  needs: [identifiers]
  falsePositives: Some
  source: Somewhere
`;

const wrong: readonly { name: string; file: string; text: string; where: string | number; reason: RegExp }[] = [
  { name: 'no list', file: 'signals.yml', text: 'a: 1', where: 1, reason: /not a list/ },
  { name: 'an unknown field', file: 'signals.yml', text: `${definition}  colour: red\n`, where: '1', reason: /colour/ },
  {
    name: 'an unknown family',
    file: 'signals.yml',
    text: definition.replace('EXISTENCE', 'LUCK'),
    where: '1',
    reason: /family/,
  },
  {
    name: 'an unknown severity',
    file: 'signals.yml',
    text: definition.replace('B }', 'X }'),
    where: '1',
    reason: /severity/,
  },
  {
    name: 'a question nobody asks',
    file: 'signals.yml',
    text: `${definition}  asked: { question: weather, raises: { 'yes': wrong }, clears: ['no'] }\n`,
    where: 'EX-1',
    reason: /no answer to the question "weather"/,
  },
  {
    name: 'an answer that cannot be given',
    file: 'signals.yml',
    text: `${definition}  asked: { question: pressure, raises: { often: wrong }, clears: ['no'] }\n`,
    where: 'EX-1',
    reason: /"often" is no answer/,
  },
  {
    name: 'an answer without a severity',
    file: 'signals.yml',
    text: `${definition}  asked: { question: pressure, raises: { 'yes': haste }, clears: ['no'] }\n`,
    where: 'EX-1',
    reason: /lacks a severity for "haste"/,
  },
  {
    name: 'no telephone area',
    file: 'contact/jp-area-codes.tsv',
    text: 'code\tprefectures\n3\t東京都\n',
    where: 2,
    reason: /beginning of a number/,
  },
  {
    name: 'no prefecture',
    file: 'contact/jp-area-codes.tsv',
    text: 'code\tprefectures\n03\t東京都 横浜市\n',
    where: 2,
    reason: /横浜市/,
  },
  {
    name: 'an area twice',
    file: 'contact/jp-area-codes.tsv',
    text: 'code\tprefectures\n03\t東京都\n03\t東京都\n',
    where: 3,
    reason: /already/,
  },
  {
    name: 'virtual offices that are no list',
    file: 'addresses/virtual-offices.yml',
    text: 'a: 1',
    where: 1,
    reason: /not a list/,
  },
  {
    name: 'a virtual office of an unknown kind',
    file: 'addresses/virtual-offices.yml',
    text: '- { address: A, kind: cellar, source: S }',
    where: '1',
    reason: /kind/,
  },
  { name: 'an id twice', file: 'signals.yml', text: definition + definition, where: 'EX-1', reason: /already/ },
  {
    name: 'no domain',
    file: 'contact/mail-domains.tsv',
    text: 'domain\tkind\nGmail\tfree\n',
    where: 2,
    reason: /domain/,
  },
  {
    name: 'an unknown kind',
    file: 'contact/mail-domains.tsv',
    text: 'domain\tkind\na.example\tnice\n',
    where: 2,
    reason: /nice/,
  },
  {
    name: 'a domain twice',
    file: 'contact/mail-domains.tsv',
    text: 'domain\tkind\na.example\tfree\na.example\tfree\n',
    where: 3,
    reason: /already/,
  },
  {
    name: 'no calling code',
    file: 'contact/calling-codes.tsv',
    text: 'code\tcountries\n081\tjp\n',
    where: 2,
    reason: /calling code/,
  },
  {
    name: 'no country',
    file: 'contact/calling-codes.tsv',
    text: 'code\tcountries\n81\tJapan\n',
    where: 2,
    reason: /country/,
  },
  {
    name: 'a code twice',
    file: 'contact/calling-codes.tsv',
    text: 'code\tcountries\n81\tjp\n81\tjp\n',
    where: 3,
    reason: /already/,
  },
];

for (const { name, file, text, where, reason } of wrong)
  test(`refused: ${name}`, () => {
    assert.throws(
      () => buildSignalReference(new Map([...referenceFiles, [file, text]]), names),
      (error) => {
        assert.ok(error instanceof Problem);
        assert.equal(error.code, 'reference.invalid');
        assert.equal(error.facts['file'], file);
        assert.equal(error.facts['line'] ?? error.facts['entry'], where);
        assert.match(String(error.facts['reason']), reason);
        return true;
      },
    );
  });
