// Two analysed names in, the points for and against their being one out, as named contributions with the words they rest on.
import type { Contribution, NamePair } from '../model/evidence.ts';
import { legalFormDisplay, legalFormsRelation } from '../names/legal-forms.ts';
import type { Name, NameToken } from '../names/name.ts';
import { FEATURE, FEATURES, nameFeatures } from '../reference/name-features.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { alignNames, type Alignment, type Link } from './align-names.ts';
import { japaneseComparison, type JapaneseComparison } from './japanese-odds.ts';
import { featuresOf, featuresOfReading, type Rarity } from './name-features.ts';
import { commonTraditions, pairReason, type Traditions } from './token-odds.ts';

export type { Rarity } from './name-features.ts';

export interface NameComparison {
  /** Log-odds that both are the name of one: the sum of the contributions. */
  readonly points: number;
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
}

/**
 * Log-odds that the two names are of one person or organisation, by the names alone. Without `rarity`, words are as rare as
 * `data/names/word-frequencies.tsv` says. Symmetrical.
 */
export function namePoints(query: Name, listed: Name, reference: NameReference, rarity?: Rarity): number {
  if (query.tokens.length === 0 || listed.tokens.length === 0) return NOTHING_POINTS;
  if (isAfter(query, listed)) return namePoints(listed, query, reference, rarity);
  const weights = weightsFor(query, listed, reference);
  const alignment = alignNames(query, listed, commonTraditions(query, listed), reference);
  const words = pointsOf(featuresOf(query, listed, alignment, reference, rarity), weights);
  const reading = canBeRead(query, listed) ? japaneseComparison(query, listed, reference) : undefined;
  return reading ? Math.max(words, pointsOf(readingFeatures(query, listed, reading, reference), weights)) : words;
}

/** Names that have nothing in common, and of a name without a word nothing can be said. No names are further apart. */
const NOTHING_POINTS = -8;

/** The same points with their reasons: contributions of each kind, and every word beside its partner. */
export function compareNames(query: Name, listed: Name, reference: NameReference, rarity?: Rarity): NameComparison {
  if (query.tokens.length === 0 || listed.tokens.length === 0)
    return { points: NOTHING_POINTS, contributions: [{ factor: 'name', points: NOTHING_POINTS }], pairs: [] };
  const traditions = commonTraditions(query, listed);
  const isTurned = isAfter(query, listed);
  const [first, second] = isTurned ? [listed, query] : [query, listed];
  const alignment = alignNames(first, second, traditions, reference);
  const weights = weightsFor(query, listed, reference);
  const byWords = contributionsOf(featuresOf(first, second, alignment, reference, rarity), weights);
  const words = sum(byWords);
  const reading = canBeRead(query, listed) ? japaneseComparison(first, second, reference) : undefined;
  const byReading = reading ? contributionsOf(readingFeatures(first, second, reading, reference), weights) : [];
  if (reading && words < sum(byReading))
    return {
      points: sum(byReading),
      contributions: byReading,
      pairs: [...readingPairs(query, listed, reading), ...legalFormPairs(query, listed, reference)],
    };
  return {
    points: words,
    contributions: byWords,
    pairs: [
      ...pairsOf(query, listed, isTurned ? turned(alignment) : alignment, traditions),
      ...legalFormPairs(query, listed, reference),
    ],
  };
}

/** Where words could be linked in several ways, the choice must not depend on which name is asked for. */
function isAfter(query: Name, listed: Name): boolean {
  const words = Math.min(query.tokens.length, listed.tokens.length);
  for (let place = 0; place < words; place++) {
    const { text } = query.tokens[place] as NameToken;
    const { text: other } = listed.tokens[place] as NameToken;
    if (text !== other) return other < text;
  }
  if (query.tokens.length !== listed.tokens.length) return listed.tokens.length < query.tokens.length;
  if (query.original !== listed.original) return listed.original < query.original;
  return query.ofOrganisation && !listed.ofOrganisation;
}

function turned({ links, queryLeft, listedLeft }: Alignment): Alignment {
  return {
    links: links.map(({ queryFrom, queryCount, listedFrom, listedCount, odds }) => ({
      queryFrom: listedFrom,
      queryCount: listedCount,
      listedFrom: queryFrom,
      listedCount: queryCount,
      odds,
    })),
    queryLeft: listedLeft,
    listedLeft: queryLeft,
  };
}

