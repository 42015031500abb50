// The same application today: what is different is told field by field; the editions of then, searched again, say what they said.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Difference } from './evidence-differences.ts';
import { disposeHit } from './dispose-hit.ts';
import type { Parts } from './parts.ts';
import { replayDecision } from './replay-decision.ts';
import { replayToday, searchAgain } from './replay-today.ts';
import { noticeRow, openPlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const FIRST = 'A-2016-0114/1';

async function vetted(t: TestContext) {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  await folder.prepare();
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  return folder;
}

const told = (differences: readonly Difference[], field: Difference['field']) =>
  differences.filter((difference) => difference.field === field);

test('on the same day under the same lists nothing is different', async (t) => {
  const { parts } = await vetted(t);
  const head = await parts.store.head();
  const today = await replayToday(FIRST, parts);
  assert.deepEqual(today.differences, []);
  assert.equal(today.outcome.then, today.outcome.now);
  assert.deepEqual(await searchAgain(FIRST, parts), []);
  assert.deepEqual(await parts.store.head(), head, 'nothing is kept of it');
});

test('a new notice and five years: the hit, the stale lists, the outcome are told; the decision of then is the same', async (t) => {
  const folder = await vetted(t);
  const { parts } = folder;
  folder.playOn('2021-12-28');
  await folder.importNotices([noticeRow('7', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2021-12-28');
  const { differences, policy } = await replayToday(FIRST, parts);
  const [hit, ...others] = told(differences, 'hit');
  assert.deepEqual([others.length, hit?.then], [0, undefined]);
  assert.match(hit?.subject ?? '', /own-notices:/);
  assert.match(hit?.now ?? '', /^0\.\d{4}$/);
  assert.match(told(differences, 'source').find(({ subject }) => subject === 'un-sc')?.now ?? '', /^STALE /);
  assert.ok(
    told(differences, 'gap').some(({ subject, then }) => subject === 'source-stale un-sc' && then === undefined),
  );
  assert.deepEqual(policy.then, policy.now);
  assert.equal((await replayDecision(FIRST, parts)).same, true);
  assert.deepEqual(await searchAgain(FIRST, parts), [], 'the editions of then know nothing of the notice');
});

test('another policy and another engine of today are named', async (t) => {
  const { parts } = await vetted(t);
  const loaded = parts.policies.get('jp-only-edition') ?? assert.fail();
  const policy = { ...loaded.policy, version: loaded.policy.version + 1, sha256: 'ab'.repeat(32), rules: [] };
  const changed: Parts = {
    ...parts,
    policies: new Map([['jp-only-edition', { ...loaded, policy }]]),
    engineVersion: '9.9.9',
  };
  const today = await replayToday(FIRST, changed);
  assert.deepEqual([today.policy.now.version, today.engineVersion.now], [policy.version, '9.9.9']);
  assert.ok(0 < told(today.differences, 'finding').length);
  assert.ok(told(today.differences, 'finding').some(({ now }) => now === undefined));
  await assert.rejects(
    replayToday(FIRST, { ...parts, policies: new Map() }),
    (error) => error instanceof Problem && error.code === 'policy.not-found',
  );
});

test('a hit that was cleared since is told as cleared, and found again in the editions of then', async (t) => {
  const folder = await vetted(t);
  const { parts } = folder;
  await folder.importNotices([noticeRow('7', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-14');
  const second = await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  const hit = second.evidence.hits.find(({ entity }) => entity.source === 'own-notices') ?? assert.fail();
  const word = { by: 'K. Hayashi', reason: 'another person by all that is known' };
  const disposed = {
    ...word,
    party: hit.party,
    entityId: hit.entity.id,
    verdict: 'false-positive',
    ground: 'other-birth-date',
  };
  await disposeHit('A-2016-0114', disposed, parts);
  const { differences } = await replayToday(second.decisionId, parts);
  assert.ok(told(differences, 'hit').some(({ now }) => now === undefined));
  assert.ok(told(differences, 'cleared-hit').some(({ then }) => then === undefined));
  assert.deepEqual(await searchAgain(second.decisionId, parts), []);
});

test('a decision that is not there has nothing to replay', async (t) => {
  const { parts } = await vetted(t);
  for (const replay of [replayToday, searchAgain])
    await assert.rejects(
      replay('A-2016-0114/9', parts),
      (error) => error instanceof Problem && error.code === 'application.not-found',
    );
});
