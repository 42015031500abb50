// A case in, until when it is kept and on what ground out, what stands against erasing it, and what erasing it would destroy.
import {
  holdOn,
  restrictionOn,
  type ErasureRequest,
  type LegalHold,
  type Restriction,
} from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import { namedFiles } from '../record/case-bundle.ts';
import { retentionOfCase, type CaseRetention } from './case-retention.ts';
import { erasableIn, exportsWith, lastRequest, needsTwo, type CaseExported } from './erase-case.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { lastRestrictionRequest } from './restrict-case.ts';

export interface CaseKeeping {
  readonly caseId: string;
  /** Absent once it is erased. */
  readonly retention?: CaseRetention;
  readonly hold?: LegalHold;
  /** What is kept of it is kept and not used. */
  readonly restriction?: Restriction;
  /** Somebody asked for that, and another person must agree. */
  readonly restrictionRequest?: Restriction;
  /** Its period has ended and nothing holds it. */
  readonly isDue: boolean;
  readonly needsTwo: boolean;
  /** Somebody asked for its erasure, and another person must agree. */
  readonly request?: ErasureRequest;
  /** What erasing it destroys. Documents that another case names too would stay with that one. */
  readonly losses: {
    readonly entries: number;
    readonly documents: number;
    /** What was taken out of the record with it: whoever has that keeps it. */
    readonly exports: readonly CaseExported[];
  };
}

/** @throws Problem `case.not-found`. */
export async function caseKeeping(caseId: string, parts: Parts): Promise<CaseKeeping> {
  permit(parts, 'retention.read');
  const { store } = parts;
  const known = await store.case(caseId);
  if (!known) throw new Problem('case.not-found', { case: caseId });
  const retention = await retentionOfCase(known, store, parts);
  const notes = await store.caseNotes(caseId);
  const hold = holdOn(notes);
  const request = lastRequest(known, notes);
  const restriction = restrictionOn(notes);
  const restrictionRequest = lastRestrictionRequest(known, notes);
  const entries = (await store.entriesUnder(caseId)).filter((entry) => caseOfEntry(entry) === caseId);
  const erasable = retention ? erasableIn(entries) : [];
  const until = retention?.until;
  return {
    caseId,
    ...(retention && { retention }),
    ...(hold && { hold }),
    ...(restriction && { restriction }),
    ...(restrictionRequest && { restrictionRequest }),
    isDue: until !== undefined && until < parts.clock().slice(0, 10) && !hold,
    needsTwo: retention !== undefined && needsTwo(known, retention, parts),
    ...(request && { request }),
    losses: {
      entries: erasable.length,
      documents: namedFiles(erasable).documents.size,
      exports: 0 < erasable.length ? await exportsWith(erasable, store) : [],
    },
  };
}