/** The features of two names, copied: what the weights are learned from. */
export function nameFeatureValues(query: Name, listed: Name, reference: NameReference, rarity?: Rarity): Float64Array {
  const alignment = alignNames(query, listed, commonTraditions(query, listed), reference);
  const words = featuresOf(query, listed, alignment, reference, rarity).slice();
  const reading = canBeRead(query, listed) ? japaneseComparison(query, listed, reference) : undefined;
  if (!reading) return words;
  const weights = weightsFor(query, listed, reference);
  const read = readingFeatures(query, listed, reading, reference);
  return pointsOf(words, weights) < pointsOf(read, weights) ? read.slice() : words;
}

/** Only one of them is in Han, or kana stand beside Latin letters: what one is may be how the other is read. */
function canBeRead(query: Name, listed: Name): boolean {
  const a = writingOf(query);
  const b = writingOf(listed);
  return a !== b && ((a | b) & OTHER) === 0;
}

/** Bits of the scripts of a name. */
const HAN = 1;
const KANA = 2;
const LATIN = 4;
const OTHER = 8;

function writingOf({ tokens }: Name): number {
  let bits = 0;
  for (const { script } of tokens)
    bits |=
      script === 'han' ? HAN : script === 'kana' ? KANA : script === 'latin' || script === 'digits' ? LATIN : OTHER;
  return bits;
}

function readingFeatures(
  query: Name,
  listed: Name,
  { odds, pairs }: JapaneseComparison,
  reference: NameReference,
): Float64Array {
  return featuresOfReading(query, listed, odds, partsRead(query, listed, pairs), reference);
}

/** How much a reading says, in words. */
function partsRead(query: Name, listed: Name, pairs: JapaneseComparison['pairs']): number {
  if (query.ofOrganisation && listed.ofOrganisation) return ORGANISATION_PARTS;
  // 佐藤 健 is no Sato Kenji: the family name alone agrees; kana are the reading itself, which tables may not know
  const isRomaji = isInLatin(query) || isInLatin(listed);
  const parts = isRomaji ? pairs.filter(({ odds }) => LEAST_READ < odds) : pairs;
  return Math.min(2, parts.length);
}

function isInLatin(name: Name): boolean {
  return writingOf(name) === LATIN;
}

const LEAST_READ = -1.25;

/** A company's name is read as a whole, which says as much as two words. */
const ORGANISATION_PARTS = 2;

function pointsOf(features: Float64Array, weights: Float64Array): number {
  let points = 0;
  for (let place = 0; place < FEATURES; place++) points += (features[place] as number) * (weights[place] as number);
  return Math.max(NOTHING_POINTS, points);
}

function sum(contributions: readonly Contribution[]): number {
  return contributions.reduce((total, { points }) => total + points, 0);
}

/** A name that may be a person's is weighed as one when the other surely is. */
function weightsFor(query: Name, listed: Name, { nameWeights }: NameReference): Float64Array {
  return query.ofOrganisation && listed.ofOrganisation ? nameWeights.organisation : nameWeights.person;
}

const AGREE = nameFeatures.find(({ name }) => name === 'agree')?.size ?? 0;

function contributionsOf(features: Float64Array, weights: Float64Array): Contribution[] {
  const byFactor = new Map<string, number>();
  for (const { name, size, factor } of nameFeatures) {
    if (factor === '') continue;
    let points = 0;
    for (let place = FEATURE[name]; place < FEATURE[name] + size; place++)
      points += (features[place] as number) * (weights[place] as number);
    if (points !== 0) byFactor.set(factor, (byFactor.get(factor) ?? 0) + points);
  }
  const below = NOTHING_POINTS - [...byFactor.values()].reduce((total, points) => total + points, 0);
  if (0 < below) byFactor.set('contradicted-words', (byFactor.get('contradicted-words') ?? 0) + below);
  const common = rarityPoints(features, weights);
  return [...byFactor].flatMap(([factor, points]): Contribution[] =>
    factor === 'name' && common !== 0
      ? [
          { factor, points: points - common },
          { factor: 'rarity', points: common },
        ]
      : [{ factor, points }],
  );
}

