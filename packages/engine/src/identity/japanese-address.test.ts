import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { addressKey } from './address-key.ts';
import { compareJapaneseAddresses, type AddressVerdict } from './japanese-address.ts';

const reference = buildJapaneseAddresses(referenceFiles, buildNameReference(referenceFiles).characters);

const cases: readonly (readonly [string, string, AddressVerdict])[] = [
  // written in another way
  ['東京都千代田区霞が関３丁目１－１', '千代田区霞ヶ関3-1-1', 'SAME'],
  ['東京都千代田区霞が関３丁目１番１号', '〒100-0013 東京都千代田区霞ケ関三丁目1番地の1', 'SAME'],
  ['東京都千代田区霞が関３丁目１番１号', '日本国東京都 千代田区 霞が関 3-1-1', 'SAME'],
  ['東京都千代田区霞が関３丁目１番１号', '1000013 東京都千代田区霞が関三丁目一番一号', 'SAME'],
  ['大阪市北区梅田一丁目2番3号', '大阪府大阪市北区梅田1-2-3', 'SAME'],
  ['札幌市中央区北1条西2丁目', '札幌市中央区北一条西2', 'SAME'],
  ['北海道札幌市東区北十八条東１９丁目２番８－１０１号', '札幌市東区北18条東19-2-8', 'SAME'],
  ['市川市八幡1-1-1 ビル3F', '市川市八幡1-1-1', 'SAME'],
  ['東京都港区麻布十番１丁目５番１０号', '港区麻布十番1-5-10', 'SAME'],
  ['東京都千代田区六番町６番地１', '千代田区6番町6-1', 'SAME'],
  ['東京都中央区八丁堀１丁目７番７号レザンビル８Ｆ', '東京都中央区八丁堀一丁目7-7 レザンビル8階', 'SAME'],
  ['東京都中央区日本橋兜町一番十号', '中央区日本橋兜町1-10', 'SAME'],
  ['愛知県名古屋市緑区大高町字己新田１４９番地', '名古屋市緑区大高町己新田149', 'SAME'],
  ['長野県上伊那郡箕輪町大字中箕輪１２３１５番地１６', '長野県箕輪町中箕輪12315の16', 'SAME'],
  ['福岡県糟屋郡須惠町大字上須惠１番地', '福岡県糟屋郡須恵町上須恵1', 'SAME'],
  ['大阪府堺市西区上野芝向ヶ丘町５丁２６番５号', '堺市西区上野芝向ケ丘町五丁26-5', 'SAME'],
  ['岩手県紫波郡矢巾町大字南矢幅第１０地割３２番地', '岩手県矢巾町南矢幅10地割32', 'SAME'],
  ['東京都武蔵野市西久保3-2-1', '武蔵野市西久保3丁目2番1号ＡＢＣビル501', 'SAME'],
  ['静岡県浜松市中区中央１丁目１番１号', '静岡県浜松市中央区中央1-1-1', 'SAME'],
  ['東京都八王子市三田1-2', '八王子市三田1番地2', 'SAME'],
  ['三重県四日市市大鐘町７２０番地１', '四日市市大鐘町720-1', 'SAME'],
  ['京都府京都市中京区丸太町通河原町東入1', '京都市中京区丸太町通河原町東入１', 'UNPARSEABLE'],
  ['京都府京都市中京区丸太町通河原町東入1', '京都府京都市中京区丸太町通河原町東入１', 'SAME'],
  ['大阪府大阪市北区梅田1-2-3', '大阪市梅田1-2-3', 'SAME'],
  ['東京都府中市宮西町2-24', '府中市宮西町２丁目24番', 'SAME'],
  ['石川県金沢市角間町ヌ７', '金沢市角間町ヌ７番地', 'SAME'],
  // only in part the same
  ['東京都千代田区霞が関３丁目１番１号', '千代田区霞が関3-1-2', 'SAME_BLOCK'],
  ['東京都千代田区霞が関３丁目１番１号', '千代田区霞が関3-1', 'SAME_BLOCK'],
  ['東京都千代田区霞が関３丁目１番１号', '千代田区霞が関3-2-1', 'SAME_TOWN'],
  ['東京都千代田区霞が関３丁目１番１号', '千代田区霞が関', 'SAME_TOWN'],
  ['愛知県名古屋市緑区大高町字己新田１４９番地', '名古屋市緑区大高町149', 'SAME_TOWN'],
  ['市川市八幡1-23', '市川市八幡12-3', 'SAME_TOWN'],
  ['東京都千代田区霞が関３丁目１番１号', '千代田区霞が関1-1-1', 'SAME_CITY'],
  ['新宿区新宿1-2-3', '新宿区西新宿1-2-3', 'SAME_CITY'],
  // another place
  ['東京都港区芝1-2-3', '大阪府大阪市港区築港1-2-3', 'DIFFERENT'],
  ['港区芝1-2-3', '大阪市港区築港1-2-3', 'DIFFERENT'],
  ['東京都府中市本町1-1', '広島県府中市本町1-1', 'DIFFERENT'],
  ['大阪市北区梅田1-2-3', '大阪市中央区梅田1-2-3', 'DIFFERENT'],
  ['東京都千代田区霞が関3-1-1', '大阪府千代田区霞が関3-1-1', 'DIFFERENT'],
  ['東京都千代田区霞が関3-1-1', '埼玉県八百比市霞が関3-1-1', 'DIFFERENT'],
  // not to be told
  ['東京都府中市本町1-1', '府中市宮西町1-1', 'UNPARSEABLE'],
  ['東京都千代田区霞が関3-1-1', '1-3-1 Kasumigaseki, Chiyoda-ku, Tokyo', 'UNPARSEABLE'],
  ['京都府京都市下京区烏丸通四条下る水銀屋町620', '京都市下京区水銀屋町620', 'UNPARSEABLE'],
  ['東京都千代田区霞が関3-1-1', '', 'UNPARSEABLE'],
];

