// The tables of jobs, webhooks and second factors as Kysely sees them.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Generated } from 'kysely';
import type { JobState } from './jobs.ts';

export interface QueueTables {
  jobs: {
    id: string;
    kind: string;
    subject: string;
    content: string;
    state: JobState;
    due_at: Instant;
    every_ms: number | null;
    tries: number;
    fence: number;
    worker: string | null;
    lease_until: Instant | null;
    created_at: Instant;
    ended_at: Instant | null;
    outcome: string | null;
    /** JSON. */
    progress: string | null;
  };
  webhooks: {
    number: Generated<number>;
    id: string;
    name: string;
    url: string;
    /** JSON. */
    events: string;
    is_disabled: number;
    created_at: Instant;
    created_by: string;
    sealed_secret: string;
    told_up_to: number;
  };
  second_factors: {
    person_id: string;
    sealed_secret: string;
    confirmed_at: Instant | null;
    last_period: number;
    /** JSON. */
    recovery_hashes: string;
  };
  bound_subjects: { issuer: string; subject: string; person_id: string };
}
