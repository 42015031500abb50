// An alignment of two names in, numbers that say how far they agree out: what the learned weights are multiplied with.
import { legalFormsRelation } from '../names/legal-forms.ts';
import type { Name, NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { FEATURE, FEATURES } from '../reference/name-features.ts';
import type { Alignment, Link } from './align-names.ts';
import { OTHER_ODDS, SAME_ODDS } from './token-odds.ts';

/** How rare a word is among listed names: 0 the commonest, 1 seen once or never. */
export type Rarity = (token: NameToken) => number;

/** In the order of `nameFeatures`; valid until the next call, as names are compared one after the other. */
const values = new Float64Array(FEATURES);

/** Fills and returns the one vector of features: copy what is to be kept. */
export function featuresOf(
  query: Name,
  listed: Name,
  alignment: Alignment,
  reference: NameReference,
  rarity: Rarity | undefined,
): Float64Array {
  values.fill(0);
  values[FEATURE.base] = 1;
  const agreement = addLinks(query, listed, alignment.links, reference, rarity);
  addLeft(query, listed, alignment, agreement);
  if (areOtherGenerations(query, listed, reference)) add(FEATURE.contradictedGeneration, 1);
  addOrder(query, listed, alignment.links);
  addLegalForms(query, listed, reference);
  const isDisputed =
    0 <
    (values[FEATURE.order] as number) +
      (values[FEATURE.filiationReversed] as number) +
      (values[FEATURE.contradictedGeneration] as number) +
      (values[FEATURE.otherLegalForm] as number);
  if (!isDisputed && areSameWords(query, listed, alignment)) add(FEATURE.whole, 1);
  return values;
}

function add(feature: number, value: number): void {
  values[feature] = (values[feature] as number) + value;
}

/**
 * The features of two names one of which is read as the other as a whole, with these odds: kanji beside kana or romaji.
 * `parts`: how many parts (family name, given name) were read.
 */
export function featuresOfReading(
  query: Name,
  listed: Name,
  odds: number,
  parts: number,
  reference: NameReference,
): Float64Array {
  values.fill(0);
  values[FEATURE.base] = 1;
  addLoss(FEATURE.reading, Math.min(SAME_ODDS, Math.max(OTHER_ODDS, odds)));
  const evidence = qualityOf(odds) * parts * READ_RARITY;
  addEvidence(FEATURE.agree, evidence);
  addEvidence(FEATURE.agreeIfRare, evidence);
  if (parts < 2 && !(query.ofOrganisation && listed.ofOrganisation)) add(FEATURE.oneWord, 1);
  addLegalForms(query, listed, reference);
  return values;
}

/** Names that are read by their characters are rarer than their parts: few people share both. */
const READ_RARITY = 0.9;

interface Agreement {
  /** Full words that agree; an initial beside an initial is half a word. */
  readonly fullWords: number;
  readonly evidence: number;
}

/** What the linked words say. */
function addLinks(
  query: Name,
  listed: Name,
  links: readonly Link[],
  { weights }: NameReference,
  rarity: Rarity | undefined,
): Agreement {
  let evidence = 0;
  let evidenceIfRare = 0;
  let fullWords = 0;
  let distinctive = 0;
  for (const link of links) {
    const token = query.tokens[link.queryFrom] as NameToken;
    const other = listed.tokens[link.listedFrom] as NameToken;
    if (token.kind === 'light' && other.kind === 'light') continue;
    const { odds } = link;
    const joined = 2 < link.queryCount + link.listedCount;
    if (joined) add(FEATURE.joined, 1);
    if (token.kind === 'initial' || other.kind === 'initial') {
      if (token.kind !== other.kind) add(FEATURE.initial, 1);
      else fullWords += 0.5;
      continue;
    }
    if (token.script === 'han' && other.script === 'han' && odds < 0) add(FEATURE.homophone, 1);
    else addLoss(lossFeature(token, other), odds);
    if (odds < LEAST_AGREEING) continue;
    const quality = qualityOf(odds);
    const words = Math.max(link.queryCount, link.listedCount);
    fullWords += joined && isBesideMore(link, query, listed, links) ? 1 : words;
    if (token.kind === 'concept' && other.kind === 'concept') {
      evidence += quality * weights.conceptWeight;
      evidenceIfRare += quality * weights.conceptWeight;
      continue;
    }
    if (token.kind !== 'number') distinctive++;
    const rare = rarity ? Math.min(rarity(token), rarity(other)) : Math.min(token.rarity, other.rarity);
    const worth = quality * (joined && isBesideMore(link, query, listed, links) ? 1 : Math.min(words, MOST_JOINED));
    evidence += worth * (weights.commonWordWeight + (1 - weights.commonWordWeight) * (joined ? JOINED_RARITY : rare));
    evidenceIfRare += worth;
  }
  addEvidence(FEATURE.agree, evidence);
  addEvidence(FEATURE.agreeIfRare, evidenceIfRare);
  if (0 < fullWords && distinctive === 0) add(FEATURE.ordinaryOnly, 1);
  return { fullWords, evidence };
}

/** How much of a word agrees, 0 to 1. */
function qualityOf(odds: number): number {
  return odds <= -FULL_ODDS ? 0 : Math.min(1, (odds + FULL_ODDS) / (2 * FULL_ODDS));
}

/** From these odds on a word agrees in full. */
const FULL_ODDS = 4;
/** Words of lower odds do not count as agreeing. */
const LEAST_AGREEING = -1;

function lossFeature(token: NameToken, other: NameToken): number {
  if (token.script === other.script) return FEATURE.spelling;
  return token.script === 'han' || other.script === 'han' ? FEATURE.reading : FEATURE.romanisation;
}

/** Odds between these are doubtful: a loss there counts apart, as it says more. */
const DOUBTFUL_FROM = 2;
const DOUBTFUL_TO = -4;

function addLoss(feature: number, odds: number): void {
  add(feature, Math.min(1, (SAME_ODDS - odds) / (SAME_ODDS - DOUBTFUL_FROM)));
  if (odds < DOUBTFUL_FROM) add(feature + 1, (DOUBTFUL_FROM - odds) / (DOUBTFUL_FROM - DOUBTFUL_TO));
}

/**
 * The words of the whole name stand for one word of the other, which has more (Al Madani, Mohamed Hadhani): they agree in that one.
 * Characters that are no name of their own tradition spell a foreign one, and are cut by guess.
 */
function isBesideMore({ queryCount, listedCount }: Link, query: Name, listed: Name, links: readonly Link[]): boolean {
  if (links.length !== 1) return false;
  if (queryCount === query.tokens.length) return listedCount < listed.tokens.length && !isForeignInHan(query);
  return listedCount === listed.tokens.length && queryCount < query.tokens.length && !isForeignInHan(listed);
}

function isForeignInHan({ tokens, canBeChinese, hasJapaneseFamily }: Name): boolean {
  return tokens[0]?.script === 'han' && !canBeChinese && !hasJapaneseFamily;
}

/** Words written as one count as two at most, and as neither rare nor common. */
const MOST_JOINED = 2;
const JOINED_RARITY = 0.8;

/** Evidence lies on a curve of straight pieces, so that the second word in common says less than the first. */
const KNOTS = [0, 0.4, 0.8, 1.2, 1.8, 2.6] as const;

function addEvidence(first: number, evidence: number): void {
  for (let piece = 1; piece < KNOTS.length; piece++) {
    const from = KNOTS[piece - 1] as number;
    const to = KNOTS[piece] as number;
    values[first + piece - 1] = evidence <= from ? 0 : evidence < to ? (evidence - from) / (to - from) : 1;
  }
}

/** A word more than two common ones (Mohamed Ali) is another person sooner than one more than two rare ones. */
function extraFactor(evidence: number, ofOrganisation: boolean): number {
  if (ofOrganisation) return 1;
  return (
    1 + MOST_COMMON_FACTOR * Math.min(1, Math.max(0, (RARE_EVIDENCE - evidence) / (RARE_EVIDENCE - COMMON_EVIDENCE)))
  );
}

const RARE_EVIDENCE = 1.7;
const COMMON_EVIDENCE = 1.3;
const MOST_COMMON_FACTOR = 2;

/** Words that only one name has, and words that stand against each other. */
function addLeft(query: Name, listed: Name, alignment: Alignment, { fullWords, evidence }: Agreement): void {
  const ofOrganisations = query.ofOrganisation && listed.ofOrganisation;
  const a = leftOf(query, alignment.queryLeft, listed, ofOrganisations);
  const b = leftOf(listed, alignment.listedLeft, query, ofOrganisations);
  const patronymicsDiffer = 0 < a.patronymics && 0 < b.patronymics;
  const spare = ({ words, repeated, patronymics }: Left) => words + repeated + (patronymicsDiffer ? 0 : patronymics);
  const syllables = areSyllabic(query, listed) ? a.words + b.words - 2 * Math.min(a.words, b.words) : 0;
  const isLonger = areFixedRows(query, listed) && spare(a) !== spare(b);
  const contradicted = Math.min(spare(a), spare(b)) + (syllables === 1 || isLonger ? 1 : 0);
  if (contradicted === 1 && 1 < fullWords && !areSyllabic(query, listed) && isCutOff(query, listed, alignment))
    add(FEATURE.cutOff, 1);
  else if (0 < contradicted) {
    add(FEATURE.contradicted, 1);
    add(FEATURE.contradictedMore, contradicted - 1);
  }
  const concepts = Math.min(a.words + a.concepts, b.words + b.concepts) - contradicted;
  if (0 < concepts) add(FEATURE.contradictedOrdinary, concepts);
  if (patronymicsDiffer) add(FEATURE.contradictedPatronymic, 1);
  else if (contradicted === 0) add(FEATURE.extraPatronymic, a.patronymics + b.patronymics);
  if (0 < a.initials && 0 < b.initials) add(FEATURE.contradictedInitial, 1);
  else if (0 < a.initials + b.initials) {
    // an initial that none of the other name's spare words begins with contradicts them
    if (0 < (0 < a.initials ? b.words : a.words)) add(FEATURE.contradictedInitial, 1);
    else add(FEATURE.extraInitial, a.initials + b.initials);
  }
  if (0 < a.numbers && 0 < b.numbers) add(FEATURE.contradictedNumber, 1);
  else add(FEATURE.extraNumber, Math.min(1, a.numbers + b.numbers));
  const extraWords = syllables === 1 ? 0 : Math.max(0, a.words - contradicted) + Math.max(0, b.words - contradicted);
  const extraConcepts = Math.max(0, a.concepts + b.concepts - 2 * Math.max(0, concepts));
  if (0 < extraWords) {
    if (fullWords < 2) add(FEATURE.extraWithFew, Math.min(2, extraWords));
    else
      add(
        FEATURE.extraWithMany,
        Math.log2(1 + extraWords) * extraFactor(evidence, query.ofOrganisation && listed.ofOrganisation),
      );
  }
  if (0 < extraConcepts) add(FEATURE.extraOrdinary, Math.min(2, extraConcepts));
  if (Math.max(tellingWords(query), tellingWords(listed)) === 1) add(FEATURE.oneWord, 1);
}

/** Of a Chinese or Korean name every syllable belongs to it: Kang Min and Kang Min Ho are two names. */
function areSyllabic(query: Name, listed: Name): boolean {
  return (query.canBeChinese && listed.canBeChinese) || (query.canBeKorean && listed.canBeKorean);
}

/** A Burmese name has no family name: one word more, or another order, is another person. */
function areFixedRows(query: Name, listed: Name): boolean {
  return query.canBeBurmese && listed.canBeBurmese;
}

function tellingWords({ tokens }: Name): number {
  let words = 0;
  for (const { kind } of tokens) if (kind !== 'light') words++;
  return words;
}

interface Left {
  words: number;
  /** Words that the other name has, said once more than there. */
  repeated: number;
  concepts: number;
  initials: number;
  numbers: number;
  patronymics: number;
}

function leftOf({ tokens }: Name, positions: readonly number[], other: Name, ofOrganisations: boolean): Left {
  const left: Left = { words: 0, repeated: 0, concepts: 0, initials: 0, numbers: 0, patronymics: 0 };
  for (const position of positions) {
    const token = tokens[position] as NameToken;
    if (token.kind === 'light') continue;
    if (isRepeated(token, other)) left.repeated++;
    else if (token.kind === 'initial') left.initials++;
    else if (token.kind === 'number') left.numbers++;
    else if (token.kind === 'concept' && ofOrganisations && token.relation !== 'another') left.concepts++;
    else if (token.isPatronymic) left.patronymics++;
    else left.words++;
  }
  return left;
}

/** "Sergey Sergey Shoigu": said twice is said once. */
function isRepeated(token: NameToken, other: Name): boolean {
  return other.tokens.some(({ text, script }) => text === token.text && script === token.script);
}

/** Equal words and nothing left over; in Han, equal characters. */
function areSameWords(query: Name, listed: Name, { links, queryLeft, listedLeft }: Alignment): boolean {
  return (
    !query.isCutOff &&
    !listed.isCutOff &&
    0 < links.length &&
    links.every(({ odds }) => odds === SAME_ODDS) &&
    queryLeft.every((position) => query.tokens[position]?.kind === 'light') &&
    listedLeft.every((position) => listed.tokens[position]?.kind === 'light')
  );
}

/** A field was too short for the name: "… Belkassem DR" and "… Belkassem DRISSI". */
function isCutOff(query: Name, listed: Name, { queryLeft, listedLeft }: Alignment): boolean {
  const last = ({ tokens }: Name, left: readonly number[]) =>
    left.at(-1) === tokens.length - 1 ? tokens[tokens.length - 1] : undefined;
  if (Math.min(query.original.length, listed.original.length) < FEWEST_BEFORE_CUT) return false;
  const [a, b] = [last(query, queryLeft), last(listed, listedLeft)];
  if (!a || !b || a.script !== b.script) return false;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  return FEWEST_OF_CUT_OFF <= short.length && long.startsWith(short);
}

const FEWEST_OF_CUT_OFF = 2;
/** A field that is too short for a name holds so much of it: Van An is no beginning of Van Anh. */
const FEWEST_BEFORE_CUT = 16;

/** John Smith Jr. and John Smith Sr., Charles II and Charles III. */
function areOtherGenerations({ titles: a }: Name, { titles: b }: Name, { words }: NameReference): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const generation = (titles: readonly string[]) =>
    titles.map((title) => words.generations.get(title)).find((found) => found !== undefined);
  const [one, other] = [generation(a), generation(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** Words that both have, in another order: only where neither name says which word is the family name. */
function addOrder(query: Name, listed: Name, links: readonly Link[]): void {
  if (query.ofOrganisation !== listed.ofOrganisation || links.length < 2) return;
  if (query.tokens.length === listed.tokens.length && areRolesExchanged(query, listed, links)) {
    add(FEATURE.filiationReversed, 1);
    return;
  }
  let inverted = false;
  for (const a of links) {
    const first = query.tokens[a.queryFrom] as NameToken;
    if (first.kind === 'light') continue;
    for (const b of links)
      if (
        a.queryFrom < b.queryFrom &&
        b.listedFrom < a.listedFrom &&
        (query.tokens[b.queryFrom] as NameToken).kind !== 'light'
      )
        inverted = true;
  }
  if (!inverted) return;
  if (areFixedRows(query, listed) || areGivenSyllablesTurned(query, listed, links)) {
    add(FEATURE.contradicted, 1);
    return;
  }
  if (query.hasFiliation && listed.hasFiliation) add(FEATURE.filiationReversed, 1);
  else if (query.order === 'unknown' && listed.order === 'unknown') add(FEATURE.order, 1);
}

/**
 * Kim Min Ji and Kim Ji Min: a family name and two syllables of a given name, which have one order. It is turned where one exchange of two
 * words makes the one name of the other; a family name that moves from one end to the other (Min Ji Kim) takes two.
 */
function areGivenSyllablesTurned(query: Name, listed: Name, links: readonly Link[]): boolean {
  if (links.length !== 3 || query.tokens.length !== 3 || listed.tokens.length !== 3) return false;
  if (!areSyllabic(query, listed) && !(query.canBeVietnamese && listed.canBeVietnamese)) return false;
  let inversions = 0;
  for (const a of links)
    for (const b of links) if (a.queryFrom < b.queryFrom && b.listedFrom < a.listedFrom) inversions++;
  return inversions % 2 === 1;
}

/** Both say which word is the family name, and each calls family what the other calls given: Hans Friedrich, Friedrich Hans. */
function areRolesExchanged(query: Name, listed: Name, links: readonly Link[]): boolean {
  let exchanged = 0;
  for (const link of links) {
    const role = query.tokens[link.queryFrom]?.role;
    const other = listed.tokens[link.listedFrom]?.role;
    if (role === undefined || other === undefined) continue;
    if (role === other) return false;
    exchanged++;
  }
  return 1 < exchanged;
}

function addLegalForms({ legalForms: a }: Name, { legalForms: b }: Name, reference: NameReference): void {
  if (a.length === 0 && b.length === 0) return;
  const relation = legalFormsRelation(a, b, reference);
  if (relation === 'contradicting') add(FEATURE.otherLegalForm, 1);
  else if (relation === 'unknown') add(FEATURE.legalFormOnOneSide, 1);
}
