// Questionnaires through the command line: told in a language, answered later, refused with the reason.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const applications = fileURLToPath(new URL('../cases/founding-case/applications/', import.meta.url));

describe('questionnaires', () => {
  let line: CommandLine;
  before(async () => {
    line = await newCommandLine('--simulation', '--as-of', '2016-11-14');
    await line.run('vet', path.join(applications, '2016-11-honest.yml'));
  });
  after(() => line.dispose());

  test('each that applicants answer asks as mandatory on whose instruction they order', async () => {
    const { json } = await line.run('questionnaire', 'list', '--language', 'ja');
    const listed = json.questionnaires as { id: string; title: string; mandatory: string[] }[];
    assert.deepEqual(
      listed.map(({ id, mandatory }) => [id, mandatory.includes('instructed-by')]),
      [
        ['basic', true],
        ['bis-know-your-customer', true],
        ['meti-end-use', true],
        ['reviewer', false],
      ],
    );
    assert.equal(listed[2]?.title, '用途・需要者の確認（経済産業省）');
  });

  test('an answer that comes later is there when the questions of the application are asked for', async () => {
    const answered = await line.run(
      'questionnaire',
      'answer',
      'A-2016-0113',
      'place-of-use=Yokohama = ours',
      '--by',
      'K. Arai',
    );
    assert.equal(answered.code, 0);
    const { json } = await line.run('questionnaire', 'show', 'A-2016-0113', '--application');
    const questions = json.questions as { question: { question: string }; answer?: { answer: string; by?: string } }[];
    const { answer } = questions.find(({ question }) => question.question === 'place-of-use') ?? {};
    assert.deepEqual([answer?.answer, answer?.by], ['Yokohama = ours', 'K. Arai']);
    assert.ok(!questions.some(({ question }) => question.question === 'military-use'), 'it stays in Japan');
  });

  for (const [name, ...words] of [
    ['a language that there is not', 'questionnaire', 'list', '--language', 'tlh'],
    ['a questionnaire that there is not', 'questionnaire', 'show', 'nobody-asks'],
    ['an answer without a question', 'questionnaire', 'answer', 'A-2016-0113', 'yes', '--by', 'K. Arai'],
    ['a word that is no choice', 'questionnaire', 'answer', 'A-2016-0113', 'resale=perhaps', '--by', 'K. Arai'],
    ['a reader that there is not', 'applications', 'explain', 'A-2016-0113', '--for', 'neighbour'],
  ] as const)
    test(`refused, exit 2: ${name}`, async () => {
      const { code, json } = await line.run(...words);
      assert.equal(code, 2);
      assert.ok(json.problem.message.length > 20, String(json.problem.message));
    });
});
