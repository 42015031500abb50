// The text of a policy in, the policy as a start would read it out; what is wrong with it is told with line and field.
import { createHash } from 'node:crypto';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { checkQuestions } from '@sekisho/engine/policy/required-questions.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';

/**
 * @param file for messages.
 * @throws Problem `policy.invalid`
 */
export function checkedPolicy(
  text: string,
  { questionnaires }: Pick<Reference, 'questionnaires'>,
  file = 'policy.yml',
): Policy {
  const policy = parsePolicy(text, { file, sha256: hashOfText(text) });
  checkQuestions(policy, questionnaires);
  return policy;
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
