// Answers that came later in, the application vetted anew with them out; who gave each, on which day and resting on what is sealed.
import { NO_ANSWER, type Application, type ApplicationAnswer } from '@sekisho/engine/model/application.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { askedQuestions, unansweredQuestions } from '@sekisho/engine/policy/required-questions.ts';
import type { Question } from '@sekisho/engine/reference/questionnaires.ts';
import type { Parts } from './parts.ts';
import { vetApplication, type Vetting } from './vet-application.ts';

export interface GivenAnswer {
  readonly question: string;
  /** `NO_ANSWER`: asked, and not answered. */
  readonly answer: string;
}

/**
 * Adds answers to an application, in place of those it had, and vets its next revision. What was answered before stays in the
 * revisions before.
 * @param word who gave them, and what they rest on: a document's hash, a page, a talk.
 * @throws Problem `application.not-found`; `application.invalid`: nobody named, a question of no questionnaire, a word that is no
 *   choice, nothing said; and what `vetApplication` throws.
 */
export async function answerQuestions(
  applicationId: string,
  given: readonly GivenAnswer[],
  word: { readonly by: string; readonly evidence?: string },
  parts: Parts,
): Promise<Vetting> {
  const { application } = (await parts.store.application(applicationId)) ?? {};
  if (!application) throw new Problem('application.not-found', { application: applicationId });
  const by = word.by.trim();
  if (by === '') throw refused('/answers', 'names nobody who answers');
  const on = parts.clock().slice(0, 10);
  const answers = given.map(({ question, answer }): ApplicationAnswer => {
    const asked = questionOf(question, parts);
    return {
      question,
      answer: checkedAnswer(answer, asked),
      by,
      on,
      ...(word.evidence !== undefined && { evidence: word.evidence }),
    };
  });
  const kept = (application.answers ?? []).filter(({ question }) => !given.some((one) => one.question === question));
  return vetApplication({ ...application, answers: [...kept, ...answers] }, parts);
}

export interface QuestionState {
  readonly question: Question;
  readonly answer?: ApplicationAnswer;
  /** Required by the policy, and without an answer. */
  readonly isMissing: boolean;
}

/** What is asked of an application under its policy, and what was answered. @throws Problem `application.not-found`, `policy.not-found`. */
export async function questionsOf(applicationId: string, parts: Parts): Promise<readonly QuestionState[]> {
  const { application } = (await parts.store.application(applicationId)) ?? {};
  if (!application) throw new Problem('application.not-found', { application: applicationId });
  const loaded = parts.policies.get(application.policy);
  if (!loaded) throw new Problem('policy.not-found', { policy: application.policy });
  const { questionnaires } = parts.reference;
  const missing = unansweredQuestions(application, loaded.policy, questionnaires);
  const asked = askedQuestions(application, loaded.policy, questionnaires);
  const others = [...loaded.policy.requiredAnswers, ...answeredIn(application)]
    .filter((id, place, ids) => ids.indexOf(id) === place && !asked.some(({ question }) => question === id))
    .flatMap((id) => findQuestion(id, parts) ?? []);
  return [...asked, ...others].map((question) => {
    const answer = application.answers?.find((one) => one.question === question.question);
    return { question, ...(answer && { answer }), isMissing: missing.includes(question.question) };
  });
}

const answeredIn = ({ answers = [] }: Application) => answers.map(({ question }) => question);

function questionOf(id: string, parts: Parts): Question {
  const question = findQuestion(id, parts);
  if (!question) throw refused('/answers', `answers "${id}", which no questionnaire asks`);
  return question;
}

function findQuestion(id: string, { reference }: Pick<Parts, 'reference'>): Question | undefined {
  for (const { questions } of reference.questionnaires.values()) {
    const question = questions.find((one) => one.question === id);
    if (question) return question;
  }
  return undefined;
}

function checkedAnswer(text: string, { question, answer, choices = [] }: Question): string {
  const said = text.trim();
  if (said === '') throw refused(`/answers/${question}`, `says nothing: what was not answered is ${NO_ANSWER}`);
  if (answer === 'choice' && said !== NO_ANSWER && !choices.includes(said))
    throw refused(`/answers/${question}`, `is one of ${[...choices, NO_ANSWER].join(', ')}`);
  return said;
}

function refused(field: string, reason: string): Problem {
  return new Problem('application.invalid', { field, reason });
}
