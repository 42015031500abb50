// Lists in; seconds for importing, saving, loading and indexing them, searches a second, and memory out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { EditionFiles } from '@sekisho/server/store/edition-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import type { SourceFile } from '@sekisho/sources/importer.ts';
import { realEditions } from './real-editions.ts';

const samples = fileURLToPath(new URL('../packages/sources/src/lists/', import.meta.url));
const official = process.env['SEKISHO_DEV_DATA'];
const ours: Readonly<Record<string, readonly string[]>> = {
  'ofac-sdn': ['sdn', 'alt', 'add'].map((name) => `ofac-sdn/sample/${name}.csv`),
  'un-sc': ['un-sc/sample/consolidated.xml'],
  'jp-meti-eul': ['jp-meti-eul/sample/foreign-end-user-list.xlsx'],
  'interpol-red': ['interpol-red/sample/notices.json'],
};

function editions(): ReadonlyMap<string, readonly SourceFile[]> {
  if (official) return realEditions(official);
  const file = (name: string) => ({ name: path.basename(name), path: path.join(samples, name) });
  return new Map(Object.entries(ours).map(([source, names]) => [source, names.map(file)]));
}

/** One listed name in so many is asked for, as it stands. */
const EVERY = 25;

export async function listsBench(): Promise<object> {
  const referenceStart = performance.now();
  const reference = buildReference(referenceFiles);
  const referenceSeconds = secondsSince(referenceStart);
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const editionFiles = new EditionFiles(folder);
    const lists: { source: string; editionId: string; entities: readonly Entity[] }[] = [];
    const imports: Record<string, object> = {};
    for (const [source, files] of editions()) {
      const importer = listImporters.get(source);
      if (!importer) throw new Error(`no importer of ${source}`);
      const readStart = performance.now();
      const { entities } = await importer.read(files, { territories: reference.territories });
      const readSeconds = secondsSince(readStart);
      const saveStart = performance.now();
      const { contentSha256 } = await editionFiles.saveList(entities);
      const saveSeconds = secondsSince(saveStart);
      const loadStart = performance.now();
      lists.push({ source, editionId: contentSha256, entities: await editionFiles.loadList(contentSha256) });
      imports[source] = { entities: entities.length, readSeconds, saveSeconds, loadSeconds: secondsSince(loadStart) };
    }
    const indexStart = performance.now();
    const index = buildIndex(lists, reference.names);
    const indexSeconds = secondsSince(indexStart);
    const asked = lists.flatMap(({ entities }) => entities).filter((_, place) => place % EVERY === 0);
    const times: number[] = [];
    let found = 0;
    for (const entity of asked) {
      const start = performance.now();
      const [name] = entity.names;
      const { hits } = search(
        index,
        {
          ...entity,
          names: name ? [name] : [],
          birthDates: [],
          identifiers: [],
          addresses: [],
          nationalities: [],
          countries: [],
        },
        { minScore: reference.names.weights.hitScore, limit: 10 },
      );
      times.push(performance.now() - start);
      if (hits.some((hit) => hit.entity.id === entity.id)) found++;
    }
    times.sort((a, b) => a - b);
    const total = times.reduce((sum, time) => sum + time, 0);
    return {
      referenceSeconds,
      imports,
      index: { entities: index.size, names: index.names, seconds: indexSeconds },
      search: {
        asked: asked.length,
        found,
        perSecond: Math.round((1000 * times.length) / total),
        p50Ms: round(times[Math.floor(times.length / 2)] ?? 0),
        p99Ms: round(times[Math.floor(times.length * 0.99)] ?? 0),
      },
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function secondsSince(start: number): number {
  return round((performance.now() - start) / 1000);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
