// The syllables of han-readings.tsv in, romanisation/chinese.tsv and romanisation/cantonese.tsv out: how each Mandarin and
// Cantonese syllable is spelled in the systems people use, by rule. Run: node run.mjs data/readings/generate-romanisation.ts
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Spellings = Readonly<Record<string, readonly string[]>>;

const folder = import.meta.dirname;
const columns = { mandarin: 1, cantonese: 2 };
writeRows(
  'chinese.tsv',
  '# How Mandarin syllables are spelled: pinyin as typed, Wade-Giles without marks, Japanese kana (as the Latin letters of\n' +
    '# romanisation/kana.tsv), Palladius (Cyrillic).\n',
  syllables(columns.mandarin).flatMap((syllable) => [
    ...pinyin(syllable).map((spelling) => ['pinyin', spelling, syllable]),
    ...wadeGiles(syllable).map((spelling) => ['wade-giles', spelling, syllable]),
    ...kana(syllable).map((spelling) => ['kana', spelling, syllable]),
    ...palladius(syllable).map((spelling) => ['palladius', spelling, syllable]),
  ]),
);
writeRows(
  'cantonese.tsv',
  '# How Cantonese syllables (jyutping) are spelled in Hong Kong and Macau passports; several spellings are in use.\n',
  syllables(columns.cantonese).flatMap((syllable) =>
    hongKong(syllable).map((spelling) => ['hong-kong', spelling, syllable]),
  ),
);

/** Those with a vowel that at least three characters have: the rest are dialect and interjections (ng, hm). */
function syllables(column: number): string[] {
  const count = new Map<string, number>();
  for (const line of readFileSync(path.join(folder, 'han-readings.tsv'), 'utf8').split('\n')) {
    if (line.startsWith('#') || line.startsWith('key\t')) continue;
    for (const syllable of (line.split('\t')[column] ?? '').split(','))
      if (/^[a-z]*[aeiouv][a-z]*$/.test(syllable)) count.set(syllable, (count.get(syllable) ?? 0) + 1);
  }
  return [...count]
    .filter(([, times]) => 3 <= times)
    .map(([syllable]) => syllable)
    .sort();
}

/** ü is written u, v, yu and ue. */
function pinyin(syllable: string): string[] {
  return syllable.includes('v')
    ? [
        syllable,
        syllable.replace('v', 'u'),
        syllable.replace('v', 'yu'),
        ...(syllable.endsWith('v') ? [syllable.replace('v', 'ue')] : []),
      ]
    : [syllable];
}

/** Initial and final; the spelling rules of pinyin undone: yan = i+an, wo = uo, ju = j+ü. */
function parts(syllable: string): readonly [string, string] | undefined {
  const zero: Readonly<Record<string, string>> = {
    yi: 'i',
    ya: 'ia',
    yan: 'ian',
    yang: 'iang',
    yao: 'iao',
    ye: 'ie',
    yin: 'in',
    ying: 'ing',
    yong: 'iong',
    you: 'iu',
    yo: 'io',
    yu: 'v',
    yue: 've',
    yuan: 'van',
    yun: 'vn',
    wu: 'u',
    wa: 'ua',
    wai: 'uai',
    wan: 'uan',
    wang: 'uang',
    wei: 'ui',
    wen: 'un',
    weng: 'ueng',
    wo: 'uo',
  };
  const whole = zero[syllable];
  if (whole !== undefined) return ['', whole];
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)([aeiouv]\w*)$/.exec(syllable) ?? [];
  if (final === '') return undefined;
  return [initial, /^[jqx]$/.test(initial) ? final.replace(/^u/, 'v') : final];
}

/** Wade–Giles as it is written in passports: no apostrophes, no umlaut; so `ch` is j, q, zh and ch. */
function wadeGiles(syllable: string): string[] {
  const irregular: Spellings = {
    zi: ['tzu'],
    ci: ['tzu', 'tsu'],
    si: ['ssu', 'szu'],
    zhi: ['chih'],
    chi: ['chih'],
    shi: ['shih'],
    ri: ['jih'],
    ge: ['ko', 'ke'],
    ke: ['ko', 'ke'],
    he: ['ho', 'he'],
    gui: ['kuei', 'kui'],
    kui: ['kuei', 'kui'],
    you: ['yu'],
    yan: ['yen'],
    ye: ['yeh'],
    yi: ['i', 'yi'],
    yu: ['yu'],
    er: ['erh'],
    e: ['o', 'e'],
    yong: ['yung'],
    yue: ['yueh'],
    guo: ['kuo'],
    kuo: ['kuo'],
    huo: ['huo'],
    shuo: ['shuo'],
  };
  const found = irregular[syllable];
  if (found) return [...found];
  const split = parts(syllable);
  if (!split) return [];
  const [initial, final] = split;
  const initials: Readonly<Record<string, string>> = {
    b: 'p',
    d: 't',
    g: 'k',
    j: 'ch',
    q: 'ch',
    zh: 'ch',
    z: 'ts',
    c: 'ts',
    x: 'hs',
    r: 'j',
  };
  const start = initials[initial] ?? initial;
  if (start === '') return [syllable];
  let end = final.replace(/^v/, 'u');
  if (end === 'ian') end = 'ien';
  else if (end === 'ie' || end === 'ue') end += 'h';
  else if (end === 'ong') end = 'ung';
  else if (end === 'iong') end = 'iung';
  else if (end === 'uo') end = 'o';
  else if (end === 'e') end = 'eh';
  return end === 'eh' ? [`${start}e`, `${start}eh`] : [start + end];
}

