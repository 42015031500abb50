// The samples of all lists in, what their importers make of damaged copies out: entities or a Problem, and nothing else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import type { ListImporter, SourceFile } from '@sekisho/sources/importer.ts';
import { below, randomOf } from '../../bench/search/random.ts';
import { fuzzed } from './fuzzed-files.ts';

/** A good edition of one layout of one list. */
export interface SampleEdition {
  readonly importer: ListImporter;
  readonly form: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Whether reading it starts a thread, which takes a hundred times as long. */
  readonly isThreaded: boolean;
}

export interface FuzzCounts {
  tries: number;
  read: number;
  refused: number;
  /** The longest a single one took, milliseconds. */
  slowestMs: number;
}

const lists = fileURLToPath(new URL('../../packages/sources/src/lists/', import.meta.url));
const { territories } = buildReference(referenceFiles);

/** For each layout, the first sample file of each role. */
export function sampleEditions(): readonly SampleEdition[] {
  return [...listImporters.values()].flatMap((importer) => {
    const { id, forms } = importer.description;
    const folder = path.join(lists, id, 'sample');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    return forms.flatMap(({ form, files: roles }): SampleEdition[] => {
      const found = roles.flatMap(({ pattern }) => names.find((name) => new RegExp(pattern, 'iu').test(name)) ?? []);
      const files = [...new Set(found)].map((name) => ({
        name: path.basename(name),
        bytes: readFileSync(path.join(folder, name)),
      }));
      const isThreaded = files.some(({ name }) => /\.(?:xlsx?|ods|pdf)$/i.test(name));
      return files.length === 0 ? [] : [{ importer, form, files, isThreaded }];
    });
  });
}

/**
 * Reads `tries` damaged copies of an edition; the same numbers make the same copies.
 * @throws Error that names the try when an importer ends with anything but entities or a Problem, or gives entities that
 *   are not whole.
 */
export async function fuzzEdition(
  edition: SampleEdition,
  numbers: { readonly from: number; readonly tries: number },
  counts: FuzzCounts,
): Promise<void> {
  const { importer, form, files } = edition;
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-fuzz-'));
  try {
    for (let number = numbers.from; number < numbers.from + numbers.tries; number++) {
      const random = randomOf(0xf022, number);
      const target = below(files.length, random);
      let by = '';
      const made = files.map(({ name, bytes }, place): SourceFile => {
        const file = path.join(folder, name);
        const damaged = place === target ? fuzzed(bytes, random) : undefined;
        if (damaged) ({ by } = damaged);
        writeFileSync(file, damaged?.bytes ?? bytes);
        return { name, path: file };
      });
      const start = performance.now();
      const fail = (what: string, cause?: unknown) =>
        new Error(`${importer.description.id} ${form}, try ${String(number)} (${by}): ${what}`, { cause });
      counts.tries++;
      try {
        const { entities } = await importer.read(made, { territories });
        const broken = entities.find((entity) => !isWhole(entity));
        if (broken) throw fail(`an entity is not whole: ${JSON.stringify(broken).slice(0, 300)}`);
        if (new Set(entities.map(({ id }) => id)).size !== entities.length) throw fail('an id comes twice');
        counts.read++;
      } catch (error) {
        if (!(error instanceof Problem))
          throw error instanceof Error && error.message.includes(', try ') ? error : fail(String(error), error);
        counts.refused++;
      }
      counts.slowestMs = Math.max(counts.slowestMs, Math.round(performance.now() - start));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isWhole({ id, recordId, names }: Entity): boolean {
  return recordId !== '' && id.endsWith(recordId) && 0 < names.length && names.every(({ text }) => text.trim() !== '');
}
