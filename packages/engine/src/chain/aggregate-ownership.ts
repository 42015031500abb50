// Who holds how much of whom and who is listed in, what an authority's ownership rule makes of each company out.
import type { Entity } from '../model/entity.ts';
import type { Holder, OwnershipAnswer, OwnershipRule, OwnershipState, ShareRange } from '../model/ownership.ts';

/** One statement that somebody holds or controls a part of a company. */
export interface Holding {
  readonly holder: string;
  readonly company: string;
  /** Absent: nobody says how much. */
  readonly share?: ShareRange;
  /** Control that is stated without a share. */
  readonly controls: boolean;
  readonly statedBy: string;
  readonly date?: string;
}

export interface HolderFacts {
  readonly name?: string;
  /** A natural person: nobody owns it. */
  readonly isPerson: boolean;
  /** False for whom nobody has compared with the lists. */
  readonly isScreened: boolean;
  /** Entities that it is or may be. */
  readonly entities: readonly Pick<Entity, 'id' | 'source' | 'effects' | 'programmes'>[];
}

export interface Ownership {
  readonly holdings: readonly Holding[];
  readonly holders: ReadonlyMap<string, HolderFacts>;
}

/**
 * What the rule makes of each of the companies. Stakes are added up level by level (OFAC FAQ 401): a company restricted by its
 * owners counts with its whole stake in the next. Rings of companies that own each other come to an end, and do not restrict
 * each other out of nothing. Where the rule does not add up, it is asked for each listed party alone, and the gravest answer
 * is given.
 */
export function ownershipAnswers(
  companies: readonly string[],
  ownership: Ownership,
  rule: OwnershipRule,
): readonly OwnershipAnswer[] {
  const stakes = stakesByCompany(ownership);
  const listed = listedUnder(rule, ownership);
  const groups = rule.aggregates || listed.size === 0 ? [listed] : [...listed].map((node) => new Set([node]));
  const levels = groups.map((group) => restrictedBy(group, listed, stakes, ownership, rule));
  return companies.map((party) => {
    const answers = levels.map((level) => answerFor(party, stakes.get(party) ?? [], level, ownership, rule));
    const [gravest] = answers.toSorted((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state));
    return gravest as OwnershipAnswer;
  });
}

const gravity: readonly OwnershipState[] = ['OWNED', 'MAY_BE_OWNED', 'UNKNOWN', 'NOT_OWNED'];

/** What one holder has of a company, by all that is said of it. */
interface Stake {
  readonly holder: string;
  readonly share: ShareRange;
  readonly controls: boolean;
  readonly first: Holding;
}

/**
 * Several statements about one holder are held against each other: what all of them allow, or everything between the
 * least and the most of them where they contradict.
 */
function stakesByCompany({ holdings }: Ownership): ReadonlyMap<string, readonly Stake[]> {
  const known = Map.groupBy(
    holdings.filter(({ holder, company }) => holder !== company),
    ({ company }) => company,
  );
  return new Map(
    [...known].map(([company, about]) => {
      const held = [...Map.groupBy(about, ({ holder }) => holder)].map(([holder, said]): Stake => {
        const [first] = said;
        const shares = said.flatMap(({ share }) => share ?? []);
        const controls = said.some((one) => one.controls);
        return {
          holder,
          share: shares.length === 0 ? { least: 0, most: 100 } : together(shares),
          controls,
          first: first as Holding,
        };
      });
      return [company, withinAll(held)];
    }),
  );
}

function together(shares: readonly ShareRange[]): ShareRange {
  const least = Math.max(...shares.map((share) => share.least));
  const most = Math.min(...shares.map((share) => share.most));
  if (least <= most) return { least, most };
  return {
    least: Math.min(...shares.map((share) => share.least)),
    most: Math.max(...shares.map((share) => share.most)),
  };
}

/** Nobody holds more than the others leave. */
function withinAll(held: readonly Stake[]): readonly Stake[] {
  const sum = held.reduce((total, { share }) => total + share.least, 0);
  return held.map((stake) => {
    const left = 100 - (sum - stake.share.least);
    const most = Math.max(stake.share.least, Math.min(stake.share.most, left));
    return { ...stake, share: { least: stake.share.least, most } };
  });
}

/** Which nodes the rule restricts by their own listing. */
function listedUnder({ lists }: OwnershipRule, { holders }: Ownership): ReadonlySet<string> {
  const counts = ({ source, effects, programmes }: HolderFacts['entities'][number]) =>
    lists.some(
      (list) =>
        list.source === source &&
        (list.effects === undefined ||
          list.effects.some((effect) => (effects as readonly string[]).includes(effect))) &&
        (list.programmes === undefined || list.programmes.some((programme) => programmes.includes(programme))),
    );
  return new Set([...holders].filter(([, { entities }]) => entities.some(counts)).map(([node]) => node));
}

interface Restricted {
  /** Listed under the rule. */
  readonly all: ReadonlySet<string>;
  /** Restricted by what is known. */
  readonly surely: ReadonlySet<string>;
  /** Restricted if what is not known of stakes of these goes that way; somebody listed is behind it. */
  readonly maybe: ReadonlySet<string>;
  /** All that cannot be shown not to be. */
  readonly possibly: ReadonlySet<string>;
}

