import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { Party } from '../model/application.ts';
import type { Confirmation, RegisterFact, RegisterRow } from '../model/register.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildLatinAddresses } from '../reference/latin-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { ADDRESS, MIHON, factOf, honest, numbered, partyOf, whole, type Expected } from './confirm-cases.ts';
import { confirm, confirmationReasons, registerQuestion, type RegisterAnswer } from './confirm.ts';
import { registerNameKeys } from './register-name-keys.ts';

const names = buildNameReference(referenceFiles);
const reference = {
  names,
  japaneseAddresses: buildJapaneseAddresses(referenceFiles, names.characters),
  latinAddresses: buildLatinAddresses(referenceFiles),
};

/** As the flow does: the number is looked up, and companies that share a key with a claimed name. */
function ask(party: Party, register: readonly RegisterFact[], answer: Partial<RegisterAnswer> = {}): Confirmation {
  const { number, nameKeys } = registerQuestion(party, whole, names);
  const byNumber = register.find(({ current }) => current.number === number);
  const keysOf = ({ name, kana, englishName }: RegisterRow) =>
    [name, kana, englishName].flatMap((text) => (text === undefined ? [] : registerNameKeys(text, names)));
  const byName = register.filter(({ current, history }) =>
    [current, ...history].some((row) => keysOf(row).some((key) => nameKeys.includes(key))),
  );
  return confirm(party, { ...whole, ...(byNumber && { byNumber }), byName, ...answer }, reference);
}

const field = (confirmation: Confirmation, name: string) => confirmation.fields.find((one) => one.field === name);

for (const [what, party, fact, [verdict, reason]] of numbered)
  test(`found by number, ${what}: ${verdict}, ${reason}`, () => {
    const confirmation = ask(party, [fact]);
    assert.deepEqual([confirmation.verdict, confirmation.reason], [verdict, reason]);
    assert.equal(confirmation.basis, 'number');
    assert.equal(confirmation.number, MIHON);
    assert.equal(confirmation.fact, fact);
  });

test('what differs is said with both values', () => {
  const other = { closedOn: '2024-03-31', closeCause: '01' };
  const confirmation = ask(partyOf('有限会社架空', { number: MIHON, full: '大阪市北区梅田1-1' }), [factOf(other)]);
  assert.deepEqual(confirmation.fields, [
    { field: 'name', verdict: 'DIFFERENT', claimed: '有限会社架空', registered: '株式会社見本商事' },
    {
      field: 'address',
      verdict: 'DIFFERENT',
      claimed: '大阪市北区梅田1-1',
      registered: '東京都千代田区霞が関８丁目９番１０号',
      detail: 'DIFFERENT',
    },
    { field: 'status', verdict: 'DIFFERENT', registered: 'closed 2024-03-31 01' },
    { field: 'kind', verdict: 'DIFFERENT', claimed: '有限会社', registered: '301' },
  ]);
});

test('an address that agrees in part is said to, for the policy to judge', () => {
  const addressOf = (full: string) => field(ask(partyOf('見本商事', { number: MIHON, full }), [factOf()]), 'address');
  assert.deepEqual([addressOf(ADDRESS)?.verdict, addressOf(ADDRESS)?.detail], ['SAME', 'SAME']);
  assert.deepEqual(
    [addressOf('千代田区霞が関8-9')?.verdict, addressOf('千代田区霞が関8-9')?.detail],
    ['SIMILAR', 'SAME_BLOCK'],
  );
  assert.equal(addressOf('千代田区霞が関8-7-6')?.detail, 'SAME_TOWN');
  assert.equal(addressOf('千代田区丸の内8-9-10')?.detail, 'SAME_CITY');
  assert.equal(addressOf('Kasumigaseki')?.verdict, 'UNPARSEABLE');
  assert.equal(field(ask(partyOf('見本商事', { number: MIHON }), [factOf()]), 'address')?.verdict, 'NOT_CLAIMED');
});

test('a seat that the register has as one text is compared part by part as well', () => {
  const { prefecture = '', city = '', street = '', ...others } = factOf().current;
  const verdictIn = (current: RegisterFact['current'], full: string) =>
    field(ask(partyOf('見本商事', { number: MIHON, full }), [{ ...factOf(), current }]), 'address')?.detail;
  assert.equal(verdictIn({ ...others, street: prefecture + city + street }, ADDRESS), 'SAME');
  assert.equal(verdictIn({ ...others, street: city + street }, ADDRESS), 'SAME');
  assert.equal(verdictIn({ ...others, street: city + street }, '大阪市北区梅田1-1'), 'DIFFERENT');
  assert.equal(verdictIn({ ...others, addressAbroad: '架空国例示通９９' }, ADDRESS), 'UNPARSEABLE');
});

