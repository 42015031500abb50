// An application: a buyer's request for a product, parsed once at the edge. Unknown fields are refused by name.
import Type from 'typebox';
import { parseDateRange } from './calendar.ts';
import { DocumentShape, MAX_DOCUMENTS } from './document.ts';
import { identifierTypes } from './identifier.ts';
import { nameKinds } from './entity.ts';
import { Problem } from './problem.ts';
import { parseShape } from './shape.ts';

export const roles = [
  'buyer',
  'representative',
  'contact',
  'beneficial-owner',
  'instructing-person',
  'payer',
  'intermediate-consignee',
  'end-user',
  'related-person', // family, employers, bodies: named because of a link, with no part of their own in the order
] as const;
export type Role = (typeof roles)[number];

export const partyLinkKinds = [
  'instructs',
  'spouse-of',
  'relative-of',
  'associate-of',
  'member-of',
  'employed-by',
  'director-of',
  'owns',
  'represents',
  'pays-for',
] as const;

/** What a party can be. LegalEntity: a person or an organisation, the form does not say which. */
const partySchemata = ['Person', 'Company', 'Organization', 'PublicBody', 'LegalEntity'] as const;

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const day = Type.String({ format: 'calendar-date' });
const country = Type.String({ pattern: '^[a-z]{2}$' });
const closed = { additionalProperties: false };

const PartyNameShape = Type.Object(
  {
    text: text(1000),
    kind: Type.Optional(word(nameKinds)),
    /** BCP 47. */
    language: Type.Optional(text(35)),
  },
  closed,
);

