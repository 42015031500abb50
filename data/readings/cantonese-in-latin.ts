// A Cantonese syllable in jyutping in, its spellings in passports of Hong Kong and Macau out.

type Spellings = Readonly<Record<string, readonly string[]>>;

/** The usual government spellings, and the variants seen beside them. */
export function hongKong(syllable: string): string[] {
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
