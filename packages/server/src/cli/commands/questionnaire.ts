// `sekisho questionnaire`: what applicants and reviewers are asked, in a language; what was answered; answers that came later.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { speakerOf } from '@sekisho/engine/messages/speaker.ts';
import type { Command } from 'commander';
import { answerQuestions, questionsOf, type GivenAnswer } from '../../flows/answer-questions.ts';
import { openReference } from '../../open-parts.ts';
import { paint, table } from '../answer.ts';
import { languageFrom, unusable } from '../options.ts';
import { runCommand, runWithParts, type Cli } from '../run.ts';
import { vettingAnswer } from './decision-text.ts';

export function questionnaireCommand(program: Command, cli: Cli): void {
  const questionnaires = program
    .command('questionnaire')
    .description('what is asked of an order, and what was answered');
  questionnaires
    .command('list')
    .description('the questionnaires there are')
    .option('--language <code>', 'id, en, zh, ja, ar, fr', 'en')
    .action(async (options: { language: string }, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const { questionnaires: known, messages } = await openReference(settings);
        const { say } = speakerOf(languageFrom(options.language), messages);
        const listed = [...known.values()].map(({ id, questions }) => ({
          id,
          title: say(`questionnaire.${id}`),
          questions: questions.length,
          mandatory: questions.filter(({ mandatory }) => mandatory).map(({ question }) => question),
        }));
        const rows = listed.map(({ id, title, questions, mandatory }) => [
          paint('bold', id),
          `${String(questions)} questions`,
          title,
          mandatory.length === 0 ? '' : `mandatory: ${mandatory.join(', ')}`,
        ]);
        return { json: { questionnaires: listed }, text: table(rows) };
      });
    });
  questionnaires
    .command('show')
    .argument('<questionnaire>', "a questionnaire's id; or, with --application, an application's")
    .description('the questions of a questionnaire, or what is asked of an application and what was answered')
    .option('--application', 'the id is that of an application')
    .option('--language <code>', 'id, en, zh, ja, ar, fr', 'en')
    .action(async (id: string, options: { application?: boolean; language: string }, command: Command) => {
      const language = languageFrom(options.language);
      if (options.application === true) await showAnswers(id, language, command, cli);
      else await showQuestions(id, language, command, cli);
    });
  questionnaires
    .command('answer')
    .argument('<application-id>')
    .argument('<question=answer...>', 'NO_ANSWER: asked, and not answered')
    .description('add answers that came later; the application is vetted anew with them')
    .requiredOption('--by <name>', 'who gave them')
    .option('--evidence <text>', "what they rest on: a document's SHA-256, a page, a talk")
    .action(async (id: string, given: string[], options: { by: string; evidence?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        return vettingAnswer(await answerQuestions(id, given.map(answerFrom), options, parts), parts, cli);
      });
    });
}

async function showQuestions(id: string, language: ReturnType<typeof languageFrom>, command: Command, cli: Cli) {
  await runCommand(command, cli, async (settings) => {
    const { questionnaires, messages } = await openReference(settings);
    const questionnaire = questionnaires.get(id);
    if (!questionnaire)
      throw new Problem('command.usage', {
        reason: `there is no questionnaire ${id}; known are ${[...questionnaires.keys()].join(', ')}`,
      });
    const { say } = speakerOf(language, messages);
    return {
      json: {
        id,
        title: say(`questionnaire.${id}`),
        questions: questionnaire.questions.map((question) => ({
          ...question,
          text: say(`question.${question.question}`),
        })),
      },
      text: [
        paint('bold', say(`questionnaire.${id}`)),
        ...questionnaire.questions.flatMap(({ question, choices, answeredBy, mandatory }) => [
          `  ${question}${mandatory ? ' *' : ''}${answeredBy === 'reviewer' ? ' (reviewer)' : ''}: ${say(`question.${question}`)}`,
          ...(choices ? [`      ${choices.join(' | ')}`] : []),
        ]),
        '  * mandatory',
      ].join('\n'),
    };
  });
}

async function showAnswers(id: string, language: ReturnType<typeof languageFrom>, command: Command, cli: Cli) {
  await runWithParts(command, cli, async (parts) => {
    const { say } = speakerOf(language, parts.reference.messages);
    const states = await questionsOf(id, parts);
    return {
      json: { application: id, questions: states },
      text: states
        .map(({ question: { question }, answer, isMissing }) => {
          const said = answer
            ? `${answer.answer}${answer.by === undefined ? '' : ` (${answer.by}, ${answer.on ?? ''})`}`
            : '';
          const missing = isMissing ? paint('yellow', ' must be answered') : '';
          return `  ${question}: ${say(`question.${question}`)}\n      ${said}${missing}`;
        })
        .join('\n'),
    };
  });
}

function answerFrom(text: string): GivenAnswer {
  const at = text.indexOf('=');
  return at < 1
    ? unusable('question=answer', text, 'a question, = and its answer')
    : { question: text.slice(0, at).trim(), answer: text.slice(at + 1) };
}
