import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { parseDateRange, type DateRange } from '../model/calendar.ts';
import type { EntityName } from '../model/entity.ts';
import type { Subject } from '../model/subject.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseSubject, compareEntities } from './compare-entities.ts';

const reference = buildNameReference(referenceFiles);
const { hitScore } = reference.weights;

function subject(names: readonly (string | EntityName)[], given: Partial<Subject> = {}): Subject {
  return {
    schema: 'Person',
    names: names.map((name) => (typeof name === 'string' ? { text: name, kind: 'primary' } : name)),
    birthDates: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    ...given,
  };
}
const compare = (a: Subject, b: Subject) =>
  compareEntities(analyseSubject(a, reference), analyseSubject(b, reference), reference);
const born = (text: string): { birthDates: DateRange[] } => {
  const range = parseDateRange(text);
  assert.ok(range);
  return { birthDates: [range] };
};

test('the score is the logistic of the sum of the contributions', () => {
  const { score, contributions } = compare(
    subject(['Ivan Petrov'], { ...born('1970-02-03'), genders: ['male'], countries: ['ru'] }),
    subject(['Petrov Ivan'], { ...born('1970-02-03'), genders: ['male'], nationalities: ['ru'] }),
  );
  const points = contributions.reduce((sum, contribution) => sum + contribution.points, 0);
  assert.equal(score, 1 / (1 + Math.exp(-points)));
  assert.deepEqual(
    contributions.map(({ factor }) => factor),
    ['name', 'rarity', 'order', 'birth-date', 'gender', 'country'],
  );
});

test('name only is said', () => {
  assert.ok(compare(subject(['Ivan Petrov'], born('1970')), subject(['Ivan Petrov'])).nameOnly);
  assert.ok(!compare(subject(['Ivan Petrov'], born('1970')), subject(['Ivan Petrov'], born('1970'))).nameOnly);
});

test('a birth date speaks for or against', () => {
  const score = (a: string, b: string) =>
    compare(subject(['Ivan Petrov'], born(a)), subject(['Ivan Petrov'], born(b))).score;
  const alone = compare(subject(['Ivan Petrov']), subject(['Ivan Petrov'])).score;
  assert.ok(alone < score('1970', '1970-02-03'));
  assert.ok(score('1970', '1970-02-03') < score('1970-02-03', '1970-02-03'));
  assert.ok(alone < score('1970-02-03', '1970-03-02'));
  assert.ok(score('1970-02-03', '1971-02-03') < alone);
  assert.ok(score('1970-02-03', '1984-02-03') < 0.5);
  assert.ok(score('1970', '1984') < 0.5);
});

test('another sex, a ship for a person', () => {
  const petrov = subject(['Ivan Petrov'], { genders: ['male'] });
  assert.ok(compare(petrov, subject(['Ivan Petrov'], { genders: ['female'] })).score < hitScore);
  assert.ok(compare(petrov, subject(['Ivan Petrov'], { schema: 'Vessel' })).score < 0.1);
  assert.ok(hitScore <= compare(petrov, subject(['Ivan Petrov'], { schema: 'LegalEntity' })).score);
});

test('another country alone does not clear a name', () => {
  const a = subject(['Ivan Petrov'], { countries: ['bg'] });
  assert.ok(hitScore <= compare(a, subject(['Ivan Petrov'], { countries: ['ru'] })).score);
});

test('an equal identifier nearly decides, whatever the name', () => {
  const imo = (value: string) => ({ schema: 'Vessel' as const, identifiers: [{ type: 'imo-number' as const, value }] });
  assert.ok(
    hitScore <= compare(subject(['Blue Star'], imo('IMO 9123456')), subject(['Red Moon'], imo('9123456'))).score,
  );
  assert.ok(compare(subject(['Blue Star'], imo('9123456')), subject(['Blue Star'], imo('9654321'))).score < 0.75);
  const passport = (country: string) => ({ identifiers: [{ type: 'passport' as const, value: 'AB 123456', country }] });
  assert.ok(compare(subject(['A B'], passport('ru')), subject(['C D'], passport('ua'))).score < 0.1);
  assert.ok(hitScore <= compare(subject(['A B'], passport('ru')), subject(['C D'], passport('ru'))).score);
});

test('a weak alias never makes a hit alone, and may with a second datum', () => {
  const listed = (given: Partial<Subject> = {}) =>
    subject(['Muhammad Hassan Qasim', { text: 'Black Tiger', kind: 'weak' }], given);
  const query = (given: Partial<Subject> = {}) => subject(['Black Tiger'], given);
  assert.ok(compare(query({ countries: ['sy'] }), listed({ countries: ['sy'] })).score < hitScore);
  assert.ok(hitScore <= compare(query(born('1970-02-03')), listed(born('1970-02-03'))).score);
});

test('like with like: other characters outweigh an equal reading', () => {
  const listed = subject(['LI Jianbin', { text: '李建彬', kind: 'original-script' }]);
  assert.ok(hitScore <= compare(subject(['Li Jianbin']), listed).score);
  assert.ok(compare(subject(['李建斌']), listed).score < hitScore);
  assert.ok(compare(subject(['Li Jianbin', { text: '李建斌', kind: 'original-script' }]), listed).score < hitScore);
  assert.ok(hitScore <= compare(subject(['李建彬']), listed).score);
});

test('a party known by kana alone meets a notice in Han and pinyin', () => {
  const notice = subject(['CHEN Guoqiang', { text: '陳国強', kind: 'original-script' }]);
  for (const kana of ['ちん こっきょう', 'チン・コッキョウ', 'ﾁﾝ ｺﾂｷﾖｳ', 'ちんこっきょう', 'チェン・グオチアン'])
    assert.ok(hitScore <= compare(subject([kana]), notice).score, kana);
});
