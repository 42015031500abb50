// Entities in any order in, their lines sorted by id out; what is too much for memory waits in files meanwhile.
import { rm } from 'node:fs/promises';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { readLines, writeLines } from './line-file.ts';
import { mergedById } from './merge-by-id.ts';

/** An entity as it is stored. */
export interface EntityLine {
  readonly id: string;
  /** Canonical JSON. */
  readonly line: string;
}

/** Characters of lines that are held at once: half to one gigabyte of entities makes some twenty files. */
const MOST_CHARS = 1 << 25;

/** Lines given at a time. */
const LINES = 500;

/** Takes entities once, then gives their lines once. `discard` when that is done, or given up. */
export class LineSorter {
  readonly #fileOf: (run: number) => string;
  readonly #mostChars: number;
  readonly #runs: string[] = [];
  #lines: EntityLine[] = [];
  #chars = 0;

  /** @param fileOf where a sorted part may wait, by its number. */
  constructor(fileOf: (run: number) => string, mostChars = MOST_CHARS) {
    this.#fileOf = fileOf;
    this.#mostChars = mostChars;
  }

  async add(entities: readonly Entity[]): Promise<void> {
    for (const entity of entities) {
      const line = canonicalJson(entity);
      this.#lines.push({ id: entity.id, line });
      this.#chars += line.length;
    }
    if (this.#mostChars < this.#chars) await this.#putAside();
  }

  /** @throws Problem `list.duplicate-record` for an id that was added twice. */
  async *sorted(): AsyncGenerator<readonly EntityLine[]> {
    const inMemory = batchesOf(this.#taken());
    if (this.#runs.length === 0) {
      yield* inMemory;
      return;
    }
    for await (const rows of mergedById([...this.#runs.map(readRun), inMemory]))
      yield rows.map((row) => {
        const [line, second] = row.filter((place) => place !== undefined);
        if (!line || second) throw duplicate(line?.id ?? '');
        return line;
      });
  }

  async discard(): Promise<void> {
    this.#lines = [];
    for (const file of this.#runs.splice(0)) await rm(file, { force: true });
  }

  async #putAside(): Promise<void> {
    const file = this.#fileOf(this.#runs.length);
    this.#runs.push(file);
    await writeLines(file, textsOf(this.#taken()), 1);
  }

  #taken(): readonly EntityLine[] {
    const lines = this.#lines.sort((a, b) => (a.id < b.id ? -1 : b.id < a.id ? 1 : 0));
    lines.forEach(({ id }, place) => {
      if (lines[place + 1]?.id === id) throw duplicate(id);
    });
    [this.#lines, this.#chars] = [[], 0];
    return lines;
  }
}

/** The id stands before the line, as JSON, so that the line need not be read to sort it. */
async function* textsOf(lines: readonly EntityLine[]): AsyncGenerator<readonly string[]> {
  for await (const batch of batchesOf(lines)) yield batch.map(({ id, line }) => `${JSON.stringify(id)}\t${line}`);
}

async function* readRun(file: string): AsyncGenerator<readonly EntityLine[]> {
  for await (const texts of readLines(file))
    yield texts.map((text) => {
      const end = text.indexOf('\t');
      return { id: JSON.parse(text.slice(0, end)) as string, line: text.slice(end + 1) };
    });
}

// eslint-disable-next-line @typescript-eslint/require-await -- what waits in files comes the same way
async function* batchesOf(lines: readonly EntityLine[]): AsyncGenerator<readonly EntityLine[]> {
  for (let from = 0; from < lines.length; from += LINES) yield lines.slice(from, from + LINES);
}

const duplicate = (id: string) => {
  const [list = '', ...record] = id.split(':');
  return new Problem('list.duplicate-record', { list, record: record.join(':') });
};
