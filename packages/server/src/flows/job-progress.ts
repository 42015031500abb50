// How far a job's work is in, the same noted on the job now and then out, with how much a second: for those who follow it.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Lease } from '../store/jobs.ts';
import type { Parts } from './parts.ts';
import type { WorkProgress } from './work-progress.ts';

export interface JobProgress extends WorkProgress {
  /** Of `count`, since the phase began. */
  readonly perSecond?: number;
  readonly at: Instant;
}

/** A write is one of the disk: a phase that begins is noted at once, the rest so often. */
const NOTE_MS = 500;

export class ProgressNotes {
  readonly #lease: Lease;
  readonly #parts: Parts;
  #phase: { readonly name: string; readonly since: number } | undefined;
  #notedAt = 0;
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(lease: Lease, parts: Parts) {
    this.#lease = lease;
    this.#parts = parts;
  }

  /** What cannot be noted keeps nothing from being done. */
  readonly note = (progress: WorkProgress): void => {
    const at = this.#parts.clock();
    const now = Date.parse(at);
    const name = `${progress.phase} ${progress.of}`;
    const isNew = this.#phase?.name !== name;
    if (isNew) this.#phase = { name, since: now };
    if (this.#isWriting || (!isNew && now - this.#notedAt < NOTE_MS)) return;
    const seconds = (now - (this.#phase?.since ?? now)) / 1000;
    const { count } = progress;
    const perSecond = count === undefined || seconds < 1 ? undefined : Math.round(count / seconds);
    this.#notedAt = now;
    this.#isWriting = true;
    this.#writing = this.#write({ ...progress, ...(perSecond !== undefined && { perSecond }), at })
      .catch(() => undefined)
      .finally(() => (this.#isWriting = false));
  };

  /** Nothing is written any more once this is over. */
  async end(): Promise<void> {
    await this.#writing;
  }

  async #write(progress: JobProgress): Promise<void> {
    await this.#parts.store.heldBy(this.#lease).write(async (writer) => {
      const job = await writer.jobs.job(this.#lease.id);
      if (job) await writer.jobs.saveJob({ ...job, progress: JSON.stringify(progress) });
    });
  }
}
