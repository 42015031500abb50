// The words of a name in, those that tell it from others out: what a search goes by.
import type { NameToken } from '../names/name.ts';

/** Names of their own; where there is none, ordinary words; where there is none either, whatever is there. */
export function tellingWords(tokens: readonly NameToken[]): readonly NameToken[] {
  for (const kind of ['word', 'concept'] as const) {
    const telling = tokens.filter((token) => token.kind === kind);
    if (0 < telling.length) return telling;
  }
  const others = tokens.filter(({ kind }) => kind !== 'light');
  return 0 < others.length ? others : tokens;
}
