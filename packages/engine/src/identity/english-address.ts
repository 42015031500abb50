// A Japanese address as somebody writes it in English and the one a register has in English in, how far they agree out.
import type { AddressVerdict } from './japanese-address.ts';

/** True when nothing is in it but Latin letters, figures and signs. */
export function isEnglishAddress(text: string): boolean {
  const plain = text.normalize('NFKC');
  return /\p{Script=Latin}/u.test(plain) && !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(plain);
}

/**
 * SAME: the prefecture, the municipality, the numbers of the block, and the town or the building. SAME_CITY: prefecture and
 * municipality alone. UNPARSEABLE: everything else, for names of places are written in several ways (Shinbashi, Shimbashi), and
 * an address abroad that is not the very same. The registered one ends with municipality and prefecture: "1-6-3
 * Higashi-Shimbashi, Minato-ku, Tokyo"; buildings stand in front or behind.
 */
export function compareEnglishAddresses(claimed: string, registered: string): AddressVerdict {
  const [ours, theirs] = [wordsOf(claimed), wordsOf(registered)];
  if (theirs.length === 0) return 'UNPARSEABLE';
  if (ours.join('') === theirs.join('')) return 'SAME';
  const place = placeIn(registered);
  if (!place) return 'UNPARSEABLE';
  const left = [...ours];
  for (const word of [...place.municipality, place.prefecture]) {
    const at = left.lastIndexOf(word);
    if (at < 0) return 'UNPARSEABLE';
    left.splice(at, 1);
  }
  const block = blockIn(registered);
  const others = without(theirs, [...place.municipality, place.prefecture]).filter(isName);
  const isThere = others.length === 0 || others.some((word) => left.includes(word));
  return block !== undefined && block === blockIn(claimed) && isThere ? 'SAME' : 'SAME_CITY';
}

/** Words that say what a place is, and the country. */
const leftOut: ReadonlySet<string> = new Set(
  ['ku', 'shi', 'gun', 'machi', 'cho', 'mura', 'son', 'ken', 'fu', 'to', 'japan', 'nippon'].concat([
    'bldg',
    'bld',
    'building',
    'floor',
    'chome',
    'banchi',
    'ban',
    'go',
    'no',
    'room',
  ]),
);

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !leftOut.has(word));
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Names of the municipality (of a designated city: ward and city) and the prefecture at the end. */
function placeIn(
  registered: string,
): { readonly municipality: readonly string[]; readonly prefecture: string } | undefined {
  const [last = '', before = ''] = folded(registered)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .toReversed();
  const municipality = [...before.matchAll(/([\p{L}-]+?)[ -](?:ku|shi|gun|machi|cho|mura|son)\b/gu)].flatMap(
    ([, name]) => wordsOf(name ?? ''),
  );
  const [prefecture, second] = wordsOf(last);
  if (municipality.length === 0 || prefecture === undefined || second !== undefined) return undefined;
  return { municipality, prefecture };
}

/** The longest row of numbers joined by hyphens; of several of one length the first: 3-21-2, 500. */
function blockIn(text: string): string | undefined {
  const rows = folded(text).match(/(?<![\p{L}\d-])\d+(?:-\d+)*(?![\p{L}\d])/gu) ?? [];
  const length = (row: string) => row.split('-').length;
  return rows.toSorted((a, b) => length(b) - length(a))[0];
}

function without(words: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...words];
  for (const word of taken) {
    const at = left.lastIndexOf(word);
    if (0 <= at) left.splice(at, 1);
  }
  return left;
}

function isName(word: string): boolean {
  return /^\p{L}{2,}$/u.test(word);
}
