// Companies of a register in, applications that honest buyers and false ones could make out: seeded, by class of what is done.
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import type { RegisterFact, RegisterRow } from '@sekisho/engine/model/register.ts';
import { randomOf, type SeededRandom } from './seeded-random.ts';
import {
  fullWidth,
  halfWidthKana,
  hasShapes,
  otherShapes,
  sloppyAddress,
  sloppyName,
  sloppyNumber,
  withoutBuilding,
  type RegisteredSeat,
} from './sloppy-writing.ts';

export interface MadeClaim {
  /** The class it is of. */
  readonly how: string;
  /** As `parseApplication` takes it. */
  readonly application: Readonly<Record<string, unknown>>;
}

type Seated = RegisterRow & RegisteredSeat;

export interface Company {
  readonly current: Seated;
  readonly history: readonly RegisterRow[];
}

/** The companies with a seat in Japan. */
export function seatedCompanies(facts: Iterable<RegisterFact | undefined>): readonly Company[] {
  return [...facts].flatMap((fact) => {
    const current = fact?.current;
    return fact && current?.latest && isSeated(current) ? [{ current, history: fact.history }] : [];
  });
}

/**
 * Claims of open companies, each written sloppily, in turn of the classes for which there is a company at all.
 * @param companies of any standing; those that are closed claim nothing.
 */
export function honestClaims(companies: readonly Company[], count: number, seed: number): readonly MadeClaim[] {
  const open = companies.filter(({ current }) => current.closedOn === undefined);
  const random = randomOf(seed);
  const classes = honestClasses
    .map(([how, suits, write]) => ({ how, write, pool: open.filter((company) => suits(company)) }))
    .filter(({ pool }) => 0 < pool.length);
  return inTurn(classes, count).map(({ how, write, pool }, index) => ({
    how,
    application: applicationOf(index, write(random.oneOf(pool), random)),
  }));
}

/** Claims of which each says one thing that is not so, written as sloppily as honest ones. */
export function falseClaims(companies: readonly Company[], count: number, seed: number): readonly MadeClaim[] {
  const others: Others = {
    companies,
    known: new Set(companies.map(({ current }) => current.number)),
    openNames: new Set(companies.filter(isOpen).map(({ current }) => `${coreOf(current.name)} ${current.city}`)),
  };
  const random = randomOf(seed);
  const classes = falseClasses
    .map(([how, suits, write]) => ({ how, write, pool: companies.filter((one) => suits(one, others)) }))
    .filter(({ pool }) => 0 < pool.length);
  return inTurn(classes, count).map(({ how, write, pool }, index) => ({
    how,
    application: applicationOf(index, write(random.oneOf(pool), random, others)),
  }));
}

function inTurn<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, index) => items.slice(index % items.length)[0]).filter(
    (item) => item !== undefined,
  );
}

interface Claim {
  readonly name: string;
  readonly address: string;
  readonly number?: string;
}

type Suits = (company: Company) => boolean;
type HonestClass = readonly [how: string, suits: Suits, write: (company: Company, random: SeededRandom) => Claim];

const asRegistered = ({ current }: Company, random: SeededRandom): Claim & { readonly number: string } => ({
  name: sloppyName(current.name, random),
  address: sloppyAddress(current, random),
  number: sloppyNumber(current.number, random),
});
const withoutNumber = ({ name, address }: Claim): Claim => ({ name, address });

const anybody: Suits = () => true;
const hasCity: Suits = ({ current }) => current.city !== '';
const formerName = ({ current, history }: Company) =>
  history.find(({ name }) => name !== current.name && name !== '')?.name;
const formerSeat = ({ current, history }: Company) =>
  history.filter(isSeated).find((row) => `${row.prefecture}${row.city}${row.street}` !== seatOf(current));
const seatOf = ({ prefecture, city, street }: RegisteredSeat) => `${prefecture}${city}${street}`;

