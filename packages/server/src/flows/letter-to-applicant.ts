// An order that one may follow and a language in, what its applicant is told of it, in sentences, out.
import type { Language } from '@sekisho/engine/reference/message-catalogues.ts';
import { explainApplication, type Explanation } from './explain-application.ts';
import { followApplication } from './follow-application.ts';
import type { Parts } from './parts.ts';

/** @throws Problem `application.not-found`, also for an order that somebody else handed in, or of which nothing is decided. */
export async function letterToApplicant(id: string, language: Language, parts: Parts): Promise<Explanation> {
  await followApplication(id, parts);
  return explainApplication(id, { for: 'applicant', language }, parts);
}
