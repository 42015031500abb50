// What somebody is about to be shown of listed people in, the same without what is said of crimes out, and how that can be seen.
import type { Alert, Decision } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { SearchFilters } from '@sekisho/engine/search/search-filters.ts';
import { sharedText, tellsClaim } from './incident-link-text.ts';
import type { HistoryScreening } from './screen-history.ts';
import type { Screening } from './screen-name.ts';

export interface Withheld {
  /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
  readonly withheld: readonly string[];
  /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
  readonly toldBy?: string;
}

/** An alert as it is shown. */
export interface ShownAlert extends Alert {
  /** What an incident claims of somebody was left out of before and after. */
  readonly isWithheld?: true;
}

/** What is shown of a case. */
export interface ShownOfCase {
  readonly evidence?: Evidence;
  readonly decision?: Decision;
  readonly alerts?: readonly ShownAlert[];
  /** Entries of lists beside those of the evidence. */
  readonly entities?: readonly Entity[];
}

/** Everything that shows evidence, findings or alerts to somebody whose look is not sealed goes through here. */
export function withheldFromCase<Shown extends Omit<ShownOfCase, 'entities'>>(
  shown: Shown,
  caseId: string,
  reference: Reference,
): Shown & Withheld {
  const { evidence, decision, alerts } = shown;
  const withheld = protectedIn(shown, reference);
  if (withheld.length === 0) return { ...shown, withheld };
  return {
    ...shown,
    ...(decision && { decision: findingsWithoutClaims(decision) }),
    ...(evidence && { evidence: withoutProtected(evidence, reference) }),
    ...(alerts && { alerts: alerts.map(alertWithoutClaims) }),
    withheld,
    toldBy: `POST /v1/cases/${encodeURIComponent(caseId)}/views`,
  };
}

/** Ids of the entries of lists, and of the incidents, of which something is told of crimes in what is shown. */
export function protectedIn(
  { evidence, alerts = [], entities = [] }: ShownOfCase,
  reference: Reference,
): readonly string[] {
  const entries = protectedEntities([...(evidence ? entitiesIn(evidence) : []), ...entities], reference);
  const claiming = evidence?.incidents?.filter(({ claims = [] }) => 0 < claims.length) ?? [];
  const ids = [
    ...entries.map(({ id }) => id),
    ...claiming.map(({ incidentId }) => incidentId),
    ...alerts.filter((alert) => alertWithoutClaims(alert).isWithheld).map(({ entityId }) => entityId),
  ];
  return [...new Set(ids)].sort();
}

/** An alert that says nothing of what an incident claims of somebody. */
export function alertWithoutClaims(alert: Alert): ShownAlert {
  if (alert.kind !== 'incident') return alert;
  const { verdictBefore, verdictAfter, ...told } = alert;
  const before = verdictBefore === undefined ? undefined : sharedText(verdictBefore);
  const after = verdictAfter === undefined ? undefined : sharedText(verdictAfter);
  if (before === verdictBefore && after === verdictAfter) return alert;
  return {
    ...told,
    ...(before !== undefined && { verdictBefore: before }),
    ...(after !== undefined && { verdictAfter: after }),
    isWithheld: true,
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

/** Whoever is asked for by what is said of crimes of them is told for a reason only. */
export function asksForCrimes({ topics = [] }: SearchFilters = {}, { protectedTopics }: Reference): boolean {
  return topics.some((topic) => protectedTopics.has(topic));
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
  const { hits, formerHits, clearedHits, signals, incidents } = evidence;
  return {
    ...evidence,
    hits: hits.map(plain),
    ...(formerHits && { formerHits: formerHits.map(plain) }),
    ...(clearedHits && { clearedHits: clearedHits.map(plain) }),
    signals: signals.map(({ facts, ...signal }) => ({
      ...signal,
      facts: facts.filter(({ value }) => !tellsClaim(value)),
    })),
    ...(incidents && { incidents: incidents.map(({ claims: _, ...link }) => link) }),
  };
}

function withPlainEntity<Found extends { readonly entity: Entity }>(found: Found, reference: Reference): Found {
  return { ...found, entity: plainEntity(found.entity, reference) };
}

/** An entry of which nothing is told of crimes. */
export function plainEntity(entity: Entity, { protectedTopics }: Pick<Reference, 'protectedTopics'>): Entity {
  return { ...entity, legalStatus: [], topics: entity.topics.filter((topic) => !protectedTopics.has(topic)) };
}

/** What a finding tells of a claim; its sentence is whole without it. */
const factsOfClaims = new Set(['status', 'reportedBy', 'statusDate']);

/** A decision whose findings say nothing of crimes. */
function findingsWithoutClaims(decision: Decision): Decision {
  const findings = decision.findings.map((finding) => ({
    ...finding,
    facts: Object.fromEntries(
      Object.entries(finding.facts).filter(([name, value]) => !factsOfClaims.has(name) && !tellsClaim(String(value))),
    ),
  }));
  return { ...decision, findings };
}
