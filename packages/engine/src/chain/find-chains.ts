// Links between parties and what stands at their ends in, the chains from one party to each of those ends out.
import type { ChainLink, ChainTarget, Resemblance } from '../model/chain.ts';
import type { ChainEnd, Hop } from '../model/evidence.ts';

export interface ChainTerms {
  /** The most relations in a chain. */
  readonly hops: number;
  /** The most chains. */
  readonly chains: number;
  /** By kind of link, 0 to 1; a kind without one counts as the weakest there is. */
  readonly strengths: Readonly<Record<string, number>>;
}

export interface Chain {
  readonly end: ChainEnd;
  readonly node: string;
  readonly hops: readonly Hop[];
  /** 0 to 1: the strengths of its relations, multiplied. */
  readonly strength: number;
}

export interface FoundChains {
  /** Shortest first, of one length the strongest. */
  readonly chains: readonly Chain[];
  /** Why there may be more. */
  readonly cutOff?: string;
}

/** A step that can be taken, with the node it leads to. */
interface Way {
  readonly to: string;
  readonly hop: Hop;
  readonly strength: number;
}

/** How a node was reached: by a shortest way, the strongest of them. */
interface Reached {
  readonly steps: number;
  readonly strength: number;
  readonly before: string | undefined;
  readonly hop: Hop | undefined;
}

/**
 * One chain to each group of targets that can be reached in `hops` relations, in either direction of each. From a node one
 * goes on to the entities it resembles without a step, never back from an entity to who resembles it.
 */
export function findChains(
  start: string,
  links: readonly ChainLink[],
  resemblances: readonly Resemblance[],
  targets: readonly ChainTarget[],
  terms: ChainTerms,
): FoundChains {
  const ways = waysOf(links, terms);
  const alike = Map.groupBy(resemblances, ({ node }) => node);
  const reached = reachAll(start, ways, alike, terms.hops);
  const best = new Map<string, Chain>();
  for (const { node, end, group } of targets) {
    const found = reached.get(node);
    if (!found || node === start) continue;
    const chain = { end, node, hops: hopsTo(node, reached), strength: found.strength };
    const known = best.get(group);
    if (!known || byLength(chain, known) < 0) best.set(group, chain);
  }
  const chains = [...best.values()].sort(byLength);
  return {
    chains: chains.slice(0, terms.chains),
    ...(terms.chains < chains.length && {
      cutOff: `${String(chains.length)} chains, the shortest ${String(terms.chains)} given`,
    }),
  };
}

/** The relations in a chain: a resemblance is none. */
export function stepsIn(hops: readonly Hop[]): number {
  return hops.filter(({ kind }) => kind !== 'hit').length;
}

const WEAKEST = 0.1;

function waysOf(links: readonly ChainLink[], { strengths }: ChainTerms): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (from: string, way: Way) => {
    const known = ways.get(from);
    if (known) known.push(way);
    else ways.set(from, [way]);
  };
  for (const { from, to, kind, statedBy, date } of links) {
    if (from === to) continue;
    const said = { kind, statedBy, ...(date !== undefined && { date }) };
    const strength = strengths[kind] ?? WEAKEST;
    add(from, { to, strength, hop: { from, to, direction: 'forward', ...said } });
    add(to, { to: from, strength, hop: { from: to, to: from, direction: 'backward', ...said } });
  }
  return ways;
}

/** Level by level, so that the first level a node is on is the shortest; within one the strongest way stays. */
function reachAll(
  start: string,
  ways: ReadonlyMap<string, readonly Way[]>,
  alike: ReadonlyMap<string, readonly Resemblance[]>,
  most: number,
): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  let level = new Map<string, Reached>([[start, { steps: 0, strength: 1, before: undefined, hop: undefined }]]);
  for (let steps = 0; 0 < level.size; steps++) {
    withResemblances(level, alike, reached);
    for (const [node, found] of level) reached.set(node, found);
    if (steps === most) break;
    const next = new Map<string, Reached>();
    for (const [node, { strength }] of level)
      for (const { to, hop, strength: own } of ways.get(node) ?? []) {
        const known = next.get(to);
        if (reached.has(to) || (known && strength * own <= known.strength)) continue;
        next.set(to, { steps: steps + 1, strength: strength * own, before: node, hop });
      }
    level = next;
  }
  return reached;
}

function withResemblances(
  level: Map<string, Reached>,
  alike: ReadonlyMap<string, readonly Resemblance[]>,
  reached: ReadonlyMap<string, Reached>,
): void {
  for (const [node, { steps, strength }] of [...level])
    for (const { entityId, source, date } of alike.get(node) ?? []) {
      const known = level.get(entityId);
      if (reached.has(entityId) || (known && strength <= known.strength)) continue;
      const hop: Hop = { from: node, to: entityId, kind: 'hit', direction: 'forward', statedBy: source, date };
      level.set(entityId, { steps, strength, before: node, hop });
    }
}

function hopsTo(node: string, reached: ReadonlyMap<string, Reached>): readonly Hop[] {
  const hops: Hop[] = [];
  for (let at = reached.get(node); at?.hop && at.before !== undefined; at = reached.get(at.before)) hops.push(at.hop);
  return hops.reverse();
}

function byLength(a: Chain, b: Chain): number {
  const text = (chain: Chain) => chain.node;
  return (
    stepsIn(a.hops) - stepsIn(b.hops) || b.strength - a.strength || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0)
  );
}