for (const [a, b, verdict] of cases)
  test(`${a} / ${b || '(nothing)'} is ${verdict}`, () => {
    assert.equal(compareJapaneseAddresses(a, b, reference).verdict, verdict);
    assert.equal(compareJapaneseAddresses(b, a, reference).verdict, verdict, 'the other way round');
  });

test('a municipality that the tables lack is known when the register sets it apart', () => {
  const registered = { prefecture: '福島県', city: '双葉郡新生町', street: '大字中央１番地２' };
  const verdict = (claimed: string) => compareJapaneseAddresses(registered, claimed, reference).verdict;
  assert.equal(verdict('福島県双葉郡新生町大字中央１－２'), 'SAME');
  assert.equal(verdict('茨城県双葉郡新生町大字中央１－２'), 'DIFFERENT');
  assert.equal(verdict('双葉郡新生町大字中央１－２'), 'UNPARSEABLE');
});

test('building and room are compared apart', () => {
  const building = (a: string, b: string) => compareJapaneseAddresses(a, b, reference).building;
  assert.equal(building('市川市八幡1-1-1 ビル3F', '市川市八幡1-1-1'), 'UNKNOWN');
  assert.equal(building('市川市八幡1-1-1 ビル3F', '市川市八幡一丁目1番1号ビル３Ｆ'), 'SAME');
  assert.equal(building('市川市八幡1-1-1 ビル3F', '市川市八幡1-1-1 ビル4F'), 'DIFFERENT');
});

test('any two texts are compared, in either order alike, and none is different from itself', () => {
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '東京都',
          '府中市',
          '港区',
          '本町',
          '三',
          '丁目',
          '1',
          '番',
          '号',
          '-',
          ' ',
          'の',
          '第',
          '地割',
          '字',
          '上る',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(address, address, (a, b) => {
      const { verdict } = compareJapaneseAddresses(a, b, reference);
      assert.equal(compareJapaneseAddresses(b, a, reference).verdict, verdict);
      const self = compareJapaneseAddresses(a, a, reference).verdict;
      // what cannot be compared with itself has too few letters to be an address; unassigned code points are none
      const letters = a.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      assert.ok(self === 'SAME' || (self === 'UNPARSEABLE' && letters < 20), `${a}: ${self}`);
    }),
  );
});

test('addresses that are the same have one key, others have other keys; what cannot be told has none', () => {
  const told = cases.flatMap(([one, two, verdict]) => {
    const [a, b] = [addressKey(one, reference), addressKey(two, reference)];
    return a === undefined || b === undefined ? [] : [{ one, two, verdict, agrees: a === b }];
  });
  assert.ok(25 < told.length);
  const wrong = told.filter(({ verdict, agrees }) => agrees !== (verdict === 'SAME'));
  assert.deepEqual(
    wrong.map(({ one, two }) => [one, two]),
    [],
  );
  for (const text of ['', '1-3-1 Kasumigaseki', '府中市本町1-1', '千代田区霞が関', '京都市中京区丸太町通河原町東入1'])
    assert.equal(addressKey(text, reference), undefined, text);
});

test('a building has one key whatever its name and room; an address set apart has that of its text', () => {
  const whole = '東京都千代田区霞が関３丁目１番１号';
  const key = addressKey(whole, reference);
  assert.ok(key !== undefined);
  assert.equal(addressKey(`${whole}見本ビル５０１号室`, reference), key);
  const split = { prefecture: '東京都', city: '千代田区', street: '霞が関３－１－１　見本ビル３Ｆ' };
  assert.equal(addressKey(split, reference), key);
  assert.equal(
    addressKey({ ...split, city: '無名市' }, reference),
    '东京都 无名市 霞ケ关 3-1-1',
    'the tables may lack one',
  );
});
