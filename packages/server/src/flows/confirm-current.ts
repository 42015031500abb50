// An edition that is here already and the day it was established to be the newest in, the day that stands now out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { activate } from './activate-edition.ts';
import type { ImportDates } from './import-dates.ts';
import type { Parts } from './parts.ts';

/**
 * Notes a later day; with a reason (`accept`) also an earlier one, which takes back a wrong statement, or an edition
 * that was replaced already, which comes into use again.
 * @throws Problem `edition.older` for a replaced one without a reason.
 */
export async function confirmCurrent(
  edition: Edition,
  { confirmedCurrentOn }: ImportDates,
  { by, accept }: { readonly by: string; readonly accept?: string },
  { store, clock }: Parts,
): Promise<{ readonly result: 'unchanged'; readonly edition: Edition; readonly confirmedCurrentOn: CalendarDate }> {
  const { source } = edition;
  const hasReason = (accept ?? '').trim() !== '';
  const active = (await store.activeEditions()).find((other) => other.edition.source === source);
  if (active?.edition.id !== edition.id && !hasReason)
    throw new Problem('edition.older', {
      source,
      edition: edition.id.slice(0, 12),
      active: active?.edition.publishedOn,
      reason: 'these files were imported before and a newer edition is in use',
    });
  const at = clock();
  const standsNow = await store.write(async (writer) => {
    const now = (await writer.activeEditions()).find((other) => other.edition.id === edition.id);
    const stands = now?.confirmedCurrentOn;
    if (stands !== undefined && (confirmedCurrentOn === stands || (confirmedCurrentOn < stands && !hasReason)))
      return stands;
    if (!now) await activate(writer, edition, active, at);
    const statement = { source, editionId: edition.id, confirmedCurrentOn, statedBy: by, statedAt: at };
    await writer.saveCurrency(statement);
    await writer.seal('edition-confirmed-current', edition.id, { ...statement, ...(hasReason && { accept }) }, at);
    return confirmedCurrentOn;
  });
  return { result: 'unchanged', edition, confirmedCurrentOn: standsNow };
}
