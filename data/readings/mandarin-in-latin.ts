// A Mandarin syllable in pinyin in, how it is spelled in Latin letters out: pinyin as typed, Wade-Giles, Taiwanese systems.

type Spellings = Readonly<Record<string, readonly string[]>>;

/** ü is written u, v, yu and ue. */
export function pinyin(syllable: string): string[] {
  return syllable.includes('v')
    ? [
        syllable,
        syllable.replace('v', 'u'),
        syllable.replace('v', 'yu'),
        ...(syllable.endsWith('v') ? [syllable.replace('v', 'ue')] : []),
      ]
    : [syllable];
}

/** Wade–Giles as it is written in passports: no apostrophes, no umlaut; so `ch` is j, q, zh and ch. */
export function wadeGiles(syllable: string): string[] {
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

/** Tongyong, MPS II and habits of Taiwanese passports, and pinyin and Wade–Giles, since systems are mixed there. */
export function taiwan(syllable: string): string[] {
  const habits: Spellings = {
    ying: ['ing'],
    yi: ['ee', 'yih'],
    xu: ['shu', 'shyu', 'sheu'],
    xie: ['shieh', 'hsieh', 'sieh'],
    jiu: ['jeou', 'jiow', 'jeo'],
    xiu: ['shiou', 'shiu', 'hsio'],
    xiao: ['shiao', 'shaw', 'hsio'],
    xian: ['shian', 'shyan'],
    xin: ['shin', 'hsing'],
    xing: ['shing'],
    xiang: ['shiang', 'hsang'],
    xiong: ['shiung'],
    jun: ['jiun', 'jyun', 'june'],
    juan: ['jiuan', 'jyuan'],
    jie: ['jye', 'jieh'],
    zhao: ['jaw', 'jau'],
    zheng: ['jeng', 'chen'],
    zhi: ['jy', 'jyh', 'chi'],
    zhong: ['jong', 'jung'],
    zhang: ['jang'],
    zhen: ['jen', 'jenn'],
    zhu: ['ju', 'juh'],
    qi: ['chyi', 'chih'],
    quan: ['chyuan', 'chiuan'],
    qing: ['chin'],
    you: ['yow', 'yeou', 'yo'],
    yong: ['yeong'],
    yun: ['yuen'],
    hui: ['huey', 'huei', 'hwei'],
    hua: ['hwa'],
    huang: ['hwang'],
    hong: ['horng', 'hon'],
    long: ['lon'],
    rong: ['rung', 'jong'],
    ru: ['ju', 'lu'],
    si: ['sz', 'syh', 'ssu'],
    zi: ['tzyy', 'tz', 'tze'],
    ci: ['tsyr', 'tsu', 'tze'],
    cai: ['tsay'],
    wen: ['wun', 'uen'],
    wei: ['wey', 'uei'],
    guo: ['gwo'],
    xue: ['shiue', 'shyue'],
    yue: ['yueh', 'yeuh'],
    yu: ['yuh', 'yeu'],
    lv: ['leu', 'lyu'],
    feng: ['fong'],
    shi: ['shr', 'shyr'],
    chi: ['chr'],
    li: ['lee', 'lih'],
    e: ['er'],
  };
  const split = parts(syllable);
  const tongyong = split && tongyongOf(syllable, ...split);
  const mps = split && mpsOf(...split);
  return [
    ...new Set([
      ...pinyin(syllable),
      ...wadeGiles(syllable),
      ...(habits[syllable] ?? []),
      ...(tongyong === undefined ? [] : [tongyong]),
      ...(mps === undefined ? [] : [mps]),
    ]),
  ];
}

function tongyongOf(syllable: string, initial: string, final: string): string {
  if (/^(?:zh|ch|sh|[rzcs])i$/.test(syllable)) return `${initial === 'zh' ? 'jh' : initial}ih`;
  const start = { zh: 'jh', q: 'c', x: 's' }[initial] ?? initial;
  const end =
    {
      iu: 'iou',
      ui: 'uei',
      iong: 'yong',
      v: 'yu',
      ve: 'yue',
      van: 'yuan',
      vn: 'yun',
      eng: initial === 'f' ? 'ong' : 'eng',
    }[final] ?? final;
  return initial === '' ? syllable : start + end;
}

function mpsOf(initial: string, final: string): string | undefined {
  if (initial === '') return undefined;
  if (final === 'i' && /^(?:zh|ch|sh)$/.test(initial)) return `${{ zh: 'j', ch: 'ch', sh: 'sh' }[initial]}r`;
  const start = { zh: 'j', q: 'ch', x: 'sh', z: 'tz', c: 'ts' }[initial] ?? initial;
  return (
    start +
    ({ iu: 'iou', ui: 'uei', ong: 'ung', iong: 'iung', v: 'iu', ve: 'iue', van: 'iuan', vn: 'iun' }[final] ?? final)
  );
}

/** Initial and final; the spelling rules of pinyin undone: yan = i+an, wo = uo, ju = j+ü. */
export function parts(syllable: string): readonly [string, string] | undefined {
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
