import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { gazetteerOf, sampleTown, sampleTowns } from '@sekisho/engine/testing/sample-gazetteer.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { compareJapaneseAddresses } from './japanese-address.ts';
import { readingKey } from './reading-key.ts';
import { japaneseSpellings } from './spoken-address.ts';

const names = buildNameReference(referenceFiles);
const japaneseAddresses = buildJapaneseAddresses(referenceFiles, names.characters);
const reference = { names, japaneseAddresses, gazetteers: [gazetteerOf(sampleTowns)] };

const spelled: readonly (readonly [string, string])[] = [
  // Latin letters, from the small to the large and the other way round
  ['1-2-3 Roppongi, Minato-ku, Tokyo', '東京都港区六本木1-2-3'],
  ['1-2-3 Roppongi, Minato-ku, Tokyo 106-0032, Japan', '東京都港区六本木1-2-3'],
  ['2-3, Roppongi 1-chome, Minato-ku, Tokyo', '東京都港区六本木1丁目2-3'],
  ['1 Chome-2-3 Roppongi, Minato City, Tokyo 106-0032', '東京都港区六本木1丁目2-3'],
  ['6F Mihon Tower, 1-2-3 Roppongi, Minato Ward, Tokyo', '東京都港区六本木1-2-3'],
  ['Tokyo-to Minato-ku Roppongi 1-2-3', '東京都港区六本木1-2-3'],
  ['Tōkyō-to, Minato-ku, Roppongi 1-2-3', '東京都港区六本木1-2-3'],
  ['TOKYO MINATOKU ROPPONGI 1-2-3', '東京都港区六本木1-2-3'],
  ['1-5-10 Azabu-Juban, Minato-ku, Tokyo', '東京都港区麻布十番1-5-10'],
  ['1-3-1 Kasumigaseki, Chiyoda-ku, Tokyo', '東京都千代田区霞が関1-3-1'],
  ['1-2-3 Umeda, Kita-ku, Osaka', '大阪府大阪市北区梅田1-2-3'],
  ['1-2-3 Umeda, Kita-ku, Osaka-shi, Osaka-fu 530-0001', '大阪府大阪市北区梅田1-2-3'],
  ['1-2-3 Fukushima, Fukushima-ku, Osaka', '大阪府大阪市福島区福島1-2-3'],
  ['5-1 Omachi, Fukushima-shi, Fukushima', '福島県福島市大町5-1'],
  ['5-1 Ohmachi, Fukushima, Fukushima Prefecture', '福島県福島市大町5-1'],
  ['1-1 Yokogawa-cho, Nishi-ku, Hiroshima', '広島県広島市西区横川町1-1'],
  ['12315-16 Nakaminowa, Minowa-machi, Kamiina-gun, Nagano', '長野県上伊那郡箕輪町中箕輪12315-16'],
  ['2-24 Miyanishi-cho, Fuchu-shi, Tokyo', '東京都府中市宮西町2-24'],
  ['1-2-3 Sonota-machi, Minato-ku, Tokyo', '東京都港区'],
  // kana
  ['トウキョウト ミナトク ロッポンギ １－２－３', '東京都港区六本木1-2-3'],
  ['とうきょうとみなとくろっぽんぎ1ちょうめ2ばん3ごう', '東京都港区六本木1丁目2番3号'],
  ['ﾄｳｷﾖｳﾄ ﾐﾅﾄｸ ﾛﾂﾎﾟﾝｷﾞ 1-2-3', '東京都港区六本木1-2-3'],
  ['オオサカシキタクウメダ１－２－３', '大阪府大阪市北区梅田1-2-3'],
  ['東京都港区ろっぽんぎ1-2-3', '東京都港区六本木1-2-3'],
];

for (const [text, expected] of spelled)
  test(`${text} is ${expected}`, () => {
    assert.deepEqual(japaneseSpellings(text, reference), [expected]);
  });

const notSpelled = [
  '1-2-3 Roppongi, Minato-ku, Osaka', // 港区 of Osaka has no Roppongi, and none is said of Tokyo
  '1-2-3 Umeda, Nowhere-ku, Osaka',
  '1-1 Motomachi, Fuchu-shi', // of Tokyo or of Hiroshima
  '10 Downing Street, London',
  '1-2-3',
  '',
];

test('what names no municipality, two of them, or one elsewhere is not spelled', () => {
  assert.deepEqual(japaneseSpellings(notSpelled[0] ?? '', reference), ['大阪府大阪市港区']);
  for (const text of notSpelled.slice(1)) assert.deepEqual(japaneseSpellings(text, reference), [], text);
});

test('an address in kanji is left as it is, and so is every address without a gazetteer', () => {
  assert.deepEqual(japaneseSpellings('東京都港区六本木1-2-3', reference), []);
  for (const [text] of spelled) assert.deepEqual(japaneseSpellings(text, { names, japaneseAddresses }), []);
});

test('towns that sound alike are both given', () => {
  const town = (name: string) =>
    sampleTown('9990001', ['東京都', '港区', name], ['トウキョウト', 'ミナトク', 'ホンチョウ']);
  const gazetteers = [gazetteerOf([town('本町'), town('本庁')])];
  assert.deepEqual(japaneseSpellings('1-2 Honcho, Minato-ku, Tokyo', { ...reference, gazetteers }), [
    '東京都港区本町1-2',
    '東京都港区本庁1-2',
  ]);
});

test('the Latin names of a gazetteer serve as well, with 丁目 in them', () => {
  const gazetteers = [
    gazetteerOf([
      {
        kind: 'place',
        prefecture: '大阪府',
        municipality: '大阪市北区',
        town: '梅田一丁目',
        romaji: { prefecture: 'OSAKA FU', municipality: 'OSAKA SHI KITA KU', town: 'UMEDA 1' },
      },
    ]),
  ];
  assert.deepEqual(japaneseSpellings('1-2-3 Umeda, Kita-ku, Osaka', { ...reference, gazetteers }), [
    '大阪府大阪市北区梅田1-2-3',
  ]);
});

test('an English address is that of the register', () => {
  const [claimed = ''] = japaneseSpellings('1-2-3 Roppongi, Minato-ku, Tokyo', reference);
  const verdict = (registered: string) => compareJapaneseAddresses(claimed, registered, japaneseAddresses).verdict;
  assert.equal(verdict('東京都港区六本木一丁目2番3号'), 'SAME');
  assert.equal(verdict('東京都港区六本木一丁目2番4号'), 'SAME_BLOCK');
  assert.equal(verdict('東京都港区芝一丁目2番3号'), 'SAME_CITY');
  assert.equal(verdict('大阪府大阪市港区築港一丁目2番3号'), 'DIFFERENT');
});

for (const [kana, ...latin] of [
  ['トウキョウト', 'Tokyo-to', 'Tôkyô to', 'Toukyouto'],
  ['シンバシ', 'Shimbashi', 'Shinbashi', 'Sinbasi'],
  ['チュウオウク', 'Chuo-ku', 'Chūō-ku', 'Tyuo-ku'],
  ['オオタク', 'Ota-ku', 'Ohta-ku', 'Oota-ku'],
  ['ツヅキク', 'Tsuzuki-ku', 'Tuduki-ku'],
  ['ニホンバシカブトチョウ', 'Nihombashi Kabuto-cho', 'Nihonbashi-Kabutocho'],
  ['シンナカノ', 'Shin-Nakano', "Shin'nakano"],
] as const)
  test(`${kana} is ${latin.join(', ')}`, () => {
    for (const text of latin) assert.equal(readingKey(text, names), readingKey(kana, names), text);
  });
