// Patterns of STIX indicators: values of what is understood, a reason for what is not; nothing is taken in part.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { patternValues } from './stix-pattern.ts';

const understood: readonly (readonly [pattern: string, values: readonly (readonly [string, string])[]])[] = [
  ["[domain-name:value = 'kaku.example']", [['domain', 'kaku.example']]],
  [
    "[ipv4-addr:value='198.51.100.7' OR ipv4-addr:value='198.51.100.8']",
    [
      ['ip', '198.51.100.7'],
      ['ip', '198.51.100.8'],
    ],
  ],
  ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", [['ip', '198.51.100.0/24']]],
  [
    "[ipv6-addr:value = '2001:db8::1'] OR [url:value = 'https://kaku.example/a']",
    [
      ['ip', '2001:db8::1'],
      ['url', 'https://kaku.example/a'],
    ],
  ],
  [
    "([email-addr:value = 'a@kaku.example'] AND [user-account:account_login = 'kaku'])",
    [
      ['mail', 'a@kaku.example'],
      ['account', 'kaku'],
    ],
  ],
  [
    "[email-message:sender_ref.value = 'a@kaku.example' AND (domain-name:value = 'x.example')]",
    [
      ['mail', 'a@kaku.example'],
      ['domain', 'x.example'],
    ],
  ],
  [
    "[domain-name:value IN ('a.example', 'b.example')]",
    [
      ['domain', 'a.example'],
      ['domain', 'b.example'],
    ],
  ],
  ["[file:hashes.'SHA-256' = 'ab12']", [['file-hash', 'ab12']]],
  ["[file:hashes.MD5 = 'ab12']", [['file-hash', 'ab12']]],
  ["[user-account:user_id = 'o\\'kaku \\\\ x']", [['account', "o'kaku \\ x"]]],
];
for (const [pattern, values] of understood)
  test(`understands ${pattern}`, () => {
    const read = patternValues(pattern);
    assert.ok(!('reason' in read), JSON.stringify(read));
    assert.deepEqual(
      read.map(({ type, value }) => [type, value]),
      values,
    );
  });

const refused = [
  '',
  "[domain-name:value LIKE '%.example']",
  "[domain-name:value MATCHES '^a']",
  "[domain-name:value != 'a.example']",
  "[domain-name:value NOT = 'a.example']",
  "[domain-name:value = 'a.example'] WITHIN 300 SECONDS",
  "[domain-name:value = 'a.example'] FOLLOWEDBY [url:value = 'http://b.example/']",
  "[domain-name:value = 'a.example'",
  "[domain-name:value = 'a.example]",
  "[x-custom:value = 'a']",
  '[network-traffic:dst_port = 443]',
  "[ipv4-addr:value = '198.51.100.7' AND network-traffic:dst_port = 443]",
  `${'('.repeat(200)}[domain-name:value = 'a.example']${')'.repeat(200)}`,
];
for (const pattern of refused)
  test(`does not understand ${pattern.slice(0, 60)}`, () => {
    assert.ok('reason' in patternValues(pattern));
  });

test('whatever stands there, it ends, with values or a reason', () => {
  const pieces = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    ' AND ',
    ' OR ',
    "'a'",
    "'",
    '=',
    'domain-name:value',
    ' ',
    ',',
    'IN',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const read = patternValues(parts.join(''));
      assert.ok('reason' in read || 0 < read.length);
    }),
    { numRuns: 2000 },
  );
});
