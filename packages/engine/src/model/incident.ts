// An incident: a campaign, an attack or a report of one, with what it was done with and whom claims are made of; checked when it comes in.
import Type from 'typebox';
import { schemata, type Schema } from './entity.ts';
import { parseIpNetwork } from './ip-address.ts';
import { legalStatuses, notIndictedReasons, type LegalStatusClaim } from './legal-status.ts';
import { Problem, type ProblemFacts } from './problem.ts';
import { parseShape } from './shape.ts';

/** `account` and `file-hash` are kept to be read: no application states one. */
export const indicatorTypes = ['domain', 'ip', 'mail', 'phone', 'url', 'name', 'account', 'file-hash'] as const;
export type IndicatorType = (typeof indicatorTypes)[number];

/** What an incident is, in the words of STIX; `incident` where nothing else is said. */
const incidentKinds = ['incident', 'campaign', 'intrusion-set', 'threat-actor', 'report'] as const;

const closed = { additionalProperties: false };
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const day = Type.String({ format: 'partial-date' });

const IndicatorShape = Type.Object(
  {
    type: word(indicatorTypes),
    /** As its source writes it: an address, a network (`198.51.100.0/24`), a name. */
    value: text(2000),
    /** Of a name: what bears it. */
    schema: Type.Optional(word(schemata)),
    from: Type.Optional(day),
    to: Type.Optional(day),
    /** True: its source has taken it back, and it links to nothing. */
    revoked: Type.Optional(Type.Boolean()),
    /** The object of a STIX bundle that states it, and the last change of that object. */
    objectId: Type.Optional(text(200)),
    modified: Type.Optional(text(40)),
    note: Type.Optional(text(2000)),
  },
  closed,
);

const ClaimShape = Type.Object(
  {
    /** Of whom: a name of the incident. */
    name: text(1000),
    status: word(legalStatuses),
    reason: Type.Optional(word(notIndictedReasons)),
    offence: Type.Optional(text(500)),
    authority: text(500),
    country: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
    date: Type.Optional(day),
    reportedBy: text(500),
    sourceUrl: Type.Optional(text(2000)),
  },
  closed,
);

export const IncidentShape = Type.Object(
  {
    /** The source's own id; one incident keeps it through every version. */
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$' }),
    kind: Type.Optional(word(incidentKinds)),
    title: text(1000),
    description: Type.Optional(text(20_000)),
    source: Type.Object(
      {
        publisher: text(500),
        url: Type.Optional(text(2000)),
        /** BCP 47, of the report. */
        language: Type.Optional(text(35)),
        publishedOn: Type.Optional(Type.String({ format: 'calendar-date' })),
        retrievedOn: Type.Optional(Type.String({ format: 'calendar-date' })),
      },
      closed,
    ),
    from: Type.Optional(day),
    to: Type.Optional(day),
    /** When its source changed it last, RFC 3339: of two versions the later one stands. */
    modified: Type.Optional(text(40)),
    /** True: its source has taken it back. */
    revoked: Type.Optional(Type.Boolean()),
    /** Who may see it, in the source's words: `TLP:AMBER`. */
    markings: Type.Optional(Type.Array(text(2000), { maxItems: 50 })),
    indicators: Type.Array(IndicatorShape, { maxItems: 100_000 }),
    claims: Type.Optional(Type.Array(ClaimShape, { maxItems: 1000 })),
    /** Other incidents, and how they belong together. */
    related: Type.Optional(Type.Array(Type.Object({ id: text(200), as: text(200) }, closed), { maxItems: 10_000 })),
  },
  closed,
);

export type Incident = Type.Static<typeof IncidentShape>;
export type Indicator = Incident['indicators'][number];

/** What somebody says of a person's or company's standing, and of whom. */
export type NamedClaim = LegalStatusClaim & { readonly name: string };

/** An incident in one version, as it is kept. */
export interface StoredIncident {
  readonly id: string;
  /** SHA-256 of its canonical JSON, lower-case hex. */
  readonly version: string;
  readonly entry: number;
  /** Absent once erased. */
  readonly incident?: Incident;
}

