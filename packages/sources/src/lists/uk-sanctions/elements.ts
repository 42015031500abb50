// A Designation element of the list's XML in, the target it is about out.
import type { StrictElement } from '../../readers/strict-element.ts';
import type { UkDocument } from '../uk-designation.ts';
import { measureIndicators, measureOfIndicator, measuresIn, type Measure } from './measures.ts';
import { nameOf, type ListedTarget } from './target.ts';

/**
 * @throws Problem `list.unknown-column` for an element nobody knows, `list.unknown-value` for a word outside the vocabulary,
 *   `list.missing-field`, `list.duplicate-record` for an element that comes twice where one is meant.
 */
export function targetOfElement(designation: StrictElement): ListedTarget {
  const { where } = designation;
  const single = (name: string) => designation.takeTexts(name);
  const person = designation.takeAll('IndividualDetails').flatMap((details) => details.takeAll('Individual'));
  const body = designation.takeAll('EntityDetails').flatMap((details) => details.takeAll('Entity'));
  const ship = designation.takeAll('ShipDetails').flatMap((details) => details.takeAll('Ship'));
  const target: ListedTarget = {
    uniqueId: designation.take('UniqueID'),
    where,
    type: designation.take('IndividualEntityShip'),
    ofsiGroupIds: single('OFSIGroupID'),
    unReferences: single('UNReferenceNumber'),
    names: children([designation], 'Names', 'Name').map((name) =>
      nameOf(
        [1, 2, 3, 4, 5].map((number) => name.takeOptional(`Name${number}`)),
        name.takeOptional('Name6'),
        name.take('NameType'),
        name.takeOptional('AliasStrength'),
        name.where,
      ),
    ),
    nonLatinNames: children([designation], 'NonLatinNames', 'NonLatinName').flatMap((name) => {
      const text = name.takeOptional('NameNonLatinScript');
      const script = name.takeOptional('NonLatinScriptType');
      const language = name.takeOptional('NonLatinScriptLanguage');
      return text === undefined
        ? []
        : [{ text, ...(script !== undefined && { script }), ...(language !== undefined && { language }) }];
    }),
    titles: texts([designation], 'Titles', 'Title'),
    regimes: single('RegimeName'),
    designationSources: single('DesignationSource'),
    measures: measuresOf(designation),
    otherInformation: single('OtherInformation'),
    reasons: single('UKStatementofReasons'),
    addresses: children([designation], 'Addresses', 'Address').map((address) => {
      const lines = [1, 2, 3, 4, 5, 6].map((number) => address.takeOptional(`AddressLine${number}`));
      const postalCode = address.takeOptional('AddressPostalCode');
      const country = address.takeOptional('AddressCountry');
      return {
        lines: lines.filter((line) => line !== undefined),
        ...(postalCode !== undefined && { postalCode }),
        ...(country !== undefined && { country }),
      };
    }),
    phones: texts([designation], 'PhoneNumbers', 'PhoneNumber'),
    websites: texts([designation], 'Websites', 'Website'),
    emails: texts([designation], 'EmailAddresses', 'EmailAddress'),
    designatedOn: single('DateDesignated'),
    updatedOn: single('LastUpdated'),
    birthDates: texts(person, 'DOBs', 'DOB'),
    birthPlaces: children(person, 'BirthDetails', 'Location')
      .map((place) => [place.takeOptional('TownOfBirth'), place.takeOptional('CountryOfBirth')])
      .map((place) => place.filter((part) => part !== undefined).join(', '))
      .filter((place) => place !== ''),
    nationalities: texts(person, 'Nationalities', 'Nationality'),
    nationalIds: documents(person, 'NationalIdentifier'),
    passports: documents(person, 'Passport'),
    positions: texts(person, 'Positions', 'Position'),
    genders: texts(person, 'Genders', 'Gender'),
    entityTypes: texts(body, 'TypeOfEntities', 'TypeOfEntity'),
    subsidiaries: texts(body, 'Subsidiaries', 'Subsidiary'),
    parents: texts(body, 'ParentCompanies', 'ParentCompany'),
    registrationNumbers: texts(body, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber'),
    imoNumbers: texts(ship, 'IMONumbers', 'IMONumber'),
    owners: texts(ship, 'CurrentOwnerOperators', 'CurrentOwnerOperator'),
    formerOwners: texts(ship, 'PreviousOwnerOperators', 'PreviousOwnerOperator'),
    flags: texts(ship, 'CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip'),
    formerFlags: texts(ship, 'PreviousFlags', 'PreviousFlag'),
    shipTypes: texts(ship, 'TypeOfShipDetails', 'TypeOfShip'),
    tonnages: texts(ship, 'TonnageOfShipDetails', 'TonnageOfShip'),
    lengths: texts(ship, 'LengthOfShipDetails', 'LengthOfShip'),
    yearsBuilt: texts(ship, 'YearsBuilt', 'YearBuilt'),
    hullNumbers: texts(ship, 'HullIdentificationNumbers', 'HullIdentificationNumber'),
  };
  designation.done();
  return target;
}

/** The items of a list element: `Names/Name`. */
function children(parents: readonly StrictElement[], list: string, item: string): StrictElement[] {
  return parents.flatMap((parent) => parent.takeAll(list)).flatMap((element) => element.takeAll(item));
}

function texts(parents: readonly StrictElement[], list: string, item: string): string[] {
  return parents.flatMap((parent) => parent.takeAll(list)).flatMap((element) => element.takeTexts(item));
}

/** `PassportDetails/Passport/PassportNumber` and `PassportAdditionalInformation`. */
function documents(parents: readonly StrictElement[], name: string): UkDocument[] {
  return children(parents, `${name}Details`, name).map((document) => {
    const number = document.takeOptional(`${name}Number`);
    const details = document.takeOptional(`${name}AdditionalInformation`);
    return { ...(number !== undefined && { number }), ...(details !== undefined && { details }) };
  });
}

/** The measures stand in one text and again as elements that say true or false. */
function measuresOf(designation: StrictElement): Measure[] {
  const written = measuresIn(designation.takeOptional('SanctionsImposed') ?? '', {
    ...designation.where,
    field: 'SanctionsImposed',
  });
  const indicated = designation
    .takeAll('SanctionsImposedIndicators')
    .flatMap((indicators) =>
      measureIndicators().flatMap((name) =>
        indicators.takeTexts(name).flatMap((value) => (isTrue(value) ? [measureOfIndicator(name)] : [])),
      ),
    );
  return [...written, ...indicated];
}

function isTrue(value: string): boolean {
  return /^(?:true|1)$/i.test(value);
}
