// A row of the Denied Persons List in, its Entity out.
import { entityOf, type Address, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import type { IdentifyingContent } from '../content-ids.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { parseUsDate } from '../us-dates.ts';
import { isUsState } from '../us-states.ts';

type Where = FieldOfList & { readonly record: string };

/**
 * The list has no numbers: an entry is known by its name and address. The day of the order tells apart only what would be
 * the same, as renewals of a temporary order move that day.
 */
export function identifyingContent(row: StrictRecord): IdentifyingContent {
  const of = (columns: readonly string[]) => columns.map((column) => row.takeOptional(column));
  return {
    lasting: of(['Name', 'Street_Address', 'City', 'Country']),
    telling: of(['State', 'Postal_Code', 'Effective_Date', 'FR_Citation']),
  };
}

/**
 * @throws Problem `list.missing-field`, `list.unknown-column`, or `list.unknown-value` for a standard order that is neither
 *   Y nor N.
 */
export function mapRow(
  row: StrictRecord,
  recordId: string,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const written = row.take('Name').replace(/\s+/g, ' ');
  const street = row.takeOptional('Street_Address');
  const city = row.takeOptional('City');
  const state = row.takeOptional('State');
  const countryCode = row.takeOptional('Country');
  const postalCode = row.takeOptional('Postal_Code');
  const where: Where = { ...row.where, field: 'Country', record: recordId };
  const remarks: string[] = [];
  const dayIn = (column: string, label: string): string | undefined => {
    const text = row.takeOptional(column);
    const day = text === undefined ? undefined : parseUsDate(text);
    if (text === undefined || day !== undefined) return day;
    reader.reading.report('list.date', { ...where, field: column, value: text });
    remarks.push(`${label}: ${text}`);
    return undefined;
  };
  const listedOn = dayIn('Effective_Date', 'Effective date');
  const delistedOn = dayIn('Expiration_Date', 'Expiration date');
  const updatedOn = dayIn('Last_Update', 'Last update');
  const isStandard = lookUp(standardOrders, row.take('Standard_Order'), { ...where, field: 'Standard_Order' });
  remarks.push(isStandard ? 'Standard order' : 'Order other than the standard order');
  const action = row.takeOptional('Action');
  if (action !== undefined) remarks.push(`Action: ${action}`);
  remarks.push(`Federal Register: ${row.take('FR_Citation').replace(/\s+/g, ' ')}`);
  row.done();

  const country = countryOf(state, countryCode, where, reader);
  const address = addressOf({ street, city, state, postalCode, countryCode }, country);
  return entityOf({
    source: description.id,
    recordId,
    schema: 'LegalEntity',
    names: namesIn(written),
    countries: country === undefined ? [] : [country],
    addresses: address === undefined ? [] : [address],
    topics: description.topics,
    effects: description.effects,
    legalStatus: [
      {
        status: 'DEBARRED',
        authority: description.publisher,
        country: 'us',
        reportedBy: description.id,
        ...(listedOn !== undefined && { date: listedOn }),
      },
    ],
    remarks,
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(delistedOn !== undefined && { delistedOn }),
    sourceUrl: description.officialPage,
  });
}

const standardOrders = { Y: true, N: false };

/** `PEARL (A.K.A. NEI-CHIEN CHU) LI`: the name without the brackets, and what they hold. */
function namesIn(written: string): EntityName[] {
  const [, before = '', alias, after = ''] = /^(.*?)\s*\((?:A\.?K\.?A\.?)\s+([^()]+)\)\s*(.*)$/i.exec(written) ?? [];
  const names: EntityName[] = [{ text: written, kind: 'primary' }];
  if (alias !== undefined)
    names.push({ text: `${before} ${after}`.trim(), kind: 'alias' }, { text: alias.trim(), kind: 'alias' });
  return names;
}

/** The country is often empty for addresses in the United States, and a few times stands in the column of the state. */
function countryOf(
  state: string | undefined,
  countryCode: string | undefined,
  where: Where,
  reader: CountryReader,
): string | undefined {
  const written = countryCode ?? state;
  if (isUsState(written) && (countryCode === undefined || reader.territories.codeOf(countryCode) === undefined))
    return 'us';
  return countryIn(written, 'Country', where, reader);
}

interface AddressParts {
  readonly street: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly countryCode: string | undefined;
}

function addressOf(
  { street, city, state, postalCode, countryCode }: AddressParts,
  country: string | undefined,
): Address | undefined {
  const full = [street, city, state, postalCode, countryCode].filter((part) => part !== undefined).join(', ');
  if (full === '') return undefined;
  const isRegion = state !== undefined && !(countryCode === undefined && !isUsState(state));
  return {
    full,
    ...(street !== undefined && { street }),
    ...(city !== undefined && { city }),
    ...(isRegion && { region: state }),
    ...(postalCode !== undefined && { postalCode }),
    ...(country !== undefined && { country }),
  };
}
