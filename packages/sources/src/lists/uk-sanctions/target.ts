// One target as either layout of the list gives it in, what the list says of it in the words of the model out.
import type { EntityLink, NameKind, Schema } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { distinct } from '../distinct.ts';
import type { UkAddress, UkDesignation, UkDocument, UkName, UkNonLatinName } from '../uk-designation.ts';
import type { Measure } from './measures.ts';

/** Texts as the list writes them, one value each; in the table's layout the same comes as often as there are rows. */
export interface ListedTarget {
  readonly uniqueId: string;
  readonly where: FileOfList & { readonly line: number };
  /** Individual, Entity or Ship. */
  readonly type: string;
  readonly ofsiGroupIds: readonly string[];
  readonly unReferences: readonly string[];
  readonly names: readonly UkName[];
  readonly nonLatinNames: readonly UkNonLatinName[];
  readonly titles: readonly string[];
  readonly regimes: readonly string[];
  readonly designationSources: readonly string[];
  readonly measures: readonly Measure[];
  readonly otherInformation: readonly string[];
  readonly reasons: readonly string[];
  readonly addresses: readonly UkAddress[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly emails: readonly string[];
  readonly designatedOn: readonly string[];
  readonly updatedOn: readonly string[];
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly nationalities: readonly string[];
  readonly nationalIds: readonly UkDocument[];
  readonly passports: readonly UkDocument[];
  readonly positions: readonly string[];
  readonly genders: readonly string[];
  readonly entityTypes: readonly string[];
  readonly subsidiaries: readonly string[];
  readonly parents: readonly string[];
  readonly registrationNumbers: readonly string[];
  readonly imoNumbers: readonly string[];
  readonly owners: readonly string[];
  readonly formerOwners: readonly string[];
  readonly flags: readonly string[];
  readonly formerFlags: readonly string[];
  readonly shipTypes: readonly string[];
  readonly tonnages: readonly string[];
  readonly lengths: readonly string[];
  readonly yearsBuilt: readonly string[];
  readonly hullNumbers: readonly string[];
}

const schemaByType: Readonly<Record<string, Schema>> = {
  individual: 'Person',
  entity: 'Organization',
  ship: 'Vessel',
};

/** A variation is another spelling of the primary name. Small and capital letters differ from entry to entry. */
const kindByNameType: Readonly<Record<string, NameKind>> = {
  'primary name': 'primary',
  'primary name variation': 'alias',
  alias: 'alias',
};

const strengths: Readonly<Record<string, 'good' | 'low'>> = {
  'good quality': 'good',
  'good quality aka': 'good',
  'low quality': 'low',
  'low quality aka': 'low',
};

/** Who designated: the United Kingdom itself, or the Security Council, whose designations it takes over. */
const authorityBySource: Readonly<Record<string, { readonly authority: string; readonly country?: string }>> = {
  UK: { authority: 'Foreign, Commonwealth & Development Office', country: 'gb' },
  UN: { authority: 'United Nations Security Council' },
};

type Where = ListedTarget['where'];

/** @throws Problem `list.unknown-value` for a name type or alias strength outside the vocabulary. */
export function nameOf(
  given: readonly (string | undefined)[],
  name6: string | undefined,
  nameType: string,
  strength: string | undefined,
  where: Where,
): UkName {
  const kind = lookUp(kindByNameType, nameType.toLowerCase(), { ...where, field: 'Name type' });
  const quality =
    strength === undefined
      ? undefined
      : lookUp(strengths, strength.toLowerCase().replaceAll('.', ''), { ...where, field: 'Alias strength' });
  return {
    given: given.filter((part) => part !== undefined),
    ...(name6 !== undefined && { name6 }),
    kind: kind === 'alias' && quality === 'low' ? 'weak' : kind,
  };
}

/** @throws Problem `list.unknown-value` for a designation type or source outside the vocabulary. */
export function designationOf(target: ListedTarget, description: CheckedDescription): UkDesignation {
  const where = { ...target.where, record: target.uniqueId };
  const reference = (note: string) => (value: string) => ({ type: 'other' as const, value, note });
  return {
    recordId: target.uniqueId,
    where: target.where,
    schema: lookUp(schemaByType, target.type.toLowerCase(), { ...where, field: 'Designation Type' }),
    names: target.names.filter(({ given, name6 }) => given.length > 0 || name6 !== undefined),
    nonLatinNames: target.nonLatinNames,
    birthDates: distinct(target.birthDates),
    birthPlaces: target.birthPlaces,
    genders: distinct(target.genders),
    nationalities: distinct(target.nationalities),
    passports: target.passports,
    nationalIds: target.nationalIds,
    positions: target.positions,
    addresses: target.addresses,
    emails: target.emails,
    phones: target.phones,
    websites: target.websites,
    references: [
      ...target.unReferences.map(reference('UN reference number')),
      ...target.ofsiGroupIds.map(reference('OFSI Group ID')),
      ...target.hullNumbers.map(reference('hull identification number')),
    ] satisfies Identifier[],
    registrationNumbers: distinct(target.registrationNumbers),
    imoNumbers: target.imoNumbers,
    flags: distinct(target.flags),
    links: [
      ...target.parents.map(linkAs('owned-by', 'parent company')),
      ...target.subsidiaries.map(linkAs('owner-of', 'subsidiary')),
      ...target.owners.map(linkAs('owned-by', 'current owner or operator')),
      ...target.formerOwners.map(linkAs('linked-to', 'previous owner or operator')),
    ],
    remarks: distinct([
      ...target.titles.map((text) => `Title: ${text}`),
      ...target.otherInformation.map(onOneLine),
      ...target.reasons.map((text) => `UK Statement of Reasons: ${onOneLine(text)}`),
      ...target.measures.map(({ name }) => `Sanctions imposed: ${name}`),
      ...target.entityTypes.map((text) => `Type of entity: ${text}`),
      ...target.formerFlags.map((text) => `Previous flag: ${text}`),
      ...target.shipTypes.map((text) => `Type of ship: ${text}`),
      ...target.tonnages.map((text) => `Tonnage of ship: ${text}`),
      ...target.lengths.map((text) => `Length of ship: ${text}`),
      ...target.yearsBuilt.map((text) => `Year built: ${text}`),
    ]),
    programmes: target.regimes,
    effects: target.measures.flatMap(({ effects }) => effects),
    designations: designations(),
    listedOn: distinct(target.designatedOn),
    updatedOn: distinct(target.updatedOn),
  };

  function designations(): UkDesignation['designations'] {
    const sources = distinct(target.designationSources);
    const authorities =
      sources.length === 0
        ? [{ authority: description.publisher, country: 'gb' }]
        : sources.map((source) => lookUp(authorityBySource, source, { ...where, field: 'Designation source' }));
    const dates = distinct(target.designatedOn);
    return authorities.flatMap((authority) =>
      dates.length === 0 ? [authority] : dates.map((date) => ({ ...authority, date })),
    );
  }
}

/** Line ends and indents within a text are the layout's. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function linkAs(kind: EntityLink['kind'], detail: string): (toName: string) => EntityLink {
  return (toName) => ({ kind, toName, detail });
}
