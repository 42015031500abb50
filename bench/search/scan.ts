// A made list and questions in, how many hits of comparing each question with every entity the search finds as well out.
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import { openIndex } from '@sekisho/engine/search/entity-index.ts';
import { listedSubjects, search, searchAmong } from '@sekisho/engine/search/search.ts';
import { listedEntities, madeQueries } from './dataset.ts';
import type { World } from './entities.ts';
import { FoldedNames } from './folded-names.ts';
import { buildSnapshot, reference } from './index-under-test.ts';

export interface ScanOptions {
  readonly entities: number;
  /** Manipulated names, and as many clean ones. */
  readonly queries: number;
  readonly seed: number;
}

export function scanFigures(world: World, { entities, queries, seed }: ScanOptions): object {
  const index = openIndex(buildSnapshot([{ source: 'bench', entities: listedEntities(world, entities) }]), reference);
  const names = new FoldedNames();
  const ids: string[] = [];
  for (const entity of listedEntities(world, entities)) {
    ids.push(entity.id);
    for (const { text } of entity.names) names.add(text);
  }
  const listed = listedSubjects(index, ids);
  const terms: HitTerms = { minScore: reference.weights.hitScore };
  const { changed, clean } = madeQueries(world, entities, queries, names);
  let hits = 0;
  let missed = 0;
  const questions = [...changed, ...clean];
  for (const [place, { subject }] of questions.entries()) {
    if (place % PROGRESS_EVERY === 0) console.error(`${String(place)} of ${String(questions.length)} compared`);
    const found = new Map(
      search(index, subject, { ...terms, limit: ids.length }).hits.map((hit) => [hit.entity.id, hit.score]),
    );
    for (const { entity, score, listedName } of searchAmong(index, listed, subject, terms)) {
      hits++;
      if (found.get(entity.id) === score) continue;
      missed++;
      console.error(`missed: ${subject.names[0]?.text ?? ''} | ${listedName} ${score.toFixed(2)}`);
    }
  }
  return { seed, entities, questions: questions.length, hits, missed, shareFound: hits === 0 ? 1 : 1 - missed / hits };
}

const PROGRESS_EVERY = 50;
