// What a change of a source means for what was applied for: the news that alerts are made of.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { StoredApplication } from '../store/store.ts';

/** One thing that a change of a source means for one party of the past. */
export interface News extends Omit<
  Alert,
  'id' | 'key' | 'caseId' | 'source' | 'fromEditionId' | 'toEditionId' | 'raisedAt'
> {
  /** What the source says now; the same content is the same news. */
  readonly content: string;
}

/** What a change of a source means for one application of the past. */
export type NewsReader = (stored: StoredApplication, application: Application) => Promise<readonly News[]>;
