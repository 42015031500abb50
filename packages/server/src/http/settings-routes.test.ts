// Settings over the API: told, changed within bounds with a reason, sealed, and in force at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const reason = 'asked for by the auditor';
let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
});
after(() => served.dispose());

const change = (name: string, value: number | null, why = reason) =>
  served.ask(['administrator'], 'PATCH /v1/settings', { name, value, reason: why });

test('a change is sealed with who made it and why, and counts until it is as usual again', async () => {
  const screen = async () =>
    (await served.ask(['analyst'], 'POST /v1/screenings', { name: 'Chen' })).json.minScore as number;
  const usual = await screen();
  const { json } = await change('screening.min-score', 0.25);
  const setting = json.changeable.find(({ name }: { name: string }) => name === 'screening.min-score');
  assert.partialDeepStrictEqual(setting, { value: 0.25, usual, most: usual, changed: { by: 'administrator', reason } });
  assert.equal(await screen(), 0.25);
  const [entry] = await served.folder.parts.store.latestEntries({ kind: 'setting-changed' }, 1);
  assert.equal(entry?.subject, 'screening.min-score');
  assert.deepEqual(JSON.parse(entry.payload ?? ''), {
    by: 'administrator',
    name: 'screening.min-score',
    reason,
    value: 0.25,
  });
  await change('screening.min-score', null);
  assert.equal(await screen(), usual);
});

test('nothing is shown less, kept longer or closed to everybody, and a reason says something', async () => {
  for (const [name, value, why] of [
    ['screening.min-score', 0.99],
    ['session.hours', 13],
    ['session.hours', 1.5],
    ['session.idle-minutes', 4],
    ['requests.per-minute', 1],
    ['session.hours', 8, 'why'],
  ] as const) {
    const { status, json } = await change(name, value, why);
    assert.deepEqual([status, json.code], [400, 'setting.invalid'], `${name} ${String(value)}`);
  }
  assert.equal((await change('screening.policy', 1)).json.code, 'request.invalid');
});
