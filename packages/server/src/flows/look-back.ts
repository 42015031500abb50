// Changes of lists and registers that are owed a look back in, alerts on everything ever applied for out, each once.
import { createHash } from 'node:crypto';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { LookBack } from '../store/store.ts';
import { newsFromList } from './list-news.ts';
import type { News, NewsStep } from './news.ts';
import { isRegister } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { newsFromRegister } from './register-news.ts';

export interface LookBackResult {
  readonly lookBack: LookBack;
  readonly partiesScreened: number;
  readonly alerts: readonly Alert[];
}

/**
 * Runs every look-back that is owed, oldest first. Killed in the middle it is run again from the start and raises no
 * alert twice: an alert's key is the same for the same news about the same party.
 * @throws Problem `edition.damaged` of the first that cannot be run, after all others were.
 */
export async function runLookBacks(parts: Parts): Promise<readonly LookBackResult[]> {
  permit(parts, 'look-back.run');
  const results: LookBackResult[] = [];
  const damaged: Problem[] = [];
  for (const lookBack of await parts.store.lookBacks('owed'))
    try {
      results.push(await runLookBack(lookBack, parts));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'edition.damaged') throw error;
      damaged.push(error); // stays owed, and does not keep the others from running
    }
  const [first] = damaged;
  if (first) throw first;
  return results;
}

async function runLookBack(lookBack: LookBack, parts: Parts): Promise<LookBackResult> {
  const alerts: Alert[] = [];
  let partiesScreened = 0;
  for await (const { parties, news } of newsFrom(lookBack, parts)) {
    partiesScreened += parties;
    alerts.push(...(await raiseAlerts(news, lookBack, parts)));
    parts.onProgress?.(`look-back for ${lookBack.source}: ${String(partiesScreened)} parties`, 0);
  }
  const done: LookBack = { ...lookBack, state: 'done' };
  await parts.store.write(async (writer) => {
    if (!(await writer.lookBacks('owed')).some(({ id }) => id === lookBack.id)) return; // another process was faster
    await writer.saveLookBack(done);
    const run = { ...lookBack, partiesScreened, alerts: alerts.map(({ id }) => id) };
    await writer.seal('look-back-run', lookBack.id, run, parts.clock());
  });
  return { lookBack: done, partiesScreened, alerts };
}

/** A gazetteer names no party: nothing of it is news of one. */
function newsFrom(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> | Iterable<NewsStep> {
  const { source } = lookBack;
  if (parts.gazetteerImporters.has(source)) return [];
  return (isRegister(source, parts) ? newsFromRegister : newsFromList)(lookBack, parts);
}

/** Writes what is new, each with its entry in the record, and puts the cases it touches on hold. */
async function raiseAlerts(news: readonly News[], lookBack: LookBack, parts: Parts): Promise<readonly Alert[]> {
  if (news.length === 0) return [];
  const raisedAt = parts.clock();
  const { source, fromEditionId, toEditionId } = lookBack;
  return parts.store.write(async (writer) => {
    const raised: Alert[] = [];
    for (const { content, ...told } of news) {
      const key = keyOf(lookBack, told, content);
      const alert: Alert = {
        ...told,
        id: `${told.applicationId}/alert-${key.slice(0, 16)}`,
        key,
        caseId: told.applicationId,
        source,
        ...(fromEditionId !== undefined && { fromEditionId }),
        toEditionId,
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

/** The same news of the same change of a source: listed, delisted and listed again are three. */
function keyOf(
  lookBack: LookBack,
  { applicationId, party, entityId, change }: Omit<News, 'content'>,
  content: string,
): string {
  return createHash('sha256')
    .update(canonicalJson([lookBack.id, applicationId, party, entityId, change, content]))
    .digest('hex');
}
