// Deciding a case: what needs two people, what one may do, and that no sequence of words gets around it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isSamePerson } from '@sekisho/engine/policy/second-person.ts';
import fc from 'fast-check';
import { confirmProposal, decideCase, rejectProposal } from './decide-case.ts';
import { runLookBacks } from './look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const HONEST = 'A-2016-0113';
const FICTITIOUS = 'A-2016-0114';
const reason = 'the register was asked again';
const notAllowed = (text: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === 'case.outcome-not-allowed' && text.test(String(error.facts['reason']));

describe('deciding a case', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
    await runLookBacks(folder.parts);
    await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
    await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  });
  afterEach(() => folder.dispose());

  const decide = (caseId: string, outcome: string, by = 'K. Hayashi') =>
    decideCase(caseId, { by, outcome, reason }, folder.parts);
  const stateOf = async (caseId: string) => (await folder.parts.store.case(caseId))?.state;

  test('a refusal waits for a second person, and the case is held until then', async () => {
    const { case: waiting, proposal } = await decide(HONEST, 'REFUSE');
    assert.deepEqual([waiting.state, proposal?.state], ['HOLD', 'REFUSE']);
    await assert.rejects(
      confirmProposal(HONEST, { by: ' k hayashi', reason }, folder.parts),
      notAllowed(/another person/),
    );
    const { case: refused } = await confirmProposal(HONEST, { by: 'R. Mori', reason }, folder.parts);
    assert.equal(refused.state, 'REFUSE');
    const [step] = await folder.parts.store.caseSteps(HONEST);
    assert.deepEqual([step?.by, step?.proposedBy, step?.state], ['R. Mori', 'K. Hayashi', 'REFUSE']);
    await assert.rejects(confirmProposal(HONEST, { by: 'R. Mori', reason }, folder.parts), notAllowed(/nothing waits/));
  });

  test('a proposal that is rejected or decided otherwise waits no more', async () => {
    await decide(HONEST, 'REFUSE');
    await rejectProposal(HONEST, { by: 'R. Mori', reason }, folder.parts);
    await assert.rejects(confirmProposal(HONEST, { by: 'R. Mori', reason }, folder.parts), notAllowed(/nothing waits/));
    await decide(HONEST, 'REFUSE');
    await decide(HONEST, 'NEED_INFORMATION');
    await assert.rejects(confirmProposal(HONEST, { by: 'R. Mori', reason }, folder.parts), notAllowed(/nothing waits/));
    assert.equal(await stateOf(HONEST), 'NEED_INFORMATION');
  });

  test('against a proposal to refuse, two people accept', async () => {
    const { proposal } = await decide(FICTITIOUS, 'ACCEPT');
    assert.equal(proposal?.state, 'ACCEPT');
    assert.equal(await stateOf(FICTITIOUS), 'HOLD');
    const { case: accepted } = await confirmProposal(FICTITIOUS, { by: 'R. Mori', reason }, folder.parts);
    assert.equal(accepted.state, 'ACCEPT');
  });

  test('what is proposed on evidence of yesterday is proposed anew', async () => {
    await decide(FICTITIOUS, 'ACCEPT');
    await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
    await assert.rejects(
      confirmProposal(FICTITIOUS, { by: 'R. Mori', reason }, folder.parts),
      notAllowed(/another decision/),
    );
  });

  test('nobody accepts while a required source is stale', async () => {
    await decide(HONEST, 'NEED_INFORMATION');
    folder.playOn('2017-11-14');
    await assert.rejects(decide(HONEST, 'ACCEPT'), notAllowed(/is stale, and the policy requires it/));
    await refuseCase(HONEST, folder.parts);
    assert.equal(await stateOf(HONEST), 'REFUSE');
  });

  test('nobody accepts while a look-back is owed', async () => {
    await decide(HONEST, 'NEED_INFORMATION');
    await folder.importNotices([noticeRow('N-1', { latin: 'Arvad Testiev' })], '2016-11-14');
    await assert.rejects(decide(HONEST, 'ACCEPT'), notAllowed(/look-back is owed/));
  });

  test('what was refused is accepted again by two people only', async () => {
    await refuseCase(HONEST, folder.parts);
    const { case: known, proposal } = await decide(HONEST, 'ACCEPT');
    assert.deepEqual([known.state, proposal?.state], ['REFUSE', 'ACCEPT']);
  });

  test('whatever is said in whatever order, two people stand behind a refusal and behind an acceptance against one', async () => {
    const people = ['K. Hayashi', 'k hayashi', 'R. Mori', 'Ｒ．Ｍｏｒｉ'] as const;
    const word = fc.record({
      what: fc.constantFrom(
        'REFUSE',
        'ACCEPT',
        'ACCEPT_WITH_CONDITIONS',
        'HOLD',
        'NEED_INFORMATION',
        'confirm',
        'reject',
      ),
      by: fc.constantFrom(...people),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        for (const { what, by } of words) {
          const said = { by, reason };
          const done =
            what === 'confirm'
              ? confirmProposal(FICTITIOUS, said, folder.parts)
              : what === 'reject'
                ? rejectProposal(FICTITIOUS, said, folder.parts)
                : decideCase(FICTITIOUS, { ...said, outcome: what }, folder.parts);
          await done.catch((error: unknown) => {
            if (!(error instanceof Problem) || error.code !== 'case.outcome-not-allowed') throw error;
          });
        }
        for (const { state, by, proposedBy } of await folder.parts.store.caseSteps(FICTITIOUS))
          if (state === 'REFUSE' || state.startsWith('ACCEPT'))
            assert.ok(proposedBy !== undefined && !isSamePerson(by, proposedBy), `${by} alone: ${state}`);
      }),
      { numRuns: 40 },
    );
  });
});
