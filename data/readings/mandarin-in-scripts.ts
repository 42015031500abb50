// A Mandarin syllable in pinyin in, how kana, Cyrillic and hangul write it out.
import { parts } from './mandarin-in-latin.ts';

type Spellings = Readonly<Record<string, readonly string[]>>;

/** As Japanese newspapers write Chinese names, in the Latin letters that our kana table gives: グオチアン is guochian. */
export function kana(syllable: string): string[] {
  const split = parts(syllable);
  if (!split) return [];
  const [initial, final] = split;
  const initials: Spellings = {
    b: ['b', 'p'],
    d: ['d', 't'],
    g: ['g', 'k'],
    l: ['r'],
    j: ['j', 'ch'],
    q: ['ch'],
    x: ['sh'],
    zh: ['j', 'ch'],
    r: ['r', 'j'],
    z: ['z', 'ts'],
    c: ['ts'],
    s: ['s'],
    f: ['f'],
  };
  const finals: Spellings = {
    ang: ['an'],
    e: ['e', 'a', 'o', 'u'],
    ei: ['ei', 'e'],
    eng: ['en', 'on'],
    er: ['aru', 'a'],
    ia: ['ia', 'ya'],
    ian: ['ien', 'ian', 'en'],
    iang: ['ian', 'yan'],
    iao: ['iao', 'yao'],
    ie: ['ie', 'ye', 'e'],
    ing: ['in'],
    iong: ['ion', 'yon'],
    iu: ['iu', 'yu', 'yuu'],
    o: ['o', 'uo'],
    ong: ['on'],
    ou: ['ou', 'o'],
    uang: ['uan', 'wan'],
    uan: ['uan', 'wan'],
    ua: ['ua', 'wa'],
    uai: ['uai', 'wai'],
    ui: ['ui', 'uei'],
    un: ['un', 'uen', 'wen'],
    uo: ['uo', 'o'],
    ueng: ['won'],
    v: ['yu', 'yui', 'yi', 'u'],
    ve: ['yue', 'ue', 'ye'],
    van: ['yuan', 'yuen', 'uan'],
    vn: ['yun', 'un'],
  };
  const zero: Spellings = {
    i: ['i'],
    ia: ['ya'],
    ian: ['ien', 'yan', 'yen'],
    iang: ['yan'],
    iao: ['yao'],
    ie: ['ie', 'ye'],
    iong: ['yon'],
    iu: ['yu', 'you'],
    u: ['u'],
    ua: ['wa'],
    uai: ['wai'],
    uan: ['wan'],
    uang: ['wan', 'uan'],
    ui: ['wei', 'uei', 'ui'],
    un: ['wen', 'uen', 'un'],
    uo: ['wo', 'uo'],
    ueng: ['won'],
    v: ['yu', 'yui', 'yi'],
    ve: ['yue'],
    van: ['yuan', 'yuen', 'yuwan'],
    vn: ['yun', 'yuin'],
  };
  if (initial === '') return [...new Set((zero[final] ?? finals[final] ?? [final]).map(shortVowels))];
  // ホワ and ファ for hua, ホワン and ファン for huang
  const asHowa = initial === 'h' && /^ua/.test(final) ? final.slice(1).replace('ng', 'n') : undefined;
  const buzzing = final === 'i' && /^(zh|ch|sh|r|z|c|s)$/.test(initial);
  const ends = buzzing ? ['i', 'u'] : (finals[final] ?? [final]);
  return [
    ...new Set([
      ...(initials[initial] ?? [initial]).flatMap((start) =>
        ends.map((end) =>
          shortVowels(
            (start + end)
              .replace(/^(j|ch|sh)y/, '$1')
              .replace(/^tsi/, 'tsu')
              .replace(/^hu/, 'fu'),
          ),
        ),
      ),
      ...(asHowa === undefined ? [] : [`how${asHowa}`, `f${asHowa}`]),
    ]),
  ];
}

/** As our reading of kana leaves them: ei is e, ou and oo are o, uu is u. */
function shortVowels(latin: string): string {
  return latin
    .replace(/o[ou]+/g, 'o')
    .replace(/u{2,}/g, 'u')
    .replace(/e[ie]+/g, 'e');
}

