// An index and an entity in, the entries of all lists that are proved to be the same party out.
import { analyseSubject } from '../match/compare-entities.ts';
import type { MergedEntity, MergedEntry, MergeJudgement, MergeReason } from '../model/merge.ts';
import type { EntityIndex } from '../search/entity-index.ts';
import { listedSubjects, listedWith, search, type ListedSubject } from '../search/search.ts';
import { areDifferent, sameness } from './sameness.ts';

/** What people said of pairs, the last word on each. */
export type Judgements = ReadonlyMap<string, MergeJudgement>;

/** By pair; of several judgements of one pair the last one given. */
export function judgementsOf(given: readonly MergeJudgement[]): Judgements {
  return new Map(given.map((judgement) => [pairKey(judgement.one, judgement.other), judgement]));
}

/**
 * The party that an entry is of: the entry, what is proved to be one with it, and with those, as far as the index reaches. An
 * entry that is proved to be another party than one that is in already stays out, and so does one that a person split off.
 * The same index and judgements make the same party, and mostly the same one from each of its entries: where A is one with
 * B, B with C, and A is not C, each is with what is nearest.
 */
export function mergedEntity(index: EntityIndex, start: ListedSubject, judgements: Judgements): MergedEntity {
  const members = [start];
  const because: MergeReason[] = [];
  for (const member of members) {
    if (MAX_MEMBERS <= members.length) break;
    for (const candidate of candidatesFor(index, member, judgements)) {
      if (members.some(({ entity, editionId }) => isEntry(candidate, entity.id, editionId))) continue;
      const reason = reasonFor(index, member, candidate, judgements);
      if (!reason || members.some((other) => isKeptApart(other, candidate, judgements))) continue;
      members.push(candidate);
      because.push(reason);
    }
  }
  const entries = members
    .map(({ entity, editionId }): MergedEntry => ({ entity, editionId }))
    .sort((a, b) => compareText(a.entity.id, b.entity.id));
  return { entries, because };
}

/** More entries than lists: what joins them is no identifier. */
const MAX_MEMBERS = 40;
/** Entries of other lists with such a name; one that is the same scores far above. */
const MAX_NAMESAKES = 30;

function candidatesFor(index: EntityIndex, member: ListedSubject, judgements: Judgements): readonly ListedSubject[] {
  const { entity } = member;
  const joined = [...judgements.values()].flatMap(({ one, other, verdict }) =>
    verdict === 'join' && (one === entity.id || other === entity.id) ? [one === entity.id ? other : one] : [],
  );
  const found = new Map<string, ListedSubject>();
  const add = (listed: ListedSubject) => {
    if (listed.entity.id !== entity.id) found.set(`${listed.entity.id} ${listed.editionId}`, listed);
  };
  listedSubjects(index, joined).forEach(add);
  listedWith(index, entity).forEach(add);
  for (const hit of namesakes(index, member)) add({ ...hit, subject: analyseSubject(hit.entity, index.reference) });
  return [...found.values()].sort((a, b) => compareText(a.entity.id, b.entity.id));
}

/** Names are searched for only where something beside them can prove anything: a day of birth, or an address of a body. */
function namesakes(index: EntityIndex, { entity }: ListedSubject) {
  const hasDay = entity.birthDates.some(({ earliest, latest, circa }) => earliest === latest && !circa);
  if (!hasDay && (entity.schema === 'Person' || entity.addresses.length === 0)) return [];
  const names = entity.names.filter(({ kind }) => kind !== 'weak').slice(0, MAX_NAMES);
  return search(index, { ...entity, names, identifiers: [] }, { minScore: 0.9, limit: MAX_NAMESAKES }).hits;
}

/** The first names of an entry are the ones that other lists have as well. */
const MAX_NAMES = 6;

function reasonFor(
  index: EntityIndex,
  member: ListedSubject,
  candidate: ListedSubject,
  judgements: Judgements,
): MergeReason | undefined {
  const [one, other] = [member.entity.id, candidate.entity.id].sort(compareText) as [string, string];
  const judged = judgements.get(pairKey(one, other));
  if (judged) return judged.verdict === 'join' ? { one, other, kind: 'joined', detail: judged.reason } : undefined;
  const found = sameness(member, candidate, index.reference);
  return found.verdict === 'same' ? { one, other, kind: found.kind, detail: found.detail } : undefined;
}

function isKeptApart(one: ListedSubject, other: ListedSubject, judgements: Judgements): boolean {
  const judged = judgements.get(pairKey(one.entity.id, other.entity.id));
  if (judged) return judged.verdict === 'split';
  return areDifferent(one.entity, other.entity);
}

function isEntry({ entity, editionId }: ListedSubject, id: string, ofEdition: string): boolean {
  return entity.id === id && editionId === ofEdition;
}

function pairKey(one: string, other: string): string {
  return [one, other].sort(compareText).join('\n');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
