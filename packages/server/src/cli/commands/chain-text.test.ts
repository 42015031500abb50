// What `vet` shows of who is behind an order: every chain with who says so, listed owners, addresses that join nobody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Evidence, Hop } from '@sekisho/engine/model/evidence.ts';
import { sampleEvidence } from '@sekisho/engine/testing/sample-evidence.ts';
import type { Cli } from '../run.ts';
import { chainLines } from './chain-text.ts';

const cli = { say: (code: string, facts: object) => `${code} ${Object.values(facts).join(' ')}` } as unknown as Cli;

const hop = (
  from: string,
  kind: string,
  to: string,
  statedBy: string,
  direction: Hop['direction'] = 'forward',
): Hop => ({
  from,
  to,
  kind,
  direction,
  statedBy,
  date: '2016-11-14',
});

const linesOf = (changes: Partial<Evidence>) =>
  chainLines({ ...sampleEvidence, ...changes }, cli).map((line) => stripVTControlCharacters(line));

test('a chain within the order, one to a refused order and one to somebody listed', () => {
  const acting = hop('buyer', 'contact', 'contact', 'application', 'backward');
  const paths = [
    { from: 'buyer', to: 'contact', entityId: 'un-sc:QDe.1', hops: [acting] },
    {
      from: 'buyer',
      to: 'contact',
      entityId: 'A-0/buyer',
      hops: [acting, hop('contact', 'shares-phone', 'A-0/buyer', 'application A-0')],
      reaches: 'refused' as const,
    },
    {
      from: 'buyer',
      to: 'buyer',
      entityId: 'un-sc:QDi.2',
      hops: [hop('buyer', 'directed-by', 'gleif:1/A', 'gleif'), hop('gleif:1/A', 'hit', 'un-sc:QDi.2', 'un-sc')],
      reaches: 'listed' as const,
    },
  ];
  assert.deepEqual(linesOf({ paths }), [
    '',
    'Who acts for whom',
    '  株式会社見本電機 ←contact— 見本 花子',
    '  株式会社見本電機 ←contact— 見本 花子 (application, 2016-11-14) —shares-phone→ A-0/buyer (application A-0, 2016-11-14): refused',
    '  株式会社見本電機 —directed-by→ gleif:1/A (gleif, 2016-11-14) may be un-sc:QDi.2: listed',
  ]);
});

test('listed owners with their shares, and an address that joins nobody', () => {
  const holder = { id: 'o', name: 'Mihon Trading', controls: true, entityIds: [], statedBy: 'gleif' };
  const holders = [
    { ...holder, share: { least: 25, most: 50 }, standing: 'listed' as const },
    { ...holder, name: 'Another', share: { least: 10, most: 10 }, standing: 'not-restricted' as const },
  ];
  const share = { least: 25, most: 90 };
  assert.deepEqual(
    linesOf({
      massAddresses: [{ party: 'buyer', address: '霞が関9-9-9', source: 'applications', count: 21 }],
      ownership: [
        { party: 'buyer', rule: 'ofac-50', state: 'MAY_BE_OWNED', share, holders },
        { party: 'buyer', rule: 'eu-50', state: 'UNKNOWN', share, holders },
      ],
    }),
    [
      '  霞が関9-9-9: 21 or more by applications, an address that joins nobody',
      '',
      'Listed owners (a hit is not a finding: a person compares)',
      '  株式会社見本電機: ownership.MAY_BE_OWNED ofac-50, 25 to 90 %: Mihon Trading 25 to 50 %, control (gleif)',
    ],
  );
});

test('an honest order has nothing to show', () => {
  assert.deepEqual(linesOf({}), []);
});
