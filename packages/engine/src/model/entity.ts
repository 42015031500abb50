// An entity of a list: what one edition of one list says of a person, company, body, ship or aircraft.
// Schemata and topics are FollowTheMoney's.
import type { CalendarDate, DateRange } from './calendar.ts';
import type { Identifier } from './identifier.ts';
import type { LegalStatusClaim } from './legal-status.ts';

export const schemata = [
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'LegalEntity',
  'Vessel',
  'Airplane',
] as const;
/** FollowTheMoney schema. LegalEntity: a person or an organisation, the source does not say which. */
export type Schema = (typeof schemata)[number];

export const nameKinds = ['primary', 'alias', 'former', 'weak', 'original-script', 'reading'] as const;
/**
 * `weak`: broad or generic by the list's own word: never makes a hit alone (OFAC FAQ 124).
 * `original-script`: the name in its own writing. `reading`: how a name in Han characters is said, in kana or Latin letters.
 */
export type NameKind = (typeof nameKinds)[number];

export interface EntityName {
  readonly text: string;
  readonly kind: NameKind;
  /** BCP 47, when the source says so: `ja`, `zh`, `ar`. */
  readonly language?: string;
  /** When the source gives the parts, which one is the family name. */
  readonly family?: string;
  readonly given?: string;
}

export interface Address {
  /** The whole address as one line, as the source writes it. */
  readonly full: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
}

export const effects = [
  'block',
  'debt-restriction',
  'equity-restriction',
  'account-restriction',
  'transport-restriction',
  'travel-ban',
  'export-ban',
  'export-licence',
  'end-user-concern',
  'trade-ban',
  'debarment',
  'wanted',
  'internal-watch',
  'information',
] as const;
/** What being listed brings with it; meaning in `data/effects.yml`. */
export type Effect = (typeof effects)[number];

export const linkKinds = [
  'linked-to',
  'owned-by',
  'owner-of',
  'directed-by',
  'director-of',
  'employed-by',
  'family-of',
  'associate-of',
  'member-of',
  'operated-by',
  'acts-for',
  'successor-of',
] as const;
/** Read from the entity on: it is `owned-by` the other. FollowTheMoney's Ownership, Directorship, Family, … */
export type LinkKind = (typeof linkKinds)[number];

/** A relation that the list itself states. `to` is the other's id where the list gives one, else its name as written. */
export interface EntityLink {
  readonly kind: LinkKind;
  readonly toId?: string;
  readonly toName?: string;
  /** In the list's words: `brother`, `51 %`, `chairman`. */
  readonly detail?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly since?: string;
  readonly until?: string;
}

export interface Entity {
  /** `<source>:<record id>`, the same in every edition of the list. */
  readonly id: string;
  readonly source: string;
  readonly recordId: string;
  readonly schema: Schema;
  /** At least one; the first is the one to show. */
  readonly names: readonly EntityName[];
  readonly birthDates: readonly DateRange[];
  readonly birthPlaces: readonly string[];
  readonly genders: readonly ('male' | 'female')[];
  /** ISO 3166-1 alpha-2, lower case. */
  readonly nationalities: readonly string[];
  /** Every country the entity is connected with: nationality, address, flag, place of registration. */
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly Address[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly positions: readonly string[];
  /** FollowTheMoney topics: `sanction`, `export.control`, `wanted`, … */
  readonly topics: readonly string[];
  readonly effects: readonly Effect[];
  /** The list's own programme or concern codes: `NPWMD`, `DPRK`, `M`, `CW`. */
  readonly programmes: readonly string[];
  readonly legalStatus: readonly LegalStatusClaim[];
  readonly links: readonly EntityLink[];
  /** Free text of the list that is not taken apart. */
  readonly remarks: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly listedOn?: string;
  readonly updatedOn?: string;
  /** Of an entry that its list no longer has, or keeps as delisted: the day from which it is not in force. */
  readonly delistedOn?: string;
  readonly sourceUrl?: string;
}

/** Whether an entry is in force no more. A year or a month ends with its last day: until then it may still be. */
export function isDelisted({ delistedOn }: Pick<Entity, 'delistedOn'>, today: CalendarDate): boolean {
  if (delistedOn === undefined) return false;
  return delistedOn.length === today.length ? delistedOn <= today : delistedOn < today.slice(0, delistedOn.length);
}

/** An entity with everything empty but what is given: importers name what they know. */
export function entityOf(given: Partial<Entity> & Pick<Entity, 'source' | 'recordId' | 'schema' | 'names'>): Entity {
  return {
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    topics: [],
    effects: [],
    programmes: [],
    legalStatus: [],
    links: [],
    remarks: [],
    ...given,
    id: `${given.source}:${given.recordId}`,
  };
}
