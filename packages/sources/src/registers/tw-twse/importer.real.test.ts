import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readRegister } from '../testing/read-register.ts';
import { twTwse } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const place = path.join(folder ?? '', 'registers', 'tw-twse', '2023-08-31');

const files = [
  { name: 't187ap03_L.csv', companies: 992, withoutNumber: 8, noMail: 3 },
  { name: 't187ap03_O.csv', companies: 813, withoutNumber: 0, noMail: 7 },
];
for (const { name, companies, withoutNumber, noMail } of files)
  test(`${name} has ${companies} companies: every number, name and officer in it is found`, options, async () => {
    const file = { name, path: path.join(place, name) };
    const { rows, problems } = await readRegister(twTwse, file, '2023-08-31');
    const [, ...lines] = readFileSync(file.path, 'utf8').trim().split('\r\n');
    const naive = lines.map((line) =>
      line
        .slice(1, -1)
        .split('","')
        .map((cell) => cell.trim()),
    );
    assert.equal(naive.length, companies);
    const numbered = naive.filter(([, , , , , , , number]) => number !== '00000000');
    assert.equal(rows.length, companies - withoutNumber);
    assert.equal(problems.length, withoutNumber + noMail);
    assert.deepEqual(
      rows.map(({ number, name: registered, otherNames, identifiers }) => [
        number,
        registered,
        otherNames?.[0]?.text,
        identifiers?.[0]?.value,
      ]),
      numbered.map(([, code, registered, short, , , , number]) => [number, decoded(registered), decoded(short), code]),
    );
    rows.forEach(({ relations = [], number }, index) => {
      const written = [8, 9].map((column) => decoded(numbered[index]?.[column])).join(' ');
      const names = relations.map(({ toName = '?' }) => toName);
      assert.ok(
        names.every((one) => written.includes(one)),
        number,
      );
      const left = names
        .toSorted((a, b) => b.length - a.length)
        .reduce((text, one) => text.replaceAll(one, ''), written);
      assert.doesNotMatch(
        left.replaceAll(/代表人|總執行長暨總裁|執行長|總裁|暫代|代理|代|兼任|NA|無/g, ''),
        /\p{L}/u,
        number,
      );
    });
    assert.deepEqual(
      rows.map(({ seat, foundedOn }) => [seat?.full, foundedOn?.replaceAll('-', '')]),
      numbered.map((cells) => [decoded(cells[6]), cells[14]]),
    );
  });

function decoded(text = ''): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
