import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { gazetteerOf, sampleTown, sampleTowns } from '@sekisho/engine/testing/sample-gazetteer.ts';
import type { GazetteerRow, PlaceVerdict, PostalVerdict } from '../model/gazetteer.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { checkAddress } from './check-address.ts';

const names = buildNameReference(referenceFiles);
const japaneseAddresses = buildJapaneseAddresses(referenceFiles, names.characters);
const none = { names, japaneseAddresses };
const office: GazetteerRow = {
  kind: 'office',
  prefecture: '東京都',
  municipality: '千代田区',
  town: '霞が関',
  postalCode: '1008999',
  office: '見本省',
};
const part = { ...none, gazetteers: [gazetteerOf(sampleTowns)] };
const whole = { ...none, gazetteers: [gazetteerOf(sampleTowns, { complete: true })] };
const withOffices = { ...none, gazetteers: [gazetteerOf([...sampleTowns, office], { complete: true })] };

const postal: readonly (readonly [string, PostalVerdict])[] = [
  ['〒106-0032 東京都港区六本木1-2-3', 'AGREES'],
  ['106-0032 港区六本木1-2-3', 'AGREES'],
  ['〒１０６－００３２　東京都港区六本木１－２－３', 'AGREES'],
  ['1-2-3 Roppongi, Minato-ku, Tokyo 106-0032', 'AGREES'],
  ['〒100-6805 東京都千代田区大手町1-3-1 ＪＡビル5F', 'AGREES'],
  ['〒105-0014 東京都港区芝3-1-1', 'AGREES'],
  ['〒100-0000 東京都千代田区霞が関3-1-1', 'AGREES'],
  ['〒399-4601 長野県箕輪町中箕輪12315', 'AGREES'],
  ['〒060-0001 札幌市中央区北1条西2丁目', 'AGREES'],
  ['〒604-8091 京都府京都市中京区寺町通御池下る下本能寺前町500', 'AGREES'],
  ['〒183-0022 府中市宮西町2-24', 'AGREES'],
  ['〒726-0003 府中市元町1-1', 'AGREES'],
  ['〒105-0014 東京都港区芝5-1-1', 'OTHER_TOWN'],
  ['〒105-0014 東京都港区芝浦3-1-1', 'OTHER_TOWN'],
  ['〒106-0032 東京都千代田区霞が関3-1-1', 'OTHER_MUNICIPALITY'],
  ['1-2-3 Roppongi, Minato-ku, Tokyo 100-0013', 'OTHER_MUNICIPALITY'],
  ['〒530-0001 東京都港区六本木1-2-3', 'OTHER_PREFECTURE'],
  ['東京都港区六本木1-2-3', 'NOT_CLAIMED'],
  ['〒106-9999 東京都港区六本木1-2-3', 'NOT_CHECKABLE'],
  ['〒106-0032 どこか', 'NOT_CHECKABLE'],
];

for (const [full, verdict] of postal)
  test(`${full}: ${verdict}`, () => {
    assert.equal(checkAddress({ full }, part).postal, verdict);
    assert.equal(checkAddress({ full }, none).postal, verdict === 'NOT_CLAIMED' ? verdict : 'NOT_CHECKABLE');
  });

test('a code that is in no gazetteer exists not only where all of Japan and its offices are known', () => {
  const verdict = (postalCode: string, reference: typeof part) =>
    checkAddress({ full: '東京都千代田区霞が関3-1-1', postalCode }, reference).postal;
  assert.equal(verdict('100-8999', part), 'NOT_CHECKABLE');
  assert.equal(verdict('100-8999', whole), 'NOT_CHECKABLE');
  assert.equal(verdict('100-8999', withOffices), 'AGREES');
  assert.equal(verdict('100-8998', withOffices), 'NO_SUCH_CODE');
  assert.equal(verdict('530-8999', whole), 'OTHER_PREFECTURE', 'all codes that begin so are of Osaka');
  assert.equal(verdict('1234', part), 'NO_SUCH_CODE');
  assert.deepEqual(checkAddress({ full: '東京都千代田区霞が関3-1-1', postalCode: '530-0001' }, part).postalPlaces, [
    '大阪府大阪市北区梅田',
  ]);
});

const found: readonly (readonly [string, PlaceVerdict, PlaceVerdict])[] = [
  ['東京都港区六本木1-2-3', 'FOUND', 'FOUND'],
  ['港区芝1-2-3', 'FOUND', 'FOUND'],
  ['東京都港区', 'FOUND', 'NOT_CLAIMED'],
  ['東京都港区見本町1-2-3', 'FOUND', 'NOT_FOUND'],
  ['東京都港区芝見本1-2-3', 'FOUND', 'NOT_CHECKABLE'],
  ['東京都港区大字六本木1-2-3', 'FOUND', 'FOUND'],
  ['東京都八百比市本町1-1', 'NOT_FOUND', 'NOT_CHECKABLE'],
  ['大阪府千代田区霞が関3-1-1', 'NOT_FOUND', 'NOT_CHECKABLE'],
  ['青森県青森市新町1-1', 'FOUND', 'NOT_CHECKABLE'],
  ['青森県八百比市新町1-1', 'NOT_CHECKABLE', 'NOT_CHECKABLE'],
  ['京都府京都市中京区寺町通御池上る500', 'FOUND', 'NOT_CHECKABLE'],
];

for (const [full, municipality, town] of found)
  test(`${full}: municipality ${municipality}, town ${town}`, () => {
    const checked = checkAddress({ full }, part);
    assert.deepEqual([checked.municipalityFound, checked.townFound], [municipality, town]);
  });

test('the place is told as the gazetteer writes it, with the prefecture that the municipality tells, and the edition', () => {
  assert.deepEqual(checkAddress({ full: '106-0032 港区六本木三丁目2-1', postalCode: '' }, part), {
    address: '106-0032 港区六本木三丁目2-1',
    postalCode: '1060032',
    prefecture: '東京都',
    municipality: '港区',
    town: '六本木',
    postal: 'AGREES',
    postalPlaces: [],
    municipalityFound: 'FOUND',
    townFound: 'FOUND',
    sources: [{ source: 'jp-post', editionId: 'e-jp-post' }],
  });
});

test('a municipality that the tables lack is read when a gazetteer has it', () => {
  const place = ['福島県', '双葉郡新生町', '中央'] as const;
  const gazetteers = [
    gazetteerOf([sampleTown('9790000', place, ['フクシマケン', 'フタバグンシンセイマチ', 'チュウオウ'])]),
  ];
  const {
    municipalityFound,
    townFound,
    postal: verdict,
  } = checkAddress({ full: '〒979-0000 福島県双葉郡新生町中央1-2' }, { ...none, gazetteers });
  assert.deepEqual([municipalityFound, townFound, verdict], ['FOUND', 'FOUND', 'AGREES']);
});
