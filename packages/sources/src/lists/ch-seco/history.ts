// The modification elements of a SECO target in, since when it is listed and whether it still is out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { CountryReader } from '../country-field.ts';

export interface TargetHistory {
  readonly isDelisted: boolean;
  /** The day of the newest modification, when that is a delisting. */
  readonly delistedOn?: string;
  readonly listedOn?: string;
  readonly updatedOn?: string;
  /** Days that cannot be read, in words. */
  readonly remarks: readonly string[];
}

const words = { listed: 'listed', amended: 'amended', 'de-listed': 'delisted' } as const;

/**
 * The newest modification tells whether the target is listed: by its day, and of one day the one that stands first. A target
 * without a history is listed.
 * @throws Problem `list.unknown-value` for a kind of modification nobody knows.
 */
export function takeHistory(elements: readonly StrictElement[], { reading }: CountryReader): TargetHistory {
  const remarks: string[] = [];
  const steps = elements.map((element) => {
    const word = element.takeRequiredAttribute('modification-type');
    const kind = lookUp(words, word, { ...element.where, field: 'modification/@modification-type' });
    const days = ['effective-date', 'publication-date', 'enactment-date'].map((name) => element.takeAttribute(name));
    remarks.push(...element.takeTexts('remark').map((text) => `${word}: ${text}`));
    element.ignore('@ssid', 'added', 'removed');
    const written = days.find((day) => day !== undefined);
    const day = days.map((text) => parseCalendarDate(text ?? '')).find((known) => known !== undefined);
    if (written !== undefined && day === undefined) {
      reading.report('list.date', { ...element.where, field: 'modification', value: written });
      remarks.push(`${word}: ${written}`);
    }
    return { kind, day };
  });
  const newest = steps.reduce<(typeof steps)[number] | undefined>(
    (best, step) => (best === undefined || (best.day ?? '') < (step.day ?? '') ? step : best),
    undefined,
  );
  const known = steps.filter((step) => step.day !== undefined);
  const listedOn = known
    .filter(({ kind }) => kind === 'listed')
    .map(({ day }) => day)
    .toSorted((a = '', b = '') => a.localeCompare(b, 'en'))[0];
  const updatedOn = newest?.day;
  const isDelisted = newest?.kind === 'delisted';
  return {
    isDelisted,
    ...(isDelisted && newest.day !== undefined && { delistedOn: newest.day }),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    remarks,
  };
}
