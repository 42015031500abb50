// What the expressions of a policy can name: the parts of the evidence with their fields, as CEL types.
import type { Application, Party, PartyLink } from '../model/application.ts';
import type { DateRange } from '../model/calendar.ts';
import type { ApplicationDocument, DocumentCheck, DocumentField } from '../model/document.ts';
import type { SourceState } from '../model/edition.ts';
import type { Address, Entity, EntityLink, EntityName } from '../model/entity.ts';
import type { Contribution, Gap, Hit, Hop, NamePair, Path, Signal } from '../model/evidence.ts';
import type { Identifier, IdentifierCheck } from '../model/identifier.ts';
import type { LegalStatusClaim } from '../model/legal-status.ts';
import type { RuleSubject } from '../model/policy.ts';
import type {
  Confirmation,
  FieldComparison,
  LookAlikeCompany,
  RegisterFact,
  RegisterJoin,
  RegisterName,
  RegisterRelation,
  RegisterRow,
} from '../model/register.ts';

/** The fields of every noun, each with its CEL type; numbers are doubles. The compiler holds them against the model. */
export const nounFields = {
  Application: {
    id: 'string',
    policy: 'string',
    receivedOn: 'string',
    product: 'Product',
    parties: 'list<Party>',
    links: 'list<PartyLink>',
    answers: 'list<Answer>',
    documents: 'list<ApplicationDocument>',
    payment: 'Payment',
    delivery: 'Delivery',
    network: 'Network',
  },
  Product: { id: 'string', name: 'string', quantity: 'double', value: 'Money' },
  Money: { amount: 'double', currency: 'string' },
  Party: {
    id: 'string',
    roles: 'list<string>',
    schema: 'string',
    names: 'list<PartyName>',
    identifiers: 'list<PartyIdentifier>',
    addresses: 'list<PartyAddress>',
    emails: 'list<string>',
    phones: 'list<string>',
    websites: 'list<string>',
    birthDate: 'string',
    gender: 'string',
    nationalities: 'list<string>',
    country: 'string',
    sector: 'string',
    foundedOn: 'string',
  },
  PartyName: { text: 'string', kind: 'string', language: 'string' },
  PartyIdentifier: { type: 'string', value: 'string', country: 'string' },
  PartyAddress: { full: 'string', postalCode: 'string', country: 'string', use: 'string' },
  PartyLink: {
    from: 'string',
    kind: 'string',
    to: 'string',
    share: 'double',
    since: 'string',
    until: 'string',
    statedBy: 'string',
  },
  Answer: { question: 'string', answer: 'string', by: 'string', on: 'string', evidence: 'string' },
  ApplicationDocument: {
    file: 'string',
    sha256: 'string',
    bytes: 'double',
    party: 'string',
    kind: 'string',
    issuer: 'string',
    issuedOn: 'string',
    certificateNo: 'string',
    statedBy: 'string',
    fields: 'DocumentFields',
  },
  DocumentFields: {
    name: 'string',
    number: 'string',
    address: 'string',
    representatives: 'list<string>',
    purposes: 'list<string>',
    capital: 'Money',
    establishedOn: 'string',
  },
  Payment: { payerName: 'string', method: 'string', country: 'string', prepaidInFull: 'bool' },
  Delivery: { method: 'string', address: 'string', country: 'string', recipient: 'string' },
  Network: { ipAddress: 'string', country: 'string', kind: 'string', deviceId: 'string', userAgent: 'string' },
  SourceState: {
    source: 'string',
    kind: 'string',
    state: 'string',
    editionId: 'string',
    publishedOn: 'string',
    confirmedCurrentOn: 'string',
    ageDays: 'double',
    maxAgeDays: 'double',
    required: 'bool',
    complete: 'bool',
  },
  IdentifierCheck: {
    party: 'string',
    identifier: 'Identifier',
    normalised: 'string',
    state: 'string',
    stated: 'StatedNumber',
  },
  StatedNumber: { register: 'string', editionId: 'string', value: 'string' },
  Identifier: { type: 'string', value: 'string', country: 'string', note: 'string' },
  Confirmation: {
    party: 'string',
    register: 'string',
    editionId: 'string',
    verdict: 'string',
    basis: 'string',
    reason: 'string',
    number: 'string',
    fields: 'list<FieldComparison>',
    fact: 'RegisterFact',
    joins: 'list<RegisterJoin>',
    candidates: 'list<Candidate>',
    addressCompanies: 'AddressCompanies',
    lookAlikes: 'list<LookAlikeCompany>',
  },
  AddressCompanies: { register: 'string', edition: 'string', count: 'double', percentile: 'double' },
  LookAlikeCompany: {
    number: 'string',
    name: 'string',
    address: 'string',
    difference: 'string',
    addressVerdict: 'string',
    websites: 'list<string>',
  },
  Candidate: { number: 'string', name: 'string', address: 'string' },
  FieldComparison: {
    field: 'string',
    verdict: 'string',
    claimed: 'string',
    registered: 'string',
    detail: 'string',
  },
  RegisterJoin: {
    register: 'string',
    editionId: 'string',
    number: 'string',
    by: 'string',
    statedBy: 'string',
    numbers: 'list<Identifier>',
    fields: 'list<FieldComparison>',
  },
  DocumentCheck: {
    party: 'string',
    file: 'string',
    sha256: 'string',
    kind: 'string',
    issuer: 'string',
    issuedOn: 'string',
    ageDays: 'double',
    register: 'string',
    editionId: 'string',
    fields: 'list<DocumentField>',
  },
  DocumentField: {
    against: 'string',
    field: 'string',
    verdict: 'string',
    stated: 'string',
    other: 'string',
    detail: 'string',
  },
  RegisterFact: { register: 'string', editionId: 'string', current: 'RegisterRow', history: 'list<RegisterRow>' },
  RegisterRow: {
    number: 'string',
    sequence: 'double',
    process: 'string',
    latest: 'bool',
    updatedOn: 'string',
    changedOn: 'string',
    name: 'string',
    nameIsSubstitute: 'bool',
    kana: 'string',
    englishName: 'string',
    kind: 'string',
    prefecture: 'string',
    city: 'string',
    street: 'string',
    addressIsSubstitute: 'bool',
    postalCode: 'string',
    addressAbroad: 'string',
    englishAddress: 'string',
    closedOn: 'string',
    closeCause: 'string',
    successorNumber: 'string',
    changeDetail: 'string',
    assignedOn: 'string',
    excludedFromSearch: 'bool',
    foundedOn: 'string',
    seat: 'Address',
    otherAddresses: 'list<Address>',
    otherNames: 'list<RegisterName>',
    standing: 'string',
    standingAsStated: 'string',
    identifiers: 'list<Identifier>',
    emails: 'list<string>',
    phones: 'list<string>',
    websites: 'list<string>',
    relations: 'list<RegisterRelation>',
  },
  RegisterName: { text: 'string', kind: 'string', language: 'string', until: 'string' },
  RegisterRelation: {
    kind: 'string',
    toNumber: 'string',
    toName: 'string',
    detail: 'string',
    share: 'Share',
    since: 'string',
    until: 'string',
  },
  Share: { least: 'double', most: 'double' },
  Hit: {
    party: 'string',
    partyName: 'string',
    listedName: 'string',
    entity: 'Entity',
    editionId: 'string',
    score: 'double',
    contributions: 'list<Contribution>',
    pairs: 'list<NamePair>',
    nameOnly: 'bool',
    disputedBy: 'list<string>',
  },
  Contribution: { factor: 'string', points: 'double', detail: 'string' },
  NamePair: { query: 'string', listed: 'string', similarity: 'double', because: 'string' },
  Entity: {
    id: 'string',
    source: 'string',
    recordId: 'string',
    schema: 'string',
    names: 'list<EntityName>',
    birthDates: 'list<DateRange>',
    birthPlaces: 'list<string>',
    genders: 'list<string>',
    nationalities: 'list<string>',
    countries: 'list<string>',
    identifiers: 'list<Identifier>',
    addresses: 'list<Address>',
    emails: 'list<string>',
    phones: 'list<string>',
    websites: 'list<string>',
    positions: 'list<string>',
    topics: 'list<string>',
    effects: 'list<string>',
    programmes: 'list<string>',
    legalStatus: 'list<LegalStatusClaim>',
    links: 'list<EntityLink>',
    remarks: 'list<string>',
    listedOn: 'string',
    updatedOn: 'string',
    delistedOn: 'string',
    sourceUrl: 'string',
  },
  EntityName: { text: 'string', kind: 'string', language: 'string', family: 'string', given: 'string' },
  DateRange: { earliest: 'string', latest: 'string', circa: 'bool', text: 'string' },
  Address: {
    full: 'string',
    street: 'string',
    city: 'string',
    region: 'string',
    postalCode: 'string',
    country: 'string',
  },
  LegalStatusClaim: {
    status: 'string',
    reason: 'string',
    offence: 'string',
    authority: 'string',
    country: 'string',
    date: 'string',
    reportedBy: 'string',
    sourceUrl: 'string',
  },
  EntityLink: {
    kind: 'string',
    toId: 'string',
    toName: 'string',
    detail: 'string',
    since: 'string',
    until: 'string',
  },
  Path: { from: 'string', to: 'string', entityId: 'string', hops: 'list<Hop>', reaches: 'string' },
  Hop: { from: 'string', to: 'string', kind: 'string', direction: 'string', statedBy: 'string', date: 'string' },
  Signal: {
    id: 'string',
    family: 'string',
    state: 'string',
    severity: 'string',
    party: 'string',
    facts: 'list<SignalFact>',
    sources: 'list<SignalSource>',
  },
  SignalFact: { name: 'string', value: 'string' },
  SignalSource: { source: 'string', editionId: 'string' },
  Gap: { kind: 'string', subject: 'string', detail: 'string' },
} as const satisfies { readonly [Noun in keyof Nouns]: { readonly [Field in keyof Required<Nouns[Noun]>]: string } };

