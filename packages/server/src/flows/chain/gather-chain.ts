// An application with its hits and confirmations in, the chains that lead beyond it and the ownership of its companies out.
import { ownershipAnswers, type HolderFacts } from '@sekisho/engine/chain/aggregate-ownership.ts';
import { applicationLinks } from '@sekisho/engine/chain/application-links.ts';
import { findChains, type Chain } from '@sekisho/engine/chain/find-chains.ts';
import { holdingsOf } from '@sekisho/engine/chain/holdings.ts';
import { buyerOf, takesPart, type Application } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ChainLink, ChainTarget, Resemblance } from '@sekisho/engine/model/chain.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence, Gap, Hit, Path } from '@sekisho/engine/model/evidence.ts';
import type { OwnershipAnswer } from '@sekisho/engine/model/ownership.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { rulesOn } from '@sekisho/engine/reference/ownership-rules.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import type { Parts } from '../parts.ts';
import { Clearances } from '../cleared-hits.ts';
import type { PastChains } from './past-chains.ts';
import { earlierApplications, type PastResemblance } from './earlier-applications.ts';
import { isListed, listLinks } from './list-links.ts';
import { massAddressPartiesOf } from './mass-address-parties.ts';
import { registerLinks } from './register-links.ts';

export interface GatheredChain extends Pick<Evidence, 'massAddresses' | 'ownership'> {
  /** Those that leave the application. */
  readonly paths: readonly Path[];
  readonly gaps: readonly Gap[];
}

export interface ChainGround {
  readonly hits: readonly Hit[];
  readonly confirmations: readonly Confirmation[];
  /** Chains within the application: what they lead to is not told of again. */
  readonly paths: readonly Path[];
  readonly active: readonly ActiveEdition[];
  readonly today: CalendarDate;
}

/** Entries that somebody whom a register names may be. */
const MOST_HITS_OF_NAMED = 10;
/** Whom registers name and who is compared with the lists, for one order. */
const MOST_NAMED = 200;

/** @throws Problem `edition.damaged`, `store.*`. */
export async function gatherChain(
  application: Application,
  policy: Policy,
  ground: ChainGround,
  parts: Parts & { readonly past?: PastChains },
): Promise<GatheredChain> {
  const { hits, confirmations, active, today } = ground;
  const { most, strengths } = parts.reference.chain;
  const { index } = await parts.index.over(active);
  const own = applicationLinks(application, application.receivedOn, { nodeOf: (id) => id, source: 'application' });
  const registered = await registerLinks(confirmations, active, application.receivedOn, parts);
  const massAddressParties = massAddressPartiesOf(policy, application.receivedOn, parts);
  const earlier = await earlierApplications(application, { massAddressParties, confirmations }, parts);
  const named = namedHits(registered.names, index, policy, today);
  const ownResemblances = hits.map(({ party, entity }): Resemblance => ({
    node: party,
    entityId: entity.id,
    source: entity.source,
    date: today,
  }));
  const resemblances = [...ownResemblances, ...named.resemblances, ...earlier.resembled];
  const listed = listLinks(
    resemblances.map(({ entityId }) => entityId),
    { index, day: application.receivedOn, today, hops: most.hops },
  );
  const clearances = await Clearances.of(
    earlier.resembled.map(({ entityId }) => entityId),
    parts.store,
  );
  const isCleared = ({ entityId, party, policy: id }: PastResemblance) => {
    const [entity, loaded] = [listed.entities.get(entityId), parts.policies.get(id)];
    return entity && loaded && clearances.holdingFor(party, entity, loaded.policy, today) !== undefined;
  };
  const standing = [
    ...ownResemblances,
    ...named.resemblances,
    ...earlier.resembled.filter((resemblance) => !isCleared(resemblance)),
  ].filter(({ entityId }) => listed.entities.has(entityId));
  const found = findChains(
    buyerOf(application).id,
    [...own, ...registered.links, ...earlier.links, ...listed.links],
    standing,
    [...earlier.refused, ...listedTargets(listed.entities.values(), ground)],
    { hops: most.hops, chains: most.chains, strengths },
  );
  const ownership = ownershipOf(
    application,
    { own, registered: registered.links, listed: listed.links, entities: listed.entities },
    { ownResemblances, named, names: registered.names },
    ground,
    parts,
  );
  return {
    paths: found.chains.map((chain) => pathOf(chain, application)),
    ...(0 < earlier.massAddresses.length && { massAddresses: earlier.massAddresses }),
    ...(0 < ownership.length && { ownership }),
    gaps: [
      ...registered.gaps,
      ...earlier.gaps,
      ...named.gaps,
      ...(found.cutOff === undefined
        ? []
        : [{ kind: 'search-cut-off' as const, subject: 'chains', detail: found.cutOff }]),
    ],
  };
}

interface NamedHits {
  readonly resemblances: readonly Resemblance[];
  readonly entities: ReadonlyMap<string, readonly Entity[]>;
  readonly gaps: readonly Gap[];
}

