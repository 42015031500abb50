// Nothing in, a place to gather what the items of an OFAC entry say out.
import type { Entity, EntityName } from '@sekisho/engine/model/entity.ts';

/** The fields of an entity that labelled items can fill. */
export type OfacFacts = {
  -readonly [
    Field in
      | 'birthDates'
      | 'birthPlaces'
      | 'genders'
      | 'nationalities'
      | 'countries'
      | 'identifiers'
      | 'emails'
      | 'phones'
      | 'websites'
      | 'links'
      | 'remarks'
  ]: Entity[Field][number][];
} & {
  /** Beside the names that have a place of their own in the layout. */
  readonly names: EntityName[];
  listedOn?: string;
};

export function noFacts(): OfacFacts {
  return {
    names: [],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    emails: [],
    phones: [],
    websites: [],
    links: [],
    remarks: [],
  };
}