/** Palladius, the Russian system. */
export function palladius(syllable: string): string[] {
  const split = parts(syllable);
  if (!split) return [];
  const [initial, final] = split;
  const zero: Readonly<Record<string, string>> = {
    i: 'и',
    v: 'юй',
    u: 'у',
    ua: 'ва',
    uai: 'вай',
    uan: 'вань',
    uang: 'ван',
    ui: 'вэй',
    un: 'вэнь',
    ueng: 'вэн',
    uo: 'во',
  };
  const initials: Readonly<Record<string, string>> = {
    '': '',
    b: 'б',
    p: 'п',
    m: 'м',
    f: 'ф',
    d: 'д',
    t: 'т',
    n: 'н',
    l: 'л',
    g: 'г',
    k: 'к',
    h: 'х',
    j: 'цз',
    q: 'ц',
    x: 'с',
    zh: 'чж',
    ch: 'ч',
    sh: 'ш',
    r: 'ж',
    z: 'цз',
    c: 'ц',
    s: 'с',
  };
  const finals: Readonly<Record<string, string>> = {
    a: 'а',
    ai: 'ай',
    an: 'ань',
    ang: 'ан',
    ao: 'ао',
    e: 'э',
    ei: 'эй',
    en: 'энь',
    eng: 'эн',
    er: 'эр',
    i: 'и',
    ia: 'я',
    ian: 'янь',
    iang: 'ян',
    iao: 'яо',
    ie: 'е',
    in: 'инь',
    ing: 'ин',
    iong: 'юн',
    iu: 'ю',
    o: 'о',
    ong: 'ун',
    ou: 'оу',
    u: 'у',
    ua: 'уа',
    uai: 'уай',
    uan: 'уань',
    uang: 'уан',
    ui: 'уй',
    un: 'унь',
    uo: 'о',
    v: 'юй',
    ve: 'юэ',
    van: 'юань',
    vn: 'юнь',
  };
  const start = initials[initial];
  const end = initial === '' ? (zero[final] ?? finals[final]) : finals[final];
  if (start === undefined || end === undefined) return [];
  if (/^[zcs]$/.test(initial) && final === 'i') return [`${start}ы`];
  if (initial === 'h' && final === 'ui') return ['хуэй', 'хуй'];
  return [start + end];
}

/** Initials before the vowels of a syllable without one; after ㅈ ㅉ ㅊ a y is not written. */
export function hangul(syllable: string): string[] {
  const split = parts(syllable);
  if (!split) return [];
  const [initial, final] = split;
  const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
  const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
  const initials: Readonly<Record<string, string>> = {
    '': 'ㅇ',
    b: 'ㅂ',
    p: 'ㅍ',
    m: 'ㅁ',
    f: 'ㅍ',
    d: 'ㄷ',
    t: 'ㅌ',
    n: 'ㄴ',
    l: 'ㄹ',
    g: 'ㄱ',
    k: 'ㅋ',
    h: 'ㅎ',
    j: 'ㅈ',
    q: 'ㅊ',
    x: 'ㅅ',
    zh: 'ㅈ',
    ch: 'ㅊ',
    sh: 'ㅅ',
    r: 'ㄹ',
    z: 'ㅉ',
    c: 'ㅊ',
    s: 'ㅆ',
  };
  const finals: Readonly<Record<string, string>> = {
    a: '아',
    o: '오',
    e: '어',
    ai: '아이',
    ei: '에이',
    ao: '아오',
    ou: '어우',
    an: '안',
    en: '언',
    ang: '앙',
    eng: '엉',
    er: '얼',
    i: '이',
    ia: '야',
    iao: '야오',
    ie: '예',
    iu: '유',
    ian: '옌',
    in: '인',
    iang: '양',
    ing: '잉',
    io: '요',
    iong: '융',
    u: '우',
    ua: '와',
    uo: '워',
    uai: '와이',
    ui: initial === '' ? '웨이' : '우이',
    uan: '완',
    un: initial === '' ? '원' : '운',
    uang: '왕',
    ueng: '웡',
    ong: '웅',
    v: '위',
    ve: '웨',
    van: '위안',
    vn: '윈',
  };
  const buzzing = final === 'i' && /^(?:zh|ch|sh|[rzcs])$/.test(initial);
  const sound = buzzing ? '으' : finals[final];
  const lead = initials[initial];
  if (sound === undefined || lead === undefined) return [];
  const index = (sound.codePointAt(0) ?? 0) - 0xac00;
  const vowel = vowels[Math.floor((index % 588) / 28)] ?? '';
  const plain: Readonly<Record<string, string>> = { ㅑ: 'ㅏ', ㅕ: 'ㅓ', ㅖ: 'ㅔ', ㅛ: 'ㅗ', ㅠ: 'ㅜ' };
  const written = /[ㅈㅉㅊ]/.test(lead) ? (plain[vowel] ?? vowel) : vowel;
  const first = 0xac00 + leads.indexOf(lead) * 588 + vowels.indexOf(written) * 28 + (index % 28);
  return [String.fromCodePoint(first) + sound.slice(1)];
}