test('found in an incomplete but fresh register is confirmed; in a stale one it is not', () => {
  const party = partyOf('株式会社見本商事', honest);
  assert.equal(ask(party, [factOf()], { complete: false }).verdict, 'CONFIRMED');
  const stale = ask(party, [factOf()], { fresh: false });
  assert.deepEqual([stale.verdict, stale.reason], ['NOT_CHECKABLE', 'register-stale']);
  assert.equal(field(stale, 'name')?.verdict, 'SAME');
});

const unknownNumber = partyOf('株式会社架空通商', { number: '6990001000002', full: ADDRESS });
const unnumbered = partyOf('株式会社架空通商', { full: ADDRESS });

for (const [what, answer, expected] of [
  ['complete and fresh', {}, 'NOT_FOUND'],
  ['incomplete', { complete: false }, 'register-incomplete'],
  ['stale', { fresh: false }, 'register-stale'],
  ['incomplete and stale', { complete: false, fresh: false }, 'register-stale'],
] as const)
  test(`absence from a register that is ${what}: ${expected}`, () => {
    for (const party of [unknownNumber, unnumbered]) {
      const { verdict, reason, fact } = ask(party, [factOf()], answer);
      assert.equal(verdict === 'NOT_FOUND' ? verdict : reason, expected);
      assert.equal(verdict, expected === 'NOT_FOUND' ? 'NOT_FOUND' : 'NOT_CHECKABLE');
      assert.equal(fact, undefined);
    }
  });

test('without any edition nothing is found and nothing is not found', () => {
  const { editionId: _, standsAt: __, ...nothing } = { ...whole, complete: false, fresh: false };
  for (const party of [unknownNumber, unnumbered, partyOf('株式会社見本商事', honest)]) {
    const { verdict, reason, basis, editionId } = confirm(party, nothing, reference);
    assert.deepEqual([verdict, reason, basis, editionId], ['NOT_CHECKABLE', 'register-missing', 'none', undefined]);
  }
});

test('a company founded less than thirty days before the day of the register may not show yet', () => {
  const founded = (foundedOn: string) => {
    const { verdict, reason } = ask({ ...unknownNumber, foundedOn }, []);
    assert.equal(ask({ ...unnumbered, foundedOn }, []).verdict, verdict);
    return `${verdict} ${reason}`;
  };
  assert.equal(founded('2026-10-20'), 'NOT_CHECKABLE not-yet-published');
  assert.equal(founded('2026-10-01'), 'NOT_CHECKABLE not-yet-published');
  assert.equal(founded('2026-11-05'), 'NOT_CHECKABLE not-yet-published');
  assert.equal(founded('2026-09-30'), 'NOT_FOUND number-not-found');
  assert.equal(ask({ ...unnumbered, foundedOn: '2026-10-20' }, [], { complete: false }).reason, 'register-incomplete');
});

const OTHER = '6990001000002';
const elsewhere = factOf({
  number: OTHER,
  prefecture: '北海道',
  city: '札幌市中央区',
  street: '北九十九条西８丁目７番地の６',
});
const byName: readonly (readonly [
  what: string,
  party: Party,
  register: readonly RegisterFact[],
  expected: Expected,
])[] = [
  ['at its address', partyOf('見本商事㈱', { full: ADDRESS }), [factOf()], ['CONFIRMED', 'name-and-address-agree']],
  [
    'at its address, others elsewhere',
    partyOf('株式会社見本商事', { full: ADDRESS }),
    [elsewhere, factOf()],
    ['CONFIRMED', 'name-and-address-agree'],
  ],
  [
    'in kana at its address',
    partyOf('ミホンショウジ', { full: ADDRESS }),
    [factOf()],
    ['CONFIRMED', 'name-and-address-agree'],
  ],
  [
    'by a former name',
    partyOf('旧見本', { full: ADDRESS }),
    [factOf({}, { name: '株式会社旧見本' })],
    ['CONFIRMED', 'name-and-address-agree'],
  ],
  ['without address', partyOf('株式会社見本商事'), [factOf()], ['NOT_CHECKABLE', 'address-not-claimed']],
  [
    'elsewhere alone',
    partyOf('株式会社見本商事', { full: ADDRESS }),
    [elsewhere],
    ['MISMATCH', 'name-found-elsewhere'],
  ],
  [
    'in the same town alone',
    partyOf('株式会社見本商事', { full: '千代田区霞が関1-1-1' }),
    [factOf()],
    ['MISMATCH', 'address-uncertain'],
  ],
  [
    'at an address nobody can read',
    partyOf('株式会社見本商事', { full: 'Kasumigaseki' }),
    [factOf()],
    ['MISMATCH', 'address-uncertain'],
  ],
  [
    'twice at one address',
    partyOf('見本商事', { full: ADDRESS }),
    [factOf(), factOf({ number: OTHER, name: '合同会社見本商事', kind: '305' })],
    ['NOT_CHECKABLE', 'several-companies-agree'],
  ],
  [
    'twice at one address, one of them closed',
    partyOf('見本商事', { full: ADDRESS }),
    [factOf({ number: OTHER, closedOn: '2020-01-01' }), factOf()],
    ['CONFIRMED', 'name-and-address-agree'],
  ],
  [
    'closed at its address',
    partyOf('見本商事', { full: ADDRESS }),
    [factOf({ closedOn: '2020-01-01' })],
    ['MISMATCH', 'closed'],
  ],
  [
    'merged at its address',
    partyOf('見本商事', { full: ADDRESS }),
    [factOf({ closedOn: '2020-01-01', successorNumber: OTHER })],
    ['MISMATCH', 'merged'],
  ],
  [
    'of another form at its address',
    partyOf('有限会社見本商事', { full: ADDRESS }),
    [factOf()],
    ['NOT_FOUND', 'name-not-found'],
  ],
  ['nowhere', partyOf('株式会社架空通商', { full: ADDRESS }), [factOf()], ['NOT_FOUND', 'name-not-found']],
  [
    'nowhere, in English',
    partyOf('Kakuu Trading Ltd.', { full: ADDRESS }),
    [factOf()],
    ['NOT_CHECKABLE', 'name-in-other-script'],
  ],
];

