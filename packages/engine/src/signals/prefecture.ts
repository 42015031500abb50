// The text of a Japanese address in, the prefecture it is in out.
import { seatAddresses, type Party } from '../model/application.ts';
import type { Confirmation } from '../model/register.ts';
import type { SignalReference } from '../reference/signal-reference.ts';

/**
 * The prefecture that the text names first, as the register writes it; of a text without one, that of the municipality it
 * begins with, when no other prefecture has one of that name. Undefined otherwise.
 */
export function prefectureIn(address: string, reference: SignalReference): string | undefined {
  const text = address.normalize('NFKC');
  const named = reference.prefectures
    .map((prefecture) => ({ prefecture, at: text.indexOf(prefecture) }))
    .filter(({ at }) => 0 <= at)
    .sort((a, b) => a.at - b.at);
  return named[0]?.prefecture ?? prefectureOfMunicipality(text, reference);
}

/** Where the register has the party's seat, else where the party says it is. */
export function seatPrefecture(
  party: Party,
  confirmations: readonly Confirmation[],
  reference: SignalReference,
): { readonly prefecture: string; readonly answer?: Confirmation } | undefined {
  const answer = confirmations.find(
    (known) => known.party === party.id && known.fact?.current.prefecture !== undefined,
  );
  const registered = answer?.fact?.current.prefecture;
  if (answer && registered !== undefined) return { prefecture: registered, answer };
  const claimed = new Set(seatAddresses(party).map(({ full }) => prefectureIn(full, reference)));
  const [only] = claimed;
  return claimed.size === 1 && only !== undefined ? { prefecture: only } : undefined;
}

function prefectureOfMunicipality(
  text: string,
  { japaneseAddresses: { fold, municipalities, longestMunicipality }, prefectures }: SignalReference,
): string | undefined {
  const folded = fold(text).replace(/^(?:日本国?)?〒?(?:\d{3}-\d{4}|\d{7})(?!\d) ?|^〒/u, '');
  for (let length = Math.min(longestMunicipality, folded.length); 1 < length; length--) {
    const reading = municipalities.get(folded.slice(0, length));
    if (!reading) continue;
    const meant = 0 < reading.whole.length ? reading.whole : reading.short;
    const [only, ...others] = new Set(meant.map(({ prefecture }) => prefecture));
    return others.length === 0 ? prefectures.find((prefecture) => fold(prefecture) === only) : undefined;
  }
  return undefined;
}
