// For tests of the queue: a kind of job whose effect is an entry of the record, and what happens before it as the test says.
import type { Job } from '../../store/jobs.ts';
import type { JobKind } from '../job-kinds.ts';

export function sealingKind(before: (job: Job) => Promise<void>, retryMs: readonly number[] = []): JobKind {
  return {
    retryMs,
    run: async (job, { clock }) => {
      await before(job);
      return {
        outcome: { isSealed: true },
        write: async (writer) => {
          await writer.seal('record-exported', job.id, { job: job.id }, clock());
        },
      };
    },
  };
}
