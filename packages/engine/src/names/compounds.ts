// Words of a person's name in, the same with what is one name as one word out: Abd al-Aziz, Abu Bakr, Nur al-Din.
import { consonantsOf } from '../reference/name-words.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';
import { katakanaOf } from './script.ts';

/**
 * One spelling for Arabic names of several parts, however they are written apart: Abd al-Aziz, Abdel Aziz and Abdulaziz are
 * `abdulaziz`, Abou Bakr is `abubakr`, Saif-al-Din and Seifeddine end in `uddin`, Habib Allah in `ullah`. `tellingPart` is the part
 * that tells one from the other. In Arabic letters and in kana the parts are joined as they are.
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
    ? text.startsWith('ab') || text.startsWith('um') || endsLikeName(text)
    : script === 'arabic'
      ? SERVANTS.has(text) ||
        FATHERS.has(text) ||
        text === DIN_ARABIC ||
        text === ALLAH_ARABIC ||
        ARABIC_JOINED.test(text)
      : script === 'kana' && CAN_BE_KANA.test(katakanaOf(text));
}

function endsLikeName(text: string): boolean {
  switch (text.charCodeAt(text.length - 1)) {
    case 0x65: // e
    case 0x69: // i
    case 0x6e: // n
    case 0x79: // y
      return ENDS_LIKE_DIN.test(text);
    case 0x61: // a
    case 0x68: // h
      return ENDS_LIKE_ALLAH.test(text);
    default:
      return false;
  }
}

/** No name is longer, and the rules below are not for longer words. */
const LONGEST_WORD = 40;
const ENDS_LIKE_DIN = /d(?:d[iey]|i|ee|ie)n?e?$/;
const ENDS_LIKE_ALLAH = /l+ah?$/;

const SERVANTS = new Set(['عبد']);
const FATHERS = new Set(['ابو', 'ابي', 'ام']);

const DIN_ARABIC = 'الدين';
const ALLAH_ARABIC = 'الله';
/** عبدالعزيز; سيفالدين and حبيبالله, written without a space. */
const ARABIC_JOINED = /^عبدال..|..الدين$|...الله$/;

/** アブド, アブドゥル, アブデル; アブドゥルラフマーン; サイフッディーン; ナスルッラー. */
const CAN_BE_KANA = /^アブ[ドデ]|ディーン$|ッラー$/;
const SERVANT_KANA = /^アブ(?:ド|ドゥ|デ)ー?[ルッ]?$/;
const SERVANT_KANA_JOINED = /^アブ(?:ド|ドゥ|デ)ー?[ルッ](?!ラー)(..+)$/;
const ARTICLE_KANA = /^(?:[アウエ][ルッン]|アッ.)$/;
const DIN_KANA = /^ディーン$/;
const DIN_KANA_JOINED = /^(..+?)(?:[アウ]?[ルッ])ディーン$/;
const ALLAH_KANA_JOINED = /^(?!アブ)(..+?)[アウ]?ッラー$/;

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
  if (word.script === 'arabic') return arabicCompound(word, next);
  if (word.script === 'kana') return kanaCompound(words, index);
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
      return {
        word: { ...word, text: isUnit + named.text, tellingPart: named.text, compound: 'parent', dotted: named.dotted },
        count,
      };
  }
  const joined = ABD_JOINED.exec(word.text)?.[1] ?? ABD_ASSIMILATED.exec(word.text)?.[2];
  return joined !== undefined && 2 < joined.length ? { word: { ...word, ...servantOf(joined) }, count: 1 } : undefined;
}

function servantOf(name: string): Pick<PlacedWord, 'text' | 'tellingPart' | 'compound'> {
  const core = /^al+ah?$/.test(name) ? 'lah' : name;
  return { text: `abdul${core}`, tellingPart: core, compound: 'servant' };
}

function arabicCompound(word: PlacedWord, next: PlacedWord | undefined): Compound | undefined {
  const { text } = word;
  const isServant = SERVANTS.has(text);
  if (next?.script === 'arabic' && (isServant || FATHERS.has(text))) {
    const compound = isServant ? 'servant' : 'parent';
    return { word: { ...word, text: text + next.text, tellingPart: withoutArticle(next.text), compound }, count: 2 };
  }
  const named = /^عبد(ال..+)$/.exec(text)?.[1];
  return named === undefined
    ? undefined
    : { word: { ...word, tellingPart: withoutArticle(named), compound: 'servant' }, count: 1 };
}

function withoutArticle(text: string): string {
  return text.startsWith('ال') && 3 < text.length ? text.slice(2) : text;
}

