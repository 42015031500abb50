// The documents of an application and what registers said of its parties in, how they agree out.
import { checkDocument } from '@sekisho/engine/identity/check-document.ts';
import { buyerOf, type Application } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { DocumentCheck } from '@sekisho/engine/model/document.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import type { Parts } from './parts.ts';

/** One for each document, in their order; each beside the first register that has the company of its party. */
export function checkDocuments(
  application: Application,
  confirmations: readonly Confirmation[],
  today: CalendarDate,
  { reference }: Pick<Parts, 'reference'>,
): readonly DocumentCheck[] {
  return (application.documents ?? []).flatMap((document) => {
    const id = document.party ?? buyerOf(application).id;
    const party = application.parties.find((one) => one.id === id);
    const confirmation = confirmations.find((one) => one.party === id && one.fact);
    return party
      ? [checkDocument(document, { application, party, today, ...(confirmation && { confirmation }) }, reference)]
      : [];
  });
}
