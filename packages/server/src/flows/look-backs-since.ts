// A day in, everything that changed since then out, to be gone through once more; and what of its news no alert has told.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { LookBack, Store } from '../store/store.ts';
import type { News } from './news.ts';

/** Of a list or register one: from the edition that was in use on that day to the one that is. */
export async function lookBacksSince(since: CalendarDate, store: Store): Promise<readonly LookBack[]> {
  const done = (await store.lookBacks('done')).filter((lookBack) => since <= owedAt(lookBack));
  const editions = Map.groupBy(
    done.filter(({ kind }) => kind === 'edition'),
    ({ source }) => source,
  );
  const joined = [...editions].flatMap(([source, changes]): LookBack[] => {
    const [first, last] = [changes[0], changes.at(-1)];
    if (!first || !last) return [];
    const { fromEditionId: _, ...newest } = last;
    const { fromEditionId } = first;
    const id = `${source}/since ${since}/${last.toEditionId.slice(0, 12)}`;
    return [{ ...newest, id, ...(fromEditionId !== undefined && { fromEditionId }) }];
  });
  return [...joined, ...done.filter(({ kind }) => kind !== 'edition')];
}

/** An alert has told it when the last one of the party and the entry since that day says as much, and no decision came after it. */
export async function untold(
  news: readonly News[],
  { kind }: LookBack,
  since: CalendarDate,
  store: Pick<Store, 'alerts'>,
): Promise<readonly News[]> {
  if (kind !== 'edition') return news; // the same look-back: an alert's key tells
  const untoldNews: News[] = [];
  for (const told of news) {
    const { party, entityId, decidedAt = '' } = told;
    const last = (await store.alerts(told.applicationId)).findLast(
      (alert) =>
        alert.party === party && alert.entityId === entityId && since <= alert.raisedAt && decidedAt <= alert.raisedAt,
    );
    const isTold =
      last !== undefined &&
      (last.scoreAfter === undefined) === (told.scoreAfter === undefined) &&
      last.verdictAfter === told.verdictAfter;
    if (!isTold) untoldNews.push(told);
  }
  return untoldNews;
}

/** The ids of older ones say it: `<source>/<instant>/<edition>`. */
function owedAt({ id, owedAt: instant }: LookBack): string {
  return instant ?? id.split('/')[1] ?? '';
}
