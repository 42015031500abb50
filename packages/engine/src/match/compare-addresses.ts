// The addresses of a party and of a listed entity in, what their likeness contributes out.
import type { Address } from '../model/entity.ts';
import type { Contribution } from '../model/evidence.ts';
import { foldText } from '../names/fold.ts';
import type { NameReference } from '../reference/name-reference.ts';

export interface AnalysedAddress {
  readonly text: string;
  readonly country?: string;
  readonly postalCode?: string;
  /** Words and numbers; of scripts without spaces, every two neighbouring characters. */
  readonly parts: ReadonlySet<string>;
}

/** Reads an address once, for many comparisons. */
export function analyseAddress(address: Address, reference: NameReference): AnalysedAddress {
  const { full, street, city, region, postalCode, country } = address;
  const text = full === '' ? [street, city, region, postalCode].filter((part) => part !== undefined).join(' ') : full;
  const code = postalCode
    ?.normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return {
    text,
    ...(country === undefined ? {} : { country }),
    ...(code === undefined || code === '' ? {} : { postalCode: code }),
    parts: partsOf(foldText(text.slice(0, LONGEST), reference)),
  };
}

const LONGEST = 400;

/**
 * The best pair of addresses: the same place in full, or the same town. Addresses of persons that differ contribute nothing, since
 * people have several and lists name few; those of organisations a little, and in Japan, where names repeat, much.
 */
export function compareAddresses(
  query: readonly AnalysedAddress[],
  listed: readonly AnalysedAddress[],
  ofOrganisations: boolean,
  { weights }: NameReference,
): Contribution[] {
  let best = 0;
  let detail = '';
  let country: string | undefined;
  for (const a of query)
    for (const b of listed) {
      if (a.country === b.country && FEWEST_PARTS <= Math.min(a.parts.size, b.parts.size)) country = a.country;
      const likeness = likenessOf(a, b);
      if (likeness <= best) continue;
      best = likeness;
      detail = `${a.text} / ${b.text}`;
    }
  if (best < SAME_TOWN) {
    if (!ofOrganisations || country === undefined || OTHER_PLACE < best) return [];
    return [{ factor: 'address', points: country === 'jp' ? weights.addressDiffersInJapan : weights.addressDiffers }];
  }
  return [{ factor: 'address', points: best < SAME_PLACE ? weights.addressNear : weights.addressAgrees, detail }];
}

const SAME_PLACE = 0.75;
const SAME_TOWN = 0.4;
const OTHER_PLACE = 0.2;
/** "Main Street" is in every town: fewer parts than these prove nothing. */
const FEWEST_PARTS = 3;

/** The share of the shorter address that the other has, by its parts; a number must be among what makes a place the same. */
function likenessOf(a: AnalysedAddress, b: AnalysedAddress): number {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return 0;
  const [short, long] = a.parts.size <= b.parts.size ? [a.parts, b.parts] : [b.parts, a.parts];
  if (short.size < FEWEST_PARTS) return 0;
  let common = 0;
  let numbers = 0;
  for (const part of short)
    if (long.has(part)) {
      common++;
      numbers += Number(/\d/.test(part));
    }
  const share = common / short.size;
  const samePostalCode = a.postalCode !== undefined && a.postalCode === b.postalCode;
  if (common < FEWEST_PARTS) return samePostalCode ? SAME_TOWN : 0;
  return 0 < numbers || samePostalCode ? share : Math.min(share, SAME_PLACE - 0.01);
}

function partsOf(folded: string): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [run] of folded.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(run)) parts.add(run);
    else for (let index = 0; index + 1 < run.length; index++) parts.add(run.slice(index, index + 2));
  }
  return parts;
}
