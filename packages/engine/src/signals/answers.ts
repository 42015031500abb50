// An application and a question in, the answer as a signal reads it out.
import { answerOf, type Application } from '../model/application.ts';

/** Without blanks around it and stops behind it, in lower case; undefined when there is none. */
export function answerGiven(application: Application, question: string): string | undefined {
  const given = answerOf(application, question);
  const text = given === undefined ? '' : plainAnswer(given);
  return text === '' ? undefined : text;
}

export function plainAnswer(answer: string): string {
  return answer
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。]+$/, '');
}

/** `1,200` is a number; anything else that is not digits is none. */
export function wholeNumber(answer: string | undefined): number | undefined {
  const digits = answer?.replaceAll(',', '');
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
