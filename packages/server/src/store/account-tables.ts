// The tables of accounts as Kysely sees them.
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';

export interface AccountTables {
  people: {
    id: string;
    name: string;
    name_key: string;
    /** JSON. */
    duties: string;
    language: string | null;
    is_disabled: number;
    created_at: Instant;
    passphrase_hash: string | null;
    mail_address: string | null;
    mail_told_up_to: number | null;
  };
  access_keys: {
    id: string;
    name: string;
    /** JSON. */
    duties: string;
    created_at: Instant;
    created_by: string;
    expires_on: CalendarDate | null;
    ended_at: Instant | null;
    secret_hash: string;
  };
  sessions: {
    token_hash: string;
    person_id: string;
    csrf: string;
    created_at: Instant;
    used_at: Instant;
    expires_at: Instant;
  };
  invitations: { token_hash: string; person_id: string; expires_at: Instant };
  answered_requests: {
    actor_id: string;
    key: string;
    request_hash: string;
    status: number;
    body: string;
    at: Instant;
  };
}
