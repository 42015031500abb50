// An entry of a list in, the party it is of, as all lists in use have it, out; and what a person says of two entries, kept.
import { mergedEntity, judgementsOf, type Judgements } from '@sekisho/engine/merge/merged-entity.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { MergedEntity, MergeJudgement } from '@sekisho/engine/model/merge.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { listedSubjects } from '@sekisho/engine/search/search.ts';
import type { Parts } from './parts.ts';

export interface MergedAnswer {
  readonly merged: MergedEntity;
  readonly editions: readonly ActiveEdition[];
  /** What people said of any two of its entries, or of one of them and another. */
  readonly judgements: readonly MergeJudgement[];
}

/** @throws Problem `entity.not-found` when no list in use has the entry. */
export async function showEntity(entityId: string, parts: Parts): Promise<MergedAnswer> {
  const { index, editions } = await parts.index.over(await parts.store.activeEditions());
  const given = await parts.store.mergeJudgements();
  const merged = mergedIn(index, entityId, judgementsOf(given));
  const ids = new Set(merged.entries.map(({ entity }) => entity.id));
  return { merged, editions, judgements: given.filter(({ one, other }) => ids.has(one) || ids.has(other)) };
}

/** The parties of several entries, each once: entries of one party are together, in the order of the first of each. */
export async function mergedParties(
  entityIds: readonly string[],
  index: EntityIndex,
  { store }: Pick<Parts, 'store'>,
): Promise<readonly MergedEntity[]> {
  const judgements = judgementsOf(await store.mergeJudgements());
  const parties: MergedEntity[] = [];
  for (const id of entityIds)
    if (!parties.some(({ entries }) => entries.some(({ entity }) => entity.id === id)))
      parties.push(mergedIn(index, id, judgements));
  return parties;
}

export interface JudgementRequest {
  readonly one: string;
  readonly other: string;
  readonly verdict: MergeJudgement['verdict'];
  readonly reason: string;
  readonly by: string;
}

/**
 * Keeps what a person says of two entries, on the record. Both must be there today.
 * @throws Problem `entity.not-found`, `merge.contradiction` for an entry and itself, `command.usage` without a reason or
 *   somebody who gives it.
 */
export async function judgeEntities(request: JudgementRequest, parts: Parts): Promise<MergedAnswer> {
  const [one, other] = [request.one, request.other].sort() as [string, string];
  const [reason, by] = [request.reason.trim(), request.by.trim()];
  if (reason === '') throw new Problem('command.usage', { reason: 'a judgement has a --reason' });
  if (by === '') throw new Problem('command.usage', { reason: 'somebody judges: name them with --by' });
  if (one === other) throw new Problem('merge.contradiction', { entity: one, other, reason: 'an entry is itself' });
  const { index } = await parts.index.over(await parts.store.activeEditions());
  for (const id of [one, other])
    if (listedSubjects(index, [id]).length === 0) throw new Problem('entity.not-found', { entity: id });
  const at = parts.clock();
  const judgement: MergeJudgement = { one, other, verdict: request.verdict, reason, by, at };
  await parts.store.write(async (writer) => {
    await writer.saveMergeJudgement(judgement);
    await writer.seal('entities-judged', `${one} ${other}`, judgement, at);
  });
  return showEntity(one, parts);
}

function mergedIn(index: EntityIndex, entityId: string, judgements: Judgements): MergedEntity {
  const [start] = listedSubjects(index, [entityId]);
  if (!start) throw new Problem('entity.not-found', { entity: entityId });
  return mergedEntity(index, start, judgements);
}
