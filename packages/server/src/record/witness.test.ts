// Both witnesses, the folder and the URL, keep to the same cases; the URL is answered by a real server over a folder.
import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { sampleKey } from '@sekisho/engine/testing/sample-record.ts';
import { Problem, type ProblemCode, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import { rotateKey } from '@sekisho/engine/record/key-rotation.ts';
import { makeFolder, START } from './testing/record-place.ts';
import { openWitnessFolder } from './witness-folder.ts';
import { createWitnessServer } from './witness-server.ts';
import { openWitnessUrl } from './witness-url.ts';
import { openWitness } from './open-witness.ts';
import type { Witness } from './witness.ts';

const recordId = '8f0c1f6e-0000-4000-8000-5e1e1e5e1e1e';
const key = sampleKey('a');
const otherKey = sampleKey('b');
const clock = () => '2026-11-02T02:00:00.000Z';
const hashOf = (letter: string) => letter.repeat(64);
const checkpointOf = (sequence: number, letter: string, signer = key, at = START, id = recordId) =>
  makeCheckpoint(id, { sequence, hash: hashOf(letter) }, at, signer);

const problem =
  (code: ProblemCode, facts: ProblemFacts = {}) =>
  (error: unknown) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, code);
    assert.partialDeepStrictEqual(error.facts, facts);
    return true;
  };

interface Place {
  readonly folder: string;
  readonly witness: Witness;
}

async function folderPlace(t: TestContext): Promise<Place> {
  const folder = await makeFolder(t);
  return { folder, witness: openWitnessFolder(folder, { clock }) };
}

async function urlPlace(t: TestContext): Promise<Place> {
  const { folder, witness } = await folderPlace(t);
  return { folder, witness: openWitnessUrl(await listen(t, createWitnessServer(witness))) };
}

