import assert from 'node:assert/strict';
import test from 'node:test';
import { emailsIn, phonesIn, websitesIn } from './contact-details.ts';

test('mail addresses', () =>
  assert.deepEqual(emailsIn('info@sample-works.example. (2) a.b@x.example; www.sample.example'), [
    'info@sample-works.example',
    'a.b@x.example',
  ]));

test('web sites; the host of a mail address is none', () =>
  assert.deepEqual(
    websitesIn(
      'www.sample.example, nii-sample.example/en/ (2) http://x.example. Social Media: https://y.example/a_b info@sample-works.example',
    ),
    ['www.sample.example', 'nii-sample.example/en/', 'http://x.example', 'https://y.example/a_b'],
  ));

const phones: readonly [text: string, ...numbers: string[]][] = [
  ['+963 11 2121816. +963 11 2121834', '+963 11 2121816', '+963 11 2121834'],
  ['(1) 218 213330927 (2) 218 213331533', '218 213330927', '218 213331533'],
  ['+7 (495) 645 6601', '+7 (495) 645 6601'],
  ['+7 (812) 600-77-85 (205). +7 (812) 703 79-57', '+7 (812) 600-77-85 (205)', '+7 (812) 703 79-57'],
  ['+963 11 9962, +963 11 668 1400', '+963 11 9962', '+963 11 668 1400'],
  ['(+98-21) 4659457, 9', '(+98-21) 4659457, 9'],
  ['none'],
];
for (const [text, ...numbers] of phones) test(`telephone ${text}`, () => assert.deepEqual(phonesIn(text), numbers));
