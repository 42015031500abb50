import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFunctions } from '../../testing/sample-record.ts';
import { Problem } from '../model/problem.ts';
import { chainEntry, hashOf, NO_ENTRY, sealOf } from './chain.ts';

const { sha256 } = sampleFunctions;
const salt = '00'.repeat(31) + 'ff';

test('an entry is hashed over the canonical JSON of its chained fields, and sealed over salt and payload', () => {
  const payload = '{"name":"陳国強"}';
  const entry = chainEntry(
    undefined,
    {
      at: '2016-11-14T01:20:00.000Z',
      kind: 'application-received',
      subject: 'A-1',
      simulation: false,
      salt,
      payload,
    },
    sha256,
  );
  const seal = sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(payload)]));
  const chained =
    `{"at":"2016-11-14T01:20:00.000Z","kind":"application-received","previous":"${NO_ENTRY}",` +
    `"seal":"${seal}","sequence":1,"simulation":false,"subject":"A-1"}`;
  assert.deepEqual(entry, {
    at: '2016-11-14T01:20:00.000Z',
    kind: 'application-received',
    subject: 'A-1',
    simulation: false,
    sequence: 1,
    seal,
    previous: NO_ENTRY,
    hash: sha256(Buffer.from(chained)),
    salt,
    payload,
  });
});

test('an entry follows the head', () => {
  const head = { sequence: 41, hash: 'ab'.repeat(32) };
  const happened = { at: '2016-11-14T01:20:00.000Z', kind: 'case-decided', subject: 'A-1', simulation: true } as const;
  const entry = chainEntry(head, { ...happened, salt, payload: '{}' }, sha256);
  assert.equal(entry.sequence, 42);
  assert.equal(entry.previous, head.hash);
});

test('the hash holds nothing that can be erased', () => {
  const happened = { at: '2016-11-14T01:20:00.000Z', kind: 'case-decided', subject: 'A-1', simulation: true } as const;
  const entry = chainEntry(undefined, { ...happened, salt, payload: '{}' }, sha256);
  const { salt: _salt, payload: _payload, ...erased } = entry;
  assert.equal(hashOf(erased, sha256), entry.hash);
});

// Each would have the bytes, and so the seal, of another text.
const malformed: readonly (readonly [what: string, salt: string, payload: string])[] = [
  ['capital hex digits', salt.toUpperCase(), '{}'],
  ['a letter that is no hex digit', `0g${salt.slice(2)}`, '{}'],
  ['a short salt', salt.slice(2), '{}'],
  ['an empty salt', '', '{}'],
  ['a lone surrogate in the payload', salt, '"\ud83d"'],
];

for (const [what, badSalt, payload] of malformed)
  test(`no seal of ${what}`, () => {
    assert.throws(
      () => sealOf(badSalt, payload, sha256),
      (error) => error instanceof Problem && error.code === 'record.unreadable',
    );
  });
