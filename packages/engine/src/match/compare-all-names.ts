// The names of a party and of a listed entity in, the two that come closest with their points out.
import type { Contribution, NamePair } from '../model/evidence.ts';
import type { Name } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { compareNames, hasHan, namePoints, type Rarity } from './compare-names.ts';

/**
 * A name with the same subject's name in Han characters that it is a reading of (itself, when it is in Han), and with how it is
 * read: the names of the subject that are its readings (itself, when it is one).
 */
export interface AnalysedName {
  readonly name: Name;
  readonly characters: readonly Name[];
  readonly readings: readonly Name[];
}

export interface NamesCompared {
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  readonly queryName: string;
  readonly listedName: string;
}

/** A name of the same subject that says the same as one in Han: its reading, not another alias. */
export function withCharacters(names: readonly Name[], reference: NameReference): readonly AnalysedName[] {
  const inHan = names.filter(hasHan);
  if (inHan.length === 0) return names.map((name) => ({ name, characters: NO_NAMES, readings: NO_NAMES }));
  const others = names.filter((name) => !hasHan(name));
  const isReading = (han: Name, name: Name) => 0 < namePoints(han, name, reference);
  return names.map((name) => {
    if (hasHan(name)) return { name, characters: [name], readings: others.filter((other) => isReading(name, other)) };
    const characters = inHan.filter((han) => isReading(han, name));
    return { name, characters, readings: characters.length === 0 ? NO_NAMES : [name] };
  });
}

const NO_NAMES: readonly Name[] = [];

/** Every name beside every name; what decides is explained. */
export function compareAllNames(
  query: readonly AnalysedName[],
  listed: readonly AnalysedName[],
  reference: NameReference,
  rarity?: Rarity,
): NamesCompared {
  const best = closestNames(query, listed, reference, rarity);
  if (!best) return { contributions: [], pairs: [], queryName: '', listedName: '' };
  const { contributions, pairs, points } = compareNames(best.query.name, best.listed.name, reference, rarity);
  return {
    contributions: [...contributions, ...beyondWords(best.query, best.listed, points, reference)],
    pairs,
    queryName: best.query.name.original,
    listedName: best.listed.name.original,
  };
}

interface TwoNames {
  readonly query: AnalysedName;
  readonly listed: AnalysedName;
}

/** The first of the pairs with the most points; undefined when one side has no name. */
function closestNames(
  query: readonly AnalysedName[],
  listed: readonly AnalysedName[],
  reference: NameReference,
  rarity: Rarity | undefined,
): TwoNames | undefined {
  const [queryOnly] = query;
  const [listedOnly] = listed;
  if (queryOnly && listedOnly && query.length === 1 && listed.length === 1)
    return { query: queryOnly, listed: listedOnly };
  let best: (TwoNames & { readonly points: number }) | undefined;
  for (const queryName of query)
    for (const listedName of listed) {
      const name = namePoints(queryName.name, listedName.name, reference, rarity);
      const points = name + sum(beyondWords(queryName, listedName, name, reference));
      if (!best || best.points < points) best = { points, query: queryName, listed: listedName };
    }
  return best;
}

/** What the names are, besides what they say: read alike and written otherwise; called weak by who gives them. */
function beyondWords(
  query: AnalysedName,
  listed: AnalysedName,
  points: number,
  reference: NameReference,
): Contribution[] {
  if (points <= 0) return [];
  const { weights } = reference;
  const contributions: Contribution[] = [];
  // what both sides state and is contradicted caps the score at one half, as domain rules have it
  if (areHomophones(query, listed, reference))
    contributions.push({ factor: 'homophone', points: Math.min(weights.homophonePoints, -points) });
  else if (areReadOtherwise(query, listed, reference))
    contributions.push({ factor: 'other-reading', points: Math.min(weights.homophonePoints, -points) });
  const isWeak = query.name.kind === 'weak' || listed.name.kind === 'weak';
  const total = points + sum(contributions);
  if (isWeak && weights.weakAliasMostPoints < total)
    contributions.push({ factor: 'weak-alias', points: weights.weakAliasMostPoints - total });
  return contributions;
}

function sum(contributions: readonly Contribution[]): number {
  return contributions.reduce((total, { points }) => total + points, 0);
}

/** Names in the same characters have at least these points; a homophone among them has fewer. */
const SAME_CHARACTERS = 2;

/** The same characters, of which both sides say how they are read, and each otherwise: 健 Ken and 健 Takeshi are two. */
function areReadOtherwise(query: AnalysedName, listed: AnalysedName, reference: NameReference): boolean {
  if (query.readings.length === 0 || listed.readings.length === 0) return false;
  return !query.readings.some((a) => listed.readings.some((b) => 0 < namePoints(a, b, reference)));
}

/** Like with like: where both sides state the characters, other characters outweigh an equal reading. */
function areHomophones(query: AnalysedName, listed: AnalysedName, reference: NameReference): boolean {
  if (query.characters.length === 0 || listed.characters.length === 0) return false;
  if (query.characters.includes(query.name) && listed.characters.includes(listed.name)) return false;
  return !query.characters.some((a) => listed.characters.some((b) => SAME_CHARACTERS <= namePoints(a, b, reference)));
}
