// An LEI record (level 1, LEI-CDF 3.1) in, a register row out; nothing for one whose number cannot be one.
import Type from 'typebox';
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import type { Address } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { RegisterName, RegisterRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { dayOf, type Report } from './day-of.ts';
import { addressOf } from './lei-address.ts';

/**
 * @param fileDay the day the file stands for.
 * @throws Problem `list.unknown-column`, `list.unknown-value`, `list.missing-field` with file and line.
 */
export function mapRecord(
  record: StrictElement,
  sequence: number,
  fileDay: string,
  report: Report,
): RegisterRow | undefined {
  const value = record.take('LEI');
  const { state, normalised } = checkIdentifier({ type: 'lei', value });
  if (state !== 'VALID_UNCONFIRMED' || normalised === undefined) {
    const facts = { ...record.where, field: 'LEI', value, reason: 'its check digits are wrong' };
    report({ code: 'list.unknown-value', facts });
    return undefined;
  }
  const unread: string[] = [];
  const entity = record.takeOnly('Entity');
  const registration = record.takeOnly('Registration');
  record.ignore(...namespaces, 'Extension');
  const [seat, ...otherAddresses] = addressesOf(entity);
  const otherNames = otherNamesOf(entity);
  const status = lookUp(standings, entity.take('EntityStatus'), { ...entity.where, field: 'EntityStatus' });
  const events = eventsOf(entity, report, unread);
  const standingAsStated = registrationStatusOf(registration);
  const updatedOn = dayOf(registration, 'LastUpdateDate', report, unread) ?? fileDay;
  const assignedOn = dayOf(registration, 'InitialRegistrationDate', report, unread);
  const foundedOn = dayOf(entity, 'EntityCreationDate', report, unread);
  const expiredOn = dayOf(entity, 'EntityExpirationDate', report, unread);
  const expiredBecause = entity.takeOptional('EntityExpirationReason');
  const ending = events.findLast(({ type, isCompleted }) => isCompleted && endings.has(type));
  const closedOn = status === 'CLOSED' ? (expiredOn ?? ending?.on) : undefined;
  const closeCause = status === 'CLOSED' ? (expiredBecause ?? ending?.type) : undefined;
  const { successorNumber, relations } = relationsOf(entity, registration);
  const kind = kindOf(entity);
  const name = entity.takeOnly('LegalName');
  name.ignore('@xml:lang');
  const identifiers = identifiersOf(entity, registration);
  registration.ignore('NextRenewalDate', 'ValidationSources', 'ValidationDocuments', 'ValidationReference');
  const changes = [...events.map(({ text }) => text), ...unread].join('; ');
  const row: RegisterRow = {
    number: normalised,
    sequence,
    process: 'stated',
    latest: true,
    updatedOn,
    changedOn: updatedOn,
    name: name.takeText(),
    nameIsSubstitute: false,
    kind,
    addressIsSubstitute: false,
    excludedFromSearch: false,
    standing: status,
    standingAsStated,
    ...(seat && { seat }),
    ...(otherAddresses.length > 0 && { otherAddresses }),
    ...(otherNames.length > 0 && { otherNames }),
    ...(closedOn !== undefined && { closedOn }),
    ...(closeCause !== undefined && { closeCause }),
    ...(successorNumber !== undefined && { successorNumber }),
    ...(changes !== '' && { changeDetail: changes }),
    ...(assignedOn !== undefined && { assignedOn }),
    ...(foundedOn !== undefined && { foundedOn }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(relations.length > 0 && { relations }),
  };
  record.done();
  return row;
}

export const namespaces = ['xsi', 'lei', 'rr', 'repex', 'gleif', 'gleif_header', 'xsd'].map((name) => `@xmlns:${name}`);

/** NULL is the status of a number that was given in error: no company stands under it. */
const standings = { ACTIVE: 'OPEN', INACTIVE: 'CLOSED', NULL: 'CLOSED' } as const;

/** RegistrationStatus: of the number, not of the company; only the word is kept. */
const registrationStatuses = Object.fromEntries(
  [
    ...['ISSUED', 'LAPSED', 'MERGED', 'RETIRED', 'ANNULLED', 'CANCELLED', 'DUPLICATE', 'TRANSFERRED'],
    ...['PENDING_VALIDATION', 'PENDING_TRANSFER', 'PENDING_ARCHIVAL', 'PUBLISHED'],
  ].map((word) => [word, word]),
);

/** The word, of those known. */
export function registrationStatusOf(registration: StrictElement): string {
  const field = 'RegistrationStatus';
  return lookUp(registrationStatuses, registration.take(field), { ...registration.where, field });
}

/** Events that end a company. */
const endings: ReadonlySet<string> = new Set([
  'DISSOLUTION',
  'ABSORPTION',
  'MERGERS_AND_ACQUISITIONS',
  'LIQUIDATION',
  'BANKRUPTCY',
]);

const kindByNameType = {
  ALTERNATIVE_LANGUAGE_LEGAL_NAME: 'foreign',
  PREVIOUS_LEGAL_NAME: 'former',
  TRADING_OR_OPERATING_NAME: 'trading',
  PREFERRED_ASCII_TRANSLITERATED_LEGAL_NAME: 'foreign',
  AUTO_ASCII_TRANSLITERATED_LEGAL_NAME: 'foreign',
} as const satisfies Record<string, RegisterName['kind']>;

function otherNamesOf(entity: StrictElement): readonly RegisterName[] {
  const elements = ['OtherEntityName', 'TransliteratedOtherEntityName'].flatMap((each) =>
    entity.takeAll(`${each}s`).flatMap((group) => group.takeAll(each)),
  );
  return elements.map((element) => {
    const type = element.takeRequiredAttribute('type');
    const kind = lookUp(kindByNameType, type, { ...element.where, field: '@type' });
    const language = element.takeAttribute('xml:lang');
    const isAscii = type.includes('_ASCII_'); // the language is that of the name it was made from
    return { text: element.takeText(), kind, ...(language !== undefined && !isAscii && { language }) };
  });
}

/** The legal address first, then the others, each once. */
function addressesOf(entity: StrictElement): readonly Address[] {
  const elements = [entity.takeOnly('LegalAddress'), entity.takeOnly('HeadquartersAddress')];
  for (const each of ['OtherAddress', 'TransliteratedOtherAddress'])
    for (const group of entity.takeAll(`${each}es`)) elements.push(...group.takeAll(each));
  const addresses = elements.map((element) => {
    element.ignore('@type');
    return addressOf(element);
  });
  return [...new Map(addresses.map((address) => [address.full, address])).values()];
}

interface EntityEvent {
  readonly type: string;
  readonly on?: string;
  readonly isCompleted: boolean;
  readonly text: string;
}

function eventsOf(entity: StrictElement, report: Report, unread: string[]): readonly EntityEvent[] {
  const elements = entity.takeAll('LegalEntityEvents').flatMap((group) => group.takeAll('LegalEntityEvent'));
  return elements.map((element) => {
    const type = element.take('LegalEntityEventType');
    const status = element.takeAttribute('event_status') ?? '';
    const on = dayOf(element, 'LegalEntityEventEffectiveDate', report, unread);
    const affected = element.takeAll('AffectedFields').flatMap((group) =>
      group.takeAll('AffectedField').map((field) => {
        const path = field.takeAttribute('field_xpath') ?? '';
        return `${path.replace(/^.*[/:]/, '')}: ${field.takeText()}`;
      }),
    );
    element.ignore('@group_type', '@group_id', '@group_sequence_no');
    element.ignore('LegalEntityEventRecordedDate', 'ValidationDocuments', 'ValidationReference');
    const text = [type, on, status, ...affected].filter(Boolean).join(' ');
    return { type, isCompleted: status === 'COMPLETED', text, ...(on !== undefined && { on }) };
  });
}

/** The code of the legal form (ISO 20275), its words where the code has none, and the category when it is not a plain company. */
function kindOf(entity: StrictElement): string {
  const form = entity.takeAll('LegalForm')[0];
  const parts = [form?.takeOptional('EntityLegalFormCode'), form?.takeOptional('OtherLegalForm')];
  const category = entity.takeOptional('EntityCategory');
  const categories = [category === 'GENERAL' ? undefined : category, entity.takeOptional('EntitySubCategory')];
  return (
    [parts, categories]
      .map((each) => each.filter(Boolean).join(' '))
      .filter(Boolean)
      .join(', ') || 'not-stated'
  );
}

function relationsOf(
  entity: StrictElement,
  registration: StrictElement,
): { readonly successorNumber?: string; readonly relations: readonly RegisterRelation[] } {
  const relations: RegisterRelation[] = [
    { kind: 'linked-to', toNumber: registration.take('ManagingLOU'), detail: 'MANAGING_LOU' },
  ];
  let successorNumber: string | undefined;
  for (const successor of entity.takeAll('SuccessorEntity')) {
    const number = successor.takeOptional('SuccessorLEI');
    const name = successor.takeAll('SuccessorEntityName').map((element) => textOf(element))[0];
    if (number === undefined && name === undefined) continue;
    successorNumber ??= number;
    relations.push({ kind: 'linked-to', ...targetOf(number, name), detail: 'SUCCESSOR_ENTITY' });
  }
  for (const associated of entity.takeAll('AssociatedEntity')) {
    const number = associated.takeOptional('AssociatedLEI');
    const name = associated.takeAll('AssociatedEntityName').map((element) => textOf(element))[0];
    const detail = associated.takeAttribute('type') ?? 'ASSOCIATED_ENTITY';
    relations.push({ kind: 'member-of', ...targetOf(number, name), detail });
  }
  return { relations, ...(successorNumber !== undefined && { successorNumber }) };
}

function textOf(element: StrictElement): string {
  element.ignore('@xml:lang');
  return element.takeText();
}

function targetOf(toNumber: string | undefined, toName: string | undefined) {
  return { ...(toNumber !== undefined && { toNumber }), ...(toName !== undefined && { toName }) };
}

const typesByAuthority = readVocabulary(
  new URL('./authorities.yml', import.meta.url),
  Type.Record(
    Type.String({ pattern: '^RA\\d{6}$' }),
    Type.Array(Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes]))),
  ),
);

