// People who sign in, keys of programs, and what proves either: the part of the store that is no evidence and outside the record.
//
// Only hashes are kept of what people and programs know. That somebody was added, changed or given a key is sealed by the flows.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { AccessKey, Person } from '@sekisho/engine/model/person.ts';

/** A person with what proves who they are, and what they alone set and see. */
export interface StoredPerson extends Person {
  /** argon2id, as a PHC string; absent until an invitation was accepted. */
  readonly passphraseHash?: string;
  /** Absent: they get no mail. */
  readonly mail?: {
    readonly address: string;
    /** Alerts of the record up to this entry were looked at, and what is owed of them is in the queue. */
    readonly toldUpTo: number;
  };
}

export interface StoredAccessKey extends AccessKey {
  /** argon2id, as a PHC string. */
  readonly secretHash: string;
}

export interface StoredSession {
  /** SHA-256 of the token, lower-case hex: the token itself is with the browser alone. */
  readonly tokenHash: string;
  readonly personId: string;
  /** What a page of ours knows and another site does not. */
  readonly csrf: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant;
  readonly expiresAt: Instant;
}

/** A link that works once. */
export interface StoredInvitation {
  readonly tokenHash: string;
  readonly personId: string;
  readonly expiresAt: Instant;
}

/** What was answered to a request that may be sent again. */
export interface AnsweredRequest {
  readonly actorId: string;
  /** Chosen by whoever sent it. */
  readonly key: string;
  /** SHA-256 of the request's body, lower-case hex. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
  readonly at: Instant;
}

export interface AccountReader {
  /** By name. */
  people(): Promise<readonly StoredPerson[]>;
  person(id: string): Promise<StoredPerson | undefined>;
  /** By the name as written, but for letter case. */
  personNamed(name: string): Promise<StoredPerson | undefined>;
  /** Newest first. */
  accessKeys(): Promise<readonly StoredAccessKey[]>;
  accessKey(id: string): Promise<StoredAccessKey | undefined>;
  session(tokenHash: string): Promise<StoredSession | undefined>;
  invitation(tokenHash: string): Promise<StoredInvitation | undefined>;
  answeredRequest(actorId: string, key: string): Promise<AnsweredRequest | undefined>;
}

export interface AccountWriter extends AccountReader {
  /** Adds or changes. */
  savePerson(person: StoredPerson): Promise<void>;
  /** Adds or changes. */
  saveAccessKey(key: StoredAccessKey): Promise<void>;
  /** Adds or changes. */
  saveSession(session: StoredSession): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** All of a person, and their invitations. */
  endSessionsOf(personId: string): Promise<void>;
  saveInvitation(invitation: StoredInvitation): Promise<void>;
  saveAnsweredRequest(request: AnsweredRequest): Promise<void>;
  /** Sessions and invitations that ended before, and answers that were given before. */
  forgetBefore(ended: Instant, answered: Instant): Promise<void>;
}
