// Changes of lists and registers that are owed a look back in, alerts on everything ever applied for out, each once.
import { createHash } from 'node:crypto';
import type { Application, Party } from '@sekisho/engine/model/application.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import { subjectOf } from '@sekisho/engine/model/subject.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { search } from '@sekisho/engine/search/search.ts';
import type { LookBack, StoredApplication } from '../store/store.ts';
import { listDelta } from './edition-delta.ts';
import type { IndexSnapshot } from './index-holder.ts';
import type { Parts } from './parts.ts';

export interface LookBackResult {
  readonly lookBack: LookBack;
  readonly partiesScreened: number;
  readonly alerts: readonly Alert[];
}

/** Applications read and screened at a time; their alerts are written together. */
const PAGE = 200;
/** Hits asked for of one party: more than a delta can hold for one name. */
const MAX_HITS = 1000;

/**
 * Runs every look-back that is owed, oldest first. Killed in the middle it is run again from the start and raises no
 * alert twice: an alert's key is the same for the same news about the same party.
 */
export async function runLookBacks(parts: Parts): Promise<readonly LookBackResult[]> {
  const results: LookBackResult[] = [];
  for (const lookBack of await parts.store.lookBacks('owed')) results.push(await runLookBack(lookBack, parts));
  return results;
}

async function runLookBack(lookBack: LookBack, parts: Parts): Promise<LookBackResult> {
  const delta = await listDelta(lookBack, parts);
  const snapshot = await parts.index.over(await parts.store.activeEditions());
  const changes = new Map<string, Alert['change']>([
    ...delta.added.map((id) => [id, 'added'] as const),
    ...delta.changed.map(({ id }) => [id, 'changed'] as const),
    ...delta.removed.map((id) => [id, 'removed'] as const),
  ]);
  const alerts: Alert[] = [];
  let partiesScreened = 0;
  let after: { id: string; revision: number } | undefined;
  for (;;) {
    const page = await parts.store.applications({ ...(after && { after }), limit: PAGE });
    const last = page.at(-1);
    if (!last || changes.size === 0) break;
    const news: News[] = [];
    for (const stored of page) {
      if (!stored.application) continue; // erased: nothing is left to compare
      partiesScreened += stored.application.parties.length;
      news.push(...(await newsOf(stored, stored.application, changes, snapshot, parts)));
    }
    alerts.push(...(await raiseAlerts(news, lookBack, parts)));
    after = { id: last.id, revision: last.revision };
    parts.onProgress?.('look-back', 0.5);
  }
  const at = parts.clock();
  await parts.store.write(async (writer) => {
    await writer.saveLookBack({ ...lookBack, state: 'done' });
    const { added, changed, removed } = delta;
    await writer.seal(
      'look-back-run',
      lookBack.id,
      {
        ...lookBack,
        changes: { added: added.length, changed: changed.length, removed: removed.length },
        partiesScreened,
        alerts: alerts.length,
      },
      at,
    );
  });
  return { lookBack: { ...lookBack, state: 'done' }, partiesScreened, alerts };
}

/** One thing that a changed entry means for one party of the past. */
interface News extends Pick<Alert, 'applicationId' | 'party' | 'entityId' | 'change' | 'partyName' | 'listedName'> {
  readonly scoreBefore?: number;
  readonly scoreAfter?: number;
  /** What the entry says now; the same content is the same news. */
  readonly content: string;
}

async function newsOf(
  stored: StoredApplication,
  application: Application,
  changes: ReadonlyMap<string, Alert['change']>,
  { index, entitiesById }: IndexSnapshot,
  parts: Parts,
): Promise<readonly News[]> {
  const before = await hitsOfLastDecision(stored, parts);
  const minScore = minScoreFor(application, parts);
  return application.parties.flatMap((party) => {
    const now = search(index, subjectOf(party), { minScore, limit: MAX_HITS }).hits.filter(({ entity }) =>
      changes.has(entity.id),
    );
    const gone = before.filter(
      (hit) =>
        hit.party === party.id && changes.has(hit.entity.id) && !now.some((found) => found.entity.id === hit.entity.id),
    );
    const news = (hit: Omit<Hit, 'party'>, known: Hit | undefined, found: Omit<Hit, 'party'> | undefined): News => ({
      applicationId: application.id,
      party: party.id,
      entityId: hit.entity.id,
      change: changes.get(hit.entity.id) ?? 'changed',
      partyName: hit.partyName,
      listedName: hit.listedName,
      content: canonicalJson(entitiesById.get(hit.entity.id) ?? null),
      ...(known && { scoreBefore: known.score }),
      ...(found && { scoreAfter: found.score }),
    });
    return [
      ...now.map((hit) => news(hit, knownHit(before, party, hit), hit)),
      ...gone.map((hit) => news(hit, hit, undefined)),
    ];
  });
}

const knownHit = (before: readonly Hit[], party: Party, { entity }: Omit<Hit, 'party'>): Hit | undefined =>
  before.find((hit) => hit.party === party.id && hit.entity.id === entity.id);

async function hitsOfLastDecision({ id, revision }: StoredApplication, parts: Parts): Promise<readonly Hit[]> {
  const decisions = await parts.store.decisions(id);
  return decisions.filter((decision) => decision.revision === revision).at(-1)?.sealed?.evidence.hits ?? [];
}

/** The threshold of the policy the application was made under; without one, the strictest there is. */
function minScoreFor(application: Application, parts: Parts): number {
  const known = parts.policies.get(application.policy)?.policy.minScore;
  return known ?? Math.min(...[...parts.policies.values()].map(({ policy }) => policy.minScore));
}

/** Writes what is new, each with its entry in the record, and puts the cases it touches on hold. */
async function raiseAlerts(news: readonly News[], lookBack: LookBack, parts: Parts): Promise<readonly Alert[]> {
  if (news.length === 0) return [];
  const raisedAt = parts.clock();
  return parts.store.write(async (writer) => {
    const raised: Alert[] = [];
    for (const { content, ...told } of news) {
      const key = createHash('sha256')
        .update(canonicalJson([told.applicationId, told.party, told.entityId, told.change, content]))
        .digest('hex');
      const alert: Alert = {
        ...told,
        id: `${told.applicationId}/alert-${key.slice(0, 16)}`,
        key,
        caseId: told.applicationId,
        source: lookBack.source,
        ...(lookBack.fromEditionId !== undefined && { fromEditionId: lookBack.fromEditionId }),
        toEditionId: lookBack.toEditionId,
        raisedAt,
      };
      if (!(await writer.saveAlert(alert))) continue;
      await writer.seal('alert-raised', alert.id, alert, raisedAt);
      const known = await writer.case(alert.caseId);
      if (known) await writer.saveCase({ ...known, state: 'HOLD', updatedAt: raisedAt });
      raised.push(alert);
    }
    return raised;
  });
}
