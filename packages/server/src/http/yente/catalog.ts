// The editions in use in, the catalogue of data sets that clients of yente read out.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { Parts } from '../../flows/parts.ts';
import { EVERYTHING, type DataSets } from './data-sets.ts';
import { instantOf } from './ftm-entity.ts';

export function catalog(dataSets: DataSets, importers: Parts['listImporters']): object {
  const { editions, collections } = dataSets;
  const lists = editions.map((active) => listEntry(active, dataSets, importers));
  const newest = editions
    .map(({ edition }) => edition.publishedOn)
    .sort()
    .at(-1);
  const whole = versionOf(newest, editions.map(({ edition }) => edition.id).join());
  const gathered = (name: string, title: string, sources: readonly string[]) => ({
    ...entry(name, title, whole, newest),
    children: sources.map((source) => dataSets.nameOf(source)),
  });
  const all = editions.map(({ edition }) => edition.source);
  return {
    datasets: [
      gathered(EVERYTHING, 'All lists in use', all),
      ...collections.map(({ name, title, sources }) => gathered(name, title, sources)),
      ...lists,
    ],
    current: [EVERYTHING],
    outdated: [],
    index_stale: false,
  };
}

function listEntry(
  { edition, confirmedCurrentOn }: ActiveEdition,
  dataSets: DataSets,
  importers: Parts['listImporters'],
): object {
  const { source, publishedOn, id, counts } = edition;
  const description = importers.get(source)?.description;
  return {
    ...entry(dataSets.nameOf(source), description?.title ?? source, versionOf(publishedOn, id), publishedOn),
    last_export: instantOf(confirmedCurrentOn),
    entity_count: counts['entities'] ?? 0,
    ...(description && {
      url: description.officialPage,
      publisher: { name: description.publisher, url: description.officialPage },
    }),
    children: [],
  };
}

function entry(name: string, title: string, version: string, updatedOn: string | undefined) {
  return {
    name,
    title,
    version,
    index_version: version,
    index_current: true,
    load: true,
    updated_at: instantOf(updatedOn),
    last_export: instantOf(updatedOn),
    entities_url: null,
    delta_url: null,
    namespace: null,
  };
}

/** `20161110000000-1a2b3c`: the day, and the edition. */
function versionOf(day: string | undefined, id: string): string {
  const digits = id.replace(/[^0-9a-f]/g, '');
  return `${(day ?? '').replaceAll('-', '')}000000-${digits.slice(0, 3)}${digits.slice(-3)}`;
}
