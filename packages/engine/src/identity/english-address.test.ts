import assert from 'node:assert/strict';
import test from 'node:test';
import { compareEnglishAddresses, isEnglishAddress } from './english-address.ts';

const cases: readonly (readonly [claimed: string, registered: string, verdict: string])[] = [
  ['8-9-10 Mihoncho, Chiyoda-ku, Tokyo', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME'],
  ['8-9-10, MIHONCHO, CHIYODA-KU, TOKYO, JAPAN', '8-9-10,Mihoncho, Chiyoda ku, Tokyo', 'SAME'],
  ['8-9-10 Mihoncho, Chiyoda-ku, Tokyo 100-0013', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME'],
  ['8-9-10 Mihoncho, Chiyoda-ku, Tokyo', 'Sakura Bldg. 3F, 8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME'],
  ['9-8 Kita, Kita-ku, Osaka-shi, Osaka', '9-8, Kita, Kita ku Osaka shi, Osaka', 'SAME'],
  ['Ōmura 500, Miki-shi, Hyōgo', 'Omura 500, Miki shi, Hyogo', 'SAME'],
  ['8-9-11 Mihoncho, Chiyoda-ku, Tokyo', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME_CITY'],
  ['8-9 Mihoncho, Chiyoda-ku, Tokyo', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME_CITY'],
  ['8-9-10 Kakuucho, Chiyoda-ku, Tokyo', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'SAME_CITY'],
  ['8-9-10 Mihoncho, Minato-ku, Tokyo', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'UNPARSEABLE'],
  ['8-9-10 Mihoncho, Chiyoda-ku', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'UNPARSEABLE'],
  ['8-9-10 Kita, Kita-ku, Sapporo-shi, Hokkaido', '8-9-10, Kita, Kita ku Osaka shi, Osaka', 'UNPARSEABLE'],
  ['8-9-10 Mihoncho, Fuchu-shi, Hiroshima', '8-9-10 Mihoncho, Fuchu shi, Tokyo', 'UNPARSEABLE'],
  ['1 Mihon Road, Singapore', '1, Mihon Road, Singapore', 'SAME'],
  ['2 Mihon Road, Singapore', '1, Mihon Road, Singapore', 'UNPARSEABLE'],
  ['', '8-9-10 Mihoncho, Chiyoda ku, Tokyo', 'UNPARSEABLE'],
  ['8-9-10 Mihoncho', '', 'UNPARSEABLE'],
];
for (const [claimed, registered, verdict] of cases)
  test(`"${claimed}" beside "${registered}": ${verdict}`, () =>
    assert.equal(compareEnglishAddresses(claimed, registered), verdict));

test('an address with Japanese characters is none in English', () => {
  assert.ok(isEnglishAddress('8‐9 Mihonchō, Ｔｏｋｙｏ'));
  assert.ok(!isEnglishAddress('東京都千代田区 8-9'));
  assert.ok(!isEnglishAddress('100-0013'));
});
