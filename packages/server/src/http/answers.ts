// What each route answers with when all is well, as types: `scripts/api.ts` makes the shapes of the OpenAPI description of them.
import type { AccessKey, Person } from '@sekisho/engine/model/person.ts';
import type { AttachedDocument, CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { NameDescription } from '@sekisho/engine/names/describe-name.ts';
import type { Batch } from '../flows/batch/batches.ts';
import type { BatchRows } from '../flows/batch/batch-rows.ts';
import type { AlertCount } from '../flows/alert-counts.ts';
import type { QueuePage } from '../flows/case-queue.ts';
import type { QueueAges } from '../flows/queue-ages.ts';
import type { CaseKeeping } from '../flows/case-keeping.ts';
import type { CaseErasure } from '../flows/erase-case.ts';
import type { CaseRestriction } from '../flows/restrict-case.ts';
import type { FoundParty } from '../flows/find-person.ts';
import type { KeptCase, RetentionRun } from '../flows/run-retention.ts';
import type { SettingInForce } from '../flows/settings/settings-in-force.ts';
import type { ToldSetting } from './serving.ts';
import type { ProblemDetails } from './problem-reply.ts';
import type { DecidedCase } from '../flows/decide-case.ts';
import type { EditionDiff } from '../flows/diff-editions.ts';
import type { PolicyDifference } from '../flows/diff-policies.ts';
import type { CaseDocument } from '../flows/documents-of-case.ts';
import type { Explanation } from '../flows/explain-application.ts';
import type { FolderStatus } from '../flows/folder-status.ts';
import type { FollowedApplication } from '../flows/follow-application.ts';
import type { ImportOutcome, OwedImport } from '../flows/import-upload.ts';
import type { ImportedIncidents } from '../flows/import-incidents.ts';
import type { ImportedEdition } from '../flows/list-editions.ts';
import type { CheckedNumber, RegisterLookUp } from '../flows/look-up-company.ts';
import type { ListedOrder } from '../flows/list-orders.ts';
import type { PlaceLookUp } from '../flows/look-up-place.ts';
import type { Page } from '../flows/page-of.ts';
import type { LoadedPolicy } from '../flows/parts.ts';
import type { OwnPerson } from '../flows/people/own-settings.ts';
import type { IssuedKey } from '../flows/people/access-keys.ts';
import type { InvitedPerson } from '../flows/people/people.ts';
import type { ListedJob } from '../flows/job-queue.ts';
import type { OfferedFactor } from '../flows/people/second-factor.ts';
import type { Report } from '../flows/report/report.ts';
import type { JobState } from '../store/jobs.ts';
import type { Webhook } from '../store/webhooks.ts';
import type { FolderProof } from '../flows/prove-folder.ts';
import type { EntryProof, ListedEntry, ReadEntry, RecordStatements } from '../flows/read-record.ts';
import type { HistoryScreening } from '../flows/screen-history.ts';
import type { Screening } from '../flows/screen-name.ts';
import type { PolicyVersion } from '../flows/policies/upload-policy.ts';
import type { PolicyTrial } from '../flows/try-policy.ts';
import type { Vetting } from '../flows/vet-application.ts';
import type { ApplicationView } from '../flows/view-application.ts';
import type { CaseView } from '../flows/view-case.ts';
import type { IncidentSummary, IncidentView } from '../flows/view-incident.ts';
import type { ShownAlert, Withheld } from '../flows/withheld.ts';
import type { LookBack } from '../store/store.ts';

interface SignedIn {
  /** With a second factor, `hasTotp`. */
  readonly person: OwnPerson & { readonly hasTotp: boolean };
  /** Whether people who ask for it get mail. */
  readonly sendsMail: boolean;
  /** Goes with each change that is asked for with the session's cookie, as `x-csrf-token`. */
  readonly csrf: string;
}

interface InvitedByLink extends InvitedPerson {
  readonly link: string;
}

interface Items<Item> {
  readonly items: readonly Item[];
  /** `after` of the next page; absent on the last. */
  readonly next?: string;
}

interface ImportJob extends ListedJob {
  readonly content: OwedImport;
  /** Once it is over. */
  readonly outcome?: ImportOutcome;
}

interface TakenIncidents extends ImportedIncidents {
  /** The look-back that they owe; absent when nothing changed. */
  readonly lookBack?: ListedJob;
}

interface CheckedPolicy extends Pick<Policy, 'id' | 'version' | 'title' | 'sources' | 'sha256'> {
  /** How many. */
  readonly rules: number;
}
interface ListedPolicy extends CheckedPolicy {
  readonly origin: LoadedPolicy['origin'];
  readonly rules: number;
}

interface SettingsAnswer {
  readonly changeable: readonly SettingInForce[];
  readonly startedWith: readonly ToldSetting[];
}

/** By method and address. */
export interface Answers {
  'POST /v1/session': SignedIn;
  'GET /v1/session': SignedIn;
  'PATCH /v1/session/person': OwnPerson;
  'POST /v1/invitations/accept': SignedIn;
  'GET /v1/session/means': { readonly passphrase: boolean; readonly provider: boolean };
  'POST /v1/session/second-factor': OfferedFactor;
  'POST /v1/session/second-factor/confirmations': { readonly recoveryCodes: readonly string[] };
  'GET /v1/webhooks': { readonly items: readonly Webhook[] };
  'POST /v1/webhooks': { readonly webhook: Webhook; readonly secret: string };
  'PATCH /v1/webhooks/{id}': Webhook;
  'GET /v1/webhooks/{id}/deliveries': Items<ListedJob>;
  'POST /v1/webhooks/{id}/deliveries/{delivery}/redeliveries': ListedJob;
  'GET /v1/incidents': Page<IncidentSummary>;
  'POST /v1/incidents': TakenIncidents;
  'GET /v1/incidents/{id}': IncidentView;
  'POST /v1/incidents/{id}/views': IncidentView;
  'POST /v1/incidents/{id}/claims': IncidentView;
  'GET /v1/jobs': Items<ListedJob> & { readonly counts: Readonly<Partial<Record<JobState, number>>> };
  'GET /v1/jobs/{id}': ListedJob;
  'POST /v1/jobs/{id}/retries': ListedJob;
  'GET /v1/report': Report;
  'POST /v1/applications': (Vetting & Withheld) | FollowedApplication;
  'GET /v1/applications': Page<ListedOrder>;
  'GET /v1/applications/{id}': ApplicationView;
  'GET /v1/applications/{id}/status': FollowedApplication;
  'GET /v1/applications/{id}/letter': Explanation;
  'POST /v1/applications/{id}/withdrawals': DecidedCase;
  'POST /v1/batches': Batch;
  'GET /v1/batches': { readonly items: readonly Batch[] };
  'GET /v1/batches/{id}': Batch;
  'POST /v1/batches/{id}/screenings': Batch;
  'GET /v1/batches/{id}/rows': BatchRows;
  'GET /v1/cases': QueuePage;
  'GET /v1/case-ages': QueueAges;
  'GET /v1/cases/{id}': CaseView;
  'POST /v1/cases/{id}/views': CaseView;
  'POST /v1/cases/assignments': { readonly cases: readonly string[]; readonly to: string };
  'POST /v1/cases/{id}/notes': { readonly notes: readonly CaseNote[] };
  'GET /v1/cases/{id}/documents': { readonly items: readonly CaseDocument[] };
  'POST /v1/cases/{id}/documents': AttachedDocument;
  'POST /v1/cases/{id}/dispositions': Vetting & Withheld;
  'POST /v1/cases/{id}/decisions': DecidedCase;
  'POST /v1/cases/{id}/confirmations': DecidedCase;
  'POST /v1/cases/{id}/rejections': DecidedCase;
  'GET /v1/cases/{id}/retention': CaseKeeping;
  'PUT /v1/cases/{id}/restriction': CaseRestriction;
  'PUT /v1/cases/{id}/hold': { readonly notes: readonly CaseNote[] };
  'POST /v1/cases/{id}/erasures': CaseErasure;
  'GET /v1/retention': Items<KeptCase>;
  'POST /v1/retention/runs': Omit<RetentionRun, 'refused'> & {
    readonly refused: readonly { readonly id: string; readonly problem: ProblemDetails }[];
  };
  'POST /v1/subject-access/searches': { readonly items: readonly FoundParty[] };
  'GET /v1/checks/number': { readonly items: readonly CheckedNumber[] };
  'GET /v1/checks/name': NameDescription;
  'GET /v1/companies': { readonly registers: readonly RegisterLookUp[] };
  'GET /v1/companies/at': { readonly registers: readonly PlaceLookUp[] };
  'GET /v1/keys': { readonly items: readonly AccessKey[] };
  'POST /v1/keys': IssuedKey;
  'DELETE /v1/keys/{id}': AccessKey;
  'GET /v1/alerts': Page<ShownAlert>;
  'GET /v1/alert-counts': { readonly items: readonly AlertCount[] };
  'GET /v1/look-backs': { readonly items: readonly LookBack[] };
  'POST /v1/look-backs': ListedJob;
  'GET /v1/people': { readonly items: readonly Person[] };
  'POST /v1/people': InvitedByLink;
  'PATCH /v1/people/{id}': Person;
  'POST /v1/people/{id}/invitations': InvitedByLink;
  'GET /v1/policies': { readonly items: readonly ListedPolicy[] };
  'GET /v1/policies/{id}': LoadedPolicy;
  'POST /v1/policies': PolicyVersion;
  'POST /v1/policies/checks': CheckedPolicy;
  'GET /v1/policies/{id}/versions': { readonly items: readonly PolicyVersion[] };
  'GET /v1/policies/{id}/versions/{sha256}': { readonly text: string };
  'POST /v1/policies/{id}/activations': PolicyVersion;
  'POST /v1/policies/{id}/diff': { readonly differences: readonly PolicyDifference[] };
  'POST /v1/policies/{id}/trial': PolicyTrial;
  'GET /v1/record': RecordStatements;
  'GET /v1/record/latest': { readonly items: readonly ListedEntry[]; readonly next?: number };
  'GET /v1/record/entries/{sequence}/proof': EntryProof;
  'GET /v1/record/entries': { readonly items: readonly ListedEntry[]; readonly next?: number };
  'GET /v1/record/entries/{sequence}': ReadEntry;
  'POST /v1/record/entries/{sequence}/views': OpenEntry;
  'GET /v1/record/verification': FolderProof;
  'POST /v1/screenings': Screening & Withheld & { readonly minScore: number; readonly history?: HistoryScreening };
  'GET /v1/settings': SettingsAnswer;
  'PATCH /v1/settings': SettingsAnswer;
  'GET /v1/status': FolderStatus;
  'GET /v1/sources/{id}/editions': { readonly source: string; readonly items: readonly ImportedEdition[] };
  'GET /v1/sources/{id}/delta': EditionDiff;
  'POST /v1/sources/{id}/imports': ImportJob;
}
