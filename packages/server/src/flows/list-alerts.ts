// What alerts are asked for in, those alerts out; of one alert what it speaks of, as it was before and is after.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Incident } from '@sekisho/engine/model/incident.ts';
import type { StoredCase } from '../store/store.ts';
import type { Parts } from './parts.ts';

export interface AlertFilter {
  /** `edition`: of a list or register. */
  readonly kind?: string;
  readonly source?: string;
  readonly application?: string;
  readonly since?: CalendarDate;
  /** Nobody has decided the case since. */
  readonly open?: boolean;
}

/** Oldest first. */
export async function listAlerts(
  { kind, source, application, since, open = false }: AlertFilter,
  { store }: Pick<Parts, 'store'>,
): Promise<readonly Alert[]> {
  const asked = (await store.alerts(application)).filter(
    (alert) =>
      (kind === undefined || (alert.kind ?? 'edition') === kind) &&
      (source === undefined || alert.source === source) &&
      (since === undefined || since <= alert.raisedAt),
  );
  if (!open) return asked;
  const waiting: Alert[] = [];
  for (const alert of asked) {
    const last = (await store.caseSteps(alert.caseId)).at(-1);
    if (last === undefined || last.at < alert.raisedAt) waiting.push(alert);
  }
  return waiting;
}

export interface AlertDetails {
  readonly alert: Alert;
  readonly case?: StoredCase;
  /** Of a list: the entry in the edition before and in the one that raised it. */
  readonly entityBefore?: Entity;
  readonly entityAfter?: Entity;
  readonly incident?: Incident;
}

/** Undefined when there is no such alert. @throws Problem `edition.damaged`. */
export async function alertDetails(
  id: string,
  { store, editionFiles }: Pick<Parts, 'store' | 'editionFiles'>,
): Promise<AlertDetails | undefined> {
  const applicationId = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  const alert = (await store.alerts(applicationId)).find((known) => known.id === id);
  if (!alert) return undefined;
  const { caseId, entityId, fromEditionId, toEditionId } = alert;
  const entityIn = async (editionId: string | undefined) => {
    const edition = editionId === undefined ? undefined : await store.edition(editionId);
    return edition?.kind === 'list' ? editionFiles.findEntity(edition.contentSha256, entityId) : undefined;
  };
  const [known, before, after] = [await store.case(caseId), await entityIn(fromEditionId), await entityIn(toEditionId)];
  const incident = alert.kind === 'incident' ? (await store.incident(entityId))?.incident : undefined;
  return {
    alert,
    ...(known && { case: known }),
    ...(before && { entityBefore: before }),
    ...(after && { entityAfter: after }),
    ...(incident && { incident }),
  };
}
