// Entries of one subject under several EU programmes in, one Entity out: the EU lists a subject once for each programme.
import type { Entity, EntityName } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { distinct, distinctBy } from '../distinct.ts';

/**
 * What any of the entries says, once. The subject is delisted when all entries are (of one that is while another is in
 * force, the remarks tell); listed since the first day of any, changed last on the last day of any.
 * @throws Problem `list.duplicate-record` when the entries are of a person and of a body.
 */
export function mergeEntries(entries: readonly [Entity, ...Entity[]], where: { readonly list: string }): Entity {
  const [first, ...others] = entries;
  if (others.length === 0) return first;
  if (others.some(({ schema }) => schema !== first.schema))
    throw new Problem('list.duplicate-record', {
      ...where,
      record: first.recordId,
      reason: 'it is a person in one place and a body in another',
    });
  const inForce = entries.filter(({ delistedOn }) => delistedOn === undefined);
  const all = <T>(field: (entity: Entity) => readonly T[]): T[] =>
    distinctBy(entries.flatMap(field), (value) => JSON.stringify(value));
  const [listedOn] = distinct(entries.map((entity) => entity.listedOn)).toSorted();
  const updatedOn = distinct(entries.map((entity) => entity.updatedOn))
    .toSorted()
    .at(-1);
  const delistedOn = distinct(entries.map((entity) => entity.delistedOn))
    .toSorted()
    .at(-1);
  const { delistedOn: _, ...latest } =
    entries.toSorted((a, b) => (b.updatedOn ?? '').localeCompare(a.updatedOn ?? '', 'en'))[0] ?? first;
  return {
    ...latest,
    names: mergedNames(entries.flatMap(({ names }) => names)),
    birthDates: distinctBy(
      entries.flatMap(({ birthDates }) => birthDates),
      ({ earliest, latest: last, circa }) => `${earliest} ${last} ${String(circa)}`,
    ),
    birthPlaces: all(({ birthPlaces }) => birthPlaces),
    genders: all(({ genders }) => genders),
    nationalities: all(({ nationalities }) => nationalities),
    countries: all(({ countries }) => countries),
    identifiers: all(({ identifiers }) => identifiers),
    addresses: all(({ addresses }) => addresses),
    emails: all(({ emails }) => emails),
    phones: all(({ phones }) => phones),
    websites: all(({ websites }) => websites),
    positions: all(({ positions }) => positions),
    effects: distinct((inForce.length > 0 ? inForce : entries).flatMap(({ effects }) => effects)),
    programmes: all(({ programmes }) => programmes),
    legalStatus: all(({ legalStatus }) =>
      inForce.length > 0 ? legalStatus.filter(({ status }) => status !== 'DELISTED') : legalStatus,
    ),
    remarks: all(({ remarks, programmes, delistedOn: day }) =>
      day === undefined ? remarks : [...remarks, `${programmes.join(', ')}: delisted ${day}`],
    ),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(inForce.length === 0 && delistedOn !== undefined && { delistedOn }),
  };
}

/** The first entry's primary name stays the one to show. */
function mergedNames(names: readonly EntityName[]): EntityName[] {
  const shown = names.find(({ kind }) => kind === 'primary') ?? names[0];
  const others = names
    .filter((name) => name !== shown)
    .map((name): EntityName => (name.kind === 'primary' ? { ...name, kind: 'alias' } : name));
  return distinctBy([...(shown ? [shown] : []), ...others], ({ text, language, kind }) =>
    JSON.stringify([text, language, kind === 'weak']),
  );
}
