// Two analysed names in, which words of the one stand beside which of the other and with what odds out.
import type { Name, NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { joinedOdds, wholeOdds } from './joined-odds.ts';
import { OTHER_ODDS, SAME_ODDS, tokenOdds, type Traditions } from './token-odds.ts';

/** Words (by position) of one side beside words of the other; two or more on one side are written as one on the other. */
export interface Link {
  readonly queryFrom: number;
  readonly queryCount: number;
  readonly listedFrom: number;
  readonly listedCount: number;
  /** Natural-log odds that they are one. */
  readonly odds: number;
}

export interface Alignment {
  readonly links: readonly Link[];
  /** Positions of words without a partner. */
  readonly queryLeft: readonly number[];
  readonly listedLeft: readonly number[];
}

/**
 * Equal words first, then what is surely one, then neighbours written as one word, then the best of what is left. Words in any
 * order. Words beyond `MAX_WORDS` have no partner.
 */
export function alignNames(
  { tokens: query }: Name,
  { tokens: listed }: Name,
  traditions: Traditions,
  reference: NameReference,
): Alignment {
  const links: Link[] = [];
  const queryFree: number[] = [];
  let listedUsed = 0;
  const queryCount = Math.min(query.length, MAX_WORDS);
  const listedCount = Math.min(listed.length, MAX_WORDS);
  for (let i = 0; i < queryCount; i++) {
    const token = query[i] as NameToken;
    let partner = -1;
    for (let j = 0; j < listedCount; j++) {
      const other = listed[j] as NameToken;
      if ((listedUsed & (1 << j)) !== 0 || token.text !== other.text || token.script !== other.script) continue;
      // the nearer of two equal words
      if (partner < 0 || Math.abs(i - j) < Math.abs(i - partner)) partner = j;
    }
    if (partner < 0) queryFree.push(i);
    else {
      listedUsed |= 1 << partner;
      links.push(single(i, partner, SAME_ODDS));
    }
  }
  const listedFree: number[] = [];
  for (let j = 0; j < listedCount; j++) if ((listedUsed & (1 << j)) === 0) listedFree.push(j);
  const alignment =
    queryFree.length === 0 || listedFree.length === 0
      ? { links, queryLeft: queryFree, listedLeft: listedFree }
      : alignRest(query, listed, links, queryFree, listedFree, traditions, reference);
  for (let i = MAX_WORDS; i < query.length; i++) alignment.queryLeft.push(i);
  for (let j = MAX_WORDS; j < listed.length; j++) alignment.listedLeft.push(j);
  return alignment;
}

interface OpenAlignment {
  readonly links: Link[];
  readonly queryLeft: number[];
  readonly listedLeft: number[];
}

/** Words have a bit each. */
const MAX_WORDS = 30;
/** Two words with these odds are one, whatever stands beside them. */
const SURE_ODDS = 4;
/** Words with lower odds are not linked. */
const LEAST_ODDS = -4;
/** How far odds are told apart. */
const LEAST_TOLD = -6;

function single(query: number, listed: number, odds: number): Link {
  return { queryFrom: query, queryCount: 1, listedFrom: listed, listedCount: 1, odds };
}

/** Odds of every pair of free words, row by row; reused, as names are compared one after the other. */
const odds = new Float64Array(MAX_WORDS * MAX_WORDS);

function alignRest(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  links: Link[],
  queryFree: readonly number[],
  listedFree: readonly number[],
  traditions: Traditions,
  reference: NameReference,
): OpenAlignment {
  const columns = listedFree.length;
  const rows = queryFree.length;
  const oddsOf = (row: number, column: number): number => {
    const token = query[queryFree[row] as number] as NameToken;
    const other = listed[listedFree[column] as number] as NameToken;
    return token.kind === 'light' || other.kind === 'light'
      ? OTHER_ODDS
      : tokenOdds(token, other, traditions, reference, LEAST_TOLD);
  };
  let rowsUsed = 0;
  let columnsUsed = 0;
  // most names have their words in one order: what is surely one is not held against every other word
  const diagonal = Math.min(rows, columns);
  for (let place = 0; place < diagonal; place++) {
    const value = oddsOf(place, place);
    odds[place * columns + place] = value;
    if (value <= SURE_ODDS) continue;
    rowsUsed |= 1 << place;
    columnsUsed |= 1 << place;
    links.push(single(queryFree[place] as number, listedFree[place] as number, value));
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (row !== column)
        odds[row * columns + column] =
          (rowsUsed & (1 << row)) !== 0 || (columnsUsed & (1 << column)) !== 0 ? OTHER_ODDS : oddsOf(row, column);
  const take = (least: number) => {
    for (;;) {
      let best = least;
      let bestRow = -1;
      let bestColumn = -1;
      for (let row = 0; row < rows; row++) {
        if ((rowsUsed & (1 << row)) !== 0) continue;
        for (let column = 0; column < columns; column++) {
          const value = odds[row * columns + column] as number;
          if (value <= best || (columnsUsed & (1 << column)) !== 0) continue;
          best = value;
          bestRow = row;
          bestColumn = column;
        }
      }
      if (bestRow < 0) return;
      rowsUsed |= 1 << bestRow;
      columnsUsed |= 1 << bestColumn;
      links.push(single(queryFree[bestRow] as number, listedFree[bestColumn] as number, best));
    }
  };
  take(SURE_ODDS);
  const left = () => ({
    queryLeft: queryFree.filter((_, row) => (rowsUsed & (1 << row)) === 0),
    listedLeft: listedFree.filter((_, column) => (columnsUsed & (1 << column)) === 0),
  });
  const free = left();
  if (free.queryLeft.length === 0 || free.listedLeft.length === 0) return { links, ...free };
  for (const link of [
    ...joinedLinks(query, listed, free, traditions, reference),
    ...givenNameLinks(query, listed, free, traditions, reference),
  ]) {
    if ((rowsUsed & maskOf(queryFree, link.queryFrom, link.queryCount)) !== 0) continue;
    links.push(link);
    rowsUsed |= maskOf(queryFree, link.queryFrom, link.queryCount);
    columnsUsed |= maskOf(listedFree, link.listedFrom, link.listedCount);
  }
  take(LEAST_ODDS);
  if (links.every((link) => link.odds < 0)) {
    const whole = wholeLink(query, listed, traditions, reference);
    if (whole) return { links: [whole], queryLeft: [], listedLeft: [] };
  }
  return { links, ...left() };
}

/** Names that are cut otherwise on the two sides, one of them by guess as it is written without spaces: 서|문석 and Seomun Seok. */
function wholeLink(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  traditions: Traditions,
  reference: NameReference,
): Link | undefined {
  if (!canBeCutOtherwise(query) && !canBeCutOtherwise(listed)) return undefined;
  if (!isOfOneScript(query) || !isOfOneScript(listed)) return undefined;
  const value = wholeOdds(query, listed, traditions, reference);
  return value <= 0
    ? undefined
    : { queryFrom: 0, queryCount: query.length, listedFrom: 0, listedCount: listed.length, odds: value };
}

const MOST_WHOLE = 4;

function canBeCutOtherwise([first]: readonly NameToken[]): boolean {
  return first?.script === 'han' || first?.script === 'hangul';
}

function isOfOneScript(tokens: readonly NameToken[]): boolean {
  return (
    1 < tokens.length &&
    tokens.length <= MOST_WHOLE &&
    tokens.every(({ script, kind }) => script === tokens[0]?.script && kind === 'word')
  );
}

/** Given names of two syllables apart on both sides, which are read as one: Guo Qiang and Kwok Keung. */
function givenNameLinks(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  { queryLeft, listedLeft }: { readonly queryLeft: readonly number[]; readonly listedLeft: readonly number[] },
  traditions: Traditions,
  reference: NameReference,
): readonly Link[] {
  if (!traditions.chinese || !areTwoNeighbours(queryLeft) || !areTwoNeighbours(listedLeft)) return [];
  const [queryFrom = 0] = queryLeft;
  const [listedFrom = 0] = listedLeft;
  const given = query.slice(queryFrom, queryFrom + 2);
  const other = listed.slice(listedFrom, listedFrom + 2);
  const value = wholeOdds(given, other, traditions, reference);
  return value <= 0 ? [] : [{ queryFrom, queryCount: 2, listedFrom, listedCount: 2, odds: value }];
}

function areTwoNeighbours(left: readonly number[]): boolean {
  return left.length === 2 && (left[1] as number) === (left[0] as number) + 1;
}

function maskOf(free: readonly number[], from: number, count: number): number {
  let mask = 0;
  free.forEach((position, place) => {
    if (from <= position && position < from + count) mask |= 1 << place;
  });
  return mask;
}

/** Most words that are written as one: Abd al Rahman. */
const MAX_JOINED = 4;
/** Characters have many readings, and joined ones very many. */
const MAX_JOINED_HAN = 6;

/** Neighbours of one side beside one word of the other, the best first; each word once. */
function joinedLinks(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  { queryLeft, listedLeft }: { readonly queryLeft: readonly number[]; readonly listedLeft: readonly number[] },
  traditions: Traditions,
  reference: NameReference,
): readonly Link[] {
  const found: Link[] = [];
  for (const run of runsOf(query, queryLeft, listed, listedLeft))
    for (const position of listedLeft) {
      const value = joinedOdds(query, run.from, run.count, listed[position] as NameToken, traditions, reference);
      if (0 < value)
        found.push({ queryFrom: run.from, queryCount: run.count, listedFrom: position, listedCount: 1, odds: value });
    }
  for (const run of runsOf(listed, listedLeft, query, queryLeft))
    for (const position of queryLeft) {
      const value = joinedOdds(listed, run.from, run.count, query[position] as NameToken, traditions, reference);
      if (0 < value)
        found.push({ queryFrom: position, queryCount: 1, listedFrom: run.from, listedCount: run.count, odds: value });
    }
  if (found.length < 2) return found;
  found.sort((a, b) => b.odds - a.odds || b.queryCount + b.listedCount - a.queryCount - a.listedCount);
  let queryUsed = 0;
  let listedUsed = 0;
  return found.filter((link) => {
    const queryMask = bits(link.queryFrom, link.queryCount);
    const listedMask = bits(link.listedFrom, link.listedCount);
    if ((queryUsed & queryMask) !== 0 || (listedUsed & listedMask) !== 0) return false;
    queryUsed |= queryMask;
    listedUsed |= listedMask;
    return true;
  });
}

function bits(from: number, count: number): number {
  return ((1 << count) - 1) << from;
}

/** Runs of two and more free neighbours of one script; of any length where the other name has but one word for all. */
function runsOf(
  tokens: readonly NameToken[],
  left: readonly number[],
  others: readonly NameToken[],
  othersLeft: readonly number[],
): { readonly from: number; readonly count: number }[] {
  const hasHan = [tokens[left[0] ?? 0], others[othersLeft[0] ?? 0]].some((token) => token?.script === 'han');
  const most = 1 < othersLeft.length ? MAX_JOINED : hasHan ? MAX_JOINED_HAN : MAX_WORDS;
  const runs: { from: number; count: number }[] = [];
  for (let start = 0; start < left.length; start++) {
    const from = left[start] as number;
    const { script } = tokens[from] as NameToken;
    for (let count = 2; count <= most && left[start + count - 1] === from + count - 1; count++) {
      const last = tokens[from + count - 1] as NameToken;
      if (last.script !== script || last.kind === 'number') break;
      runs.push({ from, count });
    }
  }
  return runs;
}
