// A question to the server in, its answer or a refusal out. The only file that fetches: a session's token, what is refused and being offline are told alike for every question.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { AccessKey, Duty, Person } from '@sekisho/engine/model/person.ts';
import type {
  CaseFile,
  CaseFilter,
  CaseSummary,
  EditionDelta,
  EditionLine,
  EntryLine,
  Followed,
  Invited,
  IssuedKey,
  Letter,
  NameReading,
  NumberCheck,
  Page,
  PolicyLine,
  PolicyText,
  Received,
  ScreeningAnswer,
  ScreeningQuestion,
  SealedEntry,
  SentApplication,
  SentDisposition,
  SentNote,
  Session,
  Status,
  Verification,
} from './answers.ts';

/** What the server refused, by RFC 9457: a code of the message catalogue and its facts; `offline` when nothing answered. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, facts: Readonly<Record<string, unknown>> = {}, detail = code) {
    super(detail);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

const connection = { csrf: '', signedOut: () => {} };

/** Called when the server knows this session no more. */
export function whenSignedOut(react: () => void): void {
  connection.signedOut = react;
}

export const api = {
  session: async () => keepCsrf(await ask<Session>('GET', '/session')),
  signIn: async (given: { name: string; passphrase: string; code?: string }) =>
    keepCsrf(await ask<Session>('POST', '/session', given)),
  /** By what one can sign in. */
  means: () => ask<{ readonly provider: boolean }>('GET', '/session/means'),
  signOut: () => ask<undefined>('DELETE', '/session'),
  acceptInvitation: async (given: { token: string; passphrase: string }) =>
    keepCsrf(await ask<Session>('POST', '/invitations/accept', given)),
  chooseLanguage: (language: string) => ask<Person>('PATCH', '/session/person', { language }),

  status: () => ask<Status>('GET', '/status'),
  cases: (filter: CaseFilter, after?: string) =>
    ask<Page<CaseSummary>>('GET', `/cases${search({ ...filter, after, limit: 500 })}`),
  caseFile: (id: string) => ask<CaseFile>('GET', `/cases/${part(id)}`),
  viewProtected: (id: string, reason: string) => ask<CaseFile>('POST', `/cases/${part(id)}/views`, { reason }),
  followed: (id: string) => ask<Followed>('GET', `/applications/${part(id)}/status`),
  letter: (id: string, language: string) =>
    ask<Letter>('GET', `/applications/${part(id)}/letter${search({ language })}`),
  assign: (cases: readonly string[], to: string) => ask<unknown>('POST', '/cases/assignments', { cases, to }),
  dispose: (id: string, given: SentDisposition) => ask<unknown>('POST', `/cases/${part(id)}/dispositions`, given),
  note: (id: string, given: SentNote) => ask<unknown>('POST', `/cases/${part(id)}/notes`, given),
  decide: (id: string, given: { outcome: string; reason: string }) =>
    ask<unknown>('POST', `/cases/${part(id)}/decisions`, given),
  confirm: (id: string, reason: string) => ask<unknown>('POST', `/cases/${part(id)}/confirmations`, { reason }),
  reject: (id: string, reason: string) => ask<unknown>('POST', `/cases/${part(id)}/rejections`, { reason }),

  apply: (application: SentApplication, idempotencyKey: string) =>
    ask<Received>('POST', '/applications', application, { 'idempotency-key': idempotencyKey }),
  checkNumber: (value: string, type: IdentifierType) =>
    ask<Page<NumberCheck>>('GET', `/checks/number${search({ value, type })}`),
  readName: (name: string, schema?: Schema) => ask<NameReading>('GET', `/checks/name${search({ name, schema })}`),
  screen: (given: ScreeningQuestion) => ask<ScreeningAnswer>('POST', '/screenings', given),

  editions: (source: string) => ask<Page<EditionLine>>('GET', `/sources/${part(source)}/editions`),
  delta: (source: string, from: string, to: string) =>
    ask<EditionDelta>('GET', `/sources/${part(source)}/delta${search({ from, to })}`),
  alerts: (after?: string) => ask<Page<Alert>>('GET', `/alerts${search({ after, limit: 200 })}`),
  policies: () => ask<Page<PolicyLine>>('GET', '/policies'),
  policy: (id: string) => ask<PolicyText>('GET', `/policies/${part(id)}`),
  entries: (from: number) => ask<Page<EntryLine>>('GET', `/record/entries${search({ from, limit: 100 })}`),
  entry: (sequence: number) => ask<SealedEntry>('GET', `/record/entries/${sequence}`),
  verification: () => ask<Verification>('GET', '/record/verification'),

  people: () => ask<Page<Person>>('GET', '/people'),
  invite: (given: { name: string; duties: readonly Duty[] }) => ask<Invited>('POST', '/people', given),
  changePerson: (id: string, given: { duties?: readonly Duty[]; isDisabled?: boolean }) =>
    ask<Person>('PATCH', `/people/${part(id)}`, given),
  keys: () => ask<Page<AccessKey>>('GET', '/keys'),
  makeKey: (given: { name: string; duties: readonly Duty[]; expiresOn?: string }) =>
    ask<IssuedKey>('POST', '/keys', given),
  revokeKey: (id: string) => ask<AccessKey>('DELETE', `/keys/${part(id)}`),
};

/** Where the server tells what changed, as server-sent events. */
export const EVENTS = '/v1/events';

/** Where the browser goes to sign in by an identity provider. */
export const PROVIDER = '/v1/session/provider';

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const answer = await fetch(`/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && connection.csrf !== '' && { 'x-csrf-token': connection.csrf }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal(0, 'offline');
  });
  if (!answer.ok) throw await refusalOf(answer, path);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

async function refusalOf(answer: Response, path: string): Promise<Refusal> {
  if (answer.status === 401 && !path.startsWith('/session') && !path.startsWith('/invitations')) connection.signedOut();
  const told = (await answer.json().catch(() => ({}))) as Partial<Refusal> & { detail?: string };
  return new Refusal(answer.status, told.code ?? 'internal', told.facts, told.detail);
}

function keepCsrf(session: Session): Session {
  connection.csrf = session.csrf;
  return session;
}

function search(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function part(id: string): string {
  return encodeURIComponent(id);
}
