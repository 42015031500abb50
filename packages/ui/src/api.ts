// A question to the server in, its answer or a refusal out. The only file that fetches: a session's token, what is refused and being offline are told alike for every question.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { AccessKey, Duty, Person } from '@sekisho/engine/model/person.ts';
import type {
  AddedWebhook,
  AlertCount,
  AskedPerson,
  AskedWebhook,
  Batch,
  BatchRowKind,
  BatchRows,
  CaseDocument,
  CaseFile,
  CaseFilter,
  CaseKeeping,
  CaseSummary,
  Delivery,
  EditionDelta,
  EditionLine,
  EntryLine,
  EntryPage,
  EntryProof,
  Erasure,
  Followed,
  FoundParty,
  ImportJob,
  IncidentFile,
  IncidentLine,
  Invited,
  IssuedKey,
  Job,
  KeptCase,
  Letter,
  NameReading,
  NumberCheck,
  OfferedFactor,
  OrderFilter,
  OrderLine,
  Page,
  PlaceLookUp,
  PolicyLine,
  PolicyDifference,
  PolicyText,
  PolicyTrial,
  PolicyVersion,
  QueueAges,
  Received,
  RecordStatements,
  RecoveryCodes,
  RegisterLookUp,
  RetentionRun,
  ScreeningAnswer,
  ScreeningQuestion,
  SealedEntry,
  SentApplication,
  SentClaim,
  SentDisposition,
  SentNote,
  SentScreening,
  Session,
  ShownAlert,
  SettingsAnswer,
  SoughtEntries,
  Status,
  TakenIncidents,
  Verification,
  WebhookLine,
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
  /** @param mailAddress empty: no more mail. @param language in which mails are written. */
  setMail: (given: { readonly mailAddress: string; readonly language: string }) =>
    ask<unknown>('PATCH', '/session/person', given),
  chooseLanguage: (language: string) => ask<Person>('PATCH', '/session/person', { language }),

  offerFactor: () => ask<OfferedFactor>('POST', '/session/second-factor'),
  confirmFactor: (code: string) => ask<RecoveryCodes>('POST', '/session/second-factor/confirmations', { code }),
  removeFactor: (code: string) => ask<undefined>('POST', '/session/second-factor/removals', { code }),

  status: () => ask<Status>('GET', '/status'),
  cases: (filter: CaseFilter, after?: string) =>
    ask<Page<CaseSummary>>('GET', `/cases${search({ ...filter, after, limit: 500 })}`),
  queueAges: () => ask<QueueAges>('GET', '/case-ages'),
  caseFile: (id: string) => ask<CaseFile>('GET', `/cases/${part(id)}`),
  viewProtected: (id: string, reason: string) => ask<CaseFile>('POST', `/cases/${part(id)}/views`, { reason }),
  orders: (filter: OrderFilter, after?: string) =>
    ask<Page<OrderLine>>('GET', `/applications${search({ ...filter, after, limit: 100 })}`),
  followed: (id: string) => ask<Followed>('GET', `/applications/${part(id)}/status`),
  letter: (id: string, language: string) =>
    ask<Letter>('GET', `/applications/${part(id)}/letter${search({ language })}`),
  documents: (id: string) => ask<Page<CaseDocument>>('GET', `/cases/${part(id)}/documents`),
  attach: (id: string, fields: Readonly<Record<string, string>>, file: File, told: Told) =>
    send<unknown>(`/cases/${part(id)}/documents`, formOf(fields, [{ field: 'file', file }]), told),
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

  batches: () => ask<Page<Batch>>('GET', '/batches'),
  batch: (id: string) => ask<Batch>('GET', `/batches/${part(id)}`),
  sendBatch: (file: File) => ask<Batch>('POST', `/batches${search({ file: file.name })}`, file),
  screenBatch: (id: string, given: SentScreening) => ask<Batch>('POST', `/batches/${part(id)}/screenings`, given),
  batchRows: (id: string, kind: BatchRowKind, after: number) =>
    ask<BatchRows>('GET', `/batches/${part(id)}/rows${search({ kind, after, limit: 100 })}`),
  deleteBatch: (id: string) => ask<undefined>('DELETE', `/batches/${part(id)}`),

  editions: (source: string) => ask<Page<EditionLine>>('GET', `/sources/${part(source)}/editions`),
  delta: (source: string, from: string, to: string) =>
    ask<EditionDelta>('GET', `/sources/${part(source)}/delta${search({ from, to })}`),
  /** @param told how much of the files is sent, 0 to 1. */
  importFiles: (source: string, fields: Readonly<Record<string, string>>, files: SentFiles, told: Told) =>
    send<ImportJob>(`/sources/${part(source)}/imports`, formOf(fields, files), told),
  jobs: (kind: string) => ask<Page<Job>>('GET', `/jobs${search({ kind, limit: 8 })}`),
  companies: (text: string) =>
    ask<{ readonly registers: readonly RegisterLookUp[] }>('GET', `/companies${search({ text })}`),
  companiesAt: (place: Readonly<Record<string, string>>) =>
    ask<{ readonly registers: readonly PlaceLookUp[] }>('GET', `/companies/at${search(place)}`),
  lookBack: () => ask<Job>('POST', '/look-backs', {}),
  alerts: (after?: string) => ask<Page<ShownAlert>>('GET', `/alerts${search({ after, limit: 200 })}`),
  alertCounts: () => ask<{ readonly items: readonly AlertCount[] }>('GET', '/alert-counts'),
  incidents: (after?: string) => ask<Page<IncidentLine>>('GET', `/incidents${search({ after, limit: 200 })}`),
  incident: (id: string) => ask<IncidentFile>('GET', `/incidents/${part(id)}`),
  viewClaims: (id: string, reason: string) => ask<IncidentFile>('POST', `/incidents/${part(id)}/views`, { reason }),
  addClaim: (id: string, claim: SentClaim) => ask<IncidentFile>('POST', `/incidents/${part(id)}/claims`, claim),
  takeIncidents: (source: string, file: File, told: Told) =>
    send<TakenIncidents>('/incidents', formOf({ source }, [{ field: 'file', file }]), told),
  policies: () => ask<Page<PolicyLine>>('GET', '/policies'),
  policy: (id: string) => ask<PolicyText>('GET', `/policies/${part(id)}`),
  diffPolicy: (id: string, text: string) =>
    ask<{ readonly differences: readonly PolicyDifference[] }>('POST', `/policies/${part(id)}/diff`, { text }),
  uploadPolicy: (text: string) => ask<PolicyVersion>('POST', '/policies', { text }),
  policyVersions: (id: string) =>
    ask<{ readonly items: readonly PolicyVersion[] }>('GET', `/policies/${part(id)}/versions`),
  putPolicyInForce: (id: string, word: { readonly sha256: string; readonly from?: string; readonly reason: string }) =>
    ask<PolicyVersion>('POST', `/policies/${part(id)}/activations`, word),
  tryPolicy: (id: string, text: string) => ask<PolicyTrial>('POST', `/policies/${part(id)}/trial`, { text }),
  record: () => ask<RecordStatements>('GET', '/record'),
  entries: (from: number, limit: number) => ask<Page<EntryLine>>('GET', `/record/entries${search({ from, limit })}`),
  latestEntries: (sought: SoughtEntries, before?: number) =>
    ask<EntryPage>('GET', `/record/latest${search({ ...sought, before, limit: 100 })}`),
  entry: (sequence: number) => ask<SealedEntry>('GET', `/record/entries/${sequence}`),
  proof: (sequence: number) => ask<EntryProof>('GET', `/record/entries/${sequence}/proof`),
  exportRecord: (reason: string) => download('/record/exports', { reason }),
  exportCase: (id: string, reason: string) => download(`/cases/${part(id)}/exports`, { reason }),
  keeping: (id: string) => ask<CaseKeeping>('GET', `/cases/${part(id)}/retention`),
  restrict: (id: string, isSet: boolean, reason: string) =>
    ask<unknown>('PUT', `/cases/${part(id)}/restriction`, { isSet, reason }),
  hold: (id: string, isSet: boolean, reason: string) =>
    ask<unknown>('PUT', `/cases/${part(id)}/hold`, { isSet, reason }),
  erase: (id: string, given: { reason: string; isEarly: boolean }) =>
    ask<Erasure>('POST', `/cases/${part(id)}/erasures`, given),
  kept: (due: boolean, after?: string) =>
    ask<Page<KeptCase>>('GET', `/retention${search({ due: due || undefined, after, limit: 100 })}`),
  eraseDue: (reason: string) => ask<RetentionRun>('POST', '/retention/runs', { reason }),
  findPerson: (asked: AskedPerson) => ask<Page<FoundParty>>('POST', '/subject-access/searches', asked),
  exportPerson: (asked: AskedPerson, including: readonly string[], reason: string) =>
    download('/subject-access/exports', { ...asked, including, reason }),
  viewEntry: (sequence: number, reason: string) =>
    ask<SealedEntry>('POST', `/record/entries/${sequence}/views`, { reason }),
  verification: () => ask<Verification>('GET', '/record/verification'),

  webhooks: () => ask<Page<WebhookLine>>('GET', '/webhooks'),
  addWebhook: (given: AskedWebhook) => ask<AddedWebhook>('POST', '/webhooks', given),
  enableWebhook: (id: string, isDisabled: boolean) =>
    ask<WebhookLine>('PATCH', `/webhooks/${part(id)}`, { isDisabled }),
  removeWebhook: (id: string) => ask<undefined>('DELETE', `/webhooks/${part(id)}`),
  deliveries: (id: string) => ask<Page<Delivery>>('GET', `/webhooks/${part(id)}/deliveries${search({ limit: 50 })}`),
  redeliver: (id: string, delivery: string) =>
    ask<Delivery>('POST', `/webhooks/${part(id)}/deliveries/${part(delivery)}/redeliveries`),

  settings: () => ask<SettingsAnswer>('GET', '/settings'),
  changeSetting: (given: { name: string; value: number | null; reason: string }) =>
    ask<SettingsAnswer>('PATCH', '/settings', given),

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

/** Where the server tells how far a job is. */
export const jobEvents = (id: string): string => `/v1/jobs/${part(id)}/events`;

/** Where a document of a case is taken out. */
export const documentPlace = (id: string, sha256: string): string => `/v1/cases/${part(id)}/documents/${sha256}`;

/** Files by the field of the form that they are sent in, in order. */
export type SentFiles = readonly { readonly field: string; readonly file: File }[];
type Told = (share: number) => void;
/** Where a file of results is fetched. */
export const batchFile = (id: string, which: 'results' | 'rejected') => `/v1/batches/${part(id)}/${which}`;

/** Where the browser goes to sign in by an identity provider. */
export const PROVIDER = '/v1/session/provider';

/** A file that the server made, under the name that it gave it. */
export interface SentFile {
  readonly name: string;
  readonly content: Blob;
}

async function download(path: string, body: unknown): Promise<SentFile> {
  const answer = await answerTo('POST', path, body);
  const [, name = 'export'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await answer.blob() };
}

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<T> {
  const answer = await answerTo(method, path, body, headers);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

async function answerTo(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const answer = await fetch(`/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && {
        'content-type': body instanceof File ? 'application/octet-stream' : 'application/json',
      }),
      ...(method !== 'GET' && connection.csrf !== '' && { 'x-csrf-token': connection.csrf }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof File ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal(0, 'offline');
  });
  if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => ({})), path);
  return answer;
}

/** Files go with a request that tells how much of them is sent. */
function send<T>(path: string, form: FormData, told: Told): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1${path}`);
    request.setRequestHeader('accept', 'application/json');
    if (connection.csrf !== '') request.setRequestHeader('x-csrf-token', connection.csrf);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Refusal(0, 'offline'));
    request.onload = () => {
      const { status } = request;
      const answer: unknown = request.response;
      if (200 <= status && status < 300) resolve(answer as T);
      else reject(refusalOf(status, answer, path));
    };
    request.send(form);
  });
}

/** Fields stand before files: what they say is looked at first. */
function formOf(fields: Readonly<Record<string, string>>, files: SentFiles): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  for (const { field, file } of files) form.append(field, file, file.name);
  return form;
}

function refusalOf(status: number, answer: unknown, path: string): Refusal {
  if (status === 401 && !path.startsWith('/session') && !path.startsWith('/invitations')) connection.signedOut();
  const told = (answer ?? {}) as Partial<Refusal> & { detail?: string };
  return new Refusal(status, told.code ?? 'internal', told.facts, told.detail);
}

function keepCsrf(session: Session): Session {
  connection.csrf = session.csrf;
  return session;
}

type SearchValue = string | number | boolean | undefined;

/** Of a list, each on its own. */
function search(values: Readonly<Record<string, SearchValue | readonly string[]>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly string[]) : [value as SearchValue]).flatMap((one) =>
      one === undefined || one === '' ? [] : [[name, String(one)]],
    ),
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function part(id: string): string {
  return encodeURIComponent(id);
}
