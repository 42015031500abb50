// An Entity that was read from a file of FollowTheMoney in, what its record was called there out.
import type { Entity } from '@sekisho/engine/model/entity.ts';

/** How the ids of data sets begin that a user brings under a name of their own: `ftm-occrp`. */
export const FTM_PREFIX = 'ftm-';
/** The id of the OpenSanctions collection. */
const OPENSANCTIONS = 'opensanctions';
/** How the programmes that are source lists of a collection begin: `dataset:eu_fsf`. */
export const DATASET = 'dataset:';
/** How the remark begins that names a record's ids in those lists, and those that it had before. */
export const REFERENTS = 'Referents: ';

export interface FtmOrigin {
  readonly id: string;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  /** Without the data sets. */
  readonly programmes: readonly string[];
}

export function isFtmSource(source: string): boolean {
  return source === OPENSANCTIONS || source.startsWith(FTM_PREFIX);
}

/** Undefined for an entity of another kind of list. */
export function originOf({ source, recordId, programmes, remarks }: Entity): FtmOrigin | undefined {
  if (!isFtmSource(source)) return undefined;
  const said = remarks.find((remark) => remark.startsWith(REFERENTS));
  const isDataset = (name: string) => name.startsWith(DATASET);
  return {
    id: recordId,
    datasets: programmes.filter(isDataset).map((name) => name.slice(DATASET.length)),
    referents: said === undefined ? [] : said.slice(REFERENTS.length).split(', '),
    programmes: programmes.filter((name) => !isDataset(name)),
  };
}