const honestClasses: readonly HonestClass[] = [
  ['written sloppily', anybody, asRegistered],
  [
    'without prefecture',
    hasCity,
    (company, random) => ({
      ...asRegistered(company, random),
      address: sloppyAddress(company.current, random, { withoutPrefecture: true }),
    }),
  ],
  [
    'half-width kana',
    ({ current }) => /[ァ-ヶ]{2}/u.test(current.name),
    (company, random) => ({ ...asRegistered(company, random), name: halfWidthKana(company.current.name) }),
  ],
  [
    'full-width figures',
    anybody,
    (company, random) => {
      const claim = asRegistered(company, random);
      return { ...claim, address: fullWidth(claim.address), number: fullWidth(company.current.number) };
    },
  ],
  [
    'other shapes of characters',
    ({ current }) => hasShapes(current.name),
    (company, random) => {
      const claim = asRegistered(company, random);
      return { ...claim, name: otherShapes(claim.name) };
    },
  ],
  [
    'former name',
    (company) => formerName(company) !== undefined,
    (company, random) => ({
      ...asRegistered(company, random),
      name: sloppyName(formerName(company) ?? '', random),
    }),
  ],
  [
    'former address',
    (company) => formerSeat(company) !== undefined,
    (company, random) => {
      const former = formerSeat(company) ?? company.current;
      return { ...asRegistered(company, random), address: sloppyAddress(former, random) };
    },
  ],
  [
    'English name',
    ({ current }) => current.englishName !== undefined,
    (company, random) => {
      const name = company.current.englishName ?? '';
      return { ...asRegistered(company, random), name: random.oneOf([name, name.toUpperCase(), name.toLowerCase()]) };
    },
  ],
  [
    'English address',
    ({ current }) => current.englishAddress !== undefined,
    ({ current }, random) => ({
      name: sloppyName(current.name, random),
      address: englishAddress(current.englishAddress ?? '', random),
      number: sloppyNumber(current.number, random),
    }),
  ],
  ['without number', anybody, (company, random) => withoutNumber(asRegistered(company, random))],
  [
    'building left out',
    ({ current }) => withoutBuilding(current.street) !== current.street,
    (company, random) => ({
      ...asRegistered(company, random),
      address: sloppyAddress(company.current, random, { withoutBuilding: true }),
    }),
  ],
];

function englishAddress(registered: string, random: SeededRandom): string {
  return random.oneOf([
    registered,
    `${registered}, Japan`,
    registered.replaceAll('-ku', ' ku').replaceAll('-shi', ' shi'),
    registered.replaceAll(/ (?=ku|shi)\b/g, '-').toUpperCase(),
    registered.replaceAll(/,(?=\S)/g, ', '),
  ]);
}

interface Others {
  readonly companies: readonly Company[];
  readonly known: ReadonlySet<string>;
  /** Name and city of those that are open. */
  readonly openNames: ReadonlySet<string>;
}
type FalseClass = readonly [
  how: string,
  suits: (company: Company, others: Others) => boolean,
  write: (company: Company, random: SeededRandom, others: Others) => Claim,
];

const isOpen: Suits = ({ current }) => current.closedOn === undefined;
const hasLongName: Suits = (company) => isOpen(company) && 5 <= [...coreOf(company.current.name)].length;

