// A kind of store in, its cases out: jobs are found when due and written by whoever holds them; webhooks and second factors come back.
import assert from 'node:assert/strict';
import type { Job } from '../jobs.ts';
import type { SecondFactor } from '../second-factors.ts';
import type { StoredWebhook } from '../webhooks.ts';
import { AT, LATER } from './invented.ts';
import { problem, seal, storeCase, type KindOfStore } from './store-case.ts';

const job: Job = {
  id: 'j-1',
  kind: 'look-back',
  subject: '',
  content: '{}',
  state: 'waiting',
  dueAt: AT,
  tries: 0,
  fence: 0,
  createdAt: AT,
};
const running: Job = { ...job, state: 'running', fence: 1, lease: { worker: 'one', until: AT } };
const webhook: StoredWebhook = {
  id: 'w-1',
  name: 'shop',
  url: 'https://hooks.example/sekisho',
  events: ['case.moved'],
  isDisabled: false,
  createdAt: AT,
  createdBy: 'Abe',
  sealedSecret: 's',
  toldUpTo: 1,
};

export function queueCases(of: KindOfStore): void {
  storeCase(of, 'jobs: due are those that wait, and those whose worker was silent too long', async ({ store }) => {
    await store.write(async (writer) => {
      assert.equal(await writer.jobs.addJob(job), true);
      assert.equal(await writer.jobs.addJob({ ...job, content: '{"other":1}' }), false);
      await writer.jobs.addJob({ ...job, id: 'j-2', kind: 'other' });
      await writer.jobs.addJob({
        ...job,
        id: 'j-3',
        dueAt: LATER,
        everyMs: 5,
        subject: 'w-1',
        outcome: '{}',
        endedAt: AT,
      });
    });
    assert.deepEqual(await store.jobs.dueJob(['look-back'], AT), job);
    assert.equal(await store.jobs.dueJob([], AT), undefined);
    await store.write((writer) => writer.jobs.saveJob(running));
    assert.equal(await store.jobs.dueJob(['look-back'], AT), undefined);
    assert.deepEqual(await store.jobs.dueJob(['look-back'], LATER), running);
    assert.equal((await store.jobs.dueJob(['look-back', 'other'], AT))?.id, 'j-2');
    assert.equal(await store.jobs.dueJob(['look-back', 'other'], AT, ['']), undefined);
    assert.deepEqual(await store.jobs.jobCounts(), { running: 1, waiting: 2 });
    const ids = async (page: Partial<Parameters<typeof store.jobs.jobs>[0]>) =>
      (await store.jobs.jobs({ limit: 10, ...page })).map(({ id }) => id);
    assert.deepEqual(await ids({}), ['j-3', 'j-2', 'j-1']);
    assert.deepEqual(await ids({ after: 'j-3', limit: 1 }), ['j-2']);
    assert.deepEqual(await ids({ state: 'running' }), ['j-1']);
    assert.deepEqual(await ids({ subject: 'w-1' }), ['j-3']);
    assert.deepEqual(await ids({ kind: 'other' }), ['j-2']);
  });

  storeCase(of, 'jobs: what an earlier worker writes is refused, and leaves nothing', async ({ store }) => {
    await store.write((writer) => writer.jobs.saveJob(running));
    const earlier = store.heldBy(running);
    const { sequence } = await earlier.write((writer) => seal(writer, 'held'));
    const taken: Job = { ...running, fence: 2 };
    await store.write((writer) => writer.jobs.saveJob(taken));
    await assert.rejects(
      earlier.write((writer) => seal(writer, 'lost')),
      problem('job.lost'),
    );
    assert.equal((await store.head())?.sequence, sequence);
    await store.heldBy(taken).write((writer) => writer.jobs.saveJob({ ...job, state: 'done', endedAt: AT }));
    await assert.rejects(
      store.heldBy(taken).write((writer) => seal(writer, 'ended')),
      problem('job.lost'),
    );
    await store.write((writer) => writer.jobs.forgetJobs(AT));
    assert.equal((await store.jobs.job('j-1'))?.state, 'done');
    await store.write((writer) => writer.jobs.forgetJobs(LATER));
    assert.equal(await store.jobs.job('j-1'), undefined);
  });

  storeCase(of, 'webhooks: change whole, and end with their deliveries', async ({ store }) => {
    await store.write(async (writer) => {
      await writer.webhooks.saveWebhook({ ...webhook, isDisabled: true });
      await writer.webhooks.saveWebhook({ ...webhook, id: 'w-2' });
      await writer.webhooks.saveWebhook(webhook);
      await writer.jobs.addJob({ ...job, subject: 'w-1' });
    });
    assert.deepEqual(await store.webhooks.webhooks(), [webhook, { ...webhook, id: 'w-2' }]);
    await store.write((writer) => writer.webhooks.removeWebhook('w-1'));
    assert.equal(await store.webhooks.webhook('w-1'), undefined);
    assert.equal(await store.jobs.job('j-1'), undefined);
  });

  storeCase(of, 'second factors: one of a person, and one subject of an issuer', async ({ store }) => {
    const person = { id: 'p-1', name: 'Abe', duties: ['officer'] as const, isDisabled: false, createdAt: AT };
    const factor: SecondFactor = { personId: 'p-1', sealedSecret: 's', lastPeriod: 0, recoveryHashes: ['aa'] };
    const bound = { issuer: 'https://id.example', subject: 's-1', personId: 'p-1' };
    await store.write(async (writer) => {
      await writer.accounts.savePerson(person);
      await writer.secondFactors.saveSecondFactor(factor);
      await writer.secondFactors.bindSubject({ ...bound, subject: 's-0' });
      await writer.secondFactors.bindSubject(bound);
    });
    assert.deepEqual(await store.secondFactors.secondFactor('p-1'), factor);
    const confirmed = { ...factor, confirmedAt: AT, lastPeriod: 57_000_000, recoveryHashes: [] };
    await store.write((writer) => writer.secondFactors.saveSecondFactor(confirmed));
    assert.deepEqual(await store.secondFactors.secondFactor('p-1'), confirmed);
    assert.deepEqual(await store.secondFactors.boundSubject(bound.issuer, 's-1'), bound);
    assert.equal(await store.secondFactors.boundSubject(bound.issuer, 's-0'), undefined);
    await store.write((writer) => writer.secondFactors.removeSecondFactor('p-1'));
    assert.equal(await store.secondFactors.secondFactor('p-1'), undefined);
  });
}
