// Entries of lists that a person looks at in, the view sealed out when they say something of crimes: by whom, of which case, what for.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { named } from './case-word.ts';
import type { Parts } from './parts.ts';

export interface ViewWord {
  readonly by: string;
  readonly reason: string;
}

/**
 * Seals that somebody sees specially protected data (`data/protected-data.yml`, claims of legal status) of a case; whoever shows them calls
 * this first. False when there are none: then nothing is sealed.
 * @throws Problem `case.note-not-allowed` for nobody named or no reason.
 */
export async function noteView(
  caseId: string,
  { by, reason }: ViewWord,
  shown: readonly Entity[],
  { store, clock, reference }: Parts,
): Promise<boolean> {
  const entities = protectedEntities(shown, reference).map(({ id }) => id);
  if (entities.length === 0) return false;
  const refuse = (why: string): never => {
    throw new Problem('case.note-not-allowed', { case: caseId, reason: why });
  };
  const who = named(by, 'looks at it', refuse);
  if (reason.trim() === '') refuse('a look at protected data has a reason');
  const view = { by: who, reason: reason.trim(), entities };
  await store.write((writer) => writer.seal('protected-data-viewed', caseId, view, clock()));
  return true;
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
export function withoutProtected(evidence: Evidence, { protectedTopics }: Reference): Evidence {
  const plain = <Found extends { readonly entity: Entity }>(hit: Found): Found => ({
    ...hit,
    entity: {
      ...hit.entity,
      legalStatus: [],
      topics: hit.entity.topics.filter((topic) => !protectedTopics.has(topic)),
    },
  });
  const { hits, formerHits, clearedHits } = evidence;
  return {
    ...evidence,
    hits: hits.map(plain),
    ...(formerHits && { formerHits: formerHits.map(plain) }),
    ...(clearedHits && { clearedHits: clearedHits.map(plain) }),
  };
}

/** What a finding tells of a claim; its sentence is whole without it. */
const factsOfClaims = new Set(['status', 'reportedBy', 'statusDate']);

/** A decision whose findings say nothing of crimes. */
export function findingsWithoutClaims(decision: Decision): Decision {
  const findings = decision.findings.map((finding) => ({
    ...finding,
    facts: Object.fromEntries(Object.entries(finding.facts).filter(([name]) => !factsOfClaims.has(name))),
  }));
  return { ...decision, findings };
}
