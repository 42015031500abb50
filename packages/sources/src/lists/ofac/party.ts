// What any of OFAC's layouts says of one party in, its Entity out.
import {
  entityOf,
  type Address,
  type Effect,
  type Entity,
  type EntityName,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import type { OfacFacts } from './facts.ts';

export interface OfacVessel {
  readonly callSign?: string | undefined;
  readonly type?: string | undefined;
  readonly tonnage?: string | undefined;
  readonly grossTonnage?: string | undefined;
  readonly flag?: string | undefined;
  readonly owner?: string | undefined;
}

/** An address and what is said of it; either may be missing. */
export interface OfacPlace {
  readonly address: Address | undefined;
  readonly note: string | undefined;
}

export interface OfacParty {
  /** OFAC's own number of the entry: `ent_num`, `uid` and `FixedRef` are the same. */
  readonly recordId: string;
  readonly where: FieldOfList;
  readonly schema: Schema;
  /** The primary name first. */
  readonly names: readonly EntityName[];
  readonly programmes: readonly string[];
  /** Several are divided by semicolons. */
  readonly titles: readonly string[];
  readonly vessel: OfacVessel;
  readonly places: readonly OfacPlace[];
  readonly facts: OfacFacts;
  /** What is said of single names. */
  readonly nameNotes: readonly (string | undefined)[];
}

/** What an entry of the list brings with it. @throws Problem `list.unknown-value` when no programme or item of it tells. */
export type EffectsOf = (programmes: readonly string[], items: readonly string[], where: FieldOfList) => Effect[];

/** Numbers of a register of companies: the country that keeps it is one of the party's. */
const registerNumbers: readonly IdentifierType[] = ['registration-number', 'ru-ogrn', 'cn-uscc', 'uk-company-number'];

/** @throws Problem as `effectsOf`. */
export function entityOfParty(
  party: OfacParty,
  description: CheckedDescription,
  effectsOf: EffectsOf,
  reader: CountryReader,
): Entity {
  const { recordId, where, schema, programmes, vessel, places, facts } = party;
  const { listedOn, ...gathered } = facts;
  const addresses = places.flatMap(({ address }) => (address ? [address] : []));
  const positions = distinct(party.titles.flatMap((title) => title.split(/;\s+/)));
  const nationalities = distinct(facts.nationalities);
  const sourceUrl = `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${recordId}`;
  const { id: source, publisher } = description;
  return entityOf({
    ...gathered,
    source,
    recordId,
    schema,
    names: distinctBy([...party.names, ...facts.names], ({ text, kind, language }) => [kind, language, text].join(' ')),
    nationalities,
    countries: distinct([
      ...nationalities,
      countryIn(vessel.flag, 'Vess_flag', where, reader),
      ...addresses.map(({ country }) => country),
      ...facts.identifiers.map(({ type, country }) => (registerNumbers.includes(type) ? country : undefined)),
      ...facts.countries,
    ]),
    identifiers: distinctBy(
      [
        ...(vessel.callSign === undefined ? [] : [{ type: 'call-sign' as const, value: vessel.callSign }]),
        ...facts.identifiers,
      ],
      ({ type, value, country, note }) => [type, value, country, note].join(' '),
    ),
    addresses,
    positions,
    topics: description.topics,
    effects: effectsOf(programmes, facts.remarks, where),
    programmes,
    legalStatus: [
      {
        status: 'SANCTIONED',
        authority: publisher,
        country: 'us',
        reportedBy: source,
        ...(listedOn !== undefined && { date: listedOn }),
      },
    ],
    links: [
      ...(vessel.owner === undefined ? [] : [{ kind: 'owned-by' as const, toName: vessel.owner }]),
      ...facts.links,
    ],
    remarks: distinct([
      noteOf('Vessel type', vessel.type),
      noteOf('Tonnage', vessel.tonnage),
      noteOf('Gross registered tonnage', vessel.grossTonnage),
      noteOf('Flag', vessel.flag),
      ...party.nameNotes,
      ...places.map(({ note }) => note),
      ...facts.remarks,
    ]).filter((remark) => !positions.includes(remark)),
    ...(listedOn !== undefined && { listedOn }),
    sourceUrl,
  });
}

/** `label: text`, undefined without a text. */
export function noteOf(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${label}: ${text}`;
}
