// What alerts are asked for in, those alerts out; of one alert what it speaks of, as it was before and is after, for whoever's look is sealed.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Incident } from '@sekisho/engine/model/incident.ts';
import type { StoredCase } from '../store/store.ts';
import { noteView, type ViewWord } from './note-view.ts';
import type { Parts } from './parts.ts';
import { hiddenCases } from './restricted-case.ts';
import { alertWithoutClaims, type ShownAlert } from './withheld.ts';

export interface AlertFilter {
  /** `edition`: of a list or register. */
  readonly kind?: string;
  readonly source?: string;
  readonly application?: string;
  readonly since?: CalendarDate;
  /** Nobody has decided the case since. */
  readonly open?: boolean;
}

/** Oldest first, without what incidents claim of somebody. */
export async function listAlerts(
  { kind, source, application, since, open = false }: AlertFilter,
  parts: Pick<Parts, 'actor' | 'store'>,
): Promise<readonly ShownAlert[]> {
  const { store } = parts;
  const hidden = await hiddenCases(parts);
  const asked = (await store.alerts(application)).filter(
    (alert) =>
      !hidden.has(alert.caseId) &&
      (kind === undefined || (alert.kind ?? 'edition') === kind) &&
      (source === undefined || alert.source === source) &&
      (since === undefined || since <= alert.raisedAt),
  );
  if (!open) return asked.map(alertWithoutClaims);
  const waiting: Alert[] = [];
  for (const alert of asked) if (!(await isDealtWith(alert, { store }))) waiting.push(alert);
  return waiting.map(alertWithoutClaims);
}

/** Somebody has decided the case since the alert was raised. */
export async function isDealtWith({ caseId, raisedAt }: Alert, { store }: Pick<Parts, 'store'>): Promise<boolean> {
  const last = (await store.caseSteps(caseId)).at(-1);
  return last !== undefined && raisedAt <= last.at;
}

export interface AlertDetails {
  readonly alert: Alert;
  readonly case?: StoredCase;
  /** Of a list: the entry in the edition before and in the one that raised it. */
  readonly entityBefore?: Entity;
  readonly entityAfter?: Entity;
  readonly incident?: Pick<Incident, 'title' | 'source'>;
}

/**
 * Undefined when there is no such alert. That somebody saw what is said of crimes, and why, is sealed first.
 * @throws Problem `edition.damaged`; as `noteView`.
 */
export async function alertDetails(id: string, word: ViewWord, parts: Parts): Promise<AlertDetails | undefined> {
  const { store, editionFiles } = parts;
  const applicationId = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  const alert = (await store.alerts(applicationId)).find((known) => known.id === id);
  if (!alert) return undefined;
  const { caseId, entityId, fromEditionId, toEditionId } = alert;
  const entityIn = async (editionId: string | undefined) => {
    const edition = editionId === undefined ? undefined : await store.edition(editionId);
    return edition?.kind === 'list' ? editionFiles.findEntity(edition.contentSha256, entityId) : undefined;
  };
  const [known, before, after] = [await store.case(caseId), await entityIn(fromEditionId), await entityIn(toEditionId)];
  const entities = [before, after].filter((entity) => entity !== undefined);
  await noteView(caseId, word, { alerts: [alert], entities }, parts);
  const stored = alert.kind === 'incident' ? (await store.incident(entityId))?.incident : undefined;
  return {
    alert,
    ...(known && { case: known }),
    ...(before && { entityBefore: before }),
    ...(after && { entityAfter: after }),
    ...(stored && { incident: { title: stored.title, source: stored.source } }),
  };
}
