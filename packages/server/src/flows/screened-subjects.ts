// A party and what registers said of it in, everything it is screened by out.
import type { Application, Party } from '@sekisho/engine/model/application.ts';
import type { EntityName } from '@sekisho/engine/model/entity.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { subjectOf, type Subject } from '@sekisho/engine/model/subject.ts';

/**
 * The party as it states itself and under the names a register gives it (a company may apply under a former one); for the
 * buyer also whoever stands as payer on the transfer or the card, who need not be named as a party.
 */
export function screenedSubjects(
  party: Party,
  { payment }: Application,
  confirmations: readonly Confirmation[],
): readonly Subject[] {
  const own = withRegisteredNames(party, confirmations);
  const payer = party.roles.includes('buyer') ? payment?.payerName : undefined;
  if (payer === undefined || own.names.some(({ text }) => text === payer)) return [own];
  const countries = payment?.country === undefined ? [] : [payment.country];
  const nothing = { birthDates: [], genders: [], nationalities: [], identifiers: [], addresses: [] };
  return [own, { schema: 'LegalEntity', names: [{ text: payer, kind: 'primary' }], countries, ...nothing }];
}

function withRegisteredNames(party: Party, confirmations: readonly Confirmation[]): Subject {
  const subject = subjectOf(party);
  const facts = confirmations.filter((answer) => answer.party === party.id).flatMap(({ fact }) => fact?.current ?? []);
  const registered = facts.flatMap(({ name, englishName }) => [name, englishName]).filter((text) => text !== undefined);
  const known = new Set(subject.names.map(({ text }) => text));
  const names = registered.filter((text) => !known.has(text)).map((text): EntityName => ({ text, kind: 'alias' }));
  return { ...subject, names: [...subject.names, ...names] };
}
