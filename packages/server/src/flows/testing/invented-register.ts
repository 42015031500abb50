// A seed in, a full set of the corporate register and the difference of the next working day out: invented companies, real layout.
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { randomOf, type SeededRandom } from './seeded-random.ts';

/** Day of the full set, and of the difference that follows it. */
export const FULL_SET_ON = '2026-10-30';
export const DIFF_ON = '2026-11-02';

/**
 * Rows of 30 columns. The difference renames some companies, moves others and closes some, of which a few merge.
 * @param count companies of the full set.
 */
export function inventedRegister(
  count: number,
  seed: number,
): { readonly numbers: readonly string[]; readonly full: readonly string[]; readonly diff: readonly string[] } {
  const random = randomOf(seed);
  const companies = Array.from({ length: count }, (_, index) => inventedCompany(index, random));
  const full = companies.map((company, index) => rowOf(index + 1, company, { process: '01', day: FULL_SET_ON }));
  const changed = companies.flatMap((company, index) => {
    const successor = companies[(index + 1) % count]?.number ?? '';
    switch (index % 10) {
      case 0:
        return [{ ...company, name: company.name.replace('見本', '旧例'), process: '11' }];
      case 1:
        return [{ ...company, ...inventedSeat(random), process: '12' }];
      case 2:
        return [{ ...company, process: '21', closed: DIFF_ON, cause: '01' }];
      case 3:
        return index % 20 === 3 ? [{ ...company, process: '21', closed: DIFF_ON, cause: '11', successor }] : [];
      default:
        return [];
    }
  });
  const diff = changed.map((company, index) => rowOf(index + 1, company, { process: company.process, day: DIFF_ON }));
  return { numbers: companies.map(({ number }) => number), full, diff };
}

interface InventedSeat {
  readonly place: (typeof places)[number];
  readonly street: string;
  readonly englishStreet: string;
}

interface InventedCompany extends InventedSeat {
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly kana: string;
  readonly englishName: string;
  readonly closed?: string;
  readonly cause?: string;
  readonly successor?: string;
}

function inventedCompany(index: number, random: SeededRandom): InventedCompany {
  const [form, kind] = random.oneOf(forms);
  const [first, firstKana, firstEnglish] = random.oneOf(beginnings);
  const [last, lastKana, lastEnglish] = random.oneOf(endings);
  const core = `${first}見本${last}${String(index)}`.replace(
    /\d/g,
    (digit) => 'アイウエオカキクケコ'[Number(digit)] ?? '',
  );
  const counted = core.slice(core.indexOf(last) + last.length);
  return {
    number: jpCorporateNumberOf(`9${String(index + 1).padStart(11, '0')}`),
    name: random.once(2) ? form + core : core + form,
    kind,
    kana: `${firstKana}ミホン${lastKana}${counted}`,
    englishName: index % 3 === 0 ? `${firstEnglish} Mihon ${lastEnglish} ${String(index)} Co.,Ltd.` : '',
    ...inventedSeat(random),
  };
}

function inventedSeat(random: SeededRandom): InventedSeat {
  const place = random.oneOf(places);
  const [town, english] = random.oneOf(towns);
  const [chome, lot, house] = [1 + random.below(9), 1 + random.below(40), 1 + random.below(30)];
  const building = random.once(3) ? `見本ビル${String(1 + random.below(9))}階` : '';
  const numbers = random.oneOf([
    `${String(chome)}丁目${String(lot)}番${String(house)}号`,
    `${String(chome)}丁目${String(lot)}－${String(house)}`,
    `${String(chome)}丁目${String(lot)}番地${String(house)}`,
  ]);
  return {
    place,
    street: wide(`${town}${numbers}${building}`),
    englishStreet: `${String(chome)}-${String(lot)}-${String(house)}, ${english}`,
  };
}

function wide(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function rowOf(
  sequence: number,
  company: InventedCompany,
  { process, day }: { readonly process: string; readonly day: string },
): string {
  const { number, name, kind, kana, englishName, place, street, englishStreet } = company;
  const { closed = '', cause = '', successor = '' } = company;
  const quoted = (text: string) => `"${text}"`;
  const english = englishName === '' ? '' : `${englishStreet}, ${place.english}`;
  return [
    ...[String(sequence), number, process, '0', day, day === DIFF_ON ? day : '2015-10-05', quoted(name), '', kind],
    ...[quoted(place.prefecture), quoted(place.city), quoted(street), '', place.code.slice(0, 2), place.code.slice(2)],
    ...[place.postalCode, '', '', closed, cause, successor, '', '2015-10-05', '1', quoted(englishName)],
    ...[quoted(english === '' ? '' : place.englishPrefecture), quoted(english), '', quoted(kana), '0'],
  ].join(',');
}

const forms = [
  ['株式会社', '301'],
  ['有限会社', '302'],
  ['合同会社', '305'],
] as const;

const beginnings = [
  ['桜沢', 'サクラザワ', 'Sakurazawa'],
  ['高浜', 'タカハマ', 'Takahama'],
  ['大広', 'オオヒロ', 'Ohiro'],
  ['カエデ', 'カエデ', 'Kaede'],
  ['ＭＤ', 'エムディー', 'MD'],
] as const;

const endings = [
  ['商事', 'ショウジ', 'Trading'],
  ['システム', 'システム', 'Systems'],
  ['電機', 'デンキ', 'Electric'],
  ['テクノ', 'テクノ', 'Techno'],
] as const;

const towns = [
  ['見本町', 'Mihoncho'],
  ['架空台', 'Kakudai'],
  ['例ケ丘', 'Reigaoka'],
] as const;

const places = [
  ['東京都', '千代田区', '13101', '1000001', 'Chiyoda ku', 'Tokyo'],
  ['東京都', '港区', '13103', '1050001', 'Minato-ku', 'Tokyo'],
  ['大阪府', '大阪市北区', '27127', '5300001', 'Kita ku Osaka shi', 'Osaka'],
  ['北海道', '札幌市中央区', '01101', '0600000', 'Chuo ku Sapporo shi', 'Hokkaido'],
  ['福岡県', '北九州市門司区', '40101', '8000001', 'Moji ku Kitakyushu shi', 'Fukuoka'],
  ['長野県', '上伊那郡箕輪町', '20383', '3994601', 'Minowa machi', 'Nagano'],
].map(([prefecture = '', city = '', code = '', postalCode = '', english = '', englishPrefecture = '']) => ({
  prefecture,
  city,
  code,
  postalCode,
  english,
  englishPrefecture,
}));