/** The number in the register of companies, and in those that the record was checked against, each once. */
function identifiersOf(entity: StrictElement, registration: StrictElement): readonly Identifier[] {
  const jurisdiction = entity.takeOptional('LegalJurisdiction');
  const country = jurisdiction?.slice(0, 2).toLowerCase();
  const authorities = [
    ...entity.takeAll('RegistrationAuthority').map((element) => authorityOf(element, 'Registration')),
    ...registration.takeAll('ValidationAuthority').map((element) => authorityOf(element, 'Validation')),
    ...registration
      .takeAll('OtherValidationAuthorities')
      .flatMap((group) => group.takeAll('OtherValidationAuthority'))
      .map((element) => authorityOf(element, 'Validation')),
  ];
  const identifiers = authorities.flatMap(({ authority, number }) =>
    number === undefined ? [] : [typed(number, authority, country)],
  );
  return [...new Map(identifiers.map((each) => [`${each.type} ${each.value} ${each.note ?? ''}`, each])).values()];
}

function authorityOf(element: StrictElement, role: 'Registration' | 'Validation') {
  const authority = element.takeOptional(`${role}AuthorityID`);
  const other = element.takeOptional(`Other${role}AuthorityID`);
  return { authority: authority ?? other ?? '', number: element.takeOptional(`${role}AuthorityEntityID`) };
}

/** In its normal form where the authority's numbers have one and this has it. */
function typed(value: string, authority: string, country: string | undefined): Identifier {
  const note = authority === '' ? {} : { note: authority };
  const issuer = country === undefined ? {} : { country };
  for (const type of typesByAuthority[authority] ?? []) {
    const { state, normalised } = checkIdentifier({ type, value });
    if (state === 'VALID_UNCONFIRMED' && normalised !== undefined)
      return { type, value: normalised, country: type.slice(0, 2) === 'jp' ? 'jp' : 'gb', ...note };
  }
  return { type: 'registration-number', value, ...issuer, ...note };
}
