// Counted names in, languages with tables to draw names from out.
import { wordTable, letterModel, type LetterModel, type WordTable } from './words.ts';
import { languageNames, type CountsByLanguage, type LanguageName, type NameCounts } from './name-counts.ts';

/** How names of a language are put together. */
interface Manner {
  /** Of all entities. Latin writing is three quarters of them, as in lists that give names in their own writing beside it. */
  readonly share: number;
  readonly isFamilyFirst?: boolean;
  readonly joiner: ' ' | '' | '・';
  /** How many family names. */
  readonly families?: number;
  /** How many parts a given name is joined of, and with what: syllables or characters. */
  readonly givenOf?: { readonly parts: number; readonly joiners: readonly string[] };
  /** How often there is something between given and family name. */
  readonly middle?: number;
  /** How often a family or given name, or the word that tells a company, is one that no table holds. */
  readonly invented: number;
  readonly inventedGiven?: number;
  readonly countries: readonly string[];
  readonly forms: readonly string[];
}

export interface Language extends Manner {
  readonly number: number;
  readonly name: LanguageName;
  readonly given: WordTable;
  readonly between: WordTable;
  readonly family: WordTable;
  /** Words that many companies have, and those that tell one from another. */
  readonly common: WordTable;
  readonly telling: WordTable;
  readonly givenModel: LetterModel;
  readonly familyModel: LetterModel;
  readonly companyModel: LetterModel;
}

const english = ['Ltd', 'Limited', 'LLC', 'Inc.', 'Corporation', 'Co., Ltd.', 'Company Limited', 'Corp.', 'PLC'];

const manners: Readonly<Record<LanguageName, Manner>> = {
  western: {
    share: 27,
    joiner: ' ',
    middle: 0.25,
    invented: 0.5,
    inventedGiven: 0.08,
    countries: ['gb', 'us', 'de', 'fr', 'it', 'nl', 'ca', 'au', 'at', 'ch'],
    forms: [...english, 'GmbH', 'AG', 'S.A.', 'SARL', 'B.V.', 'S.r.l.'],
  },
  spanish: {
    share: 10,
    joiner: ' ',
    families: 2,
    middle: 0.35,
    invented: 0.3,
    inventedGiven: 0.06,
    countries: ['mx', 'co', 've', 'es', 'ar', 'pe', 'ec'],
    forms: ['S.A. de C.V.', 'S.A.', 'Ltda.', 'S.A.S.', 'S. de R.L.'],
  },
  'russian-latin': {
    share: 13,
    joiner: ' ',
    middle: 0.6,
    invented: 0.5,
    inventedGiven: 0.03,
    countries: ['ru', 'by', 'ua', 'kz', 'rs', 'bg'],
    forms: ['OOO', 'OAO', 'AO', 'PAO', 'LLC', 'JSC'],
  },
  'arabic-latin': {
    share: 10,
    joiner: ' ',
    middle: 0.7,
    invented: 0.35,
    inventedGiven: 0.06,
    countries: ['iq', 'sy', 'lb', 'sa', 'ye', 'ly', 'eg', 'tn', 'dz', 'jo', 'ae'],
    forms: ['LLC', 'Co.', 'Company', 'Ltd', 'FZE', 'FZCO'],
  },
  'persian-latin': {
    share: 5,
    joiner: ' ',
    middle: 0.25,
    invented: 0.4,
    inventedGiven: 0.05,
    countries: ['ir', 'af', 'pk'],
    forms: ['Co.', 'Company', 'PJSC', 'Co., Ltd.', 'LLC'],
  },
  'chinese-latin': {
    share: 5,
    isFamilyFirst: true,
    joiner: ' ',
    givenOf: { parts: 2, joiners: [''] },
    invented: 0,
    countries: ['cn', 'hk', 'tw', 'sg'],
    forms: ['Co., Ltd.', 'Limited', 'Co., Limited', 'Ltd.'],
  },
  'korean-latin': {
    share: 2,
    isFamilyFirst: true,
    joiner: ' ',
    givenOf: { parts: 2, joiners: [' ', '-', ''] },
    invented: 0,
    countries: ['kp', 'kr'],
    forms: ['Co., Ltd.', 'Inc.', 'Corporation'],
  },
  'japanese-latin': {
    share: 3,
    joiner: ' ',
    invented: 0.1,
    countries: ['jp'],
    forms: ['Co., Ltd.', 'K.K.', 'Inc.', 'Corporation'],
  },
  cyrillic: {
    share: 9,
    isFamilyFirst: true,
    joiner: ' ',
    middle: 0.8,
    invented: 0.5,
    inventedGiven: 0.02,
    countries: ['ru', 'by', 'ua', 'kz'],
    forms: ['ООО', 'АО', 'ПАО', 'ЗАО', 'ОАО'],
  },
  arabic: {
    share: 5,
    joiner: ' ',
    middle: 0.7,
    invented: 0.3,
    inventedGiven: 0.04,
    countries: ['iq', 'sy', 'lb', 'sa', 'ye', 'eg', 'ir'],
    forms: ['ذ.م.م', 'المحدودة'],
  },
  chinese: {
    share: 4.5,
    isFamilyFirst: true,
    joiner: '',
    givenOf: { parts: 2, joiners: [''] },
    invented: 0,
    countries: ['cn', 'tw', 'hk'],
    forms: ['有限公司', '股份有限公司', '有限责任公司'],
  },
  japanese: {
    share: 3,
    isFamilyFirst: true,
    joiner: '',
    invented: 0,
    countries: ['jp'],
    forms: ['株式会社', '有限会社', '合同会社'],
  },
  katakana: { share: 1, joiner: '・', invented: 0.3, countries: ['jp'], forms: ['カブシキガイシャ', '株式会社'] },
  hangul: {
    share: 1.5,
    isFamilyFirst: true,
    joiner: '',
    givenOf: { parts: 2, joiners: [''] },
    invented: 0,
    countries: ['kr', 'kp'],
    forms: ['주식회사', '(주)'],
  },
  hebrew: { share: 0.7, joiner: ' ', invented: 0.3, countries: ['il'], forms: ['בע"מ'] },
  greek: {
    share: 0.3,
    joiner: ' ',
    invented: 0.6,
    inventedGiven: 0.1,
    countries: ['gr', 'cy'],
    forms: ['Α.Ε.', 'Ε.Π.Ε.'],
  },
};