/** Whom a register names is compared with the lists as a party is, by the name alone. */
function namedHits(
  names: ReadonlyMap<string, readonly string[]>,
  index: EntityIndex,
  { minScore, weakAliasesMakeHits = false }: Policy,
  today: CalendarDate,
): NamedHits {
  const entities = new Map<string, readonly Entity[]>();
  const gaps: Gap[] = [];
  if (MOST_NAMED < names.size)
    gaps.push({
      kind: 'search-cut-off',
      subject: 'registers',
      detail: `${String(names.size)} companies and people are named, the nearest ${String(MOST_NAMED)} compared with the lists`,
    });
  for (const [node, [first = '', ...others]] of [...names].slice(0, MOST_NAMED)) {
    const subject = subjectNamed(first, 'LegalEntity');
    const found = search(
      index,
      { ...subject, names: [...subject.names, ...others.map((text) => ({ text, kind: 'alias' as const }))] },
      { minScore, weakAliasesMakeHits, limit: MOST_HITS_OF_NAMED },
    );
    if (found.cutOff !== undefined) gaps.push({ kind: 'search-cut-off', subject: node, detail: found.cutOff });
    if (found.isUnreadable)
      gaps.push({ kind: 'field-unreadable', subject: first, detail: 'a name nobody could search for' });
    entities.set(
      node,
      found.hits.map(({ entity }) => entity).filter((entity) => !isDelisted(entity, today)),
    );
  }
  const resemblances = [...entities].flatMap(([node, alike]) =>
    alike.map(({ id, source }): Resemblance => ({ node, entityId: id, source, date: today })),
  );
  return { resemblances, entities, gaps };
}

/** Each listed entity, but for those that the parties themselves may be, or that a chain within the application leads to. */
function listedTargets(entities: Iterable<Entity>, { hits, paths }: ChainGround): readonly ChainTarget[] {
  const known = new Set([...hits.map(({ entity }) => entity.id), ...paths.map(({ entityId }) => entityId)]);
  return [...entities]
    .filter((entity) => isListed(entity) && !known.has(entity.id))
    .map(({ id }): ChainTarget => ({ node: id, end: 'listed', group: id }));
}

function pathOf({ end, node, hops }: Chain, application: Application): Path {
  const parties = new Set(application.parties.map(({ id }) => id));
  const from = buyerOf(application).id;
  const to = hops.findLast((hop) => parties.has(hop.to))?.to ?? from;
  return { from, to, entityId: node, hops, reaches: end };
}

interface OwnershipLinks {
  readonly own: readonly ChainLink[];
  readonly registered: readonly ChainLink[];
  readonly listed: readonly ChainLink[];
  readonly entities: ReadonlyMap<string, Entity>;
}

/**
 * By every rule in force today of which a list is in use, for each organisation with a part in the order; nothing for one but
 * the buyer of which nobody says who holds it. What a list says of an entity it says of the party that may be it.
 */
function ownershipOf(
  application: Application,
  { own, registered, listed, entities }: OwnershipLinks,
  {
    ownResemblances,
    named,
    names,
  }: {
    readonly ownResemblances: readonly Resemblance[];
    readonly named: NamedHits;
    readonly names: ReadonlyMap<string, readonly string[]>;
  },
  { active, today }: ChainGround,
  { reference }: Parts,
): readonly OwnershipAnswer[] {
  const partiesOf = Map.groupBy(ownResemblances, ({ entityId }) => entityId);
  const nodesOf = (node: string) => partiesOf.get(node)?.map((one) => one.node) ?? [node];
  const ofParties = listed.flatMap((link) =>
    nodesOf(link.from).flatMap((from) => nodesOf(link.to).map((to): ChainLink => ({ ...link, from, to }))),
  );
  const holdings = holdingsOf([...own, ...registered, ...ofParties], reference.ownership);
  const entitiesOf = (party: string) =>
    ownResemblances.filter(({ node }) => node === party).flatMap(({ entityId }) => entities.get(entityId) ?? []);
  const holders = new Map<string, HolderFacts>([
    ...[...entities.values()].map(
      (entity) =>
        [
          entity.id,
          {
            name: entity.names[0]?.text ?? '',
            isPerson: entity.schema === 'Person',
            isScreened: true,
            entities: [entity],
          },
        ] as const,
    ),
    ...[...names].map(
      ([node, [name = '']]) =>
        [
          node,
          { name, isPerson: false, isScreened: named.entities.has(node), entities: named.entities.get(node) ?? [] },
        ] as const,
    ),
    ...application.parties.map(
      ({ id, schema, names: [name] }) =>
        [
          id,
          { name: name?.text ?? id, isPerson: schema === 'Person', isScreened: true, entities: entitiesOf(id) },
        ] as const,
    ),
  ]);
  const buyer = buyerOf(application).id;
  const companies = application.parties
    .filter((party) => party.schema !== 'Person' && takesPart(party))
    .map(({ id }) => id)
    .filter((id) => id === buyer || holdings.some(({ company }) => company === id));
  const inUse = new Set(active.map(({ edition }) => edition.source));
  return rulesOn(today, reference.ownership)
    .filter(({ lists }) => lists.some(({ source }) => inUse.has(source)))
    .flatMap((rule) => ownershipAnswers(companies, { holdings, holders }, rule));
}