/** As Japanese newspapers write Chinese names, in the Latin letters that our kana table gives: グオチアン is guochian. */
function kana(syllable: string): string[] {
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
    e: ['e', 'a', 'o'],
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
    v: ['yu', 'yui', 'yi'],
    ve: ['yue', 'ue'],
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
  if (initial === '') return [...(zero[final] ?? finals[final] ?? [final])];
  const buzzing = final === 'i' && /^(zh|ch|sh|r|z|c|s)$/.test(initial);
  const ends = buzzing ? ['i', 'u'] : (finals[final] ?? [final]);
  return [
    ...new Set(
      (initials[initial] ?? [initial]).flatMap((start) =>
        ends.map((end) => (start + end).replace(/^(j|ch|sh)y/, '$1').replace(/^tsi/, 'tsu')),
      ),
    ),
  ];
}

/** Palladius, the Russian system. */
function palladius(syllable: string): string[] {
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

/** The usual government spellings, and the variants seen beside them. */
function hongKong(syllable: string): string[] {
  const whole: Spellings = {
    ze: ['tse', 'che'],
    zi: ['chi', 'tze', 'tsz'],
    ci: ['chi', 'tsz', 'tse'],
    si: ['sze', 'si', 'see', 'sz'],
    jyu: ['yu', 'yue', 'u'],
    jyun: ['yuen', 'yun', 'un'],
    jyut: ['yuet', 'yut'],
  };
  const found = whole[syllable];
  if (found) return [...new Set(found)];
  const [, initial = '', final = ''] = /^(gw|kw|ng|[bpmfdtnlgkhzcsjw]?)([aeiouy]\w*)$/.exec(syllable) ?? [];
  if (final === '') return [];
  const initials: Spellings = {
    gw: ['kw', 'gw'],
    g: ['k', 'g'],
    b: ['p', 'b'],
    d: ['t', 'd'],
    z: ['ch', 'ts', 'j'],
    c: ['ch', 'ts'],
    j: ['y'],
    s: ['s', 'sh'],
    ng: ['ng', ''],
  };
  const finals: Spellings = {
    aa: ['a', 'ah'],
    aai: ['ai', 'aai'],
    aau: ['au', 'aau'],
    aam: ['am'],
    aan: ['an', 'aan'],
    aang: ['ang'],
    aap: ['ap'],
    aat: ['at'],
    aak: ['ak'],
    ai: ['ai'],
    au: ['au', 'ow'],
    am: ['am', 'um'],
    an: ['an', 'un'],
    ang: ['ang'],
    ap: ['ap', 'up'],
    at: ['at', 'ut'],
    ak: ['ak', 'uk'],
    ei: ['ei', 'i', 'ee', 'ay'],
    e: ['e', 'eh'],
    oe: ['eu', 'o'],
    eoi: ['ui', 'eui', 'oi'],
    eon: ['un', 'eun'],
    eot: ['ut', 'eut'],
    oeng: ['eung', 'eong'],
    oek: ['euk', 'eok'],
    i: ['i', 'ee'],
    iu: ['iu', 'ew'],
    ing: ['ing'],
    ik: ['ik', 'ick'],
    o: ['o', 'or'],
    oi: ['oi', 'oy'],
    ou: ['o', 'ou'],
    ong: ['ong'],
    u: ['u', 'oo'],
    ui: ['ui'],
    un: ['un', 'oon'],
    ung: ['ung'],
    uk: ['uk'],
    yu: ['u', 'ue', 'yu'],
    yun: ['uen', 'un'],
    yut: ['uet', 'ut'],
  };
  return [
    ...new Set(
      (initials[initial] ?? [initial]).flatMap((start) => (finals[final] ?? [final]).map((end) => start + end)),
    ),
  ];
}

function writeRows(name: string, comment: string, rows: readonly (readonly string[])[]): void {
  const source =
    '# Made by generate-romanisation.ts from the syllables of han-readings.tsv by the rules of each system; own table.\n';
  const lines = [['system', 'spelling', 'syllable'], ...rows].map((row) => row.join('\t'));
  writeFileSync(path.join(folder, 'romanisation', name), `${source}${comment}${lines.join('\n')}\n`);
}
