// A party and what registers said of it in, everything it is screened by out.
import type { Party } from '@sekisho/engine/model/application.ts';
import type { EntityName } from '@sekisho/engine/model/entity.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { subjectOf, type Subject } from '@sekisho/engine/model/subject.ts';

/** The party as it states itself, and under the names a register gives it: a company may apply under a former one. */
export function screenedSubject(party: Party, confirmations: readonly Confirmation[]): Subject {
  const subject = subjectOf(party);
  const facts = confirmations.filter((answer) => answer.party === party.id).flatMap(({ fact }) => fact?.current ?? []);
  const registered = facts.flatMap(({ name, englishName }) => [name, englishName]).filter((text) => text !== undefined);
  const known = new Set(subject.names.map(({ text }) => text));
  const names = registered.filter((text) => !known.has(text)).map((text): EntityName => ({ text, kind: 'alias' }));
  return { ...subject, names: [...subject.names, ...names] };
}