const PartyShape = Type.Object(
  {
    /** The party's name within the application: `buyer`, `p1`. */
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
    roles: Type.Array(word(roles), { minItems: 1, maxItems: roles.length, uniqueItems: true }),
    schema: word(partySchemata),
    names: Type.Array(PartyNameShape, { minItems: 1, maxItems: 50 }),
    identifiers: Type.Optional(
      Type.Array(
        Type.Object({ type: word(identifierTypes), value: text(200), country: Type.Optional(country) }, closed),
        { maxItems: 50 },
      ),
    ),
    addresses: Type.Optional(
      Type.Array(
        Type.Object(
          {
            full: text(1000),
            postalCode: Type.Optional(text(20)),
            country: Type.Optional(country),
            /** What the address is to the party. */
            use: Type.Optional(word(['seat', 'office', 'home', 'delivery', 'billing', 'installation'] as const)),
          },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
    emails: Type.Optional(
      Type.Array(Type.String({ maxLength: 320, pattern: '^[^@\\s]+@[^@\\s]+$' }), { maxItems: 20 }),
    ),
    phones: Type.Optional(Type.Array(text(50), { maxItems: 20 })),
    websites: Type.Optional(Type.Array(text(2000), { maxItems: 20 })),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
    birthDate: Type.Optional(Type.String({ format: 'partial-date' })),
    gender: Type.Optional(word(['male', 'female'] as const)),
    nationalities: Type.Optional(Type.Array(country, { maxItems: 10 })),
    /** Where the party says it lives or is registered. */
    country: Type.Optional(country),
    /** The business the company says it is in. */
    sector: Type.Optional(text(500)),
    foundedOn: Type.Optional(day),
  },
  closed,
);

const PartyLinkShape = Type.Object(
  {
    from: text(64),
    kind: word(partyLinkKinds),
    to: text(64),
    /** Percent, 0 to 100; with `owns`. */
    share: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    since: Type.Optional(day),
    until: Type.Optional(day),
    /** Who says so, when it is not the applicant. */
    statedBy: Type.Optional(text(500)),
  },
  closed,
);

export const ApplicationShape = Type.Object(
  {
    /** The seller's reference; one application keeps it through every correction. */
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' }),
    /** The policy to vet under: `jp-only-edition`. */
    policy: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
    receivedOn: day,
    product: Type.Object(
      {
        id: text(200),
        name: Type.Optional(text(500)),
        quantity: Type.Optional(Type.Integer({ minimum: 1 })),
        value: Type.Optional(
          Type.Object(
            { amount: Type.Number({ minimum: 0 }), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
            closed,
          ),
        ),
      },
      closed,
    ),
    parties: Type.Array(PartyShape, { minItems: 1, maxItems: 200 }),
    links: Type.Optional(Type.Array(PartyLinkShape, { maxItems: 1000 })),
    answers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            /** Of `data/questionnaires`: `instructed-by`, `end-use`, `resale`. */
            question: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
            answer: text(10_000),
            /** Who gave it, when it is not the applicant on the form. */
            by: Type.Optional(text(500)),
            on: Type.Optional(day),
            /** What it rests on: the SHA-256 of a document, a page, a talk. */
            evidence: Type.Optional(text(2000)),
          },
          closed,
        ),
        { maxItems: 200 },
      ),
    ),
    /** Certificates and the like, each a file beside the application. */
    documents: Type.Optional(Type.Array(DocumentShape, { maxItems: MAX_DOCUMENTS })),
    payment: Type.Optional(
      Type.Object(
        {
          /** As it stands on the transfer or the card. */
          payerName: Type.Optional(text(1000)),
          method: Type.Optional(word(['bank-transfer', 'card', 'invoice', 'cash', 'crypto', 'other'] as const)),
          country: Type.Optional(country),
          prepaidInFull: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
    delivery: Type.Optional(
      Type.Object(
        {
          method: Type.Optional(word(['download', 'shipment', 'provisioning'] as const)),
          address: Type.Optional(text(1000)),
          country: Type.Optional(country),
          /** The party that receives it. */
          recipient: Type.Optional(text(64)),
        },
        closed,
      ),
    ),
    network: Type.Optional(
      Type.Object(
        {
          ipAddress: Type.Optional(text(45)),
          country: Type.Optional(country),
          /** What the address is of, as a service that knows networks says. */
          kind: Type.Optional(word(['access', 'company', 'hosting', 'vpn', 'tor'] as const)),
          deviceId: Type.Optional(text(200)),
          userAgent: Type.Optional(text(1000)),
        },
        closed,
      ),
    ),
  },
  closed,
);

export type Application = Type.Static<typeof ApplicationShape>;
export type Party = Application['parties'][number];
export type PartyAddress = NonNullable<Party['addresses']>[number];
export type PartyLink = NonNullable<Application['links']>[number];
export type ApplicationAnswer = NonNullable<Application['answers']>[number];

/** Asked, and not answered: an answer that is a value, and never one that a policy is content with. */
export const NO_ANSWER = 'NO_ANSWER';

/** What was answered to a question, as it was given; undefined without an answer. */
export function answerOf({ answers = [] }: Pick<Application, 'answers'>, question: string): string | undefined {
  const given = answers
    .find((answer) => answer.question === question)
    ?.answer.normalize('NFKC')
    .trim();
  return given === '' || given === NO_ANSWER ? undefined : given;
}

/** Of registers of organisations: a natural person has none. */
const numbersOfOrganisations: readonly string[] = [
  'jp-corporate-number',
  'jp-registry-number',
  'lei',
  'duns',
  'swift-bic',
];

/** Links by which a party takes part in the order. */
const partLinkKinds: readonly string[] = ['owns', 'represents', 'pays-for', 'instructs'];

/**
 * The application in `value`.
 * @throws Problem `application.invalid`, with the field as a JSON pointer and the reason: an unknown field, a wrong type,
 *   a word outside a vocabulary, two parties of one id, a link to nobody, a question answered twice, no buyer or more
 *   than one.
 */
export function parseApplication(value: unknown): Application {
  const application = parseShape(ApplicationShape, value, 'application.invalid');
  const ids = application.parties.map(({ id }) => id);
  const fail = (field: string, reason: string): never => {
    throw new Problem('application.invalid', { field, reason });
  };
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) fail(`/parties/${index}/id`, 'is the id of another party too');
  });
  application.parties.forEach(({ schema, identifiers = [] }, index) => {
    const place = identifiers.findIndex(({ type }) => numbersOfOrganisations.includes(type));
    if (schema === 'Person' && 0 <= place)
      fail(`/parties/${index}/identifiers/${place}/type`, 'is a number of organisations, and the party is a Person');
  });
  application.parties.forEach(({ id, roles: held }, index) => {
    if (held.some((role) => role !== 'related-person')) return;
    const takes = application.links?.some(({ from, kind }) => from === id && partLinkKinds.includes(kind)) ?? false;
    if (takes || application.delivery?.recipient === id)
      fail(
        `/parties/${index}/roles`,
        'names no part in the order, though the party owns, represents, pays or receives',
      );
  });
  application.parties.forEach(({ birthDate }, index) => {
    const born = birthDate === undefined ? undefined : parseDateRange(birthDate);
    if (born && application.receivedOn < born.earliest)
      fail(`/parties/${index}/birthDate`, `lies after the day the application was received, ${application.receivedOn}`);
  });
  const buyers = application.parties.filter((party) => party.roles.includes('buyer'));
  if (buyers.length !== 1) fail('/parties', `has ${buyers.length} buyers; exactly one party buys`);
  application.links?.forEach(({ from, to, kind, share }, index) => {
    for (const [end, id] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!ids.includes(id)) fail(`/links/${index}/${end}`, `names "${id}", which is no party's id`);
    if (from === to) fail(`/links/${index}/to`, 'joins a party with itself');
    if (share !== undefined && kind !== 'owns') fail(`/links/${index}/share`, 'is given for a link that is not "owns"');
  });
  application.documents?.forEach(({ party }, index) => {
    if (party !== undefined && !ids.includes(party))
      fail(`/documents/${index}/party`, `names "${party}", which is no party's id`);
  });
  const questions = application.answers?.map(({ question }) => question) ?? [];
  questions.forEach((question, index) => {
    if (questions.indexOf(question) !== index) fail(`/answers/${index}/question`, 'is answered already');
  });
  const recipient = application.delivery?.recipient;
  if (recipient !== undefined && !ids.includes(recipient))
    fail('/delivery/recipient', `names "${recipient}", which is no party's id`);
  return application;
}

