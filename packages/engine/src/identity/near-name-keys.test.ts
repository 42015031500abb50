import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { nearNameKeys } from './near-name-keys.ts';
import { registerNameKeys } from './register-name-keys.ts';

const reference = buildNameReference(referenceFiles);
const near = { words: ['ジャパン', '日本', 'Japan', 'ホールディングス'], confusable: ['ニ二', '工エ', '末未', '電雷'] };

const cases: readonly [claimed: string, known: string, difference: string | undefined][] = [
  ['株式会社見本電機ジャパン', '見本電機株式会社', 'extra-word'],
  ['日本見本電機㈱', '株式会社見本電機', 'extra-word'],
  ['Mihon Denki Japan K.K.', 'Mihon Denki Co., Ltd.', 'extra-word'],
  ['株式会社見本雷機', '株式会社見本電機', 'confusable-character'],
  ['株式会社末来エ業', '株式会社未来エ業', 'confusable-character'],
  ['Mih0n Denki Inc.', 'Mihon Denki Inc.', 'confusable-character'],
  ['Mihon Danki Inc.', 'Mihon Denki Inc.', 'one-character'],
  ['ミホソデンキ', 'ミホンデンキ', 'one-character'],
  ['株式会社見本電電機', '株式会社見本電機', 'one-character'],
  ['株式会社見本電機', '株式会社見本電機', undefined],
  ['株式会社見本電機', '株式会社見本商事', undefined],
  // a word alone, or what is left of it, is no name of anybody
  ['株式会社日本', '株式会社', undefined],
  ['株式会社見日本', '株式会社見', undefined],
];
for (const [claimed, known, difference] of cases)
  test(`${claimed} for ${known}: ${difference ?? 'not alike'}`, () => {
    const keys = nearNameKeys(claimed, near, reference);
    const found = registerNameKeys(known, reference).map((key) => keys.get(key));
    assert.deepEqual(
      found.find((one) => one !== undefined),
      difference,
    );
  });
