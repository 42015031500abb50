// What somebody names to be erased in, the cases that it stands for out, and the parties that may be somebody else.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { subjectOf } from '@sekisho/engine/model/subject.ts';
import { findPerson, nodeOf } from './find-person.ts';
import type { Parts } from './parts.ts';

export interface NamedCases {
  /** The named one first. */
  readonly cases: readonly string[];
  /** `<application id>/<party id>` of those who bear a name like it, and may be other people. */
  readonly namesakes: readonly string[];
}

/**
 * An application's id stands for its case. A party (`A-1/buyer`) stands for every case in which it surely takes part: by a number, or by name and day
 * of birth. What is sealed of an order is sealed as one: its other parties go with it.
 * @throws Problem `application.not-found`.
 */
export async function casesOfParty(named: string, parts: Parts): Promise<NamedCases> {
  if (await parts.store.case(named)) return { cases: [named], namesakes: [] };
  const stroke = named.lastIndexOf('/');
  const id = named.slice(0, Math.max(0, stroke));
  const party = (await parts.store.application(id))?.application?.parties.find(
    (one) => one.id === named.slice(stroke + 1),
  );
  if (!party) throw new Problem('application.not-found', { application: named });
  const found = await findPerson(subjectOf(party), parts);
  const same = found.filter(({ likeness }) => likeness === 'same').map(({ applicationId }) => applicationId);
  const cases = [...new Set([id, ...same])];
  return { cases, namesakes: found.filter(({ applicationId }) => !cases.includes(applicationId)).map(nodeOf) };
}
