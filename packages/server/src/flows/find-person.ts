// Who somebody is in, the parties of all orders that may be the same out: surely, possibly, or by their birth date somebody else.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { PartyIndex, type PartyKey } from '@sekisho/engine/search/party-index.ts';
import { pastApplications } from './news.ts';
import { partyHits } from './party-hits.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { screenedSubjects } from './screened-subjects.ts';

export interface FoundParty {
  readonly applicationId: string;
  readonly party: string;
  /** The newest that has the party. */
  readonly revision: number;
  readonly name: string;
  readonly birthDate?: string;
  /**
   * `same`: a number of both is one, or name and day of birth are. `possible`: nothing but the name, which others bear too.
   * `other`: born on another day.
   */
  readonly likeness: 'same' | 'possible' | 'other';
  /** 0 to 1, of the names; absent where a number alone led here. */
  readonly score?: number;
}

/** Less than what makes a hit: a person looks at it. */
const MIN_SCORE = 0.3;
/** Names that are one, give or take how they are written. */
const SAME_NAME = 0.8;

/** In the order of likeness, then of applications. Nothing is kept of the question. */
export async function findPerson(asked: Subject, parts: Parts): Promise<readonly FoundParty[]> {
  permit(parts, 'person.export');
  const parties = new PartyIndex(parts.reference.names);
  const known = new Map<
    string,
    PartyKey & { readonly subject: Subject; readonly name: string; readonly birthDate?: string }
  >();
  for await (const page of pastApplications(parts.store))
    for (const { id: applicationId, revision, application } of page)
      for (const party of application.parties) {
        const key = { applicationId, revision, partyId: party.id };
        const [subject, ...others] = screenedSubjects(party, application, []);
        if (!subject) continue;
        for (const one of [subject, ...others]) parties.add(key, one);
        const { birthDate, names } = party;
        const told = { name: names[0]?.text ?? '', ...(birthDate !== undefined && { birthDate }) };
        known.set(`${applicationId}/${party.id} ${String(revision)}`, { ...key, subject, ...told });
      }
  const scores = new Map<string, number>();
  const { index, entityId } = indexOf(asked, parts);
  const terms = { minScore: MIN_SCORE, weakAliasesMakeHits: true };
  if (0 < parties.size)
    for (const { key, hit } of partyHits(parties, { index, entityIds: [entityId], terms })) {
      const place = `${key.applicationId}/${key.partyId} ${String(key.revision)}`;
      scores.set(place, Math.max(scores.get(place) ?? 0, hit.score));
    }
  const newest = new Map<string, FoundParty>();
  for (const [place, { applicationId, partyId, revision, subject, name, birthDate }] of known) {
    const score = scores.get(place);
    const hasNumber = sharesNumber(asked, subject);
    if (score === undefined && !hasNumber) continue;
    const before = newest.get(`${applicationId}/${partyId}`);
    if (before && revision < before.revision) continue;
    newest.set(`${applicationId}/${partyId}`, {
      applicationId,
      party: partyId,
      revision,
      name,
      likeness: hasNumber ? 'same' : likenessOf(asked, subject, score ?? 0),
      ...(birthDate !== undefined && { birthDate }),
      ...(score !== undefined && { score }),
    });
  }
  return [...newest.values()].sort(
    (a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness) || (nodeOf(a) < nodeOf(b) ? -1 : 1),
  );
}

/** How a party is named beyond its application. */
export function nodeOf({ applicationId, party }: Pick<FoundParty, 'applicationId' | 'party'>): string {
  return `${applicationId}/${party}`;
}

const order: readonly FoundParty['likeness'][] = ['same', 'possible', 'other'];

/** The one who is asked for, as an entry of a list that parties are held against. */
function indexOf(asked: Subject, { reference }: Parts) {
  const entity = entityOf({ source: 'question', recordId: 'person', ...asked });
  return {
    index: buildIndex([{ editionId: '', source: entity.source, entities: [entity] }], reference.names),
    entityId: entity.id,
  };
}

function sharesNumber(one: Subject, other: Subject): boolean {
  const written = ({ type, value }: Identifier) => `${type} ${value.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`;
  const numbers = new Set(one.identifiers.map(written));
  return other.identifiers.some((identifier) => numbers.has(written(identifier)));
}

function likenessOf(asked: Subject, party: Subject, score: number): FoundParty['likeness'] {
  const [mine, theirs] = [asked.birthDates, party.birthDates];
  if (mine.length === 0 || theirs.length === 0) return 'possible';
  if (!mine.some((one) => theirs.some((other) => overlap(one, other)))) return 'other';
  const isOneDay = mine.some((one) => theirs.some((other) => isExact(one) && isExact(other)));
  return isOneDay && SAME_NAME <= score ? 'same' : 'possible';
}

const overlap = (a: DateRange, b: DateRange): boolean => a.earliest <= b.latest && b.earliest <= a.latest;
const isExact = ({ earliest, latest, circa }: DateRange): boolean => earliest === latest && !circa;
