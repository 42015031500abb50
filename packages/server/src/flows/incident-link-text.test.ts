// What alerts say of an incident, whatever stands in it: without its claims it says what is shared, and no word of a status.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { legalStatuses } from '@sekisho/engine/model/legal-status.ts';
import { linkText, sharedText, tellsClaim } from './incident-link-text.ts';

const claim = { name: 'Ichiro Kaku', authority: 'Example Police', reportedBy: 'Example Daily', date: '2016-11' };
const matches = [
  { type: 'domain', indicator: 'kaku.example', stated: 'orders@kaku.example' },
  { type: 'name', indicator: 'Ichiro Kaku', stated: 'ICHIRO KAKU', score: 0.91 },
] as const;
const shared = 'domain kaku.example; name Ichiro Kaku (0.91)';

test('claims go, what is shared stays', () => {
  const text = linkText({ matches, claims: [{ ...claim, status: 'SUSPECTED' }] });
  assert.equal(text, `${shared}; Ichiro Kaku: SUSPECTED by Example Police on 2016-11, as Example Daily reported`);
  assert.equal(sharedText(text), shared);
  assert.equal(sharedText(linkText({ matches })), shared);
  assert.deepEqual([text, shared, 'as SUSPECTED bypasses'].map(tellsClaim), [true, false, false]);
  assert.equal(sharedText(linkText({ matches: [], claims: [{ ...claim, status: 'CONVICTED' }] })), '');
});

test('whatever names and authorities are called', () => {
  const word = fc.string({ unit: fc.constantFrom('a', ' ', ';', ':', 'é', '; ', ': ', ' by '), minLength: 1 });
  const claims = fc.array(
    fc.record({ name: word, authority: word, reportedBy: word, status: fc.constantFrom(...legalStatuses) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(claims, (told) => {
      const text = sharedText(linkText({ matches, claims: told }));
      assert.ok(text.startsWith(shared));
      for (const status of legalStatuses) assert.ok(!text.includes(status), text);
    }),
  );
});