for (const [what, party, register, [verdict, reason]] of byName)
  test(`looked for by name, ${what}: ${verdict}, ${reason}`, () => {
    const confirmation = ask(party, register);
    assert.deepEqual([confirmation.verdict, confirmation.reason], [verdict, reason]);
    assert.equal(confirmation.basis, 'name');
    assert.equal(confirmation.number, undefined);
  });

test('a name of which not all companies were asked for says nothing unless one agrees', () => {
  const party = partyOf('株式会社見本商事', { full: ADDRESS });
  assert.equal(ask(party, [elsewhere], { byNameIsCutOff: true }).reason, 'too-many-of-the-name');
  assert.equal(ask(party, [elsewhere, factOf()], { byNameIsCutOff: true }).verdict, 'CONFIRMED');
  assert.equal(ask(party, [elsewhere], { complete: false }).reason, 'register-incomplete');
  assert.equal(ask({ ...party, foundedOn: '2026-10-20' }, [elsewhere]).reason, 'not-yet-published');
});

test('an invalid number names the companies of the claimed name, and is never a confirmation', () => {
  const wrong = partyOf('株式会社見本商事', { number: '7990001000002', full: ADDRESS });
  const confirmation = ask(wrong, [factOf()]);
  assert.deepEqual([confirmation.verdict, confirmation.reason], ['MISMATCH', 'number-invalid']);
  assert.deepEqual(confirmation.candidates, [
    { number: MIHON, name: '株式会社見本商事', address: '東京都千代田区霞が関８丁目９番１０号' },
  ]);
  assert.equal(ask(wrong, []).verdict, 'NOT_FOUND');
  assert.equal(
    ask(wrong, [], { complete: false }).verdict,
    'MISMATCH',
    'in an incomplete register nobody is not found',
  );
});

test('what is asked for: the number in its normal form, the names folded with form and without', () => {
  const party = partyOf('㈱見本商事', { number: '９９０００１００００01' });
  assert.deepEqual(registerQuestion(party, whole, names), {
    number: MIHON,
    nameKeys: registerNameKeys('(株)見本商事', names),
  });
  assert.deepEqual(registerQuestion(partyOf('Mihon', { number: '123' }), whole, names), { nameKeys: ['mihon'] });
});

test('names that people take for one share a key, others do not', () => {
  const share = (a: string, b: string) => {
    const keys = registerNameKeys(a, names);
    return registerNameKeys(b, names).some((key) => keys.includes(key));
  };
  assert.ok(share('株式会社髙橋商店', '高橋商店㈱'));
  assert.ok(share('株式会社Ｔ＆Ｍコンサルティング', 'T&M ｺﾝｻﾙﾃｨﾝｸﾞ'));
  assert.ok(share('有限会社さくら', '(有)サクラ'));
  assert.ok(share('ミツビシデンキ(カ', 'みつびしでんき'));
  assert.ok(!share('株式会社日本技研', '株式会社日本技建'));
  assert.deepEqual(registerNameKeys('', names), []);
});

test('every reason that was given stands in the list', () => {
  const given = [...numbered, ...byName].map(([, , , [, reason]]) => reason);
  for (const reason of given) assert.ok((confirmationReasons as readonly string[]).includes(reason), reason);
});
