// Where a batch writes and what makes its run in, files that grow row by row and survive a kill out.
import { lstat, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { codeOf } from '../../record/new-file.ts';
import { syncFolder } from '../../store/durable-files.ts';

/** What a run rests on, by name: one that differs in any of them is another run. */
export type RunBasis = Readonly<Record<string, unknown>>;

export interface BatchCounts {
  /** Rows read, those that were refused among them. */
  readonly rows: number;
  /** Rows with at least one hit. */
  readonly matches: number;
  readonly hits: number;
  readonly rejected: number;
  /** Rows of which nothing could be searched for. */
  readonly unreadable: number;
  /** Rows of which not all was searched. */
  readonly cutOff: number;
  /** Rows whose every hit is below the threshold but for what the row states. */
  readonly disputed: number;
  /** Rows whose birth date can be read two ways, so that only its year counted. */
  readonly ambiguousDates: number;
}

const noCounts: BatchCounts = {
  rows: 0,
  matches: 0,
  hits: 0,
  rejected: 0,
  unreadable: 0,
  cutOff: 0,
  disputed: 0,
  ambiguousDates: 0,
};

/** What is kept beside the unfinished output. */
interface RunState {
  readonly version: 1;
  readonly basis: RunBasis;
  readonly counts: BatchCounts;
  readonly outBytes: number;
  readonly rejectedBytes: number;
  /** All is written; what is left is to give the files their names. */
  readonly isComplete: boolean;
}

const STATE_VERSION = 1;

/** `results.csv` → `results.rejected.csv` */
export function rejectedFileOf(out: string): string {
  const { dir, name } = path.parse(out);
  return path.join(dir, `${name}.rejected.csv`);
}

/**
 * The files of a run, those of an unfinished one where there is one with the same basis: what it wrote after its last
 * checkpoint is cut off.
 * @param replaces whether files that are there are written over, and another unfinished run given up.
 * @throws Problem `file.exists`, `batch.other-run` naming what differs, `file.unreadable`.
 */
export async function openRun(out: string, basis: RunBasis, replaces: boolean): Promise<RunFiles> {
  return withFileProblems(out, async () => {
    const rejected = rejectedFileOf(out);
    const before = await readState(out);
    const differs = before === undefined ? '' : await differenceOf(before, basis, out);
    if (differs !== '' && !replaces) throw new Problem('batch.other-run', { file: path.basename(out), differs });
    const known = differs === '' ? before : undefined;
    if (known === undefined || !known.isComplete)
      for (const file of [out, rejected]) await refuseExisting(file, replaces);
    if (known?.isComplete) return new RunFiles(out, known, undefined);
    // the state of a run that is given up must not be found beside the files of this one
    if (!known) await rm(stateFileOf(out), { force: true });
    const flags = known ? 'r+' : 'w';
    const handles = {
      out: await open(`${out}.partial`, flags, 0o666),
      rejected: await open(`${rejected}.partial`, flags, 0o666),
    };
    await handles.out.truncate(known?.outBytes ?? 0);
    await handles.rejected.truncate(known?.rejectedBytes ?? 0);
    const begun = {
      version: STATE_VERSION,
      basis,
      counts: noCounts,
      outBytes: 0,
      rejectedBytes: 0,
      isComplete: false,
    } as const;
    return new RunFiles(out, known ?? begun, handles);
  });
}

/** The two files of a run. Texts are added at the end; what stood at the last checkpoint survives whatever happens. */
export class RunFiles {
  /** Of the unfinished run this one goes on with; zero for a new one. */
  readonly resumed: BatchCounts;
  readonly isComplete: boolean;
  readonly #out: string;
  readonly #handles: { readonly out: FileHandle; readonly rejected: FileHandle } | undefined;
  #state: RunState;
  /** Whether a state is on the disk: without one, unfinished files are of no use. */
  #isKept: boolean;

  constructor(out: string, state: RunState, handles: { out: FileHandle; rejected: FileHandle } | undefined) {
    this.#out = out;
    this.#state = state;
    this.#handles = handles;
    this.resumed = state.counts;
    this.isComplete = state.isComplete;
    this.#isKept = state.outBytes + state.rejectedBytes > 0;
  }

  get isNew(): boolean {
    return this.#state.outBytes === 0 && this.#state.rejectedBytes === 0;
  }

  async add(outText: string, rejectedText: string): Promise<void> {
    await withFileProblems(this.#out, async () => {
      const { outBytes, rejectedBytes } = this.#state;
      this.#state = {
        ...this.#state,
        outBytes: await writeAt(this.#handles?.out, outText, outBytes),
        rejectedBytes: await writeAt(this.#handles?.rejected, rejectedText, rejectedBytes),
      };
    });
  }

  /** @throws Problem `batch.input-changed` when somebody else writes the same files. */
  async checkpoint(counts: BatchCounts, isComplete = false): Promise<void> {
    await withFileProblems(this.#out, async () => {
      this.#state = { ...this.#state, counts, isComplete };
      for (const [handle, bytes] of [
        [this.#handles?.out, this.#state.outBytes],
        [this.#handles?.rejected, this.#state.rejectedBytes],
      ] as const) {
        await handle?.sync();
        if ((await handle?.stat())?.size !== bytes)
          throw new Problem('batch.input-changed', {
            file: path.basename(this.#out),
            reason: 'another run writes it too',
          });
      }
      await writeState(this.#out, this.#state);
      this.#isKept = true;
    });
  }

  /** Gives the files their names; a second call after a kill in between does what is left. */
  async finish(): Promise<void> {
    await this.close();
    await withFileProblems(this.#out, async () => {
      const rejected = rejectedFileOf(this.#out);
      if (this.#state.counts.rejected === 0) {
        await rm(`${rejected}.partial`, { force: true });
        await rm(rejected, { force: true }); // of the run before, which this one replaces
      } else await renameIfThere(`${rejected}.partial`, rejected);
      await renameIfThere(`${this.#out}.partial`, this.#out);
      await rm(stateFileOf(this.#out), { force: true });
      await syncFolder(path.dirname(this.#out));
    });
  }

  /** What a run left unfinished is removed, unless a checkpoint was reached. */
  async close(): Promise<void> {
    await this.#handles?.out.close();
    await this.#handles?.rejected.close();
    if (this.#isKept) return;
    for (const file of [this.#out, rejectedFileOf(this.#out)]) await rm(`${file}.partial`, { force: true });
  }
}

function stateFileOf(out: string): string {
  return `${out}.state.json`;
}

const MAX_STATE_BYTES = 1 << 20;

/** Undefined when there is none; one that cannot be read differs from everything. */
async function readState(out: string): Promise<RunState | undefined> {
  const file = stateFileOf(out);
  const stats = await stat(file).catch(() => undefined);
  if (!stats) return undefined;
  const unknown = {
    version: STATE_VERSION,
    basis: {},
    counts: noCounts,
    outBytes: 0,
    rejectedBytes: 0,
    isComplete: false,
  } as const;
  if (MAX_STATE_BYTES < stats.size) return unknown;
  try {
    const state = JSON.parse(await readFile(file, 'utf8')) as Partial<RunState> | null;
    const numbers = [
      state?.outBytes,
      state?.rejectedBytes,
      ...Object.keys(noCounts).map((key) => state?.counts?.[key as keyof BatchCounts]),
    ];
    const isWhole = numbers.every(
      (number) => typeof number === 'number' && Number.isSafeInteger(number) && 0 <= number,
    );
    return state?.version === STATE_VERSION && isWhole && typeof state.basis === 'object'
      ? (state as RunState)
      : unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return unknown;
    throw error;
  }
}

/** What differs, in words; empty when the unfinished run can be gone on with. */
async function differenceOf(before: RunState, basis: RunBasis, out: string): Promise<string> {
  const names = new Set([...Object.keys(basis), ...Object.keys(before.basis)]);
  const differing = [...names].filter((name) => json(basis[name]) !== json(before.basis[name]));
  if (differing.length > 0) return differing.join(', ');
  if (before.isComplete) return '';
  const sizes = await Promise.all(
    [out, rejectedFileOf(out)].map((file) =>
      stat(`${file}.partial`).then(
        ({ size }) => size,
        () => -1,
      ),
    ),
  );
  const [outBytes = -1, rejectedBytes = -1] = sizes;
  return outBytes < before.outBytes || rejectedBytes < before.rejectedBytes ? 'its unfinished files' : '';
}

function json(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

async function refuseExisting(file: string, replaces: boolean): Promise<void> {
  const there = await lstat(file).catch(() => undefined);
  if (there && !(replaces && there.isFile())) throw new Problem('file.exists', { file });
}

async function writeState(out: string, state: RunState): Promise<void> {
  const part = `${stateFileOf(out)}.part`;
  const handle = await open(part, 'w', 0o666);
  try {
    await handle.writeFile(JSON.stringify(state));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, stateFileOf(out));
}

/** The place behind what was written. */
async function writeAt(handle: FileHandle | undefined, text: string, position: number): Promise<number> {
  const bytes = Buffer.from(text);
  for (let done = 0; handle && done < bytes.length;)
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  return position + bytes.length;
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function withFileProblems<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Problem('file.unreadable', { file: path.basename(file), reason: codeOf(error) }, { cause: error });
  }
}
