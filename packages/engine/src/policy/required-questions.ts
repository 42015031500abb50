// An application, a policy and the questionnaires in, which questions are asked of it and which must be answered out.
import { answerOf, type Application } from '../model/application.ts';
import type { Policy } from '../model/policy.ts';
import { Problem } from '../model/problem.ts';
import type { AskedOnlyFor, Question, Questionnaire } from '../reference/questionnaires.ts';

type Asking = Pick<Policy, 'id' | 'requiredAnswers' | 'questionnaires'>;

/** The questions of the policy's questionnaires that are asked of such an order, each once. */
export function askedQuestions(
  application: Application,
  policy: Asking,
  questionnaires: ReadonlyMap<string, Questionnaire>,
): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const id of policy.questionnaires ?? []) {
    const questionnaire = questionnaires.get(id);
    if (!questionnaire) throw unknownQuestionnaire(id, policy);
    for (const question of questionnaire.questions) {
      const known = asked.get(question.question);
      if (question.onlyFor && !isOf(application, question.onlyFor)) continue;
      asked.set(question.question, known?.mandatory === true ? known : question);
    }
  }
  return [...asked.values()];
}

/**
 * The questions without an answer that the policy requires, in its own words or by a questionnaire it names.
 * @throws Problem `policy.invalid` for a questionnaire that there is not.
 */
export function unansweredQuestions(
  application: Application,
  policy: Asking,
  questionnaires: ReadonlyMap<string, Questionnaire>,
): readonly string[] {
  const mandatory = askedQuestions(application, policy, questionnaires).filter((question) => question.mandatory);
  const required = new Set([...policy.requiredAnswers, ...mandatory.map(({ question }) => question)]);
  return [...required].filter((question) => answerOf(application, question) === undefined);
}

/** @throws Problem `policy.invalid` for a question or a questionnaire that there is not. */
export function checkQuestions(policy: Asking, questionnaires: ReadonlyMap<string, Questionnaire>): void {
  const unknown = (policy.questionnaires ?? []).find((id) => !questionnaires.has(id));
  if (unknown !== undefined) throw unknownQuestionnaire(unknown, policy);
  const known = new Set(
    [...questionnaires.values()].flatMap(({ questions }) => questions.map(({ question }) => question)),
  );
  const unasked = policy.requiredAnswers.find((question) => !known.has(question));
  if (unasked !== undefined)
    throw new Problem('policy.invalid', {
      file: `policies/${policy.id}/policy.yml`,
      field: '/requiredAnswers',
      reason: `names the question ${unasked}, which no questionnaire asks`,
    });
}

function unknownQuestionnaire(id: string, policy: Asking): Problem {
  return new Problem('policy.invalid', {
    file: `policies/${policy.id}/policy.yml`,
    field: '/questionnaires',
    reason: `names the questionnaire ${id}, which there is not`,
  });
}

function isOf(application: Application, onlyFor: AskedOnlyFor): boolean {
  const { policies, products, destinations, notDestinations, delivery } = onlyFor;
  const { country, method } = application.delivery ?? {};
  return (
    (policies?.includes(application.policy) ?? true) &&
    (products?.includes(application.product.id) ?? true) &&
    (country === undefined || (destinations?.includes(country) ?? true)) &&
    (country === undefined || notDestinations?.includes(country) !== true) &&
    (method === undefined || (delivery?.includes(method) ?? true))
  );
}
