// FollowTheMoney's code of a country or region in, the code of ISO 3166-1 out; of a region also the region.
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { CountryReader } from '../country-field.ts';
import { otherTerritories } from './model.ts';

export type FtmReader = CountryReader & {
  /** The source's id. */
  readonly source: string;
};

export interface CountryFound {
  readonly code?: string;
  /** What the code alone does not say, in words: `ge-ab` of Georgia; a code that is none. */
  readonly words?: string;
}

/** A code that nobody knows becomes a problem `list.unknown-value`, and stays as words. */
export function countryOf(
  written: string | undefined,
  field: string,
  where: ProblemFacts,
  { territories, reading }: FtmReader,
): CountryFound {
  if (written === undefined) return {};
  const other = otherTerritories.get(written);
  if (other === '') return { words: written };
  const [country = '', region] = (other ?? written).split('-');
  const code = /^[a-z]{2}$/.test(country) ? territories.codeOf(country.toUpperCase()) : territories.codeOf(written);
  if (code === undefined) reading.report('list.unknown-value', { ...where, field, value: written });
  return {
    ...(code !== undefined && { code }),
    ...((code === undefined || region !== undefined) && { words: written }),
  };
}
