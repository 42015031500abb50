// All text files of the project in, what belongs to one machine or to no file at all out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkoutFiles } from './house/checkout.ts';
import { root } from './house/source-file.ts';

/** Where people keep their files on Linux, macOS and Windows. */
const placeOfAMachine = /(?<![\w.:/-])\/(?:home|Users|root|work)\/(?!u(?:ser)?\b)[\w.]|\b[A-Z]:\\Users\b/;
const besideTheCheckout = /\.\.\/shared\b/;
const mergeMark = /^(?:<{7}|>{7}) /m;
const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/;

const files = checkoutFiles('**/*', '.*', '.ci/*').filter((file) => file !== 'package-lock.json');
const texts = files
  .map((file) => [file, readFileSync(path.join(root, file))] as const)
  .filter(([, bytes]) => bytes.length < 2_000_000 && !bytes.subarray(0, 8000).includes(0))
  .map(([file, bytes]) => [file, bytes.toString('utf8')] as const);

function check(title: string, pattern: RegExp, among: (file: string) => boolean = () => true): void {
  test(title, () => {
    const found = texts.flatMap(([file, text]) => {
      const match = among(file) ? pattern.exec(text) : null;
      return match ? [`${file}:${text.slice(0, match.index).split('\n').length} ${match[0]}`] : [];
    });
    assert.deepEqual(found, []);
  });
}

check('no file names a folder of a machine', placeOfAMachine);
check('only .ci/run looks beside the checkout', besideTheCheckout, (file) => file !== '.ci/run');
check('no file holds a mark of a merge', mergeMark);
check(
  'no code is left for later',
  unfinished,
  (file) => /\.(?:m?[jt]s|sh)$/.test(file) && file !== 'tests/text-files.test.ts',
);
