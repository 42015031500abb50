import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { nameCases } from '../../testing/name-cases.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { schemata, type Schema } from '../model/entity.ts';
import { subjectNamed } from '../model/subject.ts';
import { analyseName } from '../names/analyse-name.ts';
import { isReadable } from '../names/is-readable.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseSubject, compareEntities, type AnalysedSubject, type EntityComparison } from './compare-entities.ts';
import { compareNames } from './compare-names.ts';

const reference = buildNameReference(referenceFiles);
const { hitScore } = reference.weights;

function subject(text: string, schema: Schema = 'Person'): AnalysedSubject {
  return analyseSubject(subjectNamed(text, schema), reference);
}

/** What holds of every comparison, whatever the texts are. */
function checkPair(a: string, b: string, schema: Schema): EntityComparison {
  const [one, other] = [subject(a, schema), subject(b, schema)];
  const comparison = compareEntities(one, other, reference);
  const { score, undisputedScore, contributions } = comparison;
  assert.ok(0 <= score && score <= 1, `score ${score}`);
  assert.ok(0 <= undisputedScore && undisputedScore <= 1, `undisputed score ${undisputedScore}`);
  for (const { factor, points } of contributions) assert.ok(Number.isFinite(points), `${factor} ${points}`);
  for (const pair of comparison.pairs) {
    assert.ok(pair.query !== undefined || pair.listed !== undefined);
    assert.ok(0 <= pair.similarity && pair.similarity <= 1, `similarity ${pair.similarity}`);
  }
  assert.deepEqual(compareEntities(subject(a, schema), subject(b, schema), reference), comparison, 'twice the same');
  const turned = compareEntities(other, one, reference).score;
  assert.ok(Math.abs(turned - score) < 1e-9, `${score}, the other way round ${turned}`);
  const { points } = compareNames(
    analyseName({ text: a }, reference, schema),
    analyseName({ text: b }, reference, schema),
    reference,
  );
  assert.ok(Number.isFinite(points), `points ${points}`);
  return comparison;
}

const schema = fc.constantFrom(...schemata);
/** Letters of every script that a table of ours reads, and of some that none does. */
const scripts = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x531, 0x58a],
  [0x591, 0x5f4],
  [0x600, 0x6ff],
  [0x900, 0x97f],
  [0xe01, 0xe5b],
  [0x1000, 0x109f],
  [0x10a0, 0x10ff],
  [0x1100, 0x11ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x2150, 0x218f],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
  [0x1d400, 0x1d7ff],
  [0x20000, 0x2a6df],
  [0xe0100, 0xe01ef],
] as const;
const ofOneScript = fc
  .constantFrom(...scripts)
  .chain(([from, to]) =>
    fc.string({ unit: fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code)), maxLength: 24 }),
  );
const mixed = fc.array(ofOneScript, { maxLength: 4 }).map((parts) => parts.join(' '));
/** UTF-16 units: surrogates stand alone. */
const broken = fc
  .array(fc.oneof(fc.integer({ min: 0xd800, max: 0xdfff }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
const anyText = fc.oneof(mixed, ofOneScript, broken, fc.string({ unit: 'binary', maxLength: 40 }));

test('texts of every script, and of none, can be compared', () => {
  fc.assert(
    fc.property(anyText, anyText, schema, (a, b, kind) => {
      checkPair(a, b, kind);
    }),
    { numRuns: 400 },
  );
});

test('a text beside itself with one character more, less or another', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), anyText, schema, (text, place, inserted, kind) => {
      const at = place % (text.length + 1);
      checkPair(text, text.slice(0, at) + inserted.slice(0, 1) + text.slice(at), kind);
      checkPair(text, text.slice(0, at) + text.slice(at + 1), kind);
    }),
    { numRuns: 150 },
  );
});

test('every plane of Unicode, a character of each block of 128', () => {
  for (let plane = 0; plane <= 16; plane++) {
    const characters = Array.from({ length: 512 }, (_, block) =>
      String.fromCodePoint(plane * 0x10000 + block * 128 + 65),
    );
    for (let start = 0; start < characters.length; start += 32) {
      const text = characters.slice(start, start + 32).join('');
      checkPair(text, `${text} Keller`, 'LegalEntity');
    }
  }
});

