// A SanctionsEntry of OFAC's advanced XML in: the programmes, the day of listing and what else is said, out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { distinct } from '../distinct.ts';
import { dayOf, periodText } from './advanced-dates.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';

export interface SanctionsEntry {
  readonly profileId: string;
  readonly programmes: readonly string[];
  readonly listedOn: CalendarDate | undefined;
  readonly remarks: readonly string[];
}

const eventTypes = Object.fromEntries(advancedWords.eventTypes.map((word) => [word, true]));

/** @throws Problem `list.unknown-value` for a kind of event that is not known, `list.unknown-column`, `list.unknown-reference`. */
export function sanctionsEntryOf(element: StrictElement, references: AdvancedReferences): SanctionsEntry {
  const profileId = element.takeRequiredAttribute('ProfileID');
  const list = references.wordOf(element, 'ListID', 'List');
  const remarks = [list === undefined ? undefined : `List: ${list}`, element.takeOptional('Comment')];
  const limitation = element.takeOptional('LimitationsToListing');
  if (limitation !== undefined) remarks.push(`Limitations to listing: ${limitation}`);

  const days = element.takeAll('EntryEvent').map((event) => {
    const type = references.requiredWordOf(event, 'EntryEventTypeID', 'EntryEventType');
    lookUp(eventTypes, type, { ...event.where, field: 'EntryEventType' });
    event.ignore('@ID');
    remarks.push(legalBasisOf(event, references), event.takeOptional('Comment'));
    return dayOf(event.takeOnly('Date'), references);
  });
  const programmes: (string | undefined)[] = [];
  for (const measure of element.takeAll('SanctionsMeasure')) {
    measure.ignore('@ID');
    const type = references.requiredWordOf(measure, 'SanctionsTypeID', 'SanctionsType');
    const comment = measure.takeOptional('Comment');
    const periods = measure.takeAll('DatePeriod').flatMap((period) => periodText(period, references) ?? []);
    if (advancedWords.programmeMeasures.includes(type)) programmes.push(comment);
    else remarks.push([`Measure: ${type}`, comment].filter((part) => part !== undefined).join('; '));
    for (const period of periods) remarks.push(`${comment ?? type}: ${period}`);
  }
  for (const info of element.takeAll('SupportingInfo')) {
    info.ignore('@ID');
    const type = references.requiredWordOf(info, 'SupInfoTypeID', 'SupInfoType');
    const said = [info.takeOptional('Text'), info.takeOptional('DirectURL')].filter((part) => part !== undefined);
    if (said.length > 0) remarks.push(`${type}: ${said.join(' ')}`);
  }
  element.ignore('@ID', '@EntryProfileRef', 'ProfileRelationshipReference');
  element.done();
  return { profileId, programmes: distinct(programmes), listedOn: days.toSorted()[0], remarks: distinct(remarks) };
}

/** Some bases have a short name alone. "Unknown" is none. */
function legalBasisOf(event: StrictElement, references: AdvancedReferences): string | undefined {
  const id = event.takeAttribute('LegalBasisID');
  if (id === undefined) return undefined;
  const short = references.attribute('LegalBasis', id, 'LegalBasisShortRef', event.where);
  return short === undefined || short === 'Unknown' ? undefined : `Legal basis: ${short}`;
}
