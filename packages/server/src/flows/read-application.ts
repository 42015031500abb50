// An application's id in, everything that is kept of it out, with the listed entries its alerts speak of.
import type { Alert, CaseStep } from '@sekisho/engine/model/decision.ts';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredApplication, StoredCase, StoredDecision } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { permitCase } from './restricted-case.ts';

export interface ApplicationFile {
  readonly stored: StoredApplication;
  readonly case: StoredCase | undefined;
  readonly steps: readonly CaseStep[];
  readonly notes: readonly CaseNote[];
  readonly alerts: readonly Alert[];
  readonly decisions: readonly StoredDecision[];
  /** Entries named by alerts, as the edition that raised the alert states them (the one before, when it was removed). */
  readonly alertEntities: readonly Entity[];
  /** Alerts of later applications: its buyer, refused here, may have come back under another name. */
  readonly reApplied: readonly Alert[];
}

/** @throws Problem `application.not-found`, `edition.damaged`. */
export async function readApplication(id: string, parts: Parts): Promise<ApplicationFile> {
  const { store, editionFiles } = parts;
  await permitCase(id, parts);
  const stored = await store.application(id);
  if (!stored) throw new Problem('application.not-found', { application: id });
  const alerts = await store.alerts(id);
  const alertEntities = new Map<string, Entity>();
  for (const { entityId, change, fromEditionId, toEditionId } of alerts) {
    const edition = await store.edition(change === 'removed' ? (fromEditionId ?? toEditionId) : toEditionId);
    if (edition?.kind !== 'list') continue;
    const entity = await editionFiles.findEntity(edition.contentSha256, entityId);
    if (entity) alertEntities.set(entity.id, entity);
  }
  return {
    stored,
    case: await store.case(id),
    steps: await store.caseSteps(id),
    notes: await store.caseNotes(id),
    alerts,
    decisions: await store.decisions(id),
    alertEntities: [...alertEntities.values()],
    reApplied: (await store.alertsAbout([id])).filter(({ kind }) => kind === 're-application'),
  };
}
