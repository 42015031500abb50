// What the server takes and answers, by the names that screens call it: types of the generated client.
import type { paths } from '@sekisho/client/paths.ts';

type Operations = { readonly [Path in keyof paths]: { readonly [Method in keyof paths[Path]]: paths[Path][Method] } };
type AnswerOf<Path extends keyof paths, Method extends keyof paths[Path]> = Operations[Path][Method] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;
type BodyOf<Path extends keyof paths> = paths[Path] extends {
  readonly post: { readonly requestBody: { readonly content: { readonly 'application/json': infer Body } } };
}
  ? Body
  : never;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  /** On all pages, where the server says. */
  readonly total?: number;
}

export type Session = AnswerOf<'/v1/session', 'get'>;
export type CaseSummary = AnswerOf<'/v1/cases', 'get'>['items'][number];
export type CaseFilter = Omit<NonNullable<paths['/v1/cases']['get']['parameters']['query']>, 'limit' | 'after'>;
export type QueueAges = AnswerOf<'/v1/case-ages', 'get'>;
export type AlertCount = AnswerOf<'/v1/alert-counts', 'get'>['items'][number];
export type CaseFile = AnswerOf<'/v1/cases/{id}', 'get'>;
export type Followed = AnswerOf<'/v1/applications/{id}/status', 'get'>;
export type OrderLine = AnswerOf<'/v1/applications', 'get'>['items'][number];
export type OrderFilter = Omit<NonNullable<paths['/v1/applications']['get']['parameters']['query']>, 'limit' | 'after'>;
export type Letter = AnswerOf<'/v1/applications/{id}/letter', 'get'>;
export type SentDisposition = BodyOf<'/v1/cases/{id}/dispositions'>;
export type SentNote = BodyOf<'/v1/cases/{id}/notes'>;
export type ShownAlert = AnswerOf<'/v1/alerts', 'get'>['items'][number];
export type Status = AnswerOf<'/v1/status', 'get'>;
export type SourceInUse = Status['sources'][number];
export type EditionLine = AnswerOf<'/v1/sources/{id}/editions', 'get'>['items'][number];
export type EditionDelta = AnswerOf<'/v1/sources/{id}/delta', 'get'>;
export type ListedEntry = EditionDelta['added'][number];
export type NameReading = AnswerOf<'/v1/checks/name', 'get'>;
export type NumberCheck = AnswerOf<'/v1/checks/number', 'get'>['items'][number];
export type ScreeningQuestion = BodyOf<'/v1/screenings'>;
export type ScreeningAnswer = AnswerOf<'/v1/screenings', 'post'>;
export type Batch = AnswerOf<'/v1/batches/{id}', 'get'>;
export type BatchRows = AnswerOf<'/v1/batches/{id}/rows', 'get'>;
export type BatchRowKind = BatchRows['items'][number]['kind'];
export type SentScreening = BodyOf<'/v1/batches/{id}/screenings'>;
export type PolicyLine = AnswerOf<'/v1/policies', 'get'>['items'][number];
export type PolicyText = AnswerOf<'/v1/policies/{id}', 'get'>;
export type PolicyDifference = AnswerOf<'/v1/policies/{id}/diff', 'post'>['differences'][number];
export type PolicyVersion = AnswerOf<'/v1/policies/{id}/versions', 'get'>['items'][number];
export type PolicyTrial = AnswerOf<'/v1/policies/{id}/trial', 'post'>;
export type EntryPage = AnswerOf<'/v1/record/latest', 'get'>;
export type SoughtEntries = Omit<
  NonNullable<paths['/v1/record/latest']['get']['parameters']['query']>,
  'before' | 'limit'
>;
export type EntryLine = AnswerOf<'/v1/record/entries', 'get'>['items'][number];
export type RecordStatements = AnswerOf<'/v1/record', 'get'>;
export type CaseKeeping = AnswerOf<'/v1/cases/{id}/retention', 'get'>;
export type KeptCase = AnswerOf<'/v1/retention', 'get'>['items'][number];
export type RetentionRun = AnswerOf<'/v1/retention/runs', 'post'>;
export type Erasure = AnswerOf<'/v1/cases/{id}/erasures', 'post'>;
export type AskedPerson = BodyOf<'/v1/subject-access/searches'>;
export type FoundParty = AnswerOf<'/v1/subject-access/searches', 'post'>['items'][number];
export type EntryProof = AnswerOf<'/v1/record/entries/{sequence}/proof', 'get'>;
export type SealedEntry = AnswerOf<'/v1/record/entries/{sequence}', 'get'>;
export type Verification = AnswerOf<'/v1/record/verification', 'get'>;
export type OfferedFactor = AnswerOf<'/v1/session/second-factor', 'post'>;
export type RecoveryCodes = AnswerOf<'/v1/session/second-factor/confirmations', 'post'>;
export type WebhookLine = AnswerOf<'/v1/webhooks', 'get'>['items'][number];
export type AskedWebhook = BodyOf<'/v1/webhooks'>;
export type AddedWebhook = AnswerOf<'/v1/webhooks', 'post'>;
export type Delivery = AnswerOf<'/v1/webhooks/{id}/deliveries', 'get'>['items'][number];
export type SettingsAnswer = AnswerOf<'/v1/settings', 'get'>;
export type SettingInForce = SettingsAnswer['changeable'][number];
export type ToldSetting = SettingsAnswer['startedWith'][number];
export type Invited = AnswerOf<'/v1/people', 'post'>;
export type IssuedKey = AnswerOf<'/v1/keys', 'post'>;
export type Received = AnswerOf<'/v1/applications', 'post'>;
export type SentApplication = BodyOf<'/v1/applications'>;
export type Job = AnswerOf<'/v1/jobs/{id}', 'get'>;
export type ImportJob = AnswerOf<'/v1/sources/{id}/imports', 'post'>;
export type RegisterLookUp = AnswerOf<'/v1/companies', 'get'>['registers'][number];
export type PlaceLookUp = AnswerOf<'/v1/companies/at', 'get'>['registers'][number];
export type RegisterRow = PlaceLookUp['companies'][number]['current'];
export type ComparedField = EditionDelta['changed'][number]['fields'][number];
export type CaseDocument = AnswerOf<'/v1/cases/{id}/documents', 'get'>['items'][number];
export type IncidentLine = AnswerOf<'/v1/incidents', 'get'>['items'][number];
export type IncidentFile = AnswerOf<'/v1/incidents/{id}', 'get'>;
export type TakenIncidents = AnswerOf<'/v1/incidents', 'post'>;
export type SentClaim = BodyOf<'/v1/incidents/{id}/claims'>;