const wildTexts: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t\u00a0\u3000\u200b ',
  'a full stop': '.',
  'one letter': 'A',
  'a lone high surrogate': 'Anna \ud800 Keller',
  'a lone low surrogate': '\udc00',
  'a NUL': 'Anna\u0000Keller',
  'marks of direction': '\u202eAnna \u2066محمد\u2069 \u202cעלי Keller',
  'both directions': 'Anna محمد Keller כהן 陳',
  'a hundred marks on one letter': `A${'\u0301'.repeat(100)}nna`,
  'joined emoji': '👨‍👩‍👧‍👦 Keller',
  'signs alone': '*** ??? !!! ///',
  'only legal forms': 'GmbH & Co. KG Ltd.',
  'only titles': 'Dr. Prof. Sheikh',
  'only particles': 'al bin van der de la',
  'only initials': 'A. B. C. D. E. F. G. H.',
  'only numbers': '1 22 333 ４４ 五 VI',
  'letters of ten scripts': 'Aб有あ한עعเआაա',
};
for (const [what, text] of Object.entries(wildTexts))
  test(`${what} beside itself and beside a name`, () => {
    for (const kind of ['Person', 'Company'] as const) {
      checkPair(text, text, kind);
      checkPair(text, 'Anna Keller', kind);
      checkPair(text, '陳国強', kind);
    }
  });

const LONG = 100_000;
const longTexts: Readonly<Record<string, string>> = {
  'one Latin word': 'a'.repeat(LONG),
  'words of one letter': 'a '.repeat(LONG / 2),
  'different words': Array.from({ length: LONG / 5 }, (_, place) => place.toString(36))
    .join(' ')
    .slice(0, LONG),
  'Han without a space': '陳国強'.repeat(LONG / 3),
  kana: 'チン'.repeat(LONG / 2),
  hangul: '김정은'.repeat(LONG / 3),
  Arabic: 'محمد '.repeat(LONG / 5),
  'legal forms': '株式会社'.repeat(LONG / 4),
  'marks that combine': `a${'\u0301'.repeat(LONG)}`,
  'lone surrogates': '\ud800'.repeat(LONG),
  hyphens: 'a-'.repeat(LONG / 2),
  apostrophes: "o'".repeat(LONG / 2),
  'brackets that never close': '('.repeat(LONG),
  initials: 'A.'.repeat(LONG / 2),
  'letters of the largest width': '𠮷'.repeat(LONG / 2),
};
for (const [what, text] of Object.entries(longTexts))
  test(`100,000 characters: ${what}`, () => {
    const long = subject(text, 'LegalEntity');
    for (const other of [long, subject('Anna Keller'), subject('陳国強')]) {
      const { score } = compareEntities(long, other, reference);
      assert.ok(0 <= score && score <= 1);
    }
  });

test('a name that can be read is itself, however it is written', () => {
  const names = new Set(
    nameCases.flatMap(({ schema: kind, name1, name2 }) => [`${kind}|${name1}`, `${kind}|${name2}`]),
  );
  const others = [...names].flatMap((key) => {
    const [kind, text = ''] = key.split(/\|(.*)/s);
    const name = analyseName({ text }, reference, kind as Schema);
    // a name of nothing but ordinary words or one letter tells nobody from another
    if (!isReadable(name) || !name.tokens.some((token) => token.kind === 'word' && 1 < token.text.length)) return [];
    const own = subject(text, kind as Schema);
    const { score } = compareEntities(own, own, reference);
    return hitScore <= score ? [] : `${text}: ${score.toFixed(3)}`;
  });
  assert.deepEqual(others, []);
});

test('every case says the same in either direction', () => {
  const turned = nameCases.flatMap(({ schema: kind, name1, name2 }) => {
    const [a, b] = [subject(name1, kind), subject(name2, kind)];
    const [there, back] = [compareEntities(a, b, reference).score, compareEntities(b, a, reference).score];
    return Math.abs(there - back) < 1e-9 ? [] : `${name1} / ${name2}: ${there} and ${back}`;
  });
  assert.deepEqual(turned, []);
});