/** @param all listed parties under the rule: whom this group leaves out restricts nobody, and is not unknown either. */
function restrictedBy(
  listed: ReadonlySet<string>,
  all: ReadonlySet<string>,
  stakes: ReadonlyMap<string, readonly Stake[]>,
  ownership: Ownership,
  rule: OwnershipRule,
): Restricted {
  const suffices = sufficing(rule);
  const surely = grown(listed, stakes, (held, restricted) => suffices(leastOf(held, restricted)));
  const unknown = [...nodesOf(ownership)].filter((node) => isUnknown(node, stakes, all, ownership));
  const possibly = grown(
    new Set([...surely, ...unknown]),
    stakes,
    (held, restricted) => suffices(mostOf(held, restricted)) || isControlled(held, restricted, rule),
  );
  const maybe = grown(surely, stakes, (held, restricted) => isPerhapsOwned(held, restricted, possibly, rule));
  return { all, surely, maybe, possibly };
}

function sufficing({ percent, bound }: OwnershipRule): (share: number) => boolean {
  return (share) => (bound === 'or-more' ? percent - ROUNDING <= share : percent + ROUNDING < share);
}

/** Shares are sums of decimal fractions. */
const ROUNDING = 1e-9;

/** The smallest set that holds `start` and every company that `isRestricted` by it: each turn of a ring adds or ends. */
function grown(
  start: ReadonlySet<string>,
  stakes: ReadonlyMap<string, readonly Stake[]>,
  isRestricted: (held: readonly Stake[], restricted: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const restricted = new Set(start);
  for (let changed = true; changed;) {
    changed = false;
    for (const [company, held] of stakes)
      if (!restricted.has(company) && isRestricted(held, restricted)) {
        restricted.add(company);
        changed = true;
      }
  }
  return restricted;
}

function leastOf(held: readonly Stake[], restricted: ReadonlySet<string>): number {
  return held.reduce((sum, { holder, share }) => sum + (restricted.has(holder) ? share.least : 0), 0);
}

/** All that is not surely held by others: the stakes of holders nobody names too. */
function mostOf(held: readonly Stake[], restricted: ReadonlySet<string>): number {
  const others = held.reduce((sum, { holder, share }) => sum + (restricted.has(holder) ? 0 : share.least), 0);
  return Math.max(leastOf(held, restricted), 100 - others);
}

function isControlled(held: readonly Stake[], restricted: ReadonlySet<string>, { control }: OwnershipRule): boolean {
  return control && held.some(({ holder, controls }) => controls && restricted.has(holder));
}

function nodesOf({ holdings, holders }: Ownership): ReadonlySet<string> {
  return new Set([...holders.keys(), ...holdings.flatMap(({ holder, company }) => [holder, company])]);
}

/** Of whom nobody can say that it is not restricted: not compared with the lists, or a body whose owners nobody names. */
function isUnknown(
  node: string,
  stakes: ReadonlyMap<string, readonly Stake[]>,
  listed: ReadonlySet<string>,
  { holders }: Ownership,
): boolean {
  if (listed.has(node)) return false;
  const facts = holders.get(node);
  return !facts?.isScreened || (!facts.isPerson && !stakes.has(node));
}

function answerFor(
  party: string,
  held: readonly Stake[],
  restricted: Restricted,
  { holders }: Ownership,
  rule: OwnershipRule,
): OwnershipAnswer {
  const { all, surely, maybe, possibly } = restricted;
  const most = mostOf(held, possibly);
  return {
    party,
    rule: rule.rule,
    state: stateOf(held, restricted, rule),
    share: { least: Math.min(100, leastOf(held, surely)), most: Math.min(100, most) },
    holders: held.map(({ holder, share, controls, first: { statedBy, date } }): Holder => {
      const { name, entities = [] } = holders.get(holder) ?? {};
      return {
        id: holder,
        ...(name !== undefined && { name }),
        share,
        controls,
        standing: all.has(holder)
          ? 'listed'
          : surely.has(holder)
            ? 'owned'
            : maybe.has(holder)
              ? 'may-be-owned'
              : possibly.has(holder)
                ? 'unlisted'
                : 'not-restricted',
        entityIds: entities.map(({ id }) => id),
        statedBy,
        ...(date !== undefined && { date }),
      };
    }),
  };
}

/** By its holders alone: also of a company that is listed itself. */
function stateOf(held: readonly Stake[], restricted: Restricted, rule: OwnershipRule): OwnershipState {
  const { surely, maybe, possibly } = restricted;
  const suffices = sufficing(rule);
  if (suffices(leastOf(held, surely))) return 'OWNED';
  if (isPerhapsOwned(held, maybe, possibly, rule)) return 'MAY_BE_OWNED';
  const isUnsure = suffices(mostOf(held, possibly)) || isControlled(held, possibly, rule);
  return isUnsure ? 'UNKNOWN' : 'NOT_OWNED';
}

/** One of `maybe` is among the holders, and what is not known could make it enough. */
function isPerhapsOwned(
  held: readonly Stake[],
  maybe: ReadonlySet<string>,
  possibly: ReadonlySet<string>,
  rule: OwnershipRule,
): boolean {
  const isHeld = held.some(({ holder, share }) => maybe.has(holder) && 0 < share.most);
  return isControlled(held, maybe, rule) || (isHeld && sufficing(rule)(mostOf(held, possibly)));
}
