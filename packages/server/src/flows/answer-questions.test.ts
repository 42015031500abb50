// Answers that come later: a next revision, vetted anew, with who gave them on which day; no answer is a value and never enough.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { NO_ANSWER } from '@sekisho/engine/model/application.ts';
import { answerQuestions, questionsOf } from './answer-questions.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

describe('answers that come later', () => {
  let folder: PlayedFolder;
  before(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
  });
  after(() => folder.dispose());

  /** Of the test that runs. */
  let id = '';
  let tests = 0;
  beforeEach(() => {
    id = `A-${String(++tests)}`;
  });

  const vet = async (change: object) =>
    vetApplication({ ...(await folder.application('2016-11-honest.yml')), id, ...change }, folder.parts);
  const answer = (question: string, said: string) =>
    answerQuestions(id, [{ question, answer: said }], { by: 'K. Arai', evidence: 'mail of 14 November' }, folder.parts);
  const gapsOf = ({ evidence }: Awaited<ReturnType<typeof vet>>) =>
    evidence.gaps.filter(({ kind }) => kind === 'answer-missing').map(({ subject }) => subject);

  test('what is missing is a gap until it is answered, and the revision says by whom, when, resting on what', async () => {
    const answers = [
      { question: 'end-use', answer: 'Protects two computers in our own office in Yokohama.' },
      { question: 'resale', answer: 'no' },
    ];
    const before = await vet({ answers });
    assert.deepEqual([before.decision.outcome, gapsOf(before)], ['review', ['instructed-by']]);
    const after = await answer('instructed-by', 'nobody');
    assert.deepEqual([after.decision.outcome, gapsOf(after), after.revision], ['approve', [], 2]);
    assert.equal(after.case.state, 'HOLD', 'an order that was corrected until it passed is a person’s to accept');
    assert.deepEqual(after.evidence.application.answers?.at(-1), {
      question: 'instructed-by',
      answer: 'nobody',
      by: 'K. Arai',
      on: '2016-11-14',
      evidence: 'mail of 14 November',
    });
  });

  test('no answer is a value, and a gap; a dash is an answer, and a signal', async () => {
    await vet({});
    assert.deepEqual(gapsOf(await answer('resale', NO_ANSWER)), ['resale']);
    const evaded = await answer('end-use', '-');
    assert.ok(evaded.evidence.signals.some(({ id, state }) => id === 'PU-3' && state === 'RAISED'));
    assert.equal(evaded.decision.outcome, 'review');
  });

  test('an answer of concern is a signal, and what leaves Japan must say whether it is for armed forces', async () => {
    const abroad = await vet({ delivery: { method: 'download', country: 'de' } });
    assert.deepEqual(gapsOf(abroad), ['military-use']);
    const answered = await answer('military-use', 'yes');
    assert.deepEqual(gapsOf(answered), []);
    assert.ok(answered.evidence.signals.some(({ id, state }) => id === 'PU-5' && state === 'RAISED'));
    const states = await questionsOf(id, folder.parts);
    assert.equal(states.find(({ question }) => question.question === 'military-use')?.answer?.answer, 'yes');
    assert.ok(states.every(({ isMissing }) => !isMissing));
  });

  test('refused by the question, and everything stays: unknown, no choice, nothing said, nobody named, no application', async () => {
    await vet({});
    const invalid = (field: string) => (error: { code?: string; facts?: Record<string, unknown> }) =>
      error.code === 'application.invalid' && error.facts?.['field'] === field;
    await assert.rejects(answer('favourite-colour', 'red'), invalid('/answers'));
    await assert.rejects(answer('resale', 'perhaps'), invalid('/answers/resale'));
    await assert.rejects(answer('end-use', ' '), invalid('/answers/end-use'));
    await assert.rejects(answerQuestions(id, [], { by: '' }, folder.parts), invalid('/answers'));
    await assert.rejects(answerQuestions('nobody', [], { by: 'K. Arai' }, folder.parts), {
      code: 'application.not-found',
    });
    assert.equal((await folder.parts.store.application(id))?.revision, 1);
  });
});