function kanaCompound(words: readonly PlacedWord[], index: number): Compound | undefined {
  const word = words[index] as PlacedWord;
  const text = katakanaOf(word.text);
  const kanaAt = (position: number) => {
    const at = words[position];
    return at?.script === 'kana' ? katakanaOf(at.text) : undefined;
  };
  if (SERVANT_KANA.test(text)) {
    const article = ARTICLE_KANA.test(kanaAt(index + 1) ?? '') ? kanaAt(index + 1) : undefined;
    const named = kanaAt(index + (article === undefined ? 1 : 2));
    if (named !== undefined)
      return {
        word: { ...word, text: text + (article ?? '') + named, tellingPart: named, compound: 'servant' },
        count: article === undefined ? 2 : 3,
      };
  }
  const core = SERVANT_KANA_JOINED.exec(text)?.[1];
  return core === undefined ? undefined : { word: { ...word, tellingPart: core, compound: 'servant' }, count: 1 };
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
  if (word.script === 'arabic') return withArabicEnding(before, word);
  if (word.script === 'kana') return withKanaEnding(before, word, next);
  if (word.script !== 'latin' || word.dotted) return undefined;
  const canJoin = before?.script === 'latin' && before.number === undefined && 2 < before.text.length;
  if (canJoin && DIN_ARTICLE.test(word.text) && next && DIN.test(next.text))
    return joining(before, 'uddin', 'faith', 1);
  if (canJoin && DIN_APART.test(word.text)) return joining(before, 'uddin', 'faith', 0);
  if (canJoin && /^[aou]ll+ah$/.test(word.text) && before.tellingPart === undefined)
    return joining(before, 'ullah', 'god', 0);
  const din = DIN_JOINED.exec(word.text)?.[1];
  if (din !== undefined) return alone({ ...word, text: `${din}uddin`, tellingPart: din, compound: 'faith' });
  const allah = word.tellingPart === undefined ? ALLAH_JOINED.exec(word.text)?.[1] : undefined;
  return allah === undefined
    ? undefined
    : alone({ ...word, text: `${allah}ullah`, tellingPart: allah, compound: 'god' });
}

function joining(before: PlacedWord, ending: string, compound: 'faith' | 'god', after: number): Ended {
  const { text } = before;
  return { word: { ...before, text: text + ending, tellingPart: text, compound }, joinsBefore: true, after };
}

function alone(word: PlacedWord): Ended {
  return { word, joinsBefore: false, after: 0 };
}

function withArabicEnding(before: PlacedWord | undefined, word: PlacedWord): Ended | undefined {
  const { text } = word;
  if (word.tellingPart !== undefined) return undefined;
  if (before?.script === 'arabic' && before.tellingPart === undefined && 1 < before.text.length) {
    if (text === DIN_ARABIC) return joining(before, text, 'faith', 0);
    if (text === ALLAH_ARABIC) return joining(before, text, 'god', 0);
  }
  const faith = /^(..+)الدين$/.exec(text)?.[1];
  if (faith !== undefined) return alone({ ...word, tellingPart: faith, compound: 'faith' });
  const god = /^(...+)الله$/.exec(text)?.[1];
  return god === undefined ? undefined : alone({ ...word, tellingPart: god, compound: 'god' });
}

function withKanaEnding(
  before: PlacedWord | undefined,
  word: PlacedWord,
  next: PlacedWord | undefined,
): Ended | undefined {
  if (word.tellingPart !== undefined) return undefined;
  const text = katakanaOf(word.text);
  if (
    before?.script === 'kana' &&
    before.tellingPart === undefined &&
    ARTICLE_KANA.test(text) &&
    next?.script === 'kana' &&
    DIN_KANA.test(katakanaOf(next.text))
  )
    return joining(before, text + next.text, 'faith', 1);
  const faith = DIN_KANA_JOINED.exec(text)?.[1];
  if (faith !== undefined) return alone({ ...word, tellingPart: faith, compound: 'faith' });
  const god = ALLAH_KANA_JOINED.exec(text)?.[1];
  return god === undefined ? undefined : alone({ ...word, tellingPart: god, compound: 'god' });
}

const DIN_ARTICLE = /^(?:[aeu][ld]|ul|ad)$/;
const DIN = /^d(?:i|ee|ie|ei)ne?$/;
const DIN_APART = /^(?:[aeou]dd?|[aeu]l)(?:i|ee|ie|ei)ne?$|^(?:[aeou]d|[aeu]l)d(?:i|ee|ie)ne?$/;
const DIN_JOINED = /^(.{2,}?)(?:[aeou]dd|ou?ddd?|[aeu]ld)(?:i|ee|ie|ei)ne?$/;
const ALLAH_JOINED = /^(.{3,}?)(?:[aou]|ou)ll+ah$/;
