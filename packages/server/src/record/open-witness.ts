// The place of a witness in, the witness there out.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Witness } from './witness.ts';
import { openWitnessFolder } from './witness-folder.ts';
import { openWitnessUrl } from './witness-url.ts';

/**
 * The witness at a place: `https://…` (`http://` on this machine only), or else a folder.
 * @throws Problem `witness.place` when the URL is not one of these, or the folder is the data folder or lies inside it.
 */
export function openWitness(
  place: string,
  { dataFolder, clock }: { readonly dataFolder?: string; readonly clock: () => Instant },
): Witness {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return openWitnessUrl(place);
  return openWitnessFolder(place, { clock, ...(dataFolder !== undefined && { dataFolder }) });
}
