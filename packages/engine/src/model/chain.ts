// The chain: links between parties, and what parties of different applications can have in common.
import type { Role } from './application.ts';
import type { ChainEnd } from './evidence.ts';
import type { ShareRange } from './ownership.ts';

/** What two parties can have in common. `number`: one identifier; `person`: a person's name and day of birth. */
export const joiningFacts = ['address', 'phone', 'mail', 'domain', 'device', 'payer', 'number', 'person'] as const;
export type JoiningFact = (typeof joiningFacts)[number];

/**
 * What an order is known again by beside, and no chain goes along: the network address, the words of its purpose, and its buyer by
 * number and by name.
 */
export const knownFacts = ['ip', 'end-use', 'buyer-number', 'buyer-name'] as const;

/** What an order can share with an incident besides: the networks that its address is in, and the pages of its sites, which are of many. */
export const incidentFacts = ['network', 'url'] as const;
export type KnownFact = JoiningFact | (typeof knownFacts)[number] | (typeof incidentFacts)[number];

/** The link that a fact in common makes. */
export const joiningKindOf = {
  address: 'shares-address',
  phone: 'shares-phone',
  mail: 'shares-mail',
  domain: 'shares-domain',
  device: 'shares-device',
  payer: 'shares-payer',
  number: 'same-number',
  person: 'same-person',
} as const satisfies Record<JoiningFact, string>;
export const joiningKinds: readonly string[] = Object.values(joiningKindOf);

/** Roles that join a party to the buyer by themselves. */
export const actingRoles: readonly Role[] = [
  'representative',
  'contact',
  'beneficial-owner',
  'instructing-person',
  'payer',
  'intermediate-consignee',
  'end-user',
];

/** What a party has that another may have too, written the same way for the same thing. */
export interface KnownKey {
  readonly party: string;
  readonly fact: KnownFact;
  readonly value: string;
  /** As the application writes it. */
  readonly written: string;
}

/** One that chains go along. */
export interface JoiningKey extends KnownKey {
  readonly fact: JoiningFact;
}

/**
 * A relation between two nodes, as one source states it. A node is a party of the application (its id), of an earlier one
 * (`<application id>/<party id>`), a company of a register or somebody whom one names (`gleif:…`), an entity of a list.
 */
export interface ChainLink {
  readonly from: string;
  readonly to: string;
  /** A kind of party link or of entity link, a role, or one of `joiningKinds`. */
  readonly kind: string;
  readonly statedBy: string;
  readonly date?: string;
  /** Percent, of ownership. */
  readonly share?: ShareRange;
  /** In the source's words. */
  readonly detail?: string;
}

/** A resemblance between a node and an entity of a list: it is no relation, and does not count as a step. */
export interface Resemblance {
  readonly node: string;
  readonly entityId: string;
  readonly source: string;
  /** The day on which they were compared. */
  readonly date: string;
}

/** What stands at the end of a chain: of a node that is refused, or an entity of a list. */
export interface ChainTarget {
  readonly node: string;
  readonly end: ChainEnd;
  /** One chain is told for each: the application, or the entity. */
  readonly group: string;
}
