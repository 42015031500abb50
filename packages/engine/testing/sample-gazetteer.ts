// For tests: rows of a gazetteer in, the gazetteer out, as an edition of a store would answer.
import type { Gazetteer, GazetteerMunicipality, GazetteerRow } from '../src/model/gazetteer.ts';

export function gazetteerOf(
  rows: readonly GazetteerRow[],
  { source = 'jp-post', complete = false }: { readonly source?: string; readonly complete?: boolean } = {},
): Gazetteer {
  const keyOf = ({ prefecture, municipality }: GazetteerRow) => `${prefecture} ${municipality}`;
  return {
    source,
    editionId: `e-${source}`,
    complete,
    hasPostalCodes: rows.some(({ postalCode }) => postalCode !== undefined),
    hasOfficeCodes: rows.some(({ kind }) => kind === 'office'),
    byPostalCode: (code) => rows.filter(({ postalCode }) => postalCode === code),
    inPostalArea: (area) => rows.filter(({ postalCode }) => postalCode?.startsWith(area)),
    municipalities: [...Map.groupBy(rows, keyOf).values()].map((each): GazetteerMunicipality => {
      const [{ prefecture, municipality: name }] = each as [GazetteerRow];
      const { kana, romaji } = each.find((row) => row.kana ?? row.romaji) ?? {};
      return { prefecture, name, ...(kana && { kana }), ...(romaji && { romaji }) };
    }),
    rowsOf: (prefecture, municipality) =>
      rows.filter((row) => row.prefecture === prefecture && row.municipality === municipality),
  };
}

/** `〒1060032 東京都 港区 六本木` with its kana `トウキョウト ミナトク ロッポンギ`, and the part of the town that is meant. */
export function sampleTown(
  postalCode: string,
  place: readonly [prefecture: string, municipality: string, town?: string],
  kana: readonly [prefecture: string, municipality: string, town?: string],
  changes: Partial<GazetteerRow> = {},
): GazetteerRow {
  const [prefecture, municipality, town] = place;
  const [prefectureKana, municipalityKana, townKana] = kana;
  return {
    kind: 'place',
    prefecture,
    municipality,
    ...(town !== undefined && { town }),
    postalCode,
    kana: {
      prefecture: prefectureKana,
      municipality: municipalityKana,
      ...(townKana !== undefined && { town: townKana }),
    },
    ...changes,
  };
}

const tokyo = (postalCode: string, ward: [string, string], town?: [string, string], changes?: Partial<GazetteerRow>) =>
  sampleTown(
    postalCode,
    ['東京都', ward[0], ...(town ? [town[0]] : [])] as [string, string, string?],
    ['トウキョウト', ward[1], ...(town ? [town[1]] : [])] as [string, string, string?],
    changes,
  );
const [minato, chiyoda, kita, fuchu]: [string, string][] = [
  ['港区', 'ミナトク'],
  ['千代田区', 'チヨダク'],
  ['北区', 'キタク'],
  ['府中市', 'フチュウシ'],
];
const osaka = (postalCode: string, ward: [string, string], town: [string, string]) =>
  sampleTown(postalCode, ['大阪府', `大阪市${ward[0]}`, town[0]], ['オオサカフ', `オオサカシ${ward[1]}`, town[1]]);

/** Some towns of some municipalities, with the codes and readings they really have. */
export const sampleTowns: readonly GazetteerRow[] = [
  tokyo('1000000', chiyoda as [string, string], undefined, { part: '以下に掲載がない場合' }),
  tokyo('1000013', chiyoda as [string, string], ['霞が関', 'カスミガセキ'], { part: '次のビルを除く' }),
  tokyo('1000004', chiyoda as [string, string], ['大手町', 'オオテマチ'], { part: '次のビルを除く' }),
  tokyo('1006805', chiyoda as [string, string], ['大手町ＪＡビル', 'オオテマチジェイエイビル'], {
    part: '５階',
    kind: 'building',
  }),
  tokyo('1050014', minato as [string, string], ['芝', 'シバ'], { part: '１～３丁目' }),
  tokyo('1080014', minato as [string, string], ['芝', 'シバ'], { part: '４、５丁目' }),
  tokyo('1080023', minato as [string, string], ['芝浦', 'シバウラ'], { part: '２～４丁目' }),
  tokyo('1060032', minato as [string, string], ['六本木', 'ロッポンギ'], { part: '次のビルを除く' }),
  tokyo('1060045', minato as [string, string], ['麻布十番', 'アザブジュウバン']),
  tokyo('1140001', kita as [string, string], ['東十条', 'ヒガシジュウジョウ']),
  tokyo('1830022', fuchu as [string, string], ['宮西町', 'ミヤニシチョウ']),
  sampleTown('7260003', ['広島県', '府中市', '元町'], ['ヒロシマケン', 'フチュウシ', 'モトマチ']),
  sampleTown('7300051', ['広島県', '広島市中区', '大手町'], ['ヒロシマケン', 'ヒロシマシナカク', 'オオテマチ']),
  sampleTown('7330011', ['広島県', '広島市西区', '横川町'], ['ヒロシマケン', 'ヒロシマシニシク', 'ヨコガワチョウ']),
  osaka('5300001', ['北区', 'キタク'], ['梅田', 'ウメダ']),
  osaka('5520021', ['港区', 'ミナトク'], ['築港', 'チッコウ']),
  osaka('5530003', ['福島区', 'フクシマク'], ['福島', 'フクシマ']),
  sampleTown('5900078', ['大阪府', '堺市北区', '南花田町'], ['オオサカフ', 'サカイシキタク', 'ミナミハナダチョウ']),
  sampleTown('9608041', ['福島県', '福島市', '大町'], ['フクシマケン', 'フクシマシ', 'オオマチ']),
  sampleTown('3994601', ['長野県', '上伊那郡箕輪町', '中箕輪'], ['ナガノケン', 'カミイナグンミノワマチ', 'ナカミノワ']),
  sampleTown(
    '6048091',
    ['京都府', '京都市中京区', '下本能寺前町'],
    ['キョウトフ', 'キョウトシナカギョウク', 'シモホンノウジマエチョウ'],
  ),
  sampleTown(
    '0600001',
    ['北海道', '札幌市中央区', '北一条西'],
    ['ホッカイドウ', 'サッポロシチュウオウク', 'キタ1ジョウニシ'],
    {
      part: '１～１９丁目',
    },
  ),
];