/** One thing that an incident and a party have in common. */
export interface IncidentMatch {
  readonly type: IndicatorType;
  /** As the incident states it, and as the application does. */
  readonly indicator: string;
  readonly stated: string;
  /** Of a name: 0 to 1. */
  readonly score?: number;
}

/** A party of an application that has something in common with an incident: a lead to look at, no finding of guilt. */
export interface IncidentLink {
  readonly party: string;
  readonly incidentId: string;
  readonly version: string;
  readonly title: string;
  readonly source: Incident['source'];
  readonly from?: string;
  readonly to?: string;
  readonly markings?: readonly string[];
  readonly matches: readonly IncidentMatch[];
  /** Of the names that match: those that stand, as they were reported. */
  readonly claims?: readonly NamedClaim[];
}

/** Shorter prefixes are the networks of whole providers, which say nothing of one order. */
const shortestPrefix = { 4: 16, 6: 32 } as const;

/**
 * The incident in `value`.
 * @throws Problem `incident.invalid` with `facts`, the field as a JSON pointer and the reason: an unknown field, a wrong type, a word
 *   outside a vocabulary, an indicator that is not what its type says, a schema of what is no name, an end before the beginning.
 */
export function parseIncident(value: unknown, facts: ProblemFacts = {}): Incident {
  const incident = parseShape(IncidentShape, value, 'incident.invalid', facts);
  const fail = (field: string, reason: string): never => {
    throw new Problem('incident.invalid', { ...facts, field, reason });
  };
  checkInstant(incident.modified, '/modified', fail);
  checkSpan(incident, '', fail);
  incident.indicators.forEach((indicator, place) => {
    const at = `/indicators/${String(place)}`;
    const reason = whyNot(indicator);
    if (reason !== undefined) fail(`${at}/value`, reason);
    if (indicator.schema !== undefined && indicator.type !== 'name')
      fail(`${at}/schema`, 'is given for what is no name');
    checkSpan(indicator, at, fail);
  });
  incident.claims?.forEach(({ status, reason }, place) => {
    if (reason !== undefined && status !== 'NOT_INDICTED')
      fail(`/claims/${String(place)}/reason`, 'is given for a status that is not NOT_INDICTED');
  });
  return incident;
}

/** Why the value is not what the type says; undefined when it is. */
export function whyNot({ type, value }: Pick<Indicator, 'type' | 'value'>): string | undefined {
  const written = value.trim();
  switch (type) {
    case 'domain':
      return /^[^\s/@:]+\.[^\s/@:.]+\.?$/.test(written) && !parseIpNetwork(written) ? undefined : 'is no domain';
    case 'mail':
      return /^[^@\s]+@[^@\s]+$/.test(written) ? undefined : 'is no mail address';
    case 'url':
      return URL.canParse(written) ? undefined : 'is no web address';
    case 'phone':
      return /^[+\d][\d\s().-]{5,}$/.test(written.normalize('NFKC')) ? undefined : 'is no telephone number';
    case 'ip': {
      const network = parseIpNetwork(written);
      if (!network) return 'is no IP address or network';
      return network.prefix < shortestPrefix[network.version]
        ? `is a network wider than /${String(shortestPrefix[network.version])}, which says nothing of one order`
        : undefined;
    }
    case 'name':
    case 'account':
    case 'file-hash':
      return undefined;
  }
}

/** What bears a name of which nothing else is said. */
export function schemaOfName({ schema }: Pick<Indicator, 'schema'>): Schema {
  return schema ?? 'LegalEntity';
}

type Fail = (field: string, reason: string) => never;

function checkInstant(instant: string | undefined, field: string, fail: Fail): void {
  const isInstant = instant === undefined || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(instant);
  if (!isInstant || (instant !== undefined && Number.isNaN(Date.parse(instant))))
    fail(field, 'is no moment in UTC (RFC 3339)');
}

function checkSpan({ from, to }: Pick<Indicator, 'from' | 'to'>, at: string, fail: Fail): void {
  if (from === undefined || to === undefined) return;
  const shared = Math.min(from.length, to.length);
  if (to.slice(0, shared) < from.slice(0, shared)) fail(`${at}/to`, 'lies before the beginning');
}
