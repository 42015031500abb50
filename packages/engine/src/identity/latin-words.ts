// An address in Latin letters in, its words out: names, numbers of the block, the chome; each with the part between commas it stands in.
import type { JapaneseAddressReference } from '../reference/japanese-addresses.ts';

export interface LatinWord {
  readonly kind: 'name' | 'number' | 'chome' | 'other';
  /** In lower case, without accents; a number with its hyphens, a chome as its digits alone. */
  readonly text: string;
  /** Counted from 0: which part between commas or lines. */
  readonly segment: number;
}

/** The postal code is left out. `other` is what stands between: 6F, B1. */
export function latinWords(text: string, { spokenBlock }: JapaneseAddressReference): readonly LatinWord[] {
  const chome = (spokenBlock.get('丁目')?.latin ?? []).join('|');
  const lots = ['番地', '番', '号'].flatMap((word) => spokenBlock.get(word)?.latin ?? []).join('|');
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‐-―−－]/gu, '-')
    .replace(/〒?(?<![\d-])\d{3}-\d{4}(?![\d-])/gu, ' ')
    .replace(/'/g, '')
    .replace(new RegExp(`(\\d+)[\\s-]*(?:${lots})(?![a-z])[\\s-]*(?=\\d)`, 'g'), '$1-')
    .replace(new RegExp(`(\\d+)[\\s-]*(?:${lots})(?![a-z])`, 'g'), '$1')
    .replace(new RegExp(`(\\d+)[\\s-]*(?:${chome})(?![a-z])-?`, 'g'), ' #$1 ');
  return folded.split(/[,;\n]/).flatMap((segment, index) =>
    [...segment.matchAll(WORD)].map(({ 0: word }): LatinWord => {
      if (word.startsWith('#')) return { kind: 'chome', text: word.slice(1), segment: index };
      if (/^\d+(?:-\d+)*$/.test(word)) return { kind: 'number', text: word, segment: index };
      return { kind: /^[a-z]+$/.test(word) ? 'name' : 'other', text: word, segment: index };
    }),
  );
}

const WORD = /#\d+|\d+(?:-\d+)*(?![a-z0-9])|[a-z]+(?![0-9])|[a-z0-9]+/g;