/** Languages that have names to draw from; without real files a few Latin ones borrow words of their neighbour. */
export function languagesOf(counts: CountsByLanguage): readonly Language[] {
  return languageNames.flatMap((name, number): readonly Language[] => {
    const own = counts[name];
    const lender = manners[name].joiner === ' ' && /-latin|spanish/.test(name) ? counts.western : own;
    const given = firstFilled(syllablesOf(own, name), own.family, lender.given);
    const family = firstFilled(own.family, own.given, lender.family);
    const company = withoutForms(firstFilled(own.company, lender.company, family));
    if (given.size === 0 || family.size === 0) return [];
    const words = wordTable(company).words;
    const commonWords = manners[name].joiner === ' ' ? Math.min(COMMON_WORDS, Math.floor(words.length / 3)) : 0;
    const part = (list: readonly string[]) => wordTable(new Map(list.map((word) => [word, company.get(word) ?? 0])));
    return [
      {
        ...manners[name],
        number,
        name,
        given: wordTable(given),
        between: wordTable(firstFilled(own.middle, given)),
        family: wordTable(family),
        common: part(words.slice(0, commonWords)),
        telling: part(words.slice(commonWords)),
        givenModel: letterModel(given.keys()),
        familyModel: letterModel(family.keys()),
        companyModel: letterModel(words.slice(commonWords)),
      },
    ];
  });
}

/** Of a table of some thousand words, those that stand in names of every kind. */
const COMMON_WORDS = 150;
const FORM_WORDS =
  /^(co|company|ltd|limited|llc|inc|corp|corporation|plc|gmbh|ag|s\.?a\.?|sarl|b\.?v\.?|ooo|oao|ao|pao|jsc|ojsc|pjsc|cjsc|zao|fze|fzco|k\.?k\.?|ltda|s\.?a\.?s\.?|de|c\.?v\.?|the|of|and|kg|stock|joint|liability|obshchestvo|aktsionernoe|otvetstvennostyu|ogranichennoi|for|y|la|el|&)\.?$/i;

function firstFilled(...tables: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  return tables.find((table) => 0 < table.size) ?? new Map();
}

function withoutForms(company: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...company].filter(([word]) => !FORM_WORDS.test(word)));
}

const PINYIN =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|e|i|o|u)(?![aeiou])/g;

/** Given names of two syllables are joined anew, as there are more of them than any table holds. */
function syllablesOf({ given, middle }: NameCounts, name: LanguageName): ReadonlyMap<string, number> {
  if (name !== 'chinese-latin' && name !== 'korean-latin') return given;
  const syllables = new Map<string, number>();
  for (const [word, times] of [...given, ...middle]) {
    const parts = name === 'korean-latin' ? [word.toLowerCase()] : (word.toLowerCase().match(PINYIN) ?? []);
    for (const part of parts)
      if (1 < part.length && part.length < 7) syllables.set(part, (syllables.get(part) ?? 0) + times);
  }
  return syllables;
}
