// What every flow works with, built once by whoever starts the product (`settings.ts`, `open-parts.ts`).
import type { Actor } from '@sekisho/engine/model/person.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { GazetteerImporter, ListImporter, RegisterImporter } from '@sekisho/sources/importer.ts';
import type { DownloadSettings } from '../download/fetch-file.ts';
import type { BatchFiles } from '../store/batch-files.ts';
import type { DocumentFiles } from '../store/document-files.ts';
import type { DownloadNotes } from '../store/download-notes.ts';
import type { EditionFiles } from '../store/edition-files.ts';
import type { GazetteerFiles } from '../store/gazetteers/gazetteer-files.ts';
import type { IndexFiles } from '../store/index-files.ts';
import type { PastIndexFiles } from '../store/past-index-files.ts';
import type { RegisterFiles } from '../store/registers/register-files.ts';
import type { Store } from '../store/store.ts';
import type { UploadFiles } from '../store/upload-files.ts';
import type { Searcher } from '../threads/searcher.ts';
import type { IndexHolder } from './index-holder.ts';
import type { PoliciesInForce } from './policies/policies-in-force.ts';
import type { WorkProgress } from './work-progress.ts';

/** A policy with the text it was read from, which is kept beside the decisions made under it. */
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly text: string;
  /** `own`: of the data folder; `uploaded`: put in force over the API or the command line. */
  readonly origin: 'shipped' | 'own' | 'uploaded';
}

export interface Parts {
  /** Whom the work is done for: what they may do is asked by each flow (`permit.ts`). */
  readonly actor: Actor;
  readonly store: Store;
  readonly editionFiles: EditionFiles;
  readonly batchFiles: BatchFiles;
  readonly documentFiles: DocumentFiles;
  readonly uploadFiles: UploadFiles;
  readonly registerFiles: RegisterFiles;
  readonly gazetteerFiles: GazetteerFiles;
  /** Where the index over the names of a register is kept, by source. */
  readonly registerIndexFiles: (source: string) => IndexFiles;
  readonly indexFiles: IndexFiles;
  readonly pastIndexFiles: PastIndexFiles;
  readonly index: IndexHolder;
  /** What threads that screen tables are started with: they read `data/` for themselves. */
  readonly threads: { readonly referenceFiles: () => Promise<ReferenceFiles>; readonly cores: number };
  /** Who searches it for those who ask one by one. */
  readonly searcher: Searcher;
  /** How publishers may be asked. */
  readonly download: DownloadSettings;
  readonly downloadNotes: DownloadNotes;
  readonly reference: Reference;
  readonly listImporters: ReadonlyMap<string, ListImporter>;
  readonly registerImporters: ReadonlyMap<string, RegisterImporter>;
  readonly gazetteerImporters: ReadonlyMap<string, GazetteerImporter>;
  /** By id: those that decide. */
  readonly policies: ReadonlyMap<string, LoadedPolicy>;
  /** The file of the data folder that `reference.retention` is read from; absent: it is ours. */
  readonly ownRetention?: { readonly file: string; readonly sha256: string };
  /** The same, where what another process puts in force is looked for. */
  readonly policiesInForce: PoliciesInForce;
  /** The moment it is: the machine's clock, or in a simulation the day that is played. */
  readonly clock: () => Instant;
  readonly engineVersion: string;
  /** How names are read now (`register-names.ts`). */
  readonly nameKeysVersion: string;
  /** What is being done, how far it is, 0 to 1, and what else there is to say of it: for a progress bar. */
  readonly onProgress?: (step: string, share: number, detail?: string) => void;
  /** How far an import or a look-back is, for whoever follows it from elsewhere (`job-progress.ts`). */
  readonly onWork?: (progress: WorkProgress) => void;
  /** What went wrong and kept nothing from being done. */
  readonly onWarning?: (problem: Problem) => void;
}
