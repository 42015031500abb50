// Two editions of a made list in, as streams; seconds and memory for storing, reading, comparing and indexing them out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { compareWithActive } from '@sekisho/server/flows/compare-with-active.ts';
import { indexOf } from '@sekisho/server/flows/list-index.ts';
import { EditionFiles } from '@sekisho/server/store/edition-files.ts';
import { benchWorld } from './search/dataset.ts';
import { madeEntity, type World } from './search/entities.ts';

/** `SEKISHO_BENCH_ENTRIES`, else a million. */
const ENTRIES = Number(process.env['SEKISHO_BENCH_ENTRIES'] ?? 1_000_000);
const BATCH = 500;
/** One entry in so many is gone, and one changed, in the second edition. */
const GONE_EVERY = 100;
const CHANGED_EVERY = 50;

export async function editionsBench(): Promise<object> {
  const reference = buildReference(referenceFiles);
  const world = await benchWorld(1);
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const editionFiles = new EditionFiles(folder);
    const steps: Record<string, object> = {};
    const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      const result = await work();
      const seconds = Math.round((performance.now() - start) / 10) / 100;
      steps[step] = { seconds, peakRssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
      return result;
    };
    await timed('make', async () => {
      for await (const batch of listed(world, 1)) if (batch.length === 0) throw new Error('nothing was made');
    });
    const first = await timed('make and store', () => editionFiles.stageList(listed(world, 1)));
    await first.keep();
    await timed('verify', () => editionFiles.verifyList(first.contentSha256));
    await timed('read', async () => {
      for await (const batch of editionFiles.batchesOf(first.contentSha256)) if (batch.length === 0) break;
    });
    const second = await timed('make and store the second', () => editionFiles.stageList(listed(world, 2)));
    const active = { contentSha256: first.contentSha256 } as Edition;
    const { changes, history } = await timed('compare, and keep what is gone', () =>
      compareWithActive(second, active, { publishedOn: '2026-01-01', leftOut: [] }, { editionFiles }),
    );
    const lists = [{ editionId: 'bench', source: 'bench', contentSha256: first.contentSha256 }];
    const index = await timed('index', () => indexOf(lists, 'bench', { editionFiles, reference }));
    return {
      entries: first.entities,
      fileBytes: first.bytes,
      changes,
      history: history?.entities ?? 0,
      indexBytes: index.bytes.byteLength,
      steps,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In no order of ids, as a file may have them. */
async function* listed(world: World, edition: 1 | 2): AsyncGenerator<readonly Entity[]> {
  for (let from = 0; from < ENTRIES; from += BATCH) {
    const batch: Entity[] = [];
    for (let number = from; number < Math.min(from + BATCH, ENTRIES); number++) {
      const { entity } = madeEntity(world, 'listed', number);
      if (edition === 2 && number % GONE_EVERY === 0) continue;
      const isChanged = edition === 2 && number % CHANGED_EVERY === 1;
      batch.push(isChanged ? { ...entity, remarks: [...entity.remarks, 'changed'] } : entity);
    }
    yield await Promise.resolve(batch);
  }
}
