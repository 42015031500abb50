import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { schemata, type Schema } from '../model/entity.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseName } from './analyse-name.ts';
import { describeName } from './describe-name.ts';

const reference = buildNameReference(referenceFiles);
const read = (text: string, schema?: Schema) => analyseName({ text }, reference, schema);
const words = (text: string, schema?: Schema) => read(text, schema).tokens.map((token) => token.text);
const sounds = (text: string, schema: Schema = 'Person') =>
  read(text, schema).tokens.map((token) => token.sounds.map(({ key }) => key));

const wordCases: readonly (readonly [string, Schema | undefined, string])[] = [
  ['陳国強', 'Person', '陈 国强'],
  ['欧陽明', 'Person', '欧阳 明'],
  ['高橋健', 'Person', '高桥 健'],
  ['박근혜', 'Person', '박 근혜'],
  ['チン・コッキョウ', 'Person', 'チン コッキョウ'],
  ['ちん こっきょう', 'Person', 'チン コッキョウ'],
  ['佐藤さくら', 'Person', '佐藤 サクラ'],
  ['CHEN Guo-qiang', 'Person', 'chen guoqiang'],
  ['Jean-Pierre Martin', 'Person', 'jean pierre martin'],
  ["Ch'en Kuo-ch'iang", 'Person', 'chen kuochiang'],
  ['PETROV, Ivan', 'Person', 'ivan petrov'],
  ['A.P.J. Abdul Kalam', 'Person', 'a p j abdul kalam'],
  ['Ramesh a/l Kumar', 'Person', 'ramesh a/l kumar'],
  ['Smith & Sons Ltd', 'Company', 'smith and sons'],
  ['华为技术有限公司', 'Company', '华为 技术'],
  ['ABC商事株式会社', 'Company', 'abc 商事'],
  ['61419部队', 'Organization', '61419 部队'],
  ['', undefined, ''],
  ['---', undefined, ''],
  ['constructor __proto__ toString', 'Company', 'constructor proto tostring'],
  ['Sample Trust II', 'Company', 'sample trust 2'],
  ['金子みすず', 'Person', '金子 ミスズ'],
];
for (const [text, schema, expected] of wordCases)
  test(`words of "${text}"`, () => assert.equal(words(text, schema).join(' '), expected));

test('titles are set aside while a name remains', () => {
  assert.deepEqual(read('Dr Sheikh Ali Hassan', 'Person').titles, ['dr', 'sheikh']);
  assert.deepEqual(read('U Thein Sein', 'Person').titles, ['u']);
  assert.deepEqual(words('U. Sein', 'Person'), ['u', 'sein']);
  assert.deepEqual(read('山田先生', 'Person').titles, ['先生']);
  assert.deepEqual(words('General', 'Person'), ['general']);
});

test('roles come from a comma, from the source and from a family name of the table', () => {
  const roles = (name: ReturnType<typeof read>) => name.tokens.map(({ role }) => role);
  assert.deepEqual(roles(read('PETROV, Ivan', 'Person')), ['given', 'family']);
  assert.deepEqual(roles(read('CHEN, Guoqiang', 'Person')), ['family', 'given']);
  assert.deepEqual(roles(read('ПЕТРОВ, Иван', 'Person')), ['family', 'given']);
  assert.deepEqual(roles(read('陳国強', 'Person')), ['family', 'given']);
  const given = analyseName({ text: 'Guoqiang Chen', family: 'CHEN', given: 'Guoqiang' }, reference, 'Person');
  assert.deepEqual(roles(given), ['given', 'family']);
});

test('Han characters have their readings in every tradition', () => {
  const [family = [], given = []] = sounds('陳国強');
  for (const key of ['zh:chen', 'yue:can', 'ja:chin', 'zh-name:陈', 'la:tran']) assert.ok(family.includes(key), key);
  for (const key of ['zh:guoqiang', 'yue:gwokkoeng', 'ja:kokkyo', 'ja:kokukyo']) assert.ok(given.includes(key), key);
  assert.ok(sounds('単丹')[0]?.includes('zh:shan'));
  assert.ok(sounds('高橋健')[0]?.includes('ja:takahashi'));
});

const soundCases: readonly (readonly [string, string])[] = [
  ['ちん', 'ja:chin'],
  ['ﾁﾝ', 'ja:chin'],
  ['チェン', 'zh:chen'],
  ['グオチアン', 'zh:guoqiang'],
  ['シユン', 'ja:shun'],
  ['kuochiang', 'zh:guoqiang'],
  ['kwok', 'yue:gwok'],
  ['Saitoh', 'ja:saito'],
  ['Shimbashi', 'ja:shinbashi'],
  ['Kokkyō', 'ja:kokkyo'],
  ['Гоцян', 'zh:guoqiang'],
  ['Щербакова', 'la:shcherbakova'],
  ['Γιώργος', 'la:giorgos'],
  ['근혜', 'la:geunhye'],
  ['محمد', 'la:mhmd'],
  ['כהן', 'la:khn'],
];
for (const [text, key] of soundCases) test(`"${text}" sounds ${key}`, () => assert.ok(sounds(text)[0]?.includes(key)));

test('a description is plain data', () => {
  const described = describeName(read('㈱三菱電機', 'Company'), reference);
  assert.deepEqual(described.legalForms, [{ form: 'kk', display: '株式会社', position: 'before' }]);
  assert.deepEqual(
    described.words.map(({ text, script, kind }) => ({ text, script, kind })),
    [
      { text: '三菱', script: 'han', kind: 'word' },
      { text: '电机', script: 'han', kind: 'concept' },
    ],
  );
  assert.ok(
    described.words[0]?.readings.some(({ tradition, text }) => tradition === 'japanese' && text === 'mitsubishi'),
  );
  assert.deepEqual(JSON.parse(JSON.stringify(described)), described);
});

test('any text is read without an error', () => {
  const anySchema = fc.constantFrom(undefined, ...schemata);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), anySchema, (text, schema) => {
      const name = read(text, schema);
      for (const token of name.tokens) {
        assert.notEqual(token.text, '');
        for (const { quality } of token.sounds) assert.ok(0 < quality && quality <= 1);
      }
      assert.deepEqual(read(text, schema), name);
    }),
    { numRuns: 1500 },
  );
});

test('long and hostile texts come to an end', () => {
  const texts = [
    '技术'.repeat(50_000),
    'a'.repeat(100_000),
    'ka'.repeat(50_000),
    'xi an '.repeat(20_000),
    '金'.repeat(100_000),
    '김'.repeat(100_000),
    'カ'.repeat(100_000),
    'a-'.repeat(50_000),
    '(('.repeat(50_000),
    '\ud800'.repeat(100_000),
    'a\u0301'.repeat(50_000),
    ', '.repeat(50_000),
    'Dr '.repeat(30_000),
    `a${'l'.repeat(100_000)}ah`,
    `${'b'.repeat(100_000)}ova`,
    'abd al aziz '.repeat(9_000),
    'IvanPetrov'.repeat(10_000),
    'ÀÀ aa '.repeat(17_000),
    'I V X '.repeat(17_000),
    'forty four '.repeat(9_000),
    'a / b and '.repeat(10_000),
    '第十二'.repeat(33_000),
    'общество с '.repeat(10_000),
    Array.from({ length: 1000 }, (_, plane) => String.fromCodePoint(plane * 1087)).join(' '),
  ];
  for (const text of texts) for (const schema of ['Person', 'Company'] as const) read(text, schema);
});
