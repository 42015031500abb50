// A document, the application it came with and what a register said of the party in, how its fields agree with both out.
import { namePoints } from '../match/compare-names.ts';
import { seatAddresses, type Application, type Party } from '../model/application.ts';
import { daysBetween, type CalendarDate } from '../model/calendar.ts';
import type { ApplicationDocument, DocumentCheck, DocumentField } from '../model/document.ts';
import type { Confirmation, FieldComparison, RegisterFact, RegisterRow } from '../model/register.ts';
import { analyseName } from '../names/analyse-name.ts';
import { compactText, foldText } from '../names/fold.ts';
import { compareClaimedAddress } from './claimed-address.ts';
import { compareCompanyName } from './company-name.ts';
import { compareAge } from './company-status.ts';
import type { ConfirmReference } from './confirm.ts';
import { bareText } from './identifiers/bare-text.ts';
import { checkJpCorporateNumber, isJpCorporateNumber } from './identifiers/jp-corporate-number.ts';

/** What a document is held against. */
export interface DocumentContext {
  readonly application: Application;
  readonly party: Party;
  /** That of the party which has the company, where a register has it. */
  readonly confirmation?: Confirmation;
  readonly today: CalendarDate;
}

/**
 * Name, number, address and day of establishment against the register's company; those, and the representatives, against
 * what the application says. What the document leaves open is left out. Nothing is confirmed by it.
 */
export function checkDocument(
  document: ApplicationDocument,
  { application, party, confirmation, today }: DocumentContext,
  reference: ConfirmReference,
): DocumentCheck {
  const { file, sha256 = '', kind, issuer, issuedOn, fields = {} } = document;
  const fact = confirmation?.fact;
  return {
    party: party.id,
    file,
    sha256,
    kind,
    issuer,
    issuedOn,
    ageDays: daysBetween(issuedOn, today),
    ...(confirmation &&
      fact && {
        register: confirmation.register,
        ...(confirmation.editionId !== undefined && { editionId: confirmation.editionId }),
      }),
    fields: [
      ...(fact ? againstRegister(fields, party, fact, reference) : []),
      ...againstApplication(fields, party, application, reference),
    ],
  };
}

type Stated = NonNullable<ApplicationDocument['fields']>;

function againstRegister(
  { name, number, address, establishedOn }: Stated,
  party: Party,
  { current, history }: RegisterFact,
  reference: ConfirmReference,
): readonly DocumentField[] {
  const fields: DocumentField[] = [];
  const add = (field: Omit<DocumentField, 'against'>) => fields.push({ against: 'register', ...field });
  if (name !== undefined)
    add(beside('name', name, compareCompanyName([name], current, history, reference.names), 'registered'));
  if (number !== undefined) add(numbersCompared(number, [current.number]));
  if (address !== undefined) {
    const seated = { ...party, addresses: [{ full: address, use: 'seat' as const }] };
    const country = current.seat?.country ?? 'jp';
    add(
      beside('address', address, compareClaimedAddress(seated, { current, history }, country, reference), 'registered'),
    );
  }
  if (establishedOn !== undefined)
    add(beside('established', establishedOn, compareAge(establishedOn, current), 'registered'));
  return fields;
}

function againstApplication(
  { name, number, address, establishedOn, representatives }: Stated,
  party: Party,
  { parties }: Application,
  reference: ConfirmReference,
): readonly DocumentField[] {
  const fields: DocumentField[] = [];
  const add = (field: Omit<DocumentField, 'against'>) => fields.push({ against: 'application', ...field });
  const names = party.names.filter(({ kind = 'primary' }) => claimedKinds.includes(kind)).map(({ text }) => text);
  if (name !== undefined)
    add(beside('name', name, compareCompanyName(names, rowOf({ name }), [], reference.names), 'claimed'));
  const numbers = (party.identifiers ?? []).filter(({ type }) => registerNumbers.test(type)).map(({ value }) => value);
  if (number !== undefined && 0 < numbers.length) add(numbersCompared(number, numbers));
  if (address !== undefined && 0 < seatAddresses(party).length) {
    const stated = { current: rowOf({ street: address }), history: [] };
    add(beside('address', address, compareClaimedAddress(party, stated, party.country ?? 'jp', reference), 'claimed'));
  }
  if (establishedOn !== undefined && party.foundedOn !== undefined)
    add({
      field: 'established',
      verdict: establishedOn === party.foundedOn ? 'SAME' : 'DIFFERENT',
      stated: establishedOn,
      other: party.foundedOn,
    });
  if (representatives !== undefined)
    for (const person of parties.filter(({ roles }) => roles.includes('representative')))
      add(representativeOf(person, representatives, reference));
  return fields;
}

const claimedKinds: readonly string[] = ['primary', 'original-script'];
/** Types of identifiers that company registers give. */
const registerNumbers =
  /^(?:jp-corporate-number|jp-registry-number|jp-invoice-number|uk-company-number|registration-number|cn-uscc|kr-corporate-number|lei)$/;

function beside(
  field: DocumentField['field'],
  stated: string,
  { verdict, detail, ...values }: FieldComparison,
  otherIs: 'registered' | 'claimed',
): Omit<DocumentField, 'against'> {
  const other = values[otherIs];
  return {
    field,
    verdict,
    stated,
    ...(other !== undefined && { other }),
    ...(detail !== undefined && { detail }),
  };
}

/** A number without its check digit is that of the certificate (会社法人等番号); with it, the corporate number. */
function numbersCompared(stated: string, others: readonly string[]): Omit<DocumentField, 'against'> {
  const same = others.find((other) => plainNumber(other) === plainNumber(stated));
  return {
    field: 'number',
    verdict: same === undefined ? 'DIFFERENT' : 'SAME',
    stated,
    other: same ?? others.join(', '),
  };
}

function plainNumber(text: string): string {
  const { normalised } = checkJpCorporateNumber(text);
  return normalised !== undefined && isJpCorporateNumber(normalised) ? normalised : bareText(text);
}

/** A representative of the application beside those of the document: the same text, a name that can be the same, or none. */
function representativeOf(
  { names }: Party,
  stated: readonly string[],
  { names: reference }: ConfirmReference,
): Omit<DocumentField, 'against'> {
  const compact = (text: string) => compactText(foldText(text, reference));
  const analysed = (text: string) => analyseName({ text }, reference, 'Person');
  const pairs = names.flatMap(({ text }) => stated.map((other) => ({ text, other })));
  const same = pairs.find(({ text, other }) => compact(text) === compact(other));
  const likely = same ?? pairs.find(({ text, other }) => 0 < namePoints(analysed(text), analysed(other), reference));
  return {
    field: 'representative',
    verdict: same ? 'SAME' : likely ? 'SIMILAR' : 'DIFFERENT',
    stated: likely?.other ?? stated.join(', '),
    other: likely?.text ?? names[0]?.text ?? '',
  };
}

/** What a document says of a company, in the form in which a register's row is compared. */
function rowOf(said: Partial<Pick<RegisterRow, 'name' | 'street'>>): RegisterRow {
  return {
    number: '',
    sequence: 0,
    process: 'stated',
    latest: true,
    updatedOn: '',
    changedOn: '',
    name: '',
    nameIsSubstitute: false,
    kind: 'not-stated',
    addressIsSubstitute: false,
    excludedFromSearch: false,
    ...said,
  };
}
