// The table of jobs in, jobs out, and back; on the connection of a read or of the write under way.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Job, JobReader, JobState, JobWriter } from './jobs.ts';
import type { Ask } from './kysely-reader.ts';
import type { QueueTables } from './queue-tables.ts';

export class KyselyJobs implements JobWriter {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async job(id: string): Promise<Job | undefined> {
    const row = await this.#ask((db) => db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst());
    return row && jobOf(row);
  }

  async jobs({ state, kind, subject, after, limit }: Parameters<JobReader['jobs']>[0]): Promise<readonly Job[]> {
    const last = after === undefined ? undefined : await this.job(after);
    const rows = await this.#ask((db) => {
      let asked = db.selectFrom('jobs').selectAll().orderBy('due_at', 'desc').orderBy('id', 'desc').limit(limit);
      if (state !== undefined) asked = asked.where('state', '=', state);
      if (kind !== undefined) asked = asked.where('kind', '=', kind);
      if (subject !== undefined) asked = asked.where('subject', '=', subject);
      if (last)
        asked = asked.where(({ eb, refTuple, tuple }) => eb(refTuple('due_at', 'id'), '<', tuple(last.dueAt, last.id)));
      return asked.execute();
    });
    return rows.map(jobOf);
  }

  async jobCounts(): Promise<Readonly<Partial<Record<JobState, number>>>> {
    const rows = await this.#ask((db) =>
      db
        .selectFrom('jobs')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute(),
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }

  async dueJob(kinds: readonly string[], at: Instant, busy: readonly string[] = []): Promise<Job | undefined> {
    if (kinds.length === 0) return undefined;
    const row = await this.#ask((db) =>
      db
        .selectFrom('jobs')
        .selectAll()
        .where('kind', 'in', [...kinds])
        .$if(0 < busy.length, (asked) => asked.where('subject', 'not in', [...busy]))
        .where(({ and, eb, or }) =>
          or([
            and([eb('state', '=', 'waiting'), eb('due_at', '<=', at)]),
            and([eb('state', '=', 'running'), eb('lease_until', '<', at)]),
          ]),
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    );
    return row && jobOf(row);
  }

  async saveJob(job: Job): Promise<void> {
    const row = rowOf(job);
    await this.#ask((db) =>
      db
        .insertInto('jobs')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async addJob(job: Job): Promise<boolean> {
    const added = await this.#ask((db) =>
      db
        .insertInto('jobs')
        .values(rowOf(job))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst(),
    );
    return added.numInsertedOrUpdatedRows === 1n;
  }

  async endJob(id: string): Promise<void> {
    await this.#ask((db) => db.deleteFrom('jobs').where('id', '=', id).execute());
  }

  async forgetJobs(before: Instant): Promise<void> {
    await this.#ask((db) => db.deleteFrom('jobs').where('state', '=', 'done').where('ended_at', '<', before).execute());
  }
}

function rowOf(job: Job): QueueTables['jobs'] {
  return {
    id: job.id,
    kind: job.kind,
    subject: job.subject,
    content: job.content,
    state: job.state,
    due_at: job.dueAt,
    every_ms: job.everyMs ?? null,
    tries: job.tries,
    fence: job.fence,
    worker: job.lease?.worker ?? null,
    lease_until: job.lease?.until ?? null,
    created_at: job.createdAt,
    ended_at: job.endedAt ?? null,
    outcome: job.outcome ?? null,
    progress: job.progress ?? null,
  };
}

function jobOf(row: QueueTables['jobs']): Job {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    content: row.content,
    state: row.state,
    dueAt: row.due_at,
    ...(row.every_ms !== null && { everyMs: row.every_ms }),
    tries: row.tries,
    fence: row.fence,
    ...(row.worker !== null && row.lease_until !== null && { lease: { worker: row.worker, until: row.lease_until } }),
    createdAt: row.created_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.progress !== null && { progress: row.progress }),
  };
}
