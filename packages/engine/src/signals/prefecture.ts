// The text of a Japanese address in, the prefecture it names out.
import type { SignalReference } from '../reference/signal-reference.ts';

/** The prefecture that the text names first, as the register writes it; undefined when it names none. */
export function prefectureIn(address: string, { prefectures }: SignalReference): string | undefined {
  const text = address.normalize('NFKC');
  const named = prefectures
    .map((prefecture) => ({ prefecture, at: text.indexOf(prefecture) }))
    .filter(({ at }) => 0 <= at)
    .sort((a, b) => a.at - b.at);
  return named[0]?.prefecture;
}
