// Rows of a gazetteer in, one immutable SQLite file an edition out, named by the hash of its content; and a reader of it.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { contentFile, keepContentFile } from '../content-file.ts';
import { makeFolder } from '../durable-files.ts';
import { isComplete, partsOf } from './gazetteer-parts.ts';
import { GazetteerReader, linesOf } from './gazetteer-reader.ts';
import { writeParts } from './gazetteer-schema.ts';

export interface BuiltGazetteer {
  /** Of the rows, not of SQLite's bytes: the same rows in any order have the same. */
  readonly contentSha256: string;
  /** Every prefecture is in it. */
  readonly complete: boolean;
  readonly counts: Readonly<Record<'places' | 'municipalities' | 'towns' | 'postal codes' | 'offices', number>>;
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
}

/** The folder `gazetteers` of a data folder. Nothing in it is ever changed: an edition is a file of its own. */
export class GazetteerFiles {
  readonly #folder: string;
  /** Contents this process made: only those can be discarded. */
  readonly #made = new Set<string>();

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'gazetteers');
  }

  /**
   * Keeps the rows, each once: whole or not at all.
   * @param before the edition in use, that changes are counted from.
   * @throws Problem `store.failed` when the file cannot be written, and whatever `rows` throws.
   */
  async build(
    rows: AsyncIterable<readonly GazetteerRow[]>,
    before: Pick<Edition, 'id' | 'source' | 'contentSha256'> | undefined,
  ): Promise<BuiltGazetteer> {
    const distinct = new Set<string>();
    for await (const batch of rows) for (const row of batch) distinct.add(canonicalJson(row));
    const lines = [...distinct].sort();
    const { summary, parts } = partsOf(lines);
    const part = path.join(this.#folder, `${randomUUID()}.part`);
    try {
      await makeFolder(this.#folder);
      const contentSha256 = writeParts(part, parts);
      await this.#keep(part, contentSha256);
      return {
        contentSha256,
        complete: isComplete(summary),
        counts: countsOf(lines),
        changes: this.#changes(distinct, before),
      };
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof Problem) throw error;
      const reason = (error as Error).message;
      throw new Problem('store.failed', { file: path.basename(part), reason }, { cause: error });
    }
  }

  /**
   * Opens an edition for looking things up; whoever asked for it closes it.
   * @throws Problem `edition.damaged` when the file is missing, cut off, or not the edition's.
   */
  open(edition: Pick<Edition, 'id' | 'source' | 'contentSha256'>): GazetteerReader {
    return new GazetteerReader(this.#file(edition.contentSha256), edition);
  }

  /** Takes back what `build` made a moment ago, when it is not wanted; a content that was there before stays. */
  async discard(contentSha256: string): Promise<void> {
    if (this.#made.delete(contentSha256)) await rm(this.#file(contentSha256), { force: true });
  }

  #changes(
    rows: ReadonlySet<string>,
    before: Pick<Edition, 'id' | 'source' | 'contentSha256'> | undefined,
  ): BuiltGazetteer['changes'] {
    if (!before) return { added: rows.size, changed: 0, removed: 0 };
    const reader = this.open(before);
    try {
      const old = new Set(linesOf(reader));
      return { added: rows.difference(old).size, changed: 0, removed: old.difference(rows).size };
    } finally {
      reader.close();
    }
  }

  async #keep(part: string, contentSha256: string): Promise<void> {
    if (await keepContentFile(part, this.#file(contentSha256))) this.#made.add(contentSha256);
  }

  #file(contentSha256: string): string {
    return contentFile(this.#folder, contentSha256);
  }
}

function countsOf(lines: readonly string[]): BuiltGazetteer['counts'] {
  const rows = lines.map((line) => JSON.parse(line) as GazetteerRow);
  const count = (keyOf: (row: GazetteerRow) => string | undefined) =>
    new Set(rows.map(keyOf).filter((key) => key !== undefined)).size;
  return {
    places: rows.length,
    municipalities: count(({ prefecture, municipality }) => `${prefecture}${municipality}`),
    towns: count(({ prefecture, municipality, town }) => town && `${prefecture}${municipality}${town}`),
    'postal codes': count(({ postalCode }) => postalCode),
    offices: rows.filter(({ kind }) => kind === 'office').length,
  };
}
