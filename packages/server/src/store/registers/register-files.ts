// Rows of a register in, one immutable SQLite file an edition out, named by the hash of its content; and a reader of it.
import { randomUUID } from 'node:crypto';
import { constants, statSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { contentFile, keepContentFile } from '../content-file.ts';
import { makeFolder, removeUnfinished } from '../durable-files.ts';
import type { CompanyKeys } from './company-keys.ts';
import { fillRegister } from './fill-register.ts';
import { contentCounts, contentHash } from './register-buckets.ts';
import { OpenRegister, openChecked, SqliteRegisterReader, verifyFile, type RegisterReader } from './register-reader.ts';
import { createTables, openUnfinished } from './register-schema.ts';

export interface RegisterBuild extends CompanyKeys {
  /** `contentSha256` of the edition that the rows are a diff to; absent for a full set. */
  readonly base?: string;
  /** In the order in which the register states them. */
  readonly rows: AsyncIterable<readonly RegisterRow[]>;
  /** What files of relations state, in their order; applied after the rows. */
  readonly relations?: AsyncIterable<readonly NumberedRelation[]>;
  /** Names the way keys are made; when the base's keys were made another way, all are made anew. */
  readonly nameKeysVersion?: string;
  /** Called after each batch with the number of rows applied so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface BuiltRegister {
  /** Of the rows, not of SQLite's bytes: the same base and the same rows always have the same. */
  readonly contentSha256: string;
  /**
   * `rows` read; `companies` that stand, closed ones included; rows of `history`. Where relations came in files of their
   * own: those that are kept, and those that were read and no longer hold.
   */
  readonly counts: {
    readonly rows: number;
    readonly companies: number;
    readonly history: number;
    readonly relations?: number;
    readonly endedRelations?: number;
  };
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Numbers of `changes`, sorted; absent without a base, where everything is added. */
  readonly delta?: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
}

/** What ends the name of a file that nobody may read yet. */
const PART = '.part';

/** An open file that is asked for again at once; opening one costs as much as a look-up. */
interface KeptOpen {
  readonly opened: OpenRegister;
  /** As the file was when it was opened: another state is another file. */
  readonly state: string;
  readonly keysVersion: string;
  readers: number;
  /** It is closed by the last who reads. */
  isLeft: boolean;
}

/** Editions of registers in use, and of those before. */
const MOST_KEPT_OPEN = 16;

/** The folder `registers` of a data folder. Nothing in it is ever changed: an edition is a file of its own, swapped whole. */
export class RegisterFiles {
  readonly #folder: string;
  /** Contents this process made: only those can be discarded. */
  readonly #made = new Set<string>();
  /** Files whose hashes were held against their names, as they were then: done once while a file stays as it is. */
  readonly #checked = new Map<string, { readonly state: string; readonly keysVersion: string }>();

  readonly #kept = new Map<string, KeptOpen>();

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'registers');
  }

  /**
   * Applies the rows to a copy of the base, or to nothing, and keeps the result: whole or not at all.
   * @throws Problem `edition.damaged` when the base is, `store.failed` when the file cannot be written, and whatever
   *   `rows` throws; nothing is left behind then.
   */
  async build(build: RegisterBuild): Promise<BuiltRegister> {
    const part = path.join(this.#folder, `${randomUUID()}${PART}`);
    try {
      await makeFolder(this.#folder);
      await this.#begin(part, build.base);
      const built = await fill(part, build);
      await removeUnfinished(this.#folder, (await stat(part)).mtimeMs);
      await this.#keep(part, built.contentSha256);
      return built;
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof Problem) throw error;
      throw new Problem(
        'store.failed',
        { file: path.basename(part), reason: (error as Error).message },
        { cause: error },
      );
    }
  }

  /**
   * Opens an edition for reading. The reader is closed by whoever asked for it; its file stays open for the next.
   * @param nameKeysVersion how the caller folds names: looking up keys made another way would miss companies.
   * @throws Problem `edition.damaged` when the file is missing, cut off, not the edition's, or has other name keys.
   */
  open(edition: Pick<Edition, 'id' | 'source' | 'contentSha256'>, nameKeysVersion?: string): RegisterReader {
    const file = this.#file(edition.contentSha256);
    const kept = this.#keptOpen(file, edition.contentSha256);
    const stored = kept.keysVersion;
    if (nameKeysVersion === undefined || stored === nameKeysVersion) {
      kept.readers++;
      return new SqliteRegisterReader(kept.opened, edition, file, () => leave(kept));
    }
    throw new Problem('edition.damaged', {
      file: path.basename(file),
      reason: `its names are folded as by ${stored || 'an unnamed version'}, not ${nameKeysVersion}: renew its name keys`,
    });
  }

  /** Whether an edition's names are folded this way; else `renewNameKeys` is due. @throws Problem `edition.damaged`. */
  hasNameKeys({ contentSha256 }: Pick<Edition, 'contentSha256'>, nameKeysVersion: string): boolean {
    const file = this.#file(contentSha256);
    const checked = this.#checked.get(file);
    if (checked?.state === stateOf(file)) return checked.keysVersion === nameKeysVersion;
    this.#openChecked(contentSha256).database.close();
    return this.#checked.get(file)?.keysVersion === nameKeysVersion;
  }

  /** False when the file is missing, cut off, not the edition's, or of another format; its rows are not read. */
  isReadable({ contentSha256 }: Pick<Edition, 'contentSha256'>): boolean {
    try {
      this.#openChecked(contentSha256).database.close();
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'edition.damaged') return false;
      throw error;
    }
  }

  /** Reads every row of an edition. @throws Problem `edition.damaged` with the first thing that is wrong. */
  verify(edition: Pick<Edition, 'contentSha256'>): void {
    this.#checked.delete(this.#file(edition.contentSha256));
    const { file, database } = this.#openChecked(edition.contentSha256);
    try {
      verifyFile(database, file);
    } finally {
      database.close();
    }
  }

  /** Makes all keys of an edition anew, its content being the same. @throws Problem as `build` does. */
  async renewNameKeys(
    { contentSha256 }: Pick<Edition, 'contentSha256'>,
    keys: CompanyKeys,
    nameKeysVersion: string,
  ): Promise<void> {
    const wasMade = this.#made.has(contentSha256);
    await this.build({ ...keys, base: contentSha256, rows: noRows(), nameKeysVersion });
    if (!wasMade) this.#made.delete(contentSha256);
  }

  /** Takes back what `build` made a moment ago, when it is not wanted; a content that was there before stays. */
  async discard(contentSha256: string): Promise<void> {
    if (this.#made.delete(contentSha256)) await rm(this.#file(contentSha256), { force: true });
  }

  /** Bytes of an edition's file; undefined when it is gone. */
  size({ contentSha256 }: Pick<Edition, 'contentSha256'>): number | undefined {
    return statSync(this.#file(contentSha256), { throwIfNoEntry: false })?.size;
  }

  /** Deletes the file; whoever has it open reads on. @throws Problem `store.failed` when the system refuses. */
  async remove({ contentSha256 }: Pick<Edition, 'contentSha256'>): Promise<void> {
    const file = this.#file(contentSha256);
    try {
      await rm(file, { force: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Problem('store.failed', { file: path.basename(file), reason: code ?? message }, { cause: error });
    }
    this.#checked.delete(file);
    this.#letGo(file);
  }

  /** Whoever still reads reads on. */
  close(): void {
    for (const file of [...this.#kept.keys()]) this.#letGo(file);
  }

  #keptOpen(file: string, contentSha256: string): KeptOpen {
    const known = this.#kept.get(file);
    if (known && known.state === stateOf(file)) return known;
    this.#letGo(file);
    const { database } = this.#openChecked(contentSha256);
    const { state, keysVersion } = this.#checked.get(file) ?? { state: '', keysVersion: '' };
    const kept: KeptOpen = { opened: new OpenRegister(database), state, keysVersion, readers: 0, isLeft: false };
    const [first] = this.#kept.keys();
    if (first !== undefined && MOST_KEPT_OPEN <= this.#kept.size) this.#letGo(first);
    this.#kept.set(file, kept);
    return kept;
  }

  #letGo(file: string): void {
    const kept = this.#kept.get(file);
    if (!kept) return;
    this.#kept.delete(file);
    kept.isLeft = true;
    if (kept.readers === 0) kept.opened.database.close();
  }

  async #begin(part: string, base: string | undefined): Promise<void> {
    if (base === undefined) return;
    this.#openChecked(base).database.close();
    await copyFile(this.#file(base), part, constants.COPYFILE_FICLONE);
  }

  async #keep(part: string, contentSha256: string): Promise<void> {
    if (await keepContentFile(part, this.#file(contentSha256))) this.#made.add(contentSha256);
  }

  #openChecked(contentSha256: string): { file: string; database: DatabaseSync } {
    const file = this.#file(contentSha256);
    const state = stateOf(file);
    const database = openChecked(file, contentSha256, { checkHashes: this.#checked.get(file)?.state !== state });
    this.#checked.set(file, { state, keysVersion: versionOfNameKeys(database) });
    return { file, database };
  }

  #file(contentSha256: string): string {
    return contentFile(this.#folder, contentSha256);
  }
}

function leave(kept: KeptOpen): void {
  kept.readers--;
  if (kept.isLeft && kept.readers === 0) kept.opened.database.close();
}

async function fill(file: string, build: RegisterBuild): Promise<BuiltRegister> {
  const { base, rows, relations, nameKeysVersion = '', onProgress } = build;
  const database = openUnfinished(file);
  try {
    if (base === undefined) createTables(database);
    database.exec('begin');
    const filled = await fillRegister(database, {
      rows,
      relations: relations ?? noRelations(),
      keys: build,
      isDiff: base !== undefined,
      renewsKeys: base !== undefined && versionOfNameKeys(database) !== nameKeysVersion,
      spoolFile: (what) => `${file.slice(0, -PART.length)}.${what}${PART}`,
      onProgress,
    });
    const { companies, history, relations: kept } = contentCounts(database);
    const about = database.prepare('insert or replace into about (name, value) values (?, ?)');
    about.run('name-keys-version', nameKeysVersion);
    about.run('companies', String(companies));
    database.exec('commit');
    const { delta } = filled;
    return {
      contentSha256: contentHash(database),
      counts: {
        rows: filled.rows,
        companies,
        history,
        ...(relations && { relations: kept, endedRelations: filled.endedRelations }),
      },
      changes: {
        added: delta ? delta.added.length : companies,
        changed: delta?.changed.length ?? 0,
        removed: delta?.removed.length ?? 0,
      },
      ...(delta && { delta }),
    };
  } finally {
    database.close();
  }
}

function versionOfNameKeys(database: DatabaseSync): string {
  return String(database.prepare(`select value from about where name = 'name-keys-version'`).get()?.['value'] ?? '');
}

/** What tells that a file is still the one that was looked at. */
function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : 'missing';
}

async function* noRows(): AsyncIterable<readonly RegisterRow[]> {
  // nothing to apply
}

async function* noRelations(): AsyncIterable<readonly NumberedRelation[]> {
  // nothing to apply
}
