import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildSignalReference } from '../reference/signal-reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { phoneKey } from './contact-key.ts';

const { callingCodes } = buildSignalReference(referenceFiles, buildNameReference(referenceFiles));

const cases: readonly (readonly [phone: string, country: string | undefined, key: string | undefined])[] = [
  ['03-9999-0001', 'jp', 'tel:+81399990001'],
  ['０３（９９９９）０００１', 'jp', 'tel:+81399990001'],
  ['+81 (0)3-9999-0001', undefined, 'tel:+81399990001'],
  ['+81 3 9999 0001', 'tw', 'tel:+81399990001'],
  ['0081 3 9999 0001', 'jp', 'tel:+81399990001'],
  ['(02) 9999-0001', 'tw', 'tel:+886299990001'],
  ['+44 20 9999 0001', 'jp', 'tel:+442099990001'],
  ['03-9999-0001', undefined, undefined],
  ['+999 12345678', 'jp', undefined],
  ['ext. 12', 'jp', undefined],
  ['', 'jp', undefined],
  ['0399990001039999000103', 'jp', undefined],
];

for (const [phone, country, key] of cases)
  test(`${phone || '(nothing)'} in ${country ?? 'no country'} is ${key ?? 'no number'}`, () => {
    assert.equal(phoneKey(phone, country, callingCodes), key);
  });
