import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { Problem } from '../model/problem.ts';
import { buildRetention, parseRetention } from '../reference/retention.ts';
import { retentionOf, type EndedCase } from './retention.ts';

const reference = buildRetention(referenceFiles);
const refused = { state: 'REFUSE', policy: 'jp-only-edition', endedOn: '2016-11-14' } as const;

const cases: readonly (readonly [
  what: string,
  ended: EndedCase,
  name: string | undefined,
  until: string | undefined,
])[] = [
  ['an order on hold is kept', { ...refused, state: 'HOLD', isListed: true }, undefined, undefined],
  [
    'an order that waits for information is kept',
    { ...refused, state: 'NEED_INFORMATION', isListed: false },
    undefined,
    undefined,
  ],
  ['refused by the vendor: two years', { ...refused, isListed: false }, 'refused-by-vendor', '2018-11-14'],
  ['refused on a list: as long as a law asks', { ...refused, isListed: true }, 'refused-on-list', '2021-11-14'],
  ['withdrawn', { ...refused, state: 'WITHDRAWN', isListed: true }, 'withdrawn', '2018-11-14'],
  [
    'withdrawn on the last day of a long month',
    { ...refused, state: 'WITHDRAWN', isListed: true, endedOn: '2020-02-29' },
    'withdrawn',
    '2022-02-28',
  ],
  ['accepted in Japan', { ...refused, state: 'ACCEPT', isListed: false }, 'accepted', '2021-11-14'],
  [
    'accepted abroad: the longest of all',
    { ...refused, state: 'ACCEPT', isListed: false, policy: 'controlled-software-worldwide' },
    'accepted',
    '2026-11-14',
  ],
  [
    'accepted under a policy nobody named: all laws',
    { ...refused, state: 'ACCEPT_WITH_CONDITIONS', isListed: false, policy: 'own' },
    'accepted',
    '2026-11-14',
  ],
];

for (const [what, ended, name, until] of cases)
  test(what, () => {
    const retention = retentionOf(ended, reference);
    assert.deepEqual([retention.class?.class, retention.until], [name, until]);
  });

test('a period that runs from the end of a year ends with a year', () => {
  const eu = { ...reference, regimes: reference.regimes.filter(({ regime }) => regime === 'eu-dual-use') };
  const { until } = retentionOf({ ...refused, state: 'ACCEPT', isListed: false, policy: 'own' }, eu);
  assert.equal(until, '2021-12-31');
});

const broken: readonly (readonly [what: string, edit: (text: string) => string, reason: RegExp, at?: RegExp])[] = [
  ['a regime twice', (text) => text.replace('regime: jp-customs', 'regime: us-ear'), /already/, /regime: us-ear/],
  [
    'a regime that is not there',
    (text) => text.replace('regimes: [us-ofac]', 'regimes: [us-offac]'),
    /no regime us-offac/,
    /us-offac/,
  ],
  [
    'an open state with an end',
    (text) => text.replace('states: [WITHDRAWN]', 'states: [WITHDRAWN, HOLD]'),
    /HOLD is no end/,
    /HOLD/,
  ],
  ['an end without a class', (text) => text.replace('states: [WITHDRAWN]', 'states: [ACCEPT]'), /classes have ACCEPT/],
  ['a ground left out', (text) => text.replace(/ {4}basis: .*\n/, ''), /basis/],
  ['another word', (text) => text.replace('years: 7', 'years: seven'), /integer/, /seven/],
  ['no YAML', (text) => text.replace('regimes:', 'regimes: ['), /./],
];

for (const [what, edit, reason, at] of broken)
  test(`${what} is refused`, () => {
    const text = referenceFiles.get('retention.yml') ?? '';
    assert.notEqual(edit(text), text);
    assert.throws(
      () => buildRetention(new Map([...referenceFiles, ['retention.yml', edit(text)]])),
      (error) => error instanceof Problem && error.code === 'reference.invalid' && reason.test(error.message),
    );
    assert.throws(
      () => parseRetention(edit(text), 'own.yml'),
      (error) => {
        assert.ok(error instanceof Problem && error.code === 'retention.invalid', String(error));
        assert.equal(error.facts['file'], 'own.yml');
        assert.match(edit(text).split('\n')[Number(error.facts['line']) - 1] ?? '', at ?? /./);
        return reason.test(String(error.facts['reason']));
      },
    );
  });
