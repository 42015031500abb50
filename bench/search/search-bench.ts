// Command-line words in; the figures of building, saving, loading and asking a list as large as wished out.
//
//   npm run bench -- search --entities 3000000 [--queries 20000] [--seed 1] [--misses misses.tsv]
//   npm run bench -- search --lists            the real lists below SEKISHO_DEV_DATA in place of a made one
//   npm run bench -- search --scan [--entities 50000] [--queries 100]
//                                              hits that comparing with every entity finds, and the search does not
//   … --write                                  and puts the figures into docs/performance.md
//
// How the list and the questions are made is in `dataset.ts`; what the search is asked for in `index-under-test.ts`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { benchWorld, listedEntities, madeQueries, queriesOn, type MadeQueries } from './dataset.ts';
import type { World } from './entities.ts';
import { missLines, searchFigures } from './figures.ts';
import { FoldedNames } from './folded-names.ts';
import { buildSnapshot, type ListToIndex } from './index-under-test.ts';
import type { Measured } from './measure.ts';
import type { Query } from './queries.ts';
import { writeFigures } from '../write-figures.ts';
import { readRealLists } from './real-lists.ts';
import { listedInReality } from './real-questions.ts';
import { scanFigures } from './scan.ts';

export async function searchBench(): Promise<object> {
  const options = readOptions(process.argv.slice(3));
  const world = await benchWorld(options.seed);
  if (options.scan) return scanFigures(world, options);
  const made = options.lists ? await realQuestions(world) : madeQuestions(world, options.entities);
  const counted = countingNames(made.lists);
  const buildStart = performance.now();
  const snapshot = buildSnapshot(counted.lists);
  const buildSeconds = (performance.now() - buildStart - counted.elsewhere.milliseconds) / 1000;
  const queries = inTurns(made.ask(options.queries, counted.names));
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const measured = measureElsewhere(folder, snapshot, queries);
    const judged = measured.outcomes.flatMap((outcome, place) => {
      const query = queries[place];
      return query ? [{ query, outcome }] : [];
    });
    if (options.misses !== undefined) writeFileSync(options.misses, missLines(judged));
    const figures = {
      seed: options.seed,
      words: world.variants ? 'real files' : 'own tables: no names in another script are asked for',
      entities: counted.elsewhere.entities,
      queries: queries.length,
      queriesPerSecondOneCore: measured.queriesPerSecondOneCore,
      queriesPerSecondAllCores: measured.queriesPerSecondAllCores,
      cores: measured.cores,
      ...searchFigures(judged),
      buildSeconds: round(buildSeconds),
      snapshotBytes: snapshot.byteLength,
      loadSeconds: round(measured.loadSeconds),
      peakRssBytes: measured.peakRssBytes,
      peakRssBytesAllCores: measured.peakRssBytesAllCores,
    };
    if (options.write) writeFigures(options.lists ? 'lists' : 'made', figures);
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Options {
  readonly entities: number;
  readonly queries: number;
  readonly seed: number;
  readonly lists: boolean;
  readonly scan: boolean;
  readonly misses: string | undefined;
  readonly write: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      entities: { type: 'string', default: '20000' },
      queries: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      lists: { type: 'boolean', default: false },
      scan: { type: 'boolean', default: false },
      misses: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'entities' | 'queries' | 'seed') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} is a whole number from 1, not ${values[name]}`);
    return value;
  };
  return {
    entities: number('entities'),
    queries: number('queries'),
    seed: number('seed'),
    lists: values.lists,
    scan: values.scan,
    misses: values.misses,
    write: values.write,
  };
}

interface Questions {
  readonly lists: readonly ListToIndex[];
  readonly ask: (queries: number, names: FoldedNames) => MadeQueries;
}

function madeQuestions(world: World, entities: number): Questions {
  return {
    lists: [{ source: 'bench', entities: listedEntities(world, entities) }],
    ask: (queries, names) => madeQueries(world, entities, queries, names),
  };
}

async function realQuestions(world: World): Promise<Questions> {
  const folder = process.env['SEKISHO_DEV_DATA'];
  if (!folder) throw new Error('--lists needs the real files: SEKISHO_DEV_DATA is not set');
  const lists = await readRealLists(folder);
  const listed = listedInReality(lists, folder, world.seed);
  return { lists, ask: (queries, names) => queriesOn(listed, world, queries, names) };
}

/** Notes the name of each entity that passes; the time that this and making the entity take is no time of the index. */
function countingNames(lists: readonly ListToIndex[]): {
  readonly lists: readonly ListToIndex[];
  readonly names: FoldedNames;
  readonly elsewhere: { milliseconds: number; entities: number };
} {
  const names = new FoldedNames();
  const elsewhere = { milliseconds: 0, entities: 0 };
  function* passing(entities: Iterable<Entity>): Generator<Entity, undefined> {
    let since = performance.now();
    for (const entity of entities) {
      for (const { text } of entity.names) names.add(text);
      elsewhere.entities++;
      elsewhere.milliseconds += performance.now() - since;
      yield entity;
      since = performance.now();
      if (elsewhere.entities % PROGRESS_EVERY === 0) console.error(`${elsewhere.entities} entities`);
    }
  }
  return { lists: lists.map(({ source, entities }) => ({ source, entities: passing(entities) })), names, elsewhere };
}

const PROGRESS_EVERY = 250_000;

/** Manipulated and clean names as they would come: mixed. */
function inTurns({ changed, clean }: MadeQueries): Query[] {
  return changed.flatMap((query, place) => {
    const other = clean[place];
    return other ? [query, other] : [query];
  });
}

/** In a process of its own, which holds nothing but the index and the questions. */
function measureElsewhere(folder: string, snapshot: SharedArrayBuffer, queries: readonly Query[]): Measured {
  const [snapshotPath, queriesPath, outPath] = ['snapshot', 'queries.jsonl', 'measured.json'].map((name) =>
    path.join(folder, name),
  );
  if (!snapshotPath || !queriesPath || !outPath) throw new Error('no places to write to');
  writeFileSync(snapshotPath, new Uint8Array(snapshot));
  writeFileSync(queriesPath, queries.map((query) => `${JSON.stringify(query)}\n`).join(''));
  const program = fileURLToPath(new URL('./measure-process.ts', import.meta.url));
  execFileSync(process.execPath, [program, snapshotPath, queriesPath, outPath], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return JSON.parse(readFileSync(outPath, 'utf8')) as Measured;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
