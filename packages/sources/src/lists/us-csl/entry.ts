// What the layouts of the Consolidated Screening List say of one entry, in one shape.
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { LabelledValue } from '../ofac/items.ts';
import { isUsState } from '../us-states.ts';

export interface CslAddress {
  /** In one line, as the CSV has it; without it, that of the parts. */
  readonly line?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  /** A code or a name. */
  readonly country?: string | undefined;
}

export interface CslEntry {
  readonly where: FieldOfList;
  readonly source: string;
  readonly entityNumber?: string | undefined;
  readonly type?: string | undefined;
  readonly programmes: readonly string[];
  readonly name: string;
  readonly title?: string | undefined;
  readonly addresses: readonly CslAddress[];
  readonly federalRegisterNotice?: string | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly standardOrder?: string | undefined;
  readonly licenceRequirement?: string | undefined;
  readonly licencePolicy?: string | undefined;
  readonly callSign?: string | undefined;
  readonly vesselType?: string | undefined;
  readonly grossTonnage?: string | undefined;
  readonly grossRegisteredTonnage?: string | undefined;
  readonly vesselFlag?: string | undefined;
  readonly vesselOwner?: string | undefined;
  readonly remarks?: string | undefined;
  readonly sourceListUrl?: string | undefined;
  readonly sourceInformationUrl?: string | undefined;
  readonly alternativeNames: readonly string[];
  readonly citizenships: readonly string[];
  readonly birthDates: readonly string[];
  readonly nationalities: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly documents: readonly LabelledValue[];
}

/** The address as the CSV writes it. */
export function addressLine({ line, street, city, state, postalCode, country }: CslAddress): string {
  return line ?? [street, city, state, postalCode, country].filter((part) => part !== undefined).join(', ');
}

/** The country is missing from some addresses in the United States; the state and the ZIP code tell it. */
export function usOf(state: string | undefined, postalCode: string | undefined): 'US' | undefined {
  return isUsState(state) && /^\d{5}(?:-\d{4})?$/.test(postalCode ?? '') ? 'US' : undefined;
}

/** Some lists write an enumeration's last word, `Alpha; Beta; and Gamma`, into the field. */
export function enumerated(text: string): string[] {
  return text
    .split(/;\s+/)
    .map((part) => part.replace(/^and /i, '').trim())
    .filter((part) => part !== '');
}