const falseClasses: readonly FalseClass[] = [
  [
    'a wrong digit in the number',
    isOpen,
    (company, random) => ({ ...asRegistered(company, random), number: wrongDigit(company.current.number, random) }),
  ],
  [
    'the number of another company',
    isOpen,
    (company, random, others) => ({
      ...asRegistered(company, random),
      number: sloppyNumber(another(company, random, others).current.number, random),
    }),
  ],
  [
    'an invented number with a right check digit',
    isOpen,
    (company, random, { known }) => {
      const invented = () => jpCorporateNumberOf(`${String(1 + random.below(5))}${digits(11, random)}`);
      let number = invented();
      while (known.has(number)) number = invented();
      return { ...asRegistered(company, random), number };
    },
  ],
  [
    'an invented name',
    isOpen,
    (company, random) => ({ ...asRegistered(company, random), name: `株式会社架空${digits(3, random)}通商` }),
  ],
  [
    'the name and address of another company',
    isOpen,
    (company, random, others) => ({
      ...asRegistered(another(company, random, others), random),
      number: company.current.number,
    }),
  ],
  [
    'another prefecture',
    isOpen,
    (company, random) => {
      const prefecture = company.current.prefecture === '高知県' ? '山形県' : '高知県';
      return { ...asRegistered(company, random), address: sloppyAddress({ ...company.current, prefecture }, random) };
    },
  ],
  [
    'another municipality',
    isOpen,
    (company, random, others) => {
      const { current } = company;
      const cities = others.companies
        .map((other) => other.current)
        .filter(({ prefecture, city }) => prefecture === current.prefecture && isElsewhere(city, current.city));
      const elsewhere = cities.length === 0 ? { prefecture: '沖縄県', city: '那覇市' } : random.oneOf(cities);
      const { prefecture, city } = elsewhere;
      const { postalCode: _, ...seat } = { ...current, prefecture, city };
      return { ...asRegistered(company, random), address: sloppyAddress(seat, random) };
    },
  ],
  [
    'the address of another company, without number',
    isOpen,
    (company, random, others) => ({
      name: sloppyName(company.current.name, random),
      address: sloppyAddress(another(company, random, others).current, random),
    }),
  ],
  ['a closed company', (company) => !isOpen(company), asRegistered],
  [
    'a closed company, without number',
    (company, { openNames }) =>
      !isOpen(company) && !openNames.has(`${coreOf(company.current.name)} ${company.current.city}`),
    (company, random) => withoutNumber(asRegistered(company, random)),
  ],
  [
    'one character of the name changed',
    hasLongName,
    (company, random) => ({ ...asRegistered(company, random), name: otherCharacter(company.current.name, random) }),
  ],
  [
    'one character of the name left out, without number',
    hasLongName,
    (company, random) =>
      withoutNumber({ ...asRegistered(company, random), name: shorter(company.current.name, random) }),
  ],
  [
    'one word added to the name',
    isOpen,
    (company, random) => ({ ...asRegistered(company, random), name: longer(company.current.name, random) }),
  ],
  [
    'one word added to the name, without number',
    isOpen,
    (company, random) =>
      withoutNumber({ ...asRegistered(company, random), name: longer(company.current.name, random) }),
  ],
  [
    'a character of the name that only looks alike',
    ({ current }) => current.closedOn === undefined && lookAlike(current.name) !== current.name,
    (company, random) => ({ ...asRegistered(company, random), name: lookAlike(company.current.name) }),
  ],
  [
    'another legal form',
    ({ current, history }) =>
      current.closedOn === undefined &&
      otherForm(current.name) !== current.name &&
      history.every(({ name }) => coreOf(name) !== coreOf(current.name) || name === current.name),
    (company, random) => ({ ...asRegistered(company, random), name: otherForm(company.current.name) }),
  ],
  [
    'an invented English name',
    isOpen,
    (company, random) => ({
      ...asRegistered(company, random),
      name: `${random.oneOf(['Kakuu', 'Invented', 'Nowhere'])} ${random.oneOf(['Trading', 'Systems'])} Co., Ltd.`,
    }),
  ],
];

function another({ current }: Company, random: SeededRandom, { companies }: Others): Company {
  const others = companies.filter((other) => other.current.number !== current.number && isOpen(other));
  for (;;) {
    const { current: chosen, history } = random.oneOf(others);
    if (coreOf(chosen.name) !== coreOf(current.name) && seatOf(chosen) !== seatOf(current))
      return { current: chosen, history };
  }
}

/** Neither is the other, nor a ward of it. */
function isElsewhere(city: string, other: string): boolean {
  return !city.startsWith(other) && !other.startsWith(city) && cityOf(city) !== cityOf(other);
}

function cityOf(city: string): string {
  return /^.+市(?=.+区$)/u.exec(city)?.[0] ?? city;
}

/** One digit raised; 9 for 0 is the one change that a check digit does not see, and is not made. */
function wrongDigit(number: string, random: SeededRandom): string {
  const place = random.below(13);
  const digit = Number(number[place]);
  const other = (digit + 1 + random.below(8)) % 10;
  const isUnseen = Math.abs(other - digit) === 9 || (place === 0 && other === 0) || other === digit;
  return isUnseen ? wrongDigit(number, random) : number.slice(0, place) + String(other) + number.slice(place + 1);
}

