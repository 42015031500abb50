// A word in Han characters and another word in, the odds that they are one out: by characters, or by how the word is read.
import { latinCodes } from '../names/letter-codes.ts';
import type { NameToken, Sound } from '../names/name.ts';
import { TRADITION } from '../names/sound-collection.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { transliterationOdds, type SpelledWord } from './transliteration-odds.ts';

/** Natural-log odds of words that have nothing in common. */
const OTHER_ODDS = -8;

/** Different characters are different words; read alike they are homophones, which is weak evidence and said as such. */
export function hanOdds(query: NameToken, listed: NameToken, { weights, confusedCharacters }: NameReference): number {
  const a = query.text;
  const b = listed.text;
  if (a.length === b.length) {
    let differing = 0;
    let confused = 0;
    for (let index = 0; index < a.length; index++) {
      if (a[index] === b[index]) continue;
      differing++;
      if (confusedCharacters.get(a[index] ?? '')?.has(b[index] ?? '') === true) confused++;
    }
    if (differing === confused) return weights.confusedCharacterOdds;
    if (differing === 1 && MIN_HAN_FOR_EDIT <= a.length) return weights.hanSlipOdds;
  } else if (MIN_HAN_FOR_EDIT <= Math.min(a.length, b.length) && Math.abs(a.length - b.length) === 1) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    let same = 0;
    while (same < short.length && short[same] === long[same]) same++;
    if (short.slice(same) === long.slice(same + 1)) return weights.hanSlipOdds;
  }
  return hasCommonSound(query.sounds, listed.sounds, 'zh:') || hasCommonSound(query.sounds, listed.sounds, 'ja:')
    ? weights.homophoneOdds
    : OTHER_ODDS;
}

/** One character more or less in six is a slip; in four (日本技研, 日本技建) it is another company. */
const MIN_HAN_FOR_EDIT = 6;

function hasCommonSound(a: readonly Sound[], b: readonly Sound[], prefix: string): boolean {
  for (const sound of a) {
    if (!sound.key.startsWith(prefix)) continue;
    for (const other of b) if (sound.hash === other.hash && sound.key === other.key) return true;
  }
  return false;
}

/**
 * Odds that a word in Han is said as the other, which is in another script than kana: its likeliest Japanese and Chinese readings as
 * that script spells them (夏目 нацумэ 나쓰메), or a foreign word that it spells (西门子 Siemens).
 */
export function hanReadingOdds(han: NameToken, other: NameToken, reference: NameReference): number {
  if (MOST_CHARACTERS < han.text.length || other.codes.length === 0) return OTHER_ODDS;
  if (other.script === 'latin') return foreignOdds(han, other, reference);
  if (other.script === 'kana') return OTHER_ODDS;
  let best = OTHER_ODDS;
  for (const { spelled, cost } of readingsOf(han)) {
    if (MOST_APART < Math.abs(spelled.latin.length - other.latin.length)) continue;
    if (MOST_READING_ODDS - cost <= best) break;
    const odds = Math.min(MOST_READING_ODDS, transliterationOdds(spelled, other, reference)) - cost;
    if (best < odds) best = odds;
  }
  return best;
}

/** Foreign words take about a character a syllable; what can be said as a name of the tradition is no foreign word. */
function foreignOdds(han: NameToken, other: NameToken, reference: NameReference): number {
  if (han.text.length < FEWEST_FOREIGN || other.latin.length < FEWEST_FOREIGN_LETTERS) return OTHER_ODDS;
  if ((other.traditions & (TRADITION.chinese | TRADITION.koreanFamily)) !== 0) return OTHER_ODDS;
  return transliterationOdds(han, other, reference);
}

const FEWEST_FOREIGN = 2;
const FEWEST_FOREIGN_LETTERS = 3;
const MOST_CHARACTERS = 12;
/** Letters that a spelling may have more or less than a reading. */
const MOST_APART = 5;
/** A reading is less than what is written. */
const MOST_READING_ODDS = 5.5;

interface Reading {
  readonly spelled: SpelledWord;
  /** Odds that it costs to be a rare reading. */
  readonly cost: number;
}

const readingsByToken = new WeakMap<NameToken, readonly Reading[]>();

/** The likeliest first; Latin letters without long vowels. */
function readingsOf(token: NameToken): readonly Reading[] {
  let readings = readingsByToken.get(token);
  if (!readings)
    readingsByToken.set(
      token,
      (readings = [...said(token, 'ja:', 10), ...said(token, 'zh:', 2)].sort((a, b) => a.cost - b.cost)),
    );
  return readings;
}

function said({ sounds }: NameToken, prefix: string, most: number): readonly Reading[] {
  const own = sounds.filter(({ key }) => key.startsWith(prefix)).slice(0, most);
  return own.map(({ key, quality }) => {
    const latin = key.slice(prefix.length);
    return {
      spelled: { script: 'latin', latin, codes: latinCodes(latin) },
      cost: COST_OF_DOUBT * (1 - quality),
    };
  });
}

const COST_OF_DOUBT = 8;
