// A party and an entry of a list in, their fields side by side out: what agrees, what differs, what only one side states.
import type { Party } from '@sekisho/engine/model/application.ts';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';

export type SideVerdict = 'same' | 'differs' | 'unlike' | 'one-side';

export interface HitField {
  readonly field:
    | 'names'
    | 'schema'
    | 'birth-date'
    | 'gender'
    | 'nationality'
    | 'country'
    | 'identifiers'
    | 'documents'
    | 'addresses'
    | 'contact';
  readonly party: readonly FieldValue[];
  readonly entry: readonly FieldValue[];
  /** `unlike`: written otherwise, which proves nothing: a name in another script, an address in other words. */
  readonly verdict: SideVerdict;
  /** Of a listed person, and nobody's to read without a reason: shown after a click. */
  readonly isSpecialCare: boolean;
}

/** `kind` is a word of a vocabulary that the screen says in the reader's language. */
export interface FieldValue {
  readonly text: string;
  readonly kind?: string;
  readonly isCountry?: boolean;
}

/** Documents about a person, whose numbers are nobody's to read without a reason. */
const personalDocuments: readonly IdentifierType[] = ['passport', 'national-id', 'identity-document'];

/** Fields that neither side states are left out. */
export function hitFields(party: Party, entity: Entity): readonly HitField[] {
  const isPerson = entity.schema === 'Person';
  const [documents, numbers] = [
    (type: IdentifierType) => personalDocuments.includes(type),
    (type: IdentifierType) => !personalDocuments.includes(type),
  ];
  const fields: HitField[] = [
    row('names', texts(party.names), texts(entity.names), unlike),
    row('schema', [{ text: party.schema }], [{ text: entity.schema }], schemaVerdict),
    {
      ...row(
        'birth-date',
        plain(party.birthDate),
        entity.birthDates.map(({ text }) => ({ text })),
        () => datesVerdict(party.birthDate, entity),
      ),
      isSpecialCare: isPerson,
    },
    row(
      'gender',
      plain(party.gender),
      entity.genders.map((text) => ({ text })),
      overlap,
    ),
    {
      ...row('nationality', countries(party.nationalities), countries(entity.nationalities), overlap),
      isSpecialCare: isPerson,
    },
    row('country', countries(countriesOf(party)), countries(entity.countries), overlap),
    row('identifiers', identifiers(party, numbers), identifiers(entity, numbers), numbersVerdict),
    {
      ...row('documents', identifiers(party, documents), identifiers(entity, documents), numbersVerdict),
      isSpecialCare: true,
    },
    row(
      'addresses',
      (party.addresses ?? []).map(({ full }) => ({ text: full })),
      entity.addresses.map(({ full }) => ({ text: full })),
      unlike,
    ),
    row('contact', contact(party), contact(entity), (a, b) => (overlap(a, b) === 'same' ? 'same' : 'unlike')),
  ];
  return fields.filter(({ party: claimed, entry }) => 0 < claimed.length + entry.length);
}

type Compare = (party: readonly FieldValue[], entry: readonly FieldValue[]) => SideVerdict;

function row(
  field: HitField['field'],
  party: readonly FieldValue[],
  entry: readonly FieldValue[],
  compare: Compare,
): HitField {
  const isBoth = 0 < party.length && 0 < entry.length;
  return { field, party, entry, verdict: isBoth ? compare(party, entry) : 'one-side', isSpecialCare: false };
}

function overlap(party: readonly FieldValue[], entry: readonly FieldValue[]): SideVerdict {
  const stated = new Set(entry.map(({ text }) => folded(text)));
  return party.some(({ text }) => stated.has(folded(text))) ? 'same' : 'differs';
}

/** Other writing proves nothing: names and addresses are compared by the engine, and by whoever reads. */
function unlike(party: readonly FieldValue[], entry: readonly FieldValue[]): SideVerdict {
  return overlap(party, entry) === 'same' ? 'same' : 'unlike';
}

function schemaVerdict([party]: readonly FieldValue[], [entry]: readonly FieldValue[]): SideVerdict {
  if (party?.text === entry?.text) return 'same';
  const isPerson = (schema: string | undefined) => schema === 'Person';
  const isOpen = (schema: string | undefined) => schema === 'LegalEntity';
  if (isOpen(party?.text) || isOpen(entry?.text)) return 'unlike';
  return isPerson(party?.text) === isPerson(entry?.text) ? 'unlike' : 'differs';
}

function datesVerdict(birthDate: string | undefined, { birthDates }: Entity): SideVerdict {
  const born = birthDate === undefined ? undefined : parseDateRange(birthDate);
  if (!born) return 'unlike';
  return birthDates.some(({ earliest, latest }) => earliest <= born.latest && born.earliest <= latest)
    ? 'same'
    : 'differs';
}

/** Two numbers differ when they are of one kind and none of that kind agrees. */
function numbersVerdict(party: readonly FieldValue[], entry: readonly FieldValue[]): SideVerdict {
  const isEqual = (a: FieldValue, b: FieldValue) => a.kind === b.kind && folded(a.text) === folded(b.text);
  if (party.some((one) => entry.some((other) => isEqual(one, other)))) return 'same';
  return party.some(({ kind }) => entry.some((other) => other.kind === kind)) ? 'differs' : 'unlike';
}

function texts(names: readonly { readonly text: string; readonly kind?: string | undefined }[]): readonly FieldValue[] {
  return names.map(({ text, kind }) => ({ text, ...(kind !== undefined && kind !== 'primary' && { kind }) }));
}

function plain(text: string | undefined): readonly FieldValue[] {
  return text === undefined ? [] : [{ text }];
}

function countries(codes: readonly string[] | undefined = []): readonly FieldValue[] {
  return codes.map((text) => ({ text, isCountry: true }));
}

function countriesOf(party: Party): readonly string[] {
  const stated = [party.country, ...(party.addresses ?? []).map(({ country }) => country)];
  return [...new Set(stated.filter((country) => country !== undefined))];
}

function identifiers(
  { identifiers: given = [] }: Pick<Party, 'identifiers'> | Pick<Entity, 'identifiers'>,
  isWanted: (type: IdentifierType) => boolean,
): readonly FieldValue[] {
  return given.filter(({ type }) => isWanted(type)).map(({ type, value }) => ({ text: value, kind: type }));
}

function contact(of: {
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly websites?: readonly string[];
}): readonly FieldValue[] {
  return [...(of.emails ?? []), ...(of.phones ?? []), ...(of.websites ?? [])].map((text) => ({ text }));
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.-]+/gu, '');
}
