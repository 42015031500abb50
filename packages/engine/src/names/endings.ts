// Words of a person's name in, what their endings say out: patronymics, and the form that men and women share.
import type { NameReference } from '../reference/name-reference.ts';
import type { PlacedWord } from './placed-word.ts';

/**
 * Marks the word that names the father: it ends in -ovich, -ovna or -ivna and stands behind a given name (family names end so as
 * well: Abramovich), or in -dottir, or oglu, kyzy and the like follow it.
 */
export function withPatronymics(words: readonly PlacedWord[], reference: NameReference): readonly PlacedWord[] {
  if (words.length < 2 || !words.some(({ text }) => endsLikePatronymic(text) || SON_OR_DAUGHTER.has(text)))
    return words;
  const result = words.map((word, index): PlacedWord => {
    if (SON_OR_DAUGHTER.has(word.text) && 0 < index) return { ...word, isLight: true };
    const isNamed = SON_OR_DAUGHTER.has(words[index + 1]?.text ?? '') && 0 < index;
    return isNamed || isPatronymic(words, index, reference) ? { ...word, isPatronymic: true } : word;
  });
  return result;
}

/** The Latin form that a family name has for men and women (ivanov, ivanova), or of old spelling (soeharto); else undefined. */
export function sharedStem(latin: string): string | undefined {
  if (latin.length < 5 || LONGEST_WORD < latin.length) return undefined;
  const last = latin.charCodeAt(latin.length - 1);
  if (last === 97 && GENDERED_A.test(latin)) return latin.slice(0, -1); // …ova
  for (const [ending, stem] of ENDINGS[latin.at(-1) ?? ''] ?? NONE)
    if (latin.endsWith(ending) && ending.length + 1 < latin.length) return latin.slice(0, -ending.length) + stem;
  return OLD_SPELLING.test(latin) && !GERMANIC.test(latin) ? modernSpelling(latin) : undefined;
}

/** No name is longer, and the rules below are not for longer words. */
const LONGEST_WORD = 40;

const SON_OR_DAUGHTER = new Set([
  'oglu',
  'ogly',
  'ogli',
  'oghlu',
  'ugli',
  'kyzy',
  'kizi',
  'qizi',
  'qyzy',
  'gyzy',
  'uulu',
  'uly',
  'оглы',
  'оглу',
  'огли',
  'кызы',
  'кизи',
  'гызы',
  'улы',
  'уулу',
]);

function isPatronymic(words: readonly PlacedWord[], index: number, { groups }: NameReference): boolean {
  const word = words[index] as PlacedWord;
  if (index === 0 || word.role === 'family' || !endsLikePatronymic(word.text)) return false;
  if (DAUGHTER_OF.test(word.text)) return true;
  const before = words[index - 1] as PlacedWord;
  if (before.isLight || (endsLikePatronymic(before.text) && 1 < index)) return false;
  if (word.role === 'given' || index < words.length - 1) return true;
  // behind two words it is one when the name began with the family name: Petrov Ivan Sergeevich
  const [first] = words;
  return 2 <= index && isGivenName(before, groups) && first !== undefined && !isGivenName(first, groups);
}

function isGivenName({ text }: PlacedWord, groups: NameReference['groups']): boolean {
  return groups.get(text)?.some(({ id }) => id.startsWith('given/')) === true;
}

function endsLikePatronymic(text: string): boolean {
  return text.length < 5 || LONGEST_WORD < text.length ? false : PATRONYMIC[text.at(-1) ?? '']?.test(text) === true;
}

/** By last letter. Latin: Russian, Ukrainian, Belarusian as passports, lists and German texts spell them. */
const PATRONYMIC: Readonly<Record<string, RegExp>> = {
  h: /(?:ov|ev|yov|iov|ow|ew)(?:i|y|e)t?ch$|(?:ow|ew)[iy]tsch$|(?:^il|[km]|kit)[iy]i?ch$/,
  c: /(?:ov|ev)yc$/,
  a: /(?:ov|ev|yov|iov|ow|ew)n[ay]$|[^aeiou]ivna$|(?:yi|i|ii|yy)vna$|[^aeiou](?:in)?ichna$/,
  а: /(?:ов|ев|ів|їв|оў|еў)на$|[иі]чна$/,
  ч: /(?:ов|ев|йов|ав)[иіы]ч$|(?:ьич|мич|кич)$/,
  r: /dottir$/,
};
const DAUGHTER_OF = /.dottir$/;

/** -ov/-ova, -ev/-eva, -in/-ina, with what stands before it. */
const GENDERED_A = /[^aeiou].*(?:[oeiy]v|[iy]n)a$/;

type Ending = readonly [string, string];
const NONE: readonly Ending[] = [];

/** By last letter, longest first: Slavic -sky/-skaya, Polish -ski/-ska, Greek -poulos/-poulou, Lithuanian -skas/-skiene. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  a: [
    ['tskaya', 'tsk'],
    ['skaya', 'sk'],
    ['skaia', 'sk'],
    ['skaja', 'sk'],
    ['zkaya', 'zk'],
    ['ska', 'sk'],
    ['cka', 'ck'],
    ['dzka', 'dzk'],
  ],
  y: [
    ['skyy', 'sk'],
    ['skiy', 'sk'],
    ['skyi', 'sk'],
    ['skoy', 'sk'],
    ['sky', 'sk'],
    ['zky', 'zk'],
  ],
  i: [
    ['skyi', 'sk'],
    ['skii', 'sk'],
    ['ski', 'sk'],
    ['cki', 'ck'],
    ['dzki', 'dzk'],
  ],
  j: [
    ['skij', 'sk'],
    ['skyj', 'sk'],
  ],
  s: [
    ['poulos', 'poul'],
    ['akis', 'ak'],
    ['idis', 'id'],
    ['skas', 'sk'],
    ['skis', 'sk'],
  ],
  u: [
    ['poulou', 'poul'],
    ['idou', 'id'],
  ],
  e: [
    ['skiene', 'sk'],
    ['skaite', 'sk'],
    ['skyte', 'sk'],
  ],
};

/** Indonesian names until 1972 (ejaan lama): Soeharto, Tjipto, Djoko, Wahjoe. */
const OLD_SPELLING = /oe|dj|tj/;
/** German and Dutch names are written with oe too. */
const GERMANIC = /(?:er|els?|ig|ing|ch|h[lmn]|ht|tz|ll|ke|se|sen|rn|ff|he|gh|rt|ns|ck|uw|en)$/;

function modernSpelling(latin: string): string {
  return latin
    .replaceAll('oe', 'u')
    .replaceAll('dj', '1')
    .replaceAll('tj', 'c')
    .replaceAll('j', 'y')
    .replaceAll('1', 'j');
}
