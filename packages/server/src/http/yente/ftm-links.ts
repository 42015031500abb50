// A party and what its lists say of its neighbours in, the records that stand between them out: sanctions, wallets, relations.
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import type { FollowTheMoney } from '@sekisho/engine/reference/follow-the-money.ts';
import type { PartyLink } from '../../flows/party-links.ts';
import { instantOf, type FtmEntity, type FtmTerms } from './ftm-entity.ts';

/** By the property of the party that leads to them, in the order in which they are stated. */
export type Adjacent = ReadonlyMap<string, readonly FtmEntity[]>;

/** @param entityOf the other end of a relation, as it is to stand in it. */
export function adjacentRecords(
  party: MergedEntity & { readonly ftmId: string },
  entity: FtmEntity,
  links: readonly PartyLink[],
  terms: FtmTerms,
  entityOf: (other: NonNullable<PartyLink['other']>) => FtmEntity | string,
): Adjacent {
  const adjacent = new Map<string, FtmEntity[]>();
  const known = terms.vocabulary.schemata.get(entity.schema)?.properties;
  const put = (property: string, record: FtmEntity) => {
    if (!known?.has(property)) return;
    const records = adjacent.get(property);
    if (records) records.push(record);
    else adjacent.set(property, [record]);
  };
  for (const entry of party.entries) {
    put('sanctions', sanctionOf(party.ftmId, entry.entity, terms));
    for (const wallet of walletsOf(party.ftmId, entry.entity, terms)) put('cryptoWallets', wallet);
  }
  for (const link of links) {
    const rule = terms.vocabulary.links[link.link.kind];
    put(link.isOwn ? rule.from : rule.back, relationOf(party.ftmId, link, terms, entityOf));
  }
  return adjacent;
}

/** The names of properties that lead from an entity of a schema to another. */
export function adjacentProperties(schema: string, { schemata }: FollowTheMoney): readonly string[] {
  return [...(schemata.get(schema)?.properties.values() ?? [])]
    .filter(({ type }) => type === 'entity')
    .map(({ name }) => name);
}

type Properties = Record<string, readonly (string | FtmEntity)[]>;

function recordOf(
  id: string,
  schema: string,
  caption: string,
  source: string,
  given: Readonly<Record<string, readonly (string | FtmEntity | undefined)[]>>,
  terms: FtmTerms,
): FtmEntity {
  const properties: Properties = {};
  for (const [name, values] of Object.entries(given)) {
    const stated = values.filter((value) => value !== undefined && value !== '');
    if (0 < stated.length) properties[name] = stated as (string | FtmEntity)[];
  }
  return {
    id,
    caption,
    schema,
    properties,
    datasets: [terms.nameOf(source)],
    referents: [],
    target: false,
    first_seen: null,
    last_seen: null,
    last_change: null,
  };
}

function sanctionOf(partyId: string, entity: MergedEntity['entries'][number]['entity'], terms: FtmTerms): FtmEntity {
  const numbers = entity.identifiers.filter(({ type }) => type === 'other').map(({ value }) => value);
  const record = recordOf(
    `${entity.id}.listing`,
    'Sanction',
    entity.programmes[0] ?? terms.nameOf(entity.source),
    entity.source,
    {
      entity: [partyId],
      authorityId: [entity.recordId, ...numbers],
      program: entity.programmes,
      listingDate: [entity.listedOn],
      startDate: [entity.listedOn],
      endDate: [entity.delistedOn],
      sourceUrl: [entity.sourceUrl],
      reason: entity.remarks,
    },
    terms,
  );
  return { ...record, first_seen: instantOf(entity.listedOn?.length === 10 ? entity.listedOn : undefined) };
}

function walletsOf(
  partyId: string,
  entity: MergedEntity['entries'][number]['entity'],
  terms: FtmTerms,
): readonly FtmEntity[] {
  return entity.identifiers
    .filter(({ type }) => type === 'crypto-wallet')
    .map(({ value, note }, place) =>
      recordOf(
        `${entity.id}.wallet-${place + 1}`,
        'CryptoWallet',
        value,
        entity.source,
        { publicKey: [value], holder: [partyId], notes: [note] },
        terms,
      ),
    );
}

/** Stated by the party of the other, or by the other of the party: the record has both ends where they belong. */
function relationOf(
  partyId: string,
  { id, statedBy, link, isOwn, other }: PartyLink,
  terms: FtmTerms,
  entityOf: (other: NonNullable<PartyLink['other']>) => FtmEntity | string,
): FtmEntity {
  const rule = terms.vocabulary.links[link.kind];
  const far = other && entityOf(other);
  return recordOf(
    id,
    rule.schema,
    terms.vocabulary.schemata.get(rule.schema)?.label ?? rule.schema,
    statedBy,
    {
      [rule.self]: [isOwn ? partyId : far],
      [rule.other]: [isOwn ? far : partyId],
      [rule.detail]: [link.detail],
      startDate: [link.since],
      endDate: [link.until],
      namesMentioned: [far === undefined ? (link.toName ?? link.toId) : undefined],
    },
    terms,
  );
}