/** The nouns by name. */
interface Nouns {
  Application: Application;
  Product: Application['product'];
  Money: NonNullable<Application['product']['value']>;
  Party: Party;
  PartyName: Party['names'][number];
  PartyIdentifier: NonNullable<Party['identifiers']>[number];
  PartyAddress: NonNullable<Party['addresses']>[number];
  PartyLink: PartyLink;
  Answer: NonNullable<Application['answers']>[number];
  ApplicationDocument: ApplicationDocument;
  DocumentFields: NonNullable<ApplicationDocument['fields']>;
  Payment: NonNullable<Application['payment']>;
  Delivery: NonNullable<Application['delivery']>;
  Network: NonNullable<Application['network']>;
  SourceState: SourceState;
  IdentifierCheck: IdentifierCheck;
  StatedNumber: NonNullable<IdentifierCheck['stated']>;
  Identifier: Identifier;
  Confirmation: Confirmation;
  Candidate: Confirmation['candidates'][number];
  AddressCompanies: NonNullable<Confirmation['addressCompanies']>;
  LookAlikeCompany: LookAlikeCompany;
  FieldComparison: FieldComparison;
  RegisterJoin: RegisterJoin;
  DocumentCheck: DocumentCheck;
  DocumentField: DocumentField;
  RegisterFact: RegisterFact;
  RegisterRow: RegisterRow;
  RegisterName: RegisterName;
  RegisterRelation: RegisterRelation;
  Share: NonNullable<RegisterRelation['share']>;
  Hit: Hit;
  Contribution: Contribution;
  NamePair: NamePair;
  Entity: Entity;
  EntityName: EntityName;
  DateRange: DateRange;
  Address: Address;
  LegalStatusClaim: LegalStatusClaim;
  EntityLink: EntityLink;
  Path: Path;
  Hop: Hop;
  Signal: Signal;
  SignalFact: Signal['facts'][number];
  SignalSource: Signal['sources'][number];
  Gap: Gap;
}

export type Noun = keyof Nouns;

/** What one element of a rule's `each` is; expressions call it `item`. */
export const subjectNouns = {
  sources: 'SourceState',
  identifiers: 'IdentifierCheck',
  confirmations: 'Confirmation',
  documents: 'DocumentCheck',
  hits: 'Hit',
  paths: 'Path',
  signals: 'Signal',
  gaps: 'Gap',
} as const satisfies Record<RuleSubject, Noun>;

/** The names that stand for something of the evidence, each with its CEL type. */
export const variables = {
  application: 'Application',
  /** The one party that buys. */
  buyer: 'Party',
  sources: 'list<SourceState>',
  identifiers: 'list<IdentifierCheck>',
  confirmations: 'list<Confirmation>',
  documents: 'list<DocumentCheck>',
  hits: 'list<Hit>',
  paths: 'list<Path>',
  signals: 'list<Signal>',
  gaps: 'list<Gap>',
  /** The day the evidence was gathered, `YYYY-MM-DD`. */
  today: 'string',
} as const;
