// A case and who asks in; whether its data may be used or shown out: those of a restricted one are kept and nothing else.
import { restrictionOn } from '@sekisho/engine/model/case-note.ts';
import { mayAct } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoreReader } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/** @throws Problem `case.restricted` with the day since when. */
export async function refuseRestricted(caseId: string, reader: Pick<StoreReader, 'caseNotes'>): Promise<void> {
  const restriction = restrictionOn(await reader.caseNotes(caseId));
  if (restriction) throw new Problem('case.restricted', { case: caseId, since: restriction.at.slice(0, 10) });
}

/** A restricted case is shown to those who answer for how long data are kept. @throws Problem `access.denied`. */
export async function permitCase(caseId: string, parts: Pick<Parts, 'actor' | 'store'>): Promise<void> {
  if (restrictionOn(await parts.store.caseNotes(caseId))) permit(parts, 'retention.read');
}

/** Cases that whoever asks is not shown. */
export async function hiddenCases({ actor, store }: Pick<Parts, 'actor' | 'store'>): Promise<ReadonlySet<string>> {
  return mayAct(actor, 'retention.read') ? new Set() : store.restrictedCases();
}
