// What somebody is about to be shown of listed people in, the same without what is said of crimes out, and how that can be seen.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { HistoryScreening } from './screen-history.ts';
import type { Screening } from './screen-name.ts';

export interface Withheld {
  /** Entries of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
  readonly withheld: readonly string[];
  /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
  readonly toldBy?: string;
}

/** What is shown of a case. */
interface OfCase {
  readonly evidence?: Evidence;
  readonly decision?: Decision;
}

/** Everything that shows evidence or findings to somebody whose look is not sealed goes through here. */
export function withheldFromCase<Shown extends OfCase>(
  shown: Shown,
  caseId: string,
  reference: Reference,
): Shown & Withheld {
  const { evidence, decision } = shown;
  const withheld = evidence ? protectedEntities(entitiesIn(evidence), reference).map(({ id }) => id) : [];
  if (!evidence || withheld.length === 0) return { ...shown, withheld };
  return {
    ...shown,
    ...(decision && { decision: findingsWithoutClaims(decision) }),
    evidence: withoutProtected(evidence, reference),
    withheld,
    toldBy: `POST /v1/cases/${encodeURIComponent(caseId)}/views`,
  };
}

interface OfScreening extends Screening {
  readonly history?: HistoryScreening;
}

/** The same of an answer of the lists. */
export function withheldFromScreening<Shown extends OfScreening>(shown: Shown, reference: Reference): Shown & Withheld {
  const withheld = protectedEntities(screenedEntities(shown), reference).map(({ id }) => id);
  if (withheld.length === 0) return { ...shown, withheld };
  const { hits, parties, history } = shown;
  const plain = <Found extends { readonly entity: Entity }>(found: Found) => withPlainEntity(found, reference);
  return {
    ...shown,
    hits: hits.map(plain),
    parties: parties.map((party) => ({ ...party, entries: party.entries.map(plain) })),
    ...(history && { history: { ...history, hits: history.hits.map(plain) } }),
    withheld,
    toldBy: 'POST /v1/screenings with viewFor, a reason',
  };
}

/** Entries that a screening shows. */
export function screenedEntities({ hits, parties, history }: OfScreening): readonly Entity[] {
  return [...hits, ...parties.flatMap(({ entries }) => entries), ...(history?.hits ?? [])].map(({ entity }) => entity);
}

/** Entries that evidence shows. */
export function entitiesIn({ hits, formerHits = [], clearedHits = [] }: Evidence): readonly Entity[] {
  return [...hits, ...formerHits, ...clearedHits].map(({ entity }) => entity);
}

/** Those that say something of crimes, each once, by id. */
export function protectedEntities(entities: readonly Entity[], { protectedTopics }: Reference): readonly Entity[] {
  const found = entities.filter(
    ({ legalStatus, topics }) => 0 < legalStatus.length || topics.some((topic) => protectedTopics.has(topic)),
  );
  return [...new Map(found.map((entity) => [entity.id, entity])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Evidence whose entries say nothing of crimes. */
function withoutProtected(evidence: Evidence, reference: Reference): Evidence {
  const plain = <Found extends { readonly entity: Entity }>(found: Found) => withPlainEntity(found, reference);
  const { hits, formerHits, clearedHits } = evidence;
  return {
    ...evidence,
    hits: hits.map(plain),
    ...(formerHits && { formerHits: formerHits.map(plain) }),
    ...(clearedHits && { clearedHits: clearedHits.map(plain) }),
  };
}

function withPlainEntity<Found extends { readonly entity: Entity }>(
  found: Found,
  { protectedTopics }: Reference,
): Found {
  const { entity } = found;
  const topics = entity.topics.filter((topic) => !protectedTopics.has(topic));
  return { ...found, entity: { ...entity, legalStatus: [], topics } };
}

/** What a finding tells of a claim; its sentence is whole without it. */
const factsOfClaims = new Set(['status', 'reportedBy', 'statusDate']);

/** A decision whose findings say nothing of crimes. */
function findingsWithoutClaims(decision: Decision): Decision {
  const findings = decision.findings.map((finding) => ({
    ...finding,
    facts: Object.fromEntries(Object.entries(finding.facts).filter(([name]) => !factsOfClaims.has(name))),
  }));
  return { ...decision, findings };
}