async function listen(t: TestContext, server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

for (const [kind, makePlace] of [
  ['folder', folderPlace],
  ['URL', urlPlace],
] as const) {
  test(`${kind}: what is given is kept, and given back with the key and the moment`, async (t) => {
    const { witness } = await makePlace(t);
    assert.deepEqual(await witness.held(recordId), []);
    const given = [checkpointOf(10, 'a'), checkpointOf(20, 'b')];
    for (const checkpoint of given)
      assert.deepEqual(await witness.receive(checkpoint, key.publicKey), {
        checkpoint,
        witness: witness.name,
        receivedAt: clock(),
      });
    const held = await witness.held(recordId);
    assert.deepEqual(
      held.map(({ checkpoint, receivedAt }) => ({ checkpoint, receivedAt })),
      given.map((checkpoint) => ({ checkpoint, receivedAt: clock() })),
    );
    for (const one of held) assert.deepEqual(Buffer.from(one.publicKey), Buffer.from(key.publicKey));
    assert.deepEqual(await witness.held('another'), []);
  });

  test(`${kind}: the same checkpoint again is the same receipt, also when later ones came`, async (t) => {
    const { folder, witness } = await makePlace(t);
    const receipt = await witness.receive(checkpointOf(10, 'a'), key.publicKey);
    await witness.receive(checkpointOf(20, 'b'), key.publicKey);
    const before = await readFile(path.join(folder, `${recordId}.jsonl`), 'utf8');
    assert.deepEqual(await witness.receive(checkpointOf(10, 'a'), key.publicKey), receipt);
    assert.equal(await readFile(path.join(folder, `${recordId}.jsonl`), 'utf8'), before);
  });

  test(`${kind}: many at once are all kept, each once`, async (t) => {
    const { witness } = await makePlace(t);
    const same = Array.from({ length: 8 }, () => witness.receive(checkpointOf(10, 'a'), key.publicKey));
    const others = Array.from({ length: 8 }, (_, index) =>
      witness.receive(checkpointOf(10, 'a', key, START, `record-${index}`), key.publicKey),
    );
    await Promise.all([...same, ...others]);
    const held = await witness.held(recordId);
    assert.ok(held.every(({ checkpoint }) => checkpoint.sequence === 10));
    for (let index = 0; index < 8; index++) assert.equal((await witness.held(`record-${index}`)).length, 1);
  });

  test(`${kind}: another key is taken when the key before hands over to it, and only then`, async (t) => {
    const { witness } = await makePlace(t);
    await witness.receive(checkpointOf(10, 'a'), key.publicKey);
    const next = checkpointOf(20, 'b', otherKey);
    const third = sampleKey('third');
    for (const rotation of [
      undefined,
      rotateKey(recordId, otherKey, otherKey, START),
      rotateKey('another-record', key, otherKey, START),
      rotateKey(recordId, key, third, START),
    ])
      await assert.rejects(witness.receive(next, otherKey.publicKey, rotation), problem('witness.contradiction'));
    const rotation = rotateKey(recordId, key, otherKey, START);
    const receipt = await witness.receive(next, otherKey.publicKey, rotation);
    assert.deepEqual(await witness.receive(next, otherKey.publicKey, rotation), receipt);
    assert.ok(await witness.receive(checkpointOf(30, 'c', otherKey), otherKey.publicKey));
    assert.ok(await witness.receive(checkpointOf(10, 'a'), key.publicKey));
    await assert.rejects(witness.receive(checkpointOf(40, 'd'), key.publicKey), problem('witness.contradiction'));
  });

  const contradictions = [
    ['another hash for the last entry', checkpointOf(20, 'c'), key, 'other-hash', 20],
    ['another hash for an earlier entry', checkpointOf(10, 'c'), key, 'other-hash', 10],
    ['an entry before the last that it does not know', checkpointOf(15, 'c'), key, 'older', 20],
    ['an entry after the last, by another key', checkpointOf(30, 'c', otherKey), otherKey, 'other-key', 20],
  ] as const;
  for (const [what, checkpoint, signer, reason, knownSequence] of contradictions)
    test(`${kind}: ${what} is a contradiction, and it is said what is known`, async (t) => {
      const { witness } = await makePlace(t);
      await witness.receive(checkpointOf(10, 'a'), key.publicKey);
      await witness.receive(checkpointOf(20, 'b'), key.publicKey);
      const knownHash = hashOf(knownSequence === 10 ? 'a' : 'b');
      await assert.rejects(
        witness.receive(checkpoint, signer.publicKey),
        problem('witness.contradiction', {
          witness: witness.name,
          reason,
          knownSequence,
          knownHash,
          knownKeyId: key.keyId,
        }),
      );
      assert.equal((await witness.held(recordId)).length, 2);
    });

  const refusals = [
    ['a signature that is wrong', { ...checkpointOf(10, 'a'), sequence: 11 }, key.publicKey, 'signature-wrong'],
    ['the key of somebody else', checkpointOf(10, 'a'), otherKey.publicKey, 'key-differs'],
    ['a moment that is none', { ...checkpointOf(10, 'a'), at: 'now' }, key.publicKey, 'malformed'],
  ] as const;
  for (const [what, checkpoint, publicKey, reason] of refusals)
    test(`${kind}: ${what} is refused`, async (t) => {
      const { witness } = await makePlace(t);
      await assert.rejects(witness.receive(checkpoint, publicKey), problem('witness.refused', { reason }));
      assert.deepEqual(await witness.held(recordId), []);
    });

  test(`${kind}: an id that would lead elsewhere is refused`, async (t) => {
    const { folder, witness } = await makePlace(t);
    const away = checkpointOf(10, 'a', key, START, '../away');
    await assert.rejects(witness.receive(away, key.publicKey), problem('witness.refused'));
    await assert.rejects(readFile(path.join(folder, '..', 'away.jsonl')));
  });

  test(`${kind}: a witness that is gone cannot be reached`, async (t) => {
    const { folder, witness } = await makePlace(t);
    await witness.receive(checkpointOf(10, 'a'), key.publicKey);
    await rm(folder, { recursive: true });
    await assert.rejects(witness.receive(checkpointOf(20, 'b'), key.publicKey), problem('witness.unreachable'));
    await assert.rejects(witness.held(recordId), problem('witness.unreachable'));
    await mkdir(folder);
  });
}

test('folder: two processes see what the other wrote', async (t) => {
  const { folder, witness } = await folderPlace(t);
  const other = openWitnessFolder(folder, { clock });
  await witness.receive(checkpointOf(10, 'a'), key.publicKey);
  await other.receive(checkpointOf(20, 'b'), key.publicKey);
  assert.equal((await witness.held(recordId)).length, 2);
  await assert.rejects(
    witness.receive(checkpointOf(20, 'c'), key.publicKey),
    problem('witness.contradiction', { reason: 'other-hash' }),
  );
});

test('folder: a line cut off by a crash does not count, and is closed by the next', async (t) => {
  const { folder, witness } = await folderPlace(t);
  const file = path.join(folder, `${recordId}.jsonl`);
  await witness.receive(checkpointOf(10, 'a'), key.publicKey);
  await witness.receive(checkpointOf(20, 'b'), key.publicKey);
  const whole = await readFile(file, 'utf8');
  const lengths = [whole.length - 1, whole.length - 100, whole.indexOf('\n') + 2];
  for (const length of lengths) {
    await writeFile(file, whole);
    await truncate(file, length);
    const after = openWitnessFolder(folder, { clock });
    assert.equal((await after.held(recordId)).length, 1);
    await after.receive(checkpointOf(20, 'b'), key.publicKey);
    await after.receive(checkpointOf(30, 'c'), key.publicKey);
    const sequences = (await after.held(recordId)).map(({ checkpoint }) => checkpoint.sequence);
    assert.deepEqual(sequences, [10, 20, 30]);
  }
});

test('folder: a damaged line is named', async (t) => {
  const { folder, witness } = await folderPlace(t);
  await witness.receive(checkpointOf(10, 'a'), key.publicKey);
  await appendFile(path.join(folder, `${recordId}.jsonl`), 'not a line\n');
  await assert.rejects(witness.held(recordId), problem('record.unreadable', { line: 2 }));
  await assert.rejects(witness.receive(checkpointOf(20, 'b'), key.publicKey), problem('record.unreadable'));
});

test('folder: not in the data folder', async (t) => {
  const folder = await makeFolder(t);
  assert.throws(
    () => openWitness(path.join(folder, 'w'), { dataFolder: folder, clock }),
    problem('witness.place', { reason: 'lies inside the data folder' }),
  );
});

const places: readonly (readonly [place: string, reason: RegExp | undefined])[] = [
  ['https://witness.example/sekisho', undefined],
  ['http://127.0.0.1:8080', undefined],
  ['http://[::1]:8080', undefined],
  ['http://localhost:8080', undefined],
  ['http://witness.example', /not https/],
  ['http://127.0.0.1.witness.example', /not https/],
  ['ftp://witness.example', /not https/],
  ['https://user:secret@witness.example', /holds a password/],
  ['https://witness.example/?token=1', /query/],
  ['https://', /not a URL/],
];

for (const [place, reason] of places)
  test(`${place} ${reason ? 'is no place for a witness' : 'is a place for a witness'}`, () => {
    const open = () => openWitness(place, { clock });
    if (reason) assert.throws(open, (error) => problem('witness.place')(error) && reason.test(String(error)));
    else assert.ok(open().name.startsWith(place.slice(0, 8)));
  });

test('a password in the place is not repeated in the problem', () => {
  assert.throws(
    () => openWitnessUrl('https://user:secret@witness.example'),
    (error) => !String(error).includes('secret'),
  );
});

const answers: readonly (readonly [what: string, status: number, body: string, code: ProblemCode])[] = [
  ['an error', 500, '{"code":"store.failed","facts":{}}', 'witness.unreachable'],
  ['a page', 200, '<html></html>', 'witness.unreachable'],
  ['nothing', 200, '', 'witness.unreachable'],
  ['what is not canonical', 200, '{ "held": [] }', 'witness.unreachable'],
  ['a redirect', 302, '', 'witness.unreachable'],
  ['a refusal in no form', 409, 'no', 'witness.contradiction'],
  [
    'another checkpoint',
    200,
    JSON.stringify({ checkpoint: checkpointOf(9, 'f'), receivedAt: '' }),
    'witness.unreachable',
  ],
  ['too much', 200, 'x'.repeat(70_000), 'witness.unreachable'],
];

for (const [what, status, body, code] of answers)
  test(`URL: a server that answers with ${what}: ${code}`, async (t) => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(body);
    });
    const witness = openWitnessUrl(await listen(t, server));
    await assert.rejects(witness.receive(checkpointOf(10, 'a'), key.publicKey), problem(code));
  });

