// A name as it was read in, whether there is anything in it to search for out.
import type { Name } from './name.ts';

/**
 * False for a name without a letter (emoji, punctuation), for one that stands for no name (`N/A`, 不明:
 * `data/names/placeholders.tsv`), and for one in a script that has no table of sounds, which would only be found as it is
 * written (Tibetan, Syriac, Cherokee): no hit would mean nothing.
 */
export function isReadable({ tokens, isPlaceholder }: Name): boolean {
  return !isPlaceholder && tokens.some(({ script }) => script !== 'other');
}
