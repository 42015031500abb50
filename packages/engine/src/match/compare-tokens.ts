// Two words of names in, how alike they are and why out. Like with like first: characters, then sounds, then letters.
import type { PairReason } from '../model/evidence.ts';
import type { Name, NameToken, Script, Sound } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { editCost } from './edit-distance.ts';

export interface TokenComparison {
  /** 0 to 1. */
  readonly similarity: number;
  readonly because: PairReason;
}

/** The traditions in which both names can be read, so that spellings of them may stand for each other. */
export interface Traditions {
  readonly chinese: boolean;
  readonly korean: boolean;
  readonly japanese: boolean;
}

export function commonTraditions(query: Name, listed: Name): Traditions {
  return {
    chinese: query.canBeChinese && listed.canBeChinese,
    korean: query.canBeKorean && listed.canBeKorean,
    japanese: canBeJapanese(query) && canBeJapanese(listed),
  };
}

export function compareTokens(
  query: NameToken,
  listed: NameToken,
  traditions: Traditions,
  reference: NameReference,
): TokenComparison {
  const { weights } = reference;
  if (query.script === listed.script && query.text === listed.text) return { similarity: 1, because: 'equal' };
  if (query.kind === 'number' || listed.kind === 'number') return DIFFERENT;
  if (query.kind === 'initial' || listed.kind === 'initial') return compareInitial(query, listed, reference);
  if (query.concept !== undefined && listed.concept !== undefined)
    return query.concept === listed.concept
      ? { similarity: weights.conceptSimilarity, because: 'same-reading' }
      : DIFFERENT;
  if (query.script === 'han' && listed.script === 'han') return compareHan(query, listed, reference);
  const sound = bestCommonSound(query, listed, traditions);
  const sameScript = query.script === listed.script;
  if (0 < sound)
    return {
      similarity: sound,
      because: isSpoken(query.script) || isSpoken(listed.script) ? 'same-reading' : 'romanisation',
    };
  if (query.script === 'han' || listed.script === 'han') return DIFFERENT;
  if (sameScript && query.script === 'latin' && bothSyllabic(query, listed, traditions)) return DIFFERENT;
  return compareLetters(query, listed, reference);
}

const DIFFERENT: TokenComparison = { similarity: 0, because: 'unpaired' };

function canBeJapanese({ tokens }: Name): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return 1 < words.length && words.every(({ sounds }) => sounds.some(({ key }) => key.startsWith('ja:')));
}

function compareInitial(query: NameToken, listed: NameToken, { weights }: NameReference): TokenComparison {
  const [initial, word] = query.kind === 'initial' ? [query, listed] : [listed, query];
  return initial.latin !== '' && word.latin.startsWith(initial.latin)
    ? { similarity: weights.initialSimilarity, because: 'initial' }
    : DIFFERENT;
}

/** Scripts whose words are compared by how they are read. */
function isSpoken(script: Script): boolean {
  return script === 'han' || script === 'kana' || script === 'hangul';
}

/** Different characters are different words; read alike they are homophones, which is weak evidence and said as such. */
function compareHan(query: NameToken, listed: NameToken, { weights }: NameReference): TokenComparison {
  const a = [...query.text];
  const b = [...listed.text];
  if (MIN_HAN_FOR_EDIT <= Math.min(a.length, b.length)) {
    const cost = editCost(query.text, listed.text, HAN_COSTS, 1);
    if (cost <= 1)
      return {
        similarity: 1 - (weights.editSteepness * cost) / Math.max(a.length, b.length),
        because: 'edit-distance',
      };
  }
  const homophones = commonSounds(query.sounds, listed.sounds).some(({ key }) => /^(?:zh|ja):/.test(key));
  return homophones ? { similarity: weights.homophoneSimilarity, because: 'contradicted' } : DIFFERENT;
}

/** One character more or less in six is a slip; in four (日本技研, 日本技建) it is another company. */
const MIN_HAN_FOR_EDIT = 6;
const HAN_COSTS = { vowelsAreFree: false };

/** The product of trust of the best sound in common; 0 when there is none that both names allow. */
function bestCommonSound(query: NameToken, listed: NameToken, traditions: Traditions): number {
  const bothLatin = query.script === 'latin' && listed.script === 'latin';
  if (bothLatin && !traditions.chinese && !traditions.korean && !traditions.japanese) return 0;
  const hangulBesideLatin = !bothLatin && query.script !== 'han' && listed.script !== 'han';
  let best = 0;
  for (const { key, quality } of commonSounds(query.sounds, listed.sounds)) {
    if (key.startsWith('yue') && !traditions.chinese) continue;
    if (key.startsWith('ko') && !traditions.korean && !hangulBesideLatin) continue;
    if (bothLatin && key.startsWith('zh') && !traditions.chinese) continue;
    if (bothLatin && key.startsWith('ja') && !traditions.japanese) continue;
    best = Math.max(best, quality);
  }
  return best;
}

function commonSounds(a: readonly Sound[], b: readonly Sound[]): Sound[] {
  const common: Sound[] = [];
  for (const sound of a)
    for (const other of b)
      if (sound.key === other.key) common.push({ ...sound, quality: sound.quality * other.quality });
  return common;
}

/** Chinese and Korean syllables are few: one letter's difference is another name (Jianbin, Jianmin), not a slip. */
function bothSyllabic(query: NameToken, listed: NameToken, { chinese, korean }: Traditions): boolean {
  const inTradition = (token: NameToken, prefix: string) => token.sounds.some(({ key }) => key.startsWith(prefix));
  return korean || (chinese && inTradition(query, 'zh:') && inTradition(listed, 'zh:'));
}

function compareLetters(query: NameToken, listed: NameToken, { weights, letterCosts }: NameReference): TokenComparison {
  const a = query.letters;
  const b = listed.letters;
  const length = Math.max(a.length, b.length);
  if (a === '' || b === '' || MAX_LETTERS < length) return DIFFERENT;
  const vowelsAreFree = isAbjad(query.script) || isAbjad(listed.script);
  const most = mostCost(length);
  if (!vowelsAreFree && 2 * most < Math.abs(a.length - b.length)) return DIFFERENT;
  const cost = editCost(a, b, { letters: letterCosts, vowelsAreFree }, most);
  if (most < cost) return DIFFERENT;
  const similarity = Math.min(weights.bestEditSimilarity, 1 - (weights.editSteepness * cost) / length);
  return { similarity, because: cost < 1 ? 'romanisation' : 'edit-distance' };
}

const MAX_LETTERS = 60;

function isAbjad(script: Script): boolean {
  return script === 'arabic' || script === 'hebrew';
}

/**
 * What may differ, by letters of the longer word. One edit in a short name is another name as often as a slip: Wang and
 * Yang, Lina and Luna, Sony and Sona. Cases: short words.
 */
function mostCost(length: number): number {
  if (length < 4) return 0.25;
  if (length < 5) return 0.5;
  if (length < 9) return 1;
  return length < 13 ? 1.5 : 2.5;
}
