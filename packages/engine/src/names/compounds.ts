// Words of a person's name in, the same with what is one name as one word out: Abd al-Aziz, Abu Bakr, Nur al-Din.
import { consonantsOf } from '../reference/name-words.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';

/**
 * One spelling for Arabic names of several parts, however they are written apart: Abd al-Aziz, Abdel Aziz and Abdulaziz are
 * `abdulaziz`, Abou Bakr is `abubakr`, Saif-al-Din and Seifeddine end in `uddin`, Habib Allah in `ullah`. `tellingPart` is the part
 * that tells one from the other. In Arabic letters the parts are joined as they are.
 */
export function withCompounds(words: readonly PlacedWord[], reference: NameReference): readonly PlacedWord[] {
  if (!words.some(canBePart) || words.some(({ text }) => LONGEST_WORD < text.length)) return words;
  const result: PlacedWord[] = [];
  for (let index = 0; index < words.length;) {
    const { word, count } = compoundAt(words, index, reference) ?? { word: words[index] as PlacedWord, count: 1 };
    index += count;
    const ended = withEnding(result.at(-1), word, words[index]);
    if (!ended) result.push(word);
    else {
      if (ended.joinsBefore) result.pop();
      result.push(ended.word);
      index += ended.after;
    }
  }
  return result;
}

/** Anything that the rules below look at, told quickly. */
function canBePart({ text, script }: PlacedWord): boolean {
  if (LONGEST_WORD < text.length) return false;
  return script === 'latin'
    ? text.startsWith('ab') || ENDS_LIKE_DIN.test(text) || ENDS_LIKE_ALLAH.test(text) || text.startsWith('um')
    : script === 'arabic' && (SERVANTS.has(text) || FATHERS.has(text));
}

/** No name is longer, and the rules below are not for longer words. */
const LONGEST_WORD = 40;
const ENDS_LIKE_DIN = /d(?:d[iey]|i|ee|ie)n?e?$/;
const ENDS_LIKE_ALLAH = /l+ah?$/;

const SERVANTS = new Set(['عبد']);
const FATHERS = new Set(['ابو', 'ابي', 'ام']);

const ABD = /^abd(?:[aeiou]{1,2}[lrsdztn]?)?$/;
/** Abdulaziz, Abdelaziz, Abdalaziz. */
const ABD_JOINED = /^abd(?:[aeou]|ou)l-?(?=..)(.+)$/;
/** Abdurrahman: the article takes the sound that follows. */
const ABD_ASSIMILATED = /^abd(?:[aeou]|ou)(sh|dh|th|[rsnztd])(?=\1)(.+)$/;
const ABU = /^ab(?:u|ou|oo|i)$/;
const UMM = /^umm?$/;
const ARTICLE = /^(?:[aeu]l|a[dnrstz]|ash|[eu][dnrstz]|[eu]sh)$/;

interface Compound {
  readonly word: PlacedWord;
  /** Of the words it is made of. */
  readonly count: number;
}

function compoundAt(words: readonly PlacedWord[], index: number, reference: NameReference): Compound | undefined {
  const word = words[index] as PlacedWord;
  const next = words[index + 1];
  if (word.script === 'arabic')
    return next?.script === 'arabic' && (SERVANTS.has(word.text) || FATHERS.has(word.text))
      ? { word: { ...word, text: word.text + next.text, tellingPart: next.text }, count: 2 }
      : undefined;
  if (word.script !== 'latin' || word.dotted) return undefined;
  if (next?.script === 'latin' && 1 < next.text.length) {
    const article = ARTICLE.test(next.text) ? words[index + 2] : undefined;
    const named = article?.script === 'latin' ? article : next;
    const count = named === next ? 2 : 3;
    if (ABD.test(word.text) && (count === 3 || isDivineName(next.text, reference) || next.text.startsWith('allah')))
      return { word: { ...word, ...servantOf(named.text), dotted: named.dotted }, count };
    const isUnit = ABU.test(word.text) ? 'abu' : UMM.test(word.text) ? 'umm' : undefined;
    // "Abi" and "Um" are names too, unless an article or filiation stands beside them
    const isSure = word.text.startsWith('abo') || word.text === 'abu' || count === 3 || 0 < index;
    if (isUnit !== undefined && isSure && word.role === next.role)
      return { word: { ...word, text: isUnit + named.text, tellingPart: named.text, dotted: named.dotted }, count };
  }
  const joined = ABD_JOINED.exec(word.text)?.[1] ?? ABD_ASSIMILATED.exec(word.text)?.[2];
  return joined !== undefined && 2 < joined.length ? { word: { ...word, ...servantOf(joined) }, count: 1 } : undefined;
}

function servantOf(name: string): Pick<PlacedWord, 'text' | 'tellingPart'> {
  const core = /^al+ah?$/.test(name) ? 'lah' : name;
  return { text: `abdul${core}`, tellingPart: core };
}

/** One of the names that follow Abdul; Abdul alone is a name in South Asia: Abdul Khan. By consonants, as vowels vary. */
function isDivineName(text: string, { words }: NameReference): boolean {
  return words.divineNames.has(consonantsOf(text));
}

interface Ended {
  readonly word: PlacedWord;
  readonly joinsBefore: boolean;
  /** Further words taken. */
  readonly after: number;
}

/** "al-Din" and "Allah" end the name before them. */
function withEnding(before: PlacedWord | undefined, word: PlacedWord, next: PlacedWord | undefined): Ended | undefined {
  if (word.script !== 'latin' || word.dotted) return undefined;
  const canJoin = before?.script === 'latin' && before.number === undefined && 2 < before.text.length;
  if (canJoin && DIN_ARTICLE.test(word.text) && next && DIN.test(next.text))
    return { word: { ...before, text: `${before.text}uddin`, tellingPart: before.text }, joinsBefore: true, after: 1 };
  if (canJoin && DIN_APART.test(word.text))
    return { word: { ...before, text: `${before.text}uddin`, tellingPart: before.text }, joinsBefore: true, after: 0 };
  if (canJoin && /^[aou]ll+ah$/.test(word.text) && before.tellingPart === undefined)
    return { word: { ...before, text: `${before.text}ullah`, tellingPart: before.text }, joinsBefore: true, after: 0 };
  const din = DIN_JOINED.exec(word.text)?.[1];
  if (din !== undefined)
    return { word: { ...word, text: `${din}uddin`, tellingPart: din }, joinsBefore: false, after: 0 };
  const allah = word.tellingPart === undefined ? ALLAH_JOINED.exec(word.text)?.[1] : undefined;
  return allah === undefined
    ? undefined
    : { word: { ...word, text: `${allah}ullah`, tellingPart: allah }, joinsBefore: false, after: 0 };
}

const DIN_ARTICLE = /^(?:[aeu][ld]|ul|ad)$/;
const DIN = /^d(?:i|ee|ie|ei)ne?$/;
const DIN_APART = /^(?:[aeou]dd?|[aeu]l)(?:i|ee|ie|ei)ne?$|^(?:[aeou]d|[aeu]l)d(?:i|ee|ie)ne?$/;
const DIN_JOINED = /^(.{2,}?)(?:[aeou]dd|ou?ddd?|[aeu]ld)(?:i|ee|ie|ei)ne?$/;
const ALLAH_JOINED = /^(.{3,}?)(?:[aou]|ou)ll+ah$/;