function digits(count: number, random: SeededRandom): string {
  return Array.from({ length: count }, () => String(random.below(10))).join('');
}

const FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人|(?:医療|学校|宗教|社会福祉|弁護士|税理士|行政書士|司法書士)法人(?:社団|財団)?/u;

/** The longer part of the name beside its legal form. */
function coreOf(name: string): string {
  return partsOf(name).core;
}

function partsOf(name: string): { readonly before: string; readonly core: string; readonly after: string } {
  const { 0: form = '', index = 0 } = FORMS.exec(name) ?? {};
  const [left, right] = [name.slice(0, index), name.slice(index + form.length)];
  return left.length < right.length
    ? { before: left + form, core: right, after: '' }
    : { before: '', core: left, after: form + right };
}

/** The name with another core; the legal form stays where it is. */
function withCore(name: string, change: (core: string) => string): string {
  const { before, core, after } = partsOf(name);
  return before + change(core) + after;
}

function changed(name: string, random: SeededRandom, change: (character: string) => string): string {
  return withCore(name, (core) => {
    const characters = [...core];
    const places = characters.flatMap((character, index) => (/[\p{L}\p{N}]/u.test(character) ? [index] : []));
    const place = random.oneOf(places);
    return characters.map((character, index) => (index === place ? change(character) : character)).join('');
  });
}

function otherCharacter(name: string, random: SeededRandom): string {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/\p{Script=Katakana}/u, 'ヌメラワポ'],
    [/\p{Script=Hiragana}/u, 'ぬめらわぽ'],
    [/\p{Script=Latin}/u, 'ＱＸＷＺＫ'],
    [/\p{N}/u, '３５７８６'],
  ];
  return changed(name, random, (character) => {
    const others = kinds.find(([kind]) => kind.test(character))?.[1] ?? '犀桔朔葵鷹';
    const folded = (text: string) => text.normalize('NFKC').toLowerCase();
    return random.oneOf([...others].filter((other) => folded(other) !== folded(character)));
  });
}

function shorter(name: string, random: SeededRandom): string {
  const without = changed(name, random, () => '');
  // one of two characters of a pair, or a long-vowel mark, leaves the same name to the ear and to the fold
  return /(.)\1|ー|っ|ッ/u.test(coreOf(name)) ? longer(name, random) : without;
}

function longer(name: string, random: SeededRandom): string {
  const word = random.oneOf(['ホールディングス', 'ジャパン', 'グループ', '東日本', '見本', 'システムズ']);
  return withCore(name, (core) => (core.includes(word) ? `${core}架空` : `${core}${word}`));
}

const ALIKE: ReadonlyMap<string, string> = new Map([
  ['カ', '力'],
  ['エ', '工'],
  ['ロ', '口'],
  ['ニ', '二'],
  ['ハ', '八'],
  ['タ', '夕'],
  ['大', '犬'],
  ['土', '士'],
  ['木', '本'],
  ['Ｏ', '０'],
  ['日', '目'],
  ['千', '干'],
]);

function lookAlike(name: string): string {
  return withCore(name, (core) => {
    const place = [...core].findIndex((character) => ALIKE.has(character));
    return Array.from(core, (character, index) => (index === place ? ALIKE.get(character) : character)).join('');
  });
}

function otherForm(name: string): string {
  if (name.includes('株式会社')) return name.replace('株式会社', '合同会社');
  return name.replace(/合同会社|有限会社/u, '株式会社');
}

function isSeated(row: RegisterRow): row is Seated {
  return row.prefecture !== undefined && row.city !== undefined && row.street !== undefined;
}

function applicationOf(index: number, { name, address, number }: Claim): Readonly<Record<string, unknown>> {
  return {
    id: `M-${String(index + 1)}`,
    policy: 'jp-only-edition',
    receivedOn: '2026-08-22',
    product: { id: 'p' },
    parties: [
      {
        id: 'buyer',
        roles: ['buyer'],
        schema: 'LegalEntity',
        country: 'jp',
        names: [{ text: name }],
        addresses: [{ full: address, use: 'seat' }],
        ...(number !== undefined && { identifiers: [{ type: 'jp-corporate-number', value: number }] }),
      },
    ],
  };
}
