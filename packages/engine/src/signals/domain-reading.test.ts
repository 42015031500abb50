// How domains are read: labels of other scripts, the letters between two names, and the pieces of texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lettersBetween } from './letters-between.ts';
import { decodedDomain } from './punycode.ts';
import { comparableText, shingleSimilarity, shinglesOf, textBands, textLength } from './text-shingles.ts';

// made by the URL parser of Node
const decoded: readonly [domain: string, shown: string][] = [
  ['xn--bcher-kva.example', 'bücher.example'],
  ['xn--eckwd4c7c5976acvb2w6i.example', '日本語ドメイン.example'],
  ['mail.xn--mihn-denki-gvi.example', 'mail.mihоn-denki.example'],
  ['xn--he-he--8e4ea.example', 'he-he-ひひ.example'],
  ['xn--.example', '.example'],
  ['xn--99999999999.example', 'xn--99999999999.example'],
  ['xn--a!.example', 'xn--a!.example'],
  ['plain.example', 'plain.example'],
];
for (const [domain, shown] of decoded) test(`${domain} is ${shown}`, () => assert.equal(decodedDomain(domain), shown));

test('any domain is shown as it was before it was encoded', () => {
  const label = fc.string({ unit: fc.constantFrom(...'abcz09éüжд見本語ん'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(label, (text) => {
      const shown = `a${text}.example`;
      assert.equal(decodedDomain(new URL(`http://${shown}`).hostname), shown.normalize('NFC'));
    }),
  );
});

test('no text that calls itself encoded breaks the reading', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof decodedDomain(`xn--${text}`) === 'string'));
});

const distances: readonly [a: string, b: string, letters: number][] = [
  ['', '', 0],
  ['mihon', 'mihon', 0],
  ['mihon', 'mihno', 1],
  ['mihon', 'mihan', 1],
  ['mihon', 'mion', 1],
  ['mihon', 'miihon', 1],
  ['mihon', 'nihan', 2],
  ['ab', 'ba', 1],
  ['abc', '', 3],
  ['見本電機', '見本電器', 1],
];
for (const [a, b, letters] of distances)
  test(`${a} and ${b}: ${String(letters)} letters`, () => {
    assert.equal(lettersBetween(a, b), letters);
    assert.equal(lettersBetween(b, a), letters);
  });

test('a text copied with a word changed is nearly the same, another text is not', () => {
  const runs = (text: string) => shinglesOf(comparableText(text), 5);
  const text =
    'We protect the forty computers of our own office in Yokohama, and those of nobody else, against programs that mean harm; they are installed by our own people.';
  assert.equal(shingleSimilarity(runs(text), runs(text.toUpperCase().replaceAll(',', ' '))), 1);
  assert.ok(0.9 <= shingleSimilarity(runs(text), runs(text.replace('forty', 'fifty'))));
  assert.ok(
    shingleSimilarity(runs(text), runs('A website about angling, run by two friends from a server in Tokyo.')) < 0.2,
  );
  assert.equal(shingleSimilarity(runs(''), runs('')), 0);
  assert.equal(textLength(comparableText('社内で使用 OK!')), 13);
});

test('texts that share nine tenths of their runs have a band in common, others seldom', () => {
  const common = (a: Uint32Array, b: Uint32Array) => {
    const bands = new Set(textBands(a));
    return textBands(b).filter((band) => bands.has(band)).length;
  };
  const random = mulberry(7);
  const runs = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 2 ** 32));
  let [missed, met] = [0, 0];
  for (let round = 0; round < 500; round++) {
    const [shared, one, other] = [runs(180), runs(10), runs(10)];
    const [a, b] = [Uint32Array.from([...shared, ...one]).sort(), Uint32Array.from([...shared, ...other]).sort()];
    if (common(a, b) === 0) missed++;
    if (0 < common(a, Uint32Array.from(runs(190)).sort())) met++;
    assert.equal(common(a, a), textBands(a).length);
  }
  assert.deepEqual([missed, met], [0, 0]);
  assert.deepEqual(textBands(new Uint32Array()), []);
});

/** Chance that is the same each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
