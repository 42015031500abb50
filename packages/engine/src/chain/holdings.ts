// Links of a chain in, who holds or controls how much of whom, as they say, out.
import type { ChainLink } from '../model/chain.ts';
import type { ShareRange } from '../model/ownership.ts';
import type { OwnershipReference } from '../reference/ownership-rules.ts';
import type { Holding } from './aggregate-ownership.ts';

/** Kinds that say who holds a part of whom: whether the one it is stated of holds it, or is held. */
const holderFirst: Readonly<Record<string, boolean>> = {
  owns: true,
  'beneficial-owner': true,
  'owner-of': true,
  'owned-by': false,
};
/** Kinds that say so only with a word of control: a director is no owner. */
const controllerFirst: Readonly<Record<string, boolean>> = { 'director-of': true, 'directed-by': false };

/** A share that is stated, in the detail of a list too (`51 %`), is a holding; a word of control is one of no stated share. */
export function holdingsOf(links: readonly ChainLink[], { controlWords }: OwnershipReference): readonly Holding[] {
  return links.flatMap(({ from, to, kind, share, detail, statedBy, date }): readonly Holding[] => {
    const controls = wordsOf(detail).some((word) => controlWords.has(word));
    const isFirst = holderFirst[kind] ?? (controls ? controllerFirst[kind] : undefined);
    if (isFirst === undefined) return [];
    const stated = share ?? shareIn(detail);
    return [
      {
        holder: isFirst ? from : to,
        company: isFirst ? to : from,
        controls,
        statedBy,
        ...(stated && { share: stated }),
        ...(date !== undefined && { date }),
      },
    ];
  });
}

/** Also of `ownership-of-shares-75-to-100-percent, right-to-…`, whose words stand in a row. */
function wordsOf(detail = ''): readonly string[] {
  return detail.split(/[\s,;:]+/);
}

/** One percentage that is a whole word of the detail; of several nobody knows which is meant. */
function shareIn(detail = ''): ShareRange | undefined {
  const found = [...detail.matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*%/g)].map(([, share = '']) =>
    Number(share.replace(',', '.')),
  );
  const [share] = found;
  return found.length === 1 && share !== undefined && share <= 100 ? { least: share, most: share } : undefined;
}