/** The one party that buys. */
export function buyerOf(application: Application): Party {
  const buyer = application.parties.find((party) => party.roles.includes('buyer'));
  if (!buyer) throw new Problem('application.invalid', { field: '/parties', reason: 'no party is the buyer' });
  return buyer;
}

/** The countries the party says it is in: its own and those of its addresses. Never a nationality. */
export function claimedCountries(party: Party): readonly string[] {
  const countries = [party.country, ...(party.addresses ?? []).map((address) => address.country)];
  return [...new Set(countries.filter((country) => country !== undefined))];
}

/** True when the party has a part of its own in the order; a party that is a `related-person` alone is named by hearsay. */
export function takesPart({ roles: played }: Party): boolean {
  return played.some((role) => role !== 'related-person');
}

/**
 * Whether the company register of a country is asked about the party: an organisation that claims the country, with an
 * address or a number of that country too; and one that takes part and claims no country, which can be of any.
 */
export function belongsInRegister(party: Party, country: string): boolean {
  if (party.schema === 'Person') return false;
  const countries = claimedCountries(party);
  if (countries.includes(country) || hasNumberOf(party, country)) return true;
  return countries.length === 0 && takesPart(party);
}

function hasNumberOf({ identifiers = [] }: Party, country: string): boolean {
  return identifiers.some(
    ({ type, country: issuer }) =>
      type.startsWith(`${country}-`) || (type === 'registration-number' && issuer === country),
  );
}

/**
 * The addresses that are claimed as a seat: what is called one; where nothing is, addresses of no stated use, then
 * offices. Where bills or goods go to, or somebody lives, is no seat.
 */
export function seatAddresses({ addresses = [] }: Party): readonly PartyAddress[] {
  const used = (use: PartyAddress['use']) => addresses.filter((address) => address.use === use);
  return [used('seat'), used(undefined), used('office')].find(({ length }) => 0 < length) ?? [];
}