/** What it takes away that the agreeing words are common. */
function rarityPoints(features: Float64Array, weights: Float64Array): number {
  let points = 0;
  for (let piece = 0; piece < AGREE; piece++)
    points +=
      ((features[FEATURE.agree + piece] as number) - (features[FEATURE.agreeIfRare + piece] as number)) *
      (weights[FEATURE.agree + piece] as number);
  return points;
}

function readingPairs(query: Name, listed: Name, { pairs }: JapaneseComparison): NamePair[] {
  const queryIsWritten = hasHan(query) || !hasHan(listed);
  return pairs.map(({ written, spoken, odds }) => ({
    query: queryIsWritten ? written : spoken,
    listed: queryIsWritten ? spoken : written,
    similarity: 1 / (1 + Math.exp(-odds)),
    because: odds < 0 ? 'contradicted' : 'same-reading',
  }));
}

/** Whether a word of the name is in Han characters. */
export function hasHan({ tokens }: Name): boolean {
  return tokens.some(({ script }) => script === 'han');
}

function pairsOf(
  query: Name,
  listed: Name,
  { links, queryLeft, listedLeft }: Alignment,
  traditions: Traditions,
): NamePair[] {
  const pairs = [...links]
    .sort((a, b) => a.queryFrom - b.queryFrom)
    .map((link) => pairOf(query, listed, link, traditions));
  const words = (tokens: readonly NameToken[], left: readonly number[]) =>
    left.map((position) => tokens[position]).filter((token) => token !== undefined);
  pairs.push(...leftPairs(words(query.tokens, queryLeft), words(listed.tokens, listedLeft)));
  return pairs;
}

function pairOf(query: Name, listed: Name, link: Link, traditions: Traditions): NamePair {
  const queryTokens = query.tokens.slice(link.queryFrom, link.queryFrom + link.queryCount);
  const listedTokens = listed.tokens.slice(link.listedFrom, link.listedFrom + link.listedCount);
  const [token] = queryTokens;
  const [other] = listedTokens;
  const isJoined = 1 < queryTokens.length || 1 < listedTokens.length;
  return {
    query: queryTokens.map(({ text }) => text).join(' '),
    listed: listedTokens.map(({ text }) => text).join(' '),
    similarity: 1 / (1 + Math.exp(-link.odds)),
    because: isJoined || !token || !other ? 'joined' : pairReason(token, other, link.odds, traditions),
  };
}

/** Words without a partner: against each other where both names have some. */
function leftPairs(query: readonly NameToken[], listed: readonly NameToken[]): NamePair[] {
  const isWord = ({ kind }: NameToken) => kind !== 'light';
  const [queryWords, listedWords] = [query.filter(isWord), listed.filter(isWord)];
  const beside = Math.min(queryWords.length, listedWords.length);
  const pairs: NamePair[] = [];
  for (let index = 0; index < beside; index++)
    pairs.push({
      query: queryWords[index]?.text ?? '',
      listed: listedWords[index]?.text ?? '',
      similarity: 0,
      because: 'contradicted',
    });
  const shown = new Set([...queryWords.slice(0, beside), ...listedWords.slice(0, beside)]);
  for (const token of query)
    if (!shown.has(token)) pairs.push({ query: token.text, similarity: 0, because: 'unpaired' });
  for (const token of listed)
    if (!shown.has(token)) pairs.push({ listed: token.text, similarity: 0, because: 'unpaired' });
  return pairs;
}

function legalFormPairs(query: Name, listed: Name, reference: NameReference): NamePair[] {
  const [queryForm] = query.legalForms;
  const [listedForm] = listed.legalForms;
  if (!queryForm || !listedForm) return [];
  const compatible = legalFormsRelation(query.legalForms, listed.legalForms, reference) !== 'contradicting';
  return [
    {
      query: legalFormDisplay(queryForm.form, reference),
      listed: legalFormDisplay(listedForm.form, reference),
      similarity: compatible ? 1 : 0,
      because: compatible ? 'same-legal-form' : 'contradicted',
    },
  ];
}
