// A registered name, number or address in, the same as people write it on a form out: nothing is changed but the writing.
import type { SeededRandom } from './seeded-random.ts';

/** The parts of a seat that the corporate register states. */
export interface RegisteredSeat {
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
  readonly postalCode?: string;
}

/** Abbreviated or old legal forms, blanks, narrow letters and figures. */
export function sloppyName(name: string, random: SeededRandom): string {
  let written = name;
  for (const [form, spellings] of Object.entries(formSpellings))
    if (written.includes(form)) written = written.replace(form, random.oneOf(spellings));
  if (random.once(2)) written = narrow(written);
  if (random.once(6)) written = written.replace(/(?<=.)[・　 ](?=.)/gu, '');
  return random.once(6) ? `${written} ` : written;
}

const formSpellings: Readonly<Record<string, readonly string[]>> = {
  株式会社: ['㈱', '(株)', '（株）', '株式會社', '株式会社 ', '株式会社　', '株式会社'],
  有限会社: ['㈲', '(有)', '（有）', '有限會社', '有限会社 ', '有限会社'],
  合同会社: ['(同)', '（同）', '合同會社', '合同会社　', '合同会社'],
  一般社団法人: ['(一社)', '一般社団法人 ', '一般社団法人'],
  医療法人: ['(医)', '医療法人 ', '医療法人'],
};

/** Full-width letters and figures as ASCII. */
function narrow(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９＆．，’]/gu, (wide) => wide.normalize('NFKC'));
}

/** Katakana as half-width ones, which old forms of banks and authorities ask for. */
export function halfWidthKana(text: string): string {
  return Array.from(text, (character) => HALF_WIDTH.get(character) ?? character).join('');
}

const HALF_WIDTH: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9f - 0xff66 + 1 }, (_, index) => String.fromCodePoint(0xff66 + index))
    .flatMap((half) => [half, `${half}ﾞ`, `${half}ﾟ`])
    .map((half) => [half.normalize('NFKC'), half] as const)
    .filter(([full]) => /^[ァ-ヶー]$/u.test(full)),
);

/** Old shapes of characters for new ones and new for old: the same name to everybody who bears it. */
export function otherShapes(text: string): string {
  return Array.from(text, (character) => SHAPES.get(character) ?? character).join('');
}

/** True when `otherShapes` would write it otherwise. */
export function hasShapes(text: string): boolean {
  return otherShapes(text) !== text;
}

const SHAPES: ReadonlyMap<string, string> = new Map(
  ['高髙', '斎齋', '沢澤', '辺邊', '浜濱', '崎﨑', '国國', '広廣', '桜櫻', '竜龍', '栄榮', '学學', '島嶋', '鉄鐵']
    .map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const)
    .flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
);

/** With hyphens and blanks, in full-width figures, as an invoice number, or without its check digit (会社法人等番号). */
export function sloppyNumber(number: string, random: SeededRandom): string {
  return random.oneOf([
    number,
    `${number.slice(0, 1)}-${number.slice(1, 5)}-${number.slice(5, 9)}-${number.slice(9)}`,
    `${number.slice(0, 1)} ${number.slice(1)}`,
    fullWidth(number),
    `T${number}`,
    ...(/^.(?!00)[0-5]/.test(number) ? [`${number.slice(1, 5)}-${number.slice(5, 7)}-${number.slice(7)}`] : []),
  ]);
}

export function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

export interface AddressHabits {
  /** Left out where the municipality alone tells it. */
  readonly withoutPrefecture?: boolean;
  readonly withoutBuilding?: boolean;
}

/** 1-2-3 against 一丁目２番３号, narrow figures, blanks, a postal code, another hyphen. */
export function sloppyAddress(seat: RegisteredSeat, random: SeededRandom, habits: AddressHabits = {}): string {
  const { prefecture, city, postalCode } = seat;
  const street = habits.withoutBuilding === true ? withoutBuilding(seat.street) : seat.street;
  const plain = street.normalize('NFKC').replace(/[‐―−－]/gu, '-');
  const written = random.oneOf([
    street,
    plain,
    inHyphens(plain),
    inHyphens(plain).replaceAll('-', '－'),
    plain.replace(/(?<!\d)([1-9])丁目/u, (_, digit: string) => `${'一二三四五六七八九'[Number(digit) - 1] ?? ''}丁目`),
    plain.replace(/^大字/u, '').replaceAll('ケ', 'ヶ'),
  ]);
  const isNamed = habits.withoutPrefecture === true && !/^(?:府中市|伊達市)/u.test(city);
  const blank = random.once(3) ? ' ' : '';
  const where = isNamed ? `${city}${blank}` : `${prefecture}${blank}${city}${blank}`;
  const code = postalCode !== undefined && random.once(4) ? `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)} ` : '';
  return `${code}${where}${written}`;
}

/** ３丁目１番１号 as 3-1-1; what follows 号 stays apart. */
function inHyphens(street: string): string {
  return street
    .replace(/(\d+)丁目(?=\d)/u, '$1-')
    .replace(/(\d+)番地?の?(?=\d)/u, '$1-')
    .replace(/-(\d+)号(?!室|館|棟|線)(?=.)/u, '-$1 ')
    .replace(/-(\d+)号$/u, '-$1');
}

/** Up to the end of the block's numbers, where what follows is the name of a building. */
export function withoutBuilding(street: string): string {
  const numbers =
    /^(?!.*(?:条|線|地割|町内))(\D*?[０-９]+(?:丁目[０-９]+)?(?:番地?(?:の?[０-９]+)?(?:号(?!室|館|棟|線))?|(?:－[０-９]+)+))(?=[^０-９－の号番丁])/u;
  return numbers.exec(street)?.[1] ?? street;
}
