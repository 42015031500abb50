// Two analysed names in, how alike they are and which word stands beside which out.
import type { NamePair, PairReason } from '../model/evidence.ts';
import { joinedToken } from '../names/analyse-name.ts';
import { legalFormDisplay, legalFormsCompatible } from '../names/legal-forms.ts';
import type { Name, NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { commonTraditions, compareTokens, type Traditions } from './compare-tokens.ts';

/** How rare a word is among listed names: 0 the commonest, 1 seen once or never. */
export type Rarity = (token: NameToken) => number;

export interface NameComparison {
  /** 0 to 1: the share of both names' weight that agrees. */
  readonly similarity: number;
  readonly pairs: readonly NamePair[];
  /** Full words that agree, counted on the side that has more of them; an initial counts half. */
  readonly agreedWords: number;
  /** How rare they are, 0 to 1, the rarest counting most; 1 without statistics. */
  readonly rarity: number;
}

/**
 * Compares two names: words in any order, each with its best partner; neighbours may be joined (Guo Qiang, Guoqiang). A word
 * that only one name has weighs a little, words that differ on both sides weigh in full.
 */
export function compareNames(
  query: Name,
  listed: Name,
  reference: NameReference,
  rarity: Rarity = RARE,
): NameComparison {
  const links = bestLinks(query, listed, reference, rarity);
  const weighed = weigh(query, listed, links, reference, rarity);
  return withLegalForms(query, listed, weighed, reference);
}

const RARE: Rarity = () => 1;

/** Words (by position) of one side beside words of the other; two on one side are joined. */
interface Link {
  readonly query: readonly number[];
  readonly listed: readonly number[];
  readonly similarity: number;
  readonly because: PairReason;
}

/** The links of least loss. Exact for names of ordinary length, best first for longer ones. */
function bestLinks(query: Name, listed: Name, reference: NameReference, rarity: Rarity): readonly Link[] {
  const traditions = commonTraditions(query, listed);
  const links: Link[] = [];
  const paired = { query: new Set<number>(), listed: new Set<number>() };
  query.tokens.forEach((queryToken, i) =>
    listed.tokens.forEach((listedToken, j) => {
      const { similarity, because } = compareTokens(queryToken, listedToken, traditions, reference);
      if (similarity === 0) return;
      links.push({ query: [i], listed: [j], similarity, because });
      if (similarity === 1) {
        paired.query.add(i);
        paired.listed.add(j);
      }
    }),
  );
  links.push(...joinedLinks(query, listed, paired, traditions, reference));
  const worth = (link: Link) => link.similarity * linkWeight(link, query, listed, reference, rarity);
  return query.tokens.length <= MAX_EXACT && listed.tokens.length <= MAX_EXACT
    ? exactChoice(links, worth, query.tokens.length)
    : greedyChoice(links, worth);
}

const MAX_EXACT = 10;

function linkWeight(link: Link, query: Name, listed: Name, reference: NameReference, rarity: Rarity): number {
  return (
    link.query.reduce((sum, index) => sum + weightOf(query.tokens[index], reference, rarity), 0) +
    link.listed.reduce((sum, index) => sum + weightOf(listed.tokens[index], reference, rarity), 0)
  );
}

function weightOf(token: NameToken | undefined, { weights }: NameReference, rarity: Rarity): number {
  if (!token) return 0;
  if (token.kind === 'light') return weights.lightWeight;
  if (token.kind === 'concept') return weights.conceptWeight;
  if (token.kind === 'initial') return weights.initialWeight;
  return weights.commonWordWeight + (1 - weights.commonWordWeight) * rarity(token);
}

/** Two or three neighbours of one script, none of which has an equal partner, beside one word of the other name. */
function joinedLinks(
  query: Name,
  listed: Name,
  paired: { readonly query: ReadonlySet<number>; readonly listed: ReadonlySet<number> },
  traditions: Traditions,
  reference: NameReference,
): Link[] {
  const links: Link[] = [];
  const spelled = spelledTraditions(traditions);
  const join = (side: 'query' | 'listed', name: Name, other: Name) => {
    const freeOther = other.tokens.flatMap((token, index) =>
      paired[side === 'query' ? 'listed' : 'query'].has(index) || token.kind === 'initial' ? [] : [{ token, index }],
    );
    if (freeOther.length === 0) return;
    for (let start = 0; start < name.tokens.length; start++)
      for (let count = 2; count <= 3 && start + count <= name.tokens.length; count++) {
        const parts = name.tokens.slice(start, start + count);
        const indexes = parts.map((_, offset) => start + offset);
        if (indexes.some((index) => paired[side].has(index)) || !canJoin(parts)) break;
        const partners = freeOther.filter(({ token }) => canBeJoined(token, parts, 0 < spelled.length));
        if (partners.length === 0) continue;
        let joined: NameToken | undefined;
        for (const { token, index } of partners) {
          const bothLatin = parts[0]?.script === 'latin' && token.script === 'latin';
          joined ??= joinedToken(parts, name.ofOrganisation, bothLatin ? spelled : ALL_TRADITIONS, reference);
          const similarity = joinedSimilarity(joined, token, traditions, reference);
          if (similarity === 0) continue;
          links.push({
            ...(side === 'query' ? { query: indexes, listed: [index] } : { query: [index], listed: indexes }),
            similarity,
            because: 'joined',
          });
        }
      }
  };
  if (query.tokens.length <= MAX_EXACT && listed.tokens.length <= MAX_EXACT) {
    join('query', query, listed);
    join('listed', listed, query);
  }
  return links;
}

const ALL_TRADITIONS = ['zh:', 'yue:', 'ja:', 'ko:', 'la:'];

/** Latin beside Latin only sounds alike in a tradition that both names allow. */
function spelledTraditions({ chinese, korean, japanese }: Traditions): readonly string[] {
  return [...(chinese ? ['zh:', 'yue:'] : []), ...(korean ? ['ko:'] : []), ...(japanese ? ['ja:'] : [])];
}

function canJoin(parts: readonly NameToken[]): boolean {
  const [first] = parts;
  return parts.every(({ script, kind }) => script === first?.script && kind !== 'number' && script !== 'other');
}

/** Worth comparing: of about the same letters, or of a script or tradition that is compared by its readings. */
function canBeJoined(token: NameToken, parts: readonly NameToken[], spoken: boolean): boolean {
  const [first] = parts;
  if (!first || token.script === 'han' || first.script === 'han') return true;
  const letters = parts.reduce((sum, part) => sum + part.letters.length, 0);
  if (MAX_JOINED_DIFFERENCE < Math.abs(token.letters.length - letters)) return false;
  return spoken || token.script !== first.script || token.letters[0] === first.letters[0];
}

const MAX_JOINED_DIFFERENCE = 3;

/** Joined words must agree nearly in full: joining makes long words, in which edits prove little. */
function joinedSimilarity(
  joined: NameToken,
  token: NameToken,
  traditions: Traditions,
  reference: NameReference,
): number {
  const { similarity, because } = compareTokens(joined, token, traditions, reference);
  if (because === 'contradicted' || because === 'edit-distance') return 0;
  if (because === 'romanisation' && similarity < MIN_JOINED_LETTERS && joined.script === token.script) return 0;
  return similarity * reference.weights.joinedSimilarity;
}

/** Abdel beside Abd al differs by one vowel in five letters. */
const MIN_JOINED_LETTERS = 0.88;

function exactChoice(links: readonly Link[], worth: (link: Link) => number, length: number): readonly Link[] {
  const byFirst = Map.groupBy(links, ({ query }) => query[0] ?? 0);
  const known = new Map<number, { readonly worth: number; readonly links: readonly Link[] }>();
  const best = (index: number, queryUsed: number, listedUsed: number): { worth: number; links: readonly Link[] } => {
    if (length <= index) return { worth: 0, links: [] };
    const state = (index * 2 ** MAX_EXACT + queryUsed) * 2 ** MAX_EXACT + listedUsed;
    const found = known.get(state);
    if (found) return found;
    let choice = best(index + 1, queryUsed, listedUsed);
    for (const link of byFirst.get(index) ?? []) {
      const queryMask = maskOf(link.query);
      const listedMask = maskOf(link.listed);
      if ((queryUsed & queryMask) !== 0 || (listedUsed & listedMask) !== 0) continue;
      const rest = best(index + 1, queryUsed | queryMask, listedUsed | listedMask);
      const total = worth(link) + rest.worth;
      if (choice.worth < total) choice = { worth: total, links: [link, ...rest.links] };
    }
    known.set(state, choice);
    return choice;
  };
  return best(0, 0, 0).links;
}

function maskOf(indexes: readonly number[]): number {
  return indexes.reduce((mask, index) => mask | (1 << index), 0);
}

function greedyChoice(links: readonly Link[], worth: (link: Link) => number): readonly Link[] {
  const used = { query: new Set<number>(), listed: new Set<number>() };
  return [...links]
    .sort((a, b) => b.similarity - a.similarity || worth(b) - worth(a))
    .filter((link) => {
      if (link.query.some((index) => used.query.has(index)) || link.listed.some((index) => used.listed.has(index)))
        return false;
      link.query.forEach((index) => used.query.add(index));
      link.listed.forEach((index) => used.listed.add(index));
      return true;
    });
}

function weigh(
  query: Name,
  listed: Name,
  links: readonly Link[],
  reference: NameReference,
  rarity: Rarity,
): NameComparison {
  const { weights } = reference;
  const left = { query: unlinked(query, links, 'query'), listed: unlinked(listed, links, 'listed') };
  const full = links.filter(
    (link) => isFull(link, query, listed) && link.because !== 'contradicted' && link.because !== 'initial',
  );
  const initials = links.filter(({ because }) => because === 'initial').length;
  const agreedWords = full.reduce((sum, link) => sum + Math.max(link.query.length, link.listed.length), initials / 2);
  const extra = extraFactor(query, listed, agreedWords, weights);
  const differing = left.query.some(isWord) && left.listed.some(isWord);
  let agreed = 0;
  let total = 0;
  for (const link of links) {
    const weight = linkWeight(link, query, listed, reference, rarity);
    agreed += link.similarity * weight;
    total += weight;
  }
  for (const token of [...left.query, ...left.listed])
    total += weightOf(token, reference, rarity) * (differing && isWord(token) ? 1 : extra);
  const tokensAgreed = full
    .flatMap((link) => link.listed.map((index) => listed.tokens[index]))
    .filter((token) => token !== undefined);
  return {
    similarity: total === 0 ? 0 : agreed / total,
    pairs: pairsOf(query, listed, links, left, differing),
    agreedWords,
    rarity: tokensAgreed.length === 0 ? 0 : rarityOf(tokensAgreed, rarity),
  };
}

function unlinked({ tokens }: Name, links: readonly Link[], side: 'query' | 'listed'): readonly NameToken[] {
  return tokens.filter((_, index) => !links.some((link) => link[side].includes(index)));
}

function isWord({ kind }: NameToken): boolean {
  return kind !== 'light';
}

function isFull(link: Link, query: Name, listed: Name): boolean {
  const full = (token: NameToken | undefined) =>
    token?.kind === 'word' || token?.kind === 'number' || token?.kind === 'concept';
  return (
    link.query.some((index) => full(query.tokens[index])) && link.listed.some((index) => full(listed.tokens[index]))
  );
}

/** A person's middle name or patronymic is often left out; a second word of a company is another company. */
function extraFactor(query: Name, listed: Name, agreedWords: number, weights: NameReference['weights']): number {
  if (query.ofOrganisation && listed.ofOrganisation) return weights.extraWordOfOrganisation;
  return agreedWords < 2 ? 1 : weights.extraWordOfPerson;
}

/** The mean, drawn towards the rarest word: one rare word in common says more than two common ones. */
function rarityOf(tokens: readonly NameToken[], rarity: Rarity): number {
  const values = tokens.map(rarity);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return (mean + Math.max(...values)) / 2;
}

function pairsOf(
  query: Name,
  listed: Name,
  links: readonly Link[],
  left: { readonly query: readonly NameToken[]; readonly listed: readonly NameToken[] },
  differing: boolean,
): NamePair[] {
  const text = (name: Name, indexes: readonly number[]) =>
    indexes.map((index) => name.tokens[index]?.text ?? '').join(' ');
  const pairs: NamePair[] = links.map((link) => ({
    query: text(query, link.query),
    listed: text(listed, link.listed),
    similarity: link.similarity,
    because: link.because,
  }));
  const queryLeft = differing ? left.query.filter(isWord) : [];
  const listedLeft = differing ? left.listed.filter(isWord) : [];
  const beside = Math.min(queryLeft.length, listedLeft.length);
  for (let index = 0; index < beside; index++)
    pairs.push({
      query: queryLeft[index]?.text ?? '',
      listed: listedLeft[index]?.text ?? '',
      similarity: 0,
      because: 'contradicted',
    });
  const shown = new Set([...queryLeft.slice(0, beside), ...listedLeft.slice(0, beside)]);
  for (const token of left.query)
    if (!shown.has(token)) pairs.push({ query: token.text, similarity: 0, because: 'unpaired' });
  for (const token of left.listed)
    if (!shown.has(token)) pairs.push({ listed: token.text, similarity: 0, because: 'unpaired' });
  return pairs;
}

function withLegalForms(
  query: Name,
  listed: Name,
  comparison: NameComparison,
  reference: NameReference,
): NameComparison {
  const [queryForm] = query.legalForms;
  const [listedForm] = listed.legalForms;
  if (!queryForm || !listedForm) return comparison;
  const compatible = query.legalForms.some(({ form }) =>
    listed.legalForms.some((other) => legalFormsCompatible(form, other.form, reference)),
  );
  const pair: NamePair = {
    query: legalFormDisplay(queryForm.form, reference),
    listed: legalFormDisplay(listedForm.form, reference),
    similarity: compatible ? 1 : 0,
    because: compatible ? 'same-legal-form' : 'contradicted',
  };
  return {
    ...comparison,
    similarity: comparison.similarity * (compatible ? 1 : reference.weights.otherLegalForm),
    pairs: [...comparison.pairs, pair],
  };
}
