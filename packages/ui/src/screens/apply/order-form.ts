// What somebody filled into the form in, the application that it makes out; empty fields are left out, never sent as empty.
import type { Application, Party, Role } from '@sekisho/engine/model/application.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';

export const partRoles = [
  'contact',
  'representative',
  'beneficial-owner',
  'instructing-person',
  'payer',
  'intermediate-consignee',
  'end-user',
  'related-person',
] as const satisfies readonly Role[];

export const partySchemata = [
  'Company',
  'Person',
  'Organization',
  'PublicBody',
] as const satisfies readonly Party['schema'][];

/** Questions every buyer is asked (`data/questionnaires/basic.yml`). */
export const askedQuestions = [
  'instructed-by',
  'end-use',
  'resale',
  'owners',
  'foreign-instruction',
  'employees',
] as const;

export interface PartyFields {
  readonly schema: Party['schema'];
  readonly role: Role;
  readonly name: string;
  readonly otherName: string;
  readonly number: string;
  readonly address: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly sector: string;
}

export interface OrderFields {
  readonly id: string;
  readonly policy: string;
  readonly receivedOn: string;
  readonly product: string;
  readonly quantity: string;
  readonly parties: readonly PartyFields[];
  readonly answers: Readonly<Record<string, string>>;
  readonly payerName: string;
  readonly deliveryCountry: string;
  readonly deliveryAddress: string;
}

export function emptyParty(role: Role, schema: Party['schema']): PartyFields {
  return {
    schema,
    role,
    name: '',
    otherName: '',
    number: '',
    address: '',
    country: '',
    email: '',
    phone: '',
    birthDate: '',
    sector: '',
  };
}

export function emptyOrder(id: string, receivedOn: string): OrderFields {
  return {
    id,
    policy: '',
    receivedOn,
    product: '',
    quantity: '1',
    parties: [{ ...emptyParty('buyer', 'Company'), country: 'jp' }],
    answers: {},
    payerName: '',
    deliveryCountry: 'jp',
    deliveryAddress: '',
  };
}

/** The kind of number that a company of the country has; another one states its country. */
export function numberTypeOf(country: string): IdentifierType {
  return (
    ({ jp: 'jp-corporate-number', gb: 'uk-company-number', cn: 'cn-uscc', kr: 'kr-business-number' } as const)[
      country
    ] ?? 'registration-number'
  );
}

export function applicationOf(order: OrderFields): Application {
  const answers = askedQuestions.flatMap((question) => {
    const answer = order.answers[question]?.trim() ?? '';
    return answer === '' ? [] : [{ question, answer }];
  });
  const quantity = Number(order.quantity);
  const delivery = given({ country: order.deliveryCountry, address: order.deliveryAddress });
  const product = order.product.trim();
  return {
    id: order.id.trim(),
    policy: order.policy,
    receivedOn: order.receivedOn,
    product: { id: idOf(product), name: product, ...(Number.isInteger(quantity) && 0 < quantity && { quantity }) },
    parties: order.parties.map(partyOf),
    ...(0 < answers.length && { answers }),
    ...(order.payerName.trim() !== '' && { payment: { payerName: order.payerName.trim() } }),
    ...(0 < Object.keys(delivery).length && { delivery }),
  };
}

function partyOf(fields: PartyFields, place: number): Party {
  const { schema, role, name, otherName, number, address, country, email, phone, birthDate, sector } = trimmed(fields);
  return {
    id: place === 0 ? 'buyer' : `p${place}`,
    roles: [role],
    schema,
    names: [{ text: name }, ...(otherName === '' ? [] : [{ text: otherName }])],
    ...(number !== '' && schema !== 'Person' && { identifiers: [numberOf(number, country)] }),
    ...(address !== '' && {
      addresses: [{ full: address, ...(country !== '' && { country }), use: schema === 'Person' ? 'home' : 'seat' }],
    }),
    ...(email !== '' && { emails: [email] }),
    ...(phone !== '' && { phones: [phone] }),
    ...(birthDate !== '' && schema === 'Person' && { birthDate }),
    ...(country !== '' && { country }),
    ...(sector !== '' && { sector }),
  };
}

function numberOf(value: string, country: string): NonNullable<Party['identifiers']>[number] {
  const type = numberTypeOf(country);
  return { type, value, ...(type === 'registration-number' && country !== '' && { country }) };
}

function trimmed(fields: PartyFields): PartyFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, string]) => [name, value.trim()]),
  ) as unknown as PartyFields;
}

function given<T extends Readonly<Record<string, string>>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')) as Partial<T>;
}

/** The seller's catalogue names products by a short word; the form asks for their name alone. */
function idOf(product: string): string {
  const word = product
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return word === '' ? product : word;
}

/** The same for the same order, so that one that is sent again is one order; another as soon as anything in it is changed (FNV-1a, 64 bits). */
export function contentKey(order: OrderFields): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(order)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `order ${hash.toString(16).padStart(16, '0')}`;
}
