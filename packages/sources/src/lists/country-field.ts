// What a list writes in a country field in, the territory's code out; a name nobody knows is reported, and stays in the text.
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import type { ReadingInProgress } from './list-reading.ts';

/** Words that say that there is no country, or name a part of one: never a problem. */
const noCountry = /^(?:undetermined|unknown|na|n\/a|none identified|stateless|stateless person|region:.*)$/i;

export interface CountryReader {
  readonly territories: Territories;
  readonly reading: ReadingInProgress;
}

/** The code of a country that a field names, else undefined. An unknown name becomes a problem `list.unknown-value`. */
export function countryIn(
  text: string | undefined,
  field: string,
  where: ProblemFacts,
  { territories, reading }: CountryReader,
): string | undefined {
  if (text === undefined || noCountry.test(text)) return undefined;
  const code = territories.codeOf(text);
  if (code === undefined) reading.report('list.unknown-value', { ...where, field, value: text });
  return code;
}
