// The tables of names and municipalities that we ship in, what invented Japanese companies are put together of out.
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { wordTable, type WordTable } from '../search/words.ts';

export interface CompanyWords {
  /** Family names, places and other words; the reading of each in katakana is in `readings`. */
  readonly families: WordTable;
  readonly places: WordTable;
  readonly kana: WordTable;
  readonly latin: WordTable;
  readonly readings: ReadonlyMap<string, string>;
  /** By the code of the prefecture, `01` to `47`. */
  readonly prefectures: readonly Prefecture[];
  /** Pairs of characters that name a town: 梅沢, 北原. */
  readonly towns: readonly string[];
}

export interface Prefecture {
  readonly code: string;
  readonly name: string;
  readonly cities: readonly string[];
  /** Of a hundred companies. */
  readonly share: number;
}

/** What a company does, as names say it: characters, reading, English. Own table, from general knowledge. */
export const trades = [
  ['商事', 'ショウジ', 'Trading'],
  ['工業', 'コウギョウ', 'Industries'],
  ['建設', 'ケンセツ', 'Construction'],
  ['興業', 'コウギョウ', 'Kogyo'],
  ['産業', 'サンギョウ', 'Sangyo'],
  ['工務店', 'コウムテン', 'Builders'],
  ['製作所', 'セイサクショ', 'Works'],
  ['電機', 'デンキ', 'Electric'],
  ['電設', 'デンセツ', 'Electrical'],
  ['運輸', 'ウンユ', 'Transport'],
  ['運送', 'ウンソウ', 'Express'],
  ['不動産', 'フドウサン', 'Realty'],
  ['設計', 'セッケイ', 'Design'],
  ['商店', 'ショウテン', 'Shoten'],
  ['食品', 'ショクヒン', 'Foods'],
  ['技研', 'ギケン', 'Engineering'],
  ['精機', 'セイキ', 'Precision'],
  ['化学', 'カガク', 'Chemical'],
  ['薬局', 'ヤッキョク', 'Pharmacy'],
  ['自動車', 'ジドウシャ', 'Motors'],
  ['企画', 'キカク', 'Planning'],
  ['印刷', 'インサツ', 'Printing'],
  ['農園', 'ノウエン', 'Farm'],
  ['水産', 'スイサン', 'Fisheries'],
  ['サービス', 'サービス', 'Service'],
  ['システム', 'システム', 'Systems'],
  ['ホールディングス', 'ホールディングス', 'Holdings'],
  ['コンサルティング', 'コンサルティング', 'Consulting'],
  ['エステート', 'エステート', 'Estate'],
  ['テクノ', 'テクノ', 'Techno'],
] as const;

/**
 * Companies of a hundred in the prefectures that have most, as they stood among 10,878 rows of five days of August 2026; the
 * others share the rest evenly.
 */
const SHARES: Readonly<Record<string, number>> = {
  東京都: 32.1,
  大阪府: 9.3,
  神奈川県: 6.8,
  愛知県: 5,
  埼玉県: 4.6,
  福岡県: 3.8,
  千葉県: 3.5,
  兵庫県: 3.3,
  北海道: 3,
  京都府: 2.5,
};

export function companyWords(): CompanyWords {
  const families = readingsOf('readings/japanese-names/family-names.tsv');
  const words = readingsOf('readings/japanese-names/words.tsv');
  const kana = readingsOf('readings/japanese-names/given-names.tsv', /^[\p{sc=Katakana}ー]{2,}$/u);
  const latin = rowsOf('names/word-frequencies.tsv').flatMap(([word = '', count = '1']) =>
    /^[a-z]{3,9}$/.test(word) ? [[word, Number(count) || 1] as const] : [],
  );
  const twoCharacters = [...families.keys()].filter((name) => /^\p{sc=Han}{2}$/u.test(name));
  return {
    families: tableOf(families),
    places: tableOf(words),
    kana: tableOf(kana),
    latin: wordTable(new Map(latin)),
    readings: new Map([...kana, ...words, ...families].map(([word, { reading }]) => [word, reading])),
    prefectures: prefectures(),
    towns: twoCharacters.slice(0, 3000),
  };
}

interface Reading {
  readonly reading: string;
  readonly count: number;
}

function readingsOf(file: string, pattern = /^[\p{sc=Han}\p{sc=Katakana}ー]{2,}$/u): Map<string, Reading> {
  return new Map(
    rowsOf(file).flatMap(([word = '', readings = '']) => {
      const [, reading, count] = /^([^:]+):(\d+)/.exec(readings) ?? [];
      return pattern.test(word) && reading !== undefined ? [[word, { reading, count: Number(count) }] as const] : [];
    }),
  );
}

function tableOf(readings: ReadonlyMap<string, Reading>): WordTable {
  return wordTable(new Map([...readings].map(([word, { count }]) => [word, count])));
}

function prefectures(): readonly Prefecture[] {
  const cities = new Map<string, string[]>();
  for (const [prefecture = '', city = '', until = ''] of rowsOf('addresses/jp-municipalities.tsv').slice(1))
    if (until === '') cities.set(prefecture, [...(cities.get(prefecture) ?? []), city]);
  const names = [...cities.keys()];
  const others = names.filter((name) => SHARES[name] === undefined);
  const rest = 100 - Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  return names.map((name, index) => ({
    code: String(index + 1).padStart(2, '0'),
    name,
    cities: cities.get(name) ?? [],
    share: SHARES[name] ?? rest / others.length,
  }));
}

function rowsOf(file: string): readonly (readonly string[])[] {
  const text = referenceFiles.get(file);
  if (text === undefined) throw new Error(`there is no data/${file}`);
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