test('URL: a server that does not answer is given up', async (t) => {
  const witness = openWitnessUrl(
    await listen(
      t,
      createServer(() => undefined),
    ),
    50,
  );
  await assert.rejects(witness.receive(checkpointOf(10, 'a'), key.publicKey), problem('witness.unreachable'));
});

test('URL: nobody there', async () => {
  await assert.rejects(openWitnessUrl('http://127.0.0.1:1').held(recordId), problem('witness.unreachable'));
});

const requests: readonly (readonly [what: string, path: string, init: RequestInit, status: number])[] = [
  ['another place', '/', {}, 404],
  ['another method', '/checkpoints', { method: 'PUT', body: '{}' }, 404],
  ['a record whose name leads elsewhere', '/checkpoints/..%2Fx', {}, 404],
  ['no JSON', '/checkpoints', { method: 'POST', body: 'x' }, 400],
  ['no UTF-8', '/checkpoints', { method: 'POST', body: Uint8Array.of(0xff) }, 400],
  ['another form', '/checkpoints', { method: 'POST', body: '{}' }, 400],
  ['too much', '/checkpoints', { method: 'POST', body: 'x'.repeat(20_000) }, 413],
];

for (const [what, at, init, status] of requests)
  test(`the server answers ${what} with ${status}`, async (t) => {
    const { witness } = await folderPlace(t);
    const url = await listen(t, createWitnessServer(witness));
    const answer = await fetch(`${url}${at}`, init);
    assert.equal(answer.status, status);
    assert.equal(((await answer.json()) as { code: string }).code, 'witness.refused');
  });
