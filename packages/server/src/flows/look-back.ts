// Changes that are owed a look back in, alerts on everything ever applied for out, each once.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { LookBack, Store } from '../store/store.ts';
import { newsOfTime } from './ended-grounds.ts';
import { newsFromEngine } from './engine-news.ts';
import { newsFromIncidents } from './incident-news.ts';
import { newsFromList } from './list-news.ts';
import { lookBacksSince, untold } from './look-backs-since.ts';
import type { News, NewsStep } from './news.ts';
import { isRegister } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { newsFromPolicy } from './policy-news.ts';
import { alertKey, raiseAlerts, type AlertDraft } from './raise-alerts.ts';
import { newsFromRegister } from './register-news.ts';
import { noteRulesInUse } from './rules-in-use.ts';
import { alertWithoutClaims, type ShownAlert } from './withheld.ts';
import { tellProgress } from './work-progress.ts';

export interface LookBackResult {
  readonly lookBack: LookBack;
  readonly partiesScreened: number;
  /** Without what incidents claim of somebody. */
  readonly alerts: readonly ShownAlert[];
}

/**
 * Runs every look-back that is owed, oldest first, and raises what has come to its end meanwhile. Killed in the middle it is run
 * again and raises no alert twice: an alert's key is the same for the same news about the same party.
 * @param since also goes once more through everything that changed since that day, and raises what no alert has told.
 * @throws Problem `edition.damaged` of the first that cannot be run, after all others were.
 */
export async function runLookBacks(
  parts: Parts,
  { since }: { readonly since?: CalendarDate } = {},
): Promise<readonly LookBackResult[]> {
  permit(parts, 'look-back.run');
  await noteRulesInUse(parts);
  const results: LookBackResult[] = [];
  const damaged: Problem[] = [];
  const run = async (lookBack: LookBack, work: typeof runLookBack) => {
    try {
      results.push(await work(lookBack, parts));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'edition.damaged') throw error;
      damaged.push(error); // stays owed, and does not keep the others from running
    }
  };
  const owed = await parts.store.lookBacks('owed');
  for (const lookBack of owed) await run(lookBack, isOvertaken(lookBack, owed) ? endLookBack : runLookBack);
  if (since !== undefined)
    for (const lookBack of await lookBacksSince(since, parts.store)) await run(lookBack, runOnceMore(since));
  results.push(...(await raiseWhatEnded(parts)));
  const [first] = damaged;
  if (first) throw first;
  return results.map((result) => ({ ...result, alerts: result.alerts.map(alertWithoutClaims) }));
}

/** Rules are held against the past as they are now: of several changes that are owed, the last says it all. */
function isOvertaken(lookBack: LookBack, owed: readonly LookBack[]): boolean {
  const last = owed.findLast(({ kind, source }) => kind === lookBack.kind && source === lookBack.source);
  return (lookBack.kind === 'policy' || lookBack.kind === 'engine') && last?.id !== lookBack.id;
}

async function runLookBack(lookBack: LookBack, parts: Parts): Promise<LookBackResult> {
  const alerts: Alert[] = [];
  let partiesScreened = 0;
  tellProgress({ phase: 'looking-back', of: lookBack.source, count: 0 }, parts);
  for await (const { parties, news, position } of newsFrom(lookBack, parts)) {
    partiesScreened += parties;
    alerts.push(...(await keep(news, lookBack, position, parts)));
    tellProgress({ phase: 'looking-back', of: lookBack.source, count: partiesScreened }, parts);
  }
  return endLookBack(lookBack, parts, { alerts, partiesScreened });
}

async function endLookBack(
  lookBack: LookBack,
  parts: Parts,
  { alerts, partiesScreened }: Pick<LookBackResult, 'alerts' | 'partiesScreened'> = { alerts: [], partiesScreened: 0 },
): Promise<LookBackResult> {
  const { position: _, ...ended } = lookBack;
  const done: LookBack = { ...ended, state: 'done' };
  await parts.store.write(async (writer) => {
    if (!(await writer.lookBacks('owed')).some(({ id }) => id === lookBack.id)) return; // another process was faster
    await writer.saveLookBack(done);
    const run = { ...done, partiesScreened, alerts: alerts.map(({ id }) => id) };
    await writer.seal('look-back-run', lookBack.id, run, parts.clock());
  });
  return { lookBack: done, partiesScreened, alerts };
}

/** What was done before stays done: nothing of it is told again. */
function runOnceMore(since: CalendarDate): typeof runLookBack {
  return async (lookBack, parts) => {
    const alerts: Alert[] = [];
    let partiesScreened = 0;
    for await (const { parties, news } of newsFrom(lookBack, parts)) {
      partiesScreened += parties;
      tellProgress({ phase: 'looking-back', of: lookBack.source, count: partiesScreened }, parts);
      alerts.push(...(await keep(await untold(news, lookBack, since, parts.store), lookBack, undefined, parts)));
    }
    const run = { ...lookBack, partiesScreened, alerts: alerts.map(({ id }) => id) };
    await parts.store.write((writer) => writer.seal('look-back-run', lookBack.id, run, parts.clock()));
    return { lookBack, partiesScreened, alerts };
  };
}

/** A gazetteer names no party: nothing of it is news of one. */
function newsFrom(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> | Iterable<NewsStep> {
  const { kind, source } = lookBack;
  switch (kind) {
    case 'incidents':
      return newsFromIncidents(lookBack, parts);
    case 'policy':
      return newsFromPolicy(lookBack, parts);
    case 'engine':
      return newsFromEngine(lookBack, parts);
    case 'time':
      return [];
    case 'edition':
      if (parts.gazetteerImporters.has(source)) return [];
      return (isRegister(source, parts) ? newsFromRegister : newsFromList)(lookBack, parts);
  }
}

/** Writes what is new and how far the look-back is, together. */
async function keep(
  news: readonly News[],
  lookBack: LookBack,
  position: string | undefined,
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
): Promise<readonly Alert[]> {
  if (news.length === 0 && position === undefined) return [];
  const drafts = news.map((told) => draftOf(told, lookBack));
  return store.write(async (writer) => {
    if (position !== undefined) await notePosition(writer, { ...lookBack, position });
    return raiseAlerts(drafts, writer, clock());
  });
}

/** Not when another process has ended it. */
async function notePosition(writer: Parameters<Parameters<Store['write']>[0]>[0], lookBack: LookBack): Promise<void> {
  if ((await writer.lookBacks('owed')).some(({ id }) => id === lookBack.id)) await writer.saveLookBack(lookBack);
}

/** The same news of the same change of a source has one key: listed, delisted and listed again are three. */
function draftOf(
  { content, decidedAt: _, ...told }: News,
  { id, source, fromEditionId, toEditionId }: LookBack,
): AlertDraft {
  return {
    source,
    ...(fromEditionId !== undefined && { fromEditionId }),
    toEditionId,
    ...told,
    key: alertKey(id, told.applicationId, told.party, told.entityId, told.change, content),
  };
}

/** Clearances and confirmations that held for a time only. */
async function raiseWhatEnded(parts: Parts): Promise<readonly LookBackResult[]> {
  const today = parts.clock().slice(0, 10);
  const results: LookBackResult[] = [];
  for (const [source, drafts] of await newsOfTime(parts)) {
    const alerts = await parts.store.write((writer) => raiseAlerts(drafts, writer, parts.clock()));
    const lookBack: LookBack = { id: `${source}/${today}`, kind: 'time', source, toEditionId: today, state: 'done' };
    if (0 < alerts.length) results.push({ lookBack, partiesScreened: drafts.length, alerts });
  }
  return results;
}
