// Evidence and decision of one day and of another in, what is different out: field by field, gone, new or changed.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

export interface Difference {
  readonly field:
    | 'source'
    | 'identifier'
    | 'register'
    | 'hit'
    | 'former-hit'
    | 'cleared-hit'
    | 'path'
    | 'signal'
    | 'gap'
    | 'finding'
    | 'outcome';
  /** What it is of: a party and an entry, a rule, a source. */
  readonly subject: string;
  /** Absent where it was not there, or is not any more. */
  readonly then?: string;
  readonly now?: string;
}

export interface Vetted {
  readonly evidence: Evidence;
  readonly decision: Decision;
}

/** What editions and the engine alone make: not what became of other orders, clearances and policies since. */
export const ofEditions: readonly Difference['field'][] = ['source', 'identifier', 'register', 'hit', 'former-hit'];

/** In the order of fields. A score is told to four places. */
export function differencesBetween(then: Vetted, now: Vetted): readonly Difference[] {
  const [before, after] = [saidBy(then), saidBy(now)];
  return [...before.keys()].flatMap((field) => {
    const [was, is] = [before.get(field), after.get(field)];
    const subjects = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
    return subjects.flatMap((subject): Difference[] => {
      const [one, other] = [was?.get(subject), is?.get(subject)];
      if (one === other) return [];
      return [{ field, subject, ...(one !== undefined && { then: one }), ...(other !== undefined && { now: other }) }];
    });
  });
}

type Said = Map<Difference['field'], ReadonlyMap<string, string>>;

function saidBy({ evidence, decision }: Vetted): Said {
  const { sources, identifiers, confirmations, paths, signals, gaps } = evidence;
  const { hits, formerHits = [], clearedHits = [] } = evidence;
  const scored = (all: Evidence['hits']) =>
    all.map(({ party, entity, score }) => [`${party} ${entity.id}`, score.toFixed(4)] as const);
  return new Map([
    [
      'source',
      mapOf(sources.map(({ source, state, editionId = '' }) => [source, `${state} ${editionId.slice(0, 12)}`.trim()])),
    ],
    [
      'identifier',
      mapOf(
        identifiers.map(({ party, identifier, state }) => [`${party} ${identifier.type} ${identifier.value}`, state]),
      ),
    ],
    [
      'register',
      mapOf(
        confirmations.map(({ party, register, verdict, reason }) => [`${party} ${register}`, `${verdict} ${reason}`]),
      ),
    ],
    ['hit', mapOf(scored(hits))],
    ['former-hit', mapOf(scored(formerHits))],
    ['cleared-hit', mapOf(scored(clearedHits))],
    ['path', mapOf(paths.map(({ from, entityId, hops }) => [`${from} ${entityId}`, `${String(hops.length)} hops`]))],
    ['signal', mapOf(signals.map(({ id, party = '', state }) => [`${id} ${party}`.trim(), state]))],
    ['gap', mapOf(gaps.map(({ kind, subject, detail = '' }) => [`${kind} ${subject}`, detail]))],
    [
      'finding',
      mapOf(decision.findings.map(({ rule, facts, outcome }) => [`${rule} ${canonicalJson(facts)}`, outcome])),
    ],
    ['outcome', mapOf([['decision', decision.outcome]])],
  ]);
}

/** What is told of one subject more than once is told together. */
function mapOf(told: readonly (readonly [subject: string, said: string])[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [subject, text] of told) {
    const known = said.get(subject);
    said.set(subject, known === undefined ? text : `${known}; ${text}`);
  }
  return said;
}
