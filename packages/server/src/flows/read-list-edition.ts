// The files of a list in, its content stored and held against the edition before it out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { familyImporter, listFamilies, ownListImporter } from '@sekisho/sources/catalogue.ts';
import type { ImportContext, ListImporter, ListReading, ListStream, SourceField } from '@sekisho/sources/importer.ts';
import { filesOfEdition } from '@sekisho/sources/lists/list-files.ts';
import { compareWithActive } from './compare-with-active.ts';
import { isEmpty, valueOf } from './delta.ts';
import { changeObjections, countObjections, fillObjections, type EditionContent } from './edition-content.ts';
import { damageOf } from './edition-delta.ts';
import { fieldsLeftOut, layoutOf, missingFiles } from './edition-layout.ts';
import type { HashedFile } from './hashed-files.ts';
import { mappedImporter } from './mapped-importer.ts';
import type { Parts } from './parts.ts';
import { Reading, tellProgress } from './work-progress.ts';

const OWN_LIST_PREFIX = 'own-';

/**
 * Reads the files as a stream where the importer has one, so that a list larger than memory goes through, and writes its
 * content beside what is kept. Nothing is left behind when this throws.
 * @throws Problem as importers do; `edition.bounds` for a list without entries.
 */
export async function readListEdition(
  importer: ListImporter,
  files: readonly HashedFile[],
  publishedOn: CalendarDate,
  active: Edition | undefined,
  parts: Parts,
): Promise<EditionContent> {
  const { description } = importer;
  const { id: source, bounds } = description;
  const filled = new Map<SourceField, number>();
  const base = { edition: active, isUsed: false };
  const reading = new Reading(source, parts);
  const stream = streamOf(importer, files, base, reading, parts);
  const fields = Object.keys(bounds.minFilledPercent ?? {}) as SourceField[];
  const list = await parts.editionFiles.stageList(counted(stream.batches, fields, filled, reading));
  try {
    if (list.entities === 0) throw new Problem('edition.bounds', { source, reason: 'holds no entries at all' });
    const { problems, counts, statedOn } = stream.summary();
    const { form, byRole } = filesOfEdition(files, description);
    const roles = new Map([...byRole].flatMap(([role, named]) => named.map(({ name }) => [name, role] as const)));
    const here = layoutOf({ files }, description);
    const before = active && layoutOf(active, description);
    const leftOut = fieldsLeftOut(before, here);
    tellProgress({ phase: 'comparing', of: source }, parts);
    const { changes, history, damage } = await compareWithActive(list, active, { publishedOn, leftOut }, parts);
    const discard = async () => {
      await list.discard();
      await history?.discard();
    };
    const isReadAlike = active?.importerVersion === importer.version && before?.form === here?.form;
    const entitiesBefore = active?.counts['entities'];
    return {
      kind: 'list',
      complete: true,
      ...(active && base.isUsed && { basedOn: active.id }),
      counts: { ...counts, entities: list.entities },
      problems: [...damage.map(({ code, facts }) => ({ code, facts })), ...problems],
      changes,
      leftOut,
      form,
      roles,
      ...(statedOn !== undefined && { statedOn }),
      outOfBounds: [
        ...countObjections('entries', list.entities, entitiesBefore, bounds),
        ...(isReadAlike ? changeObjections(changes.changed, entitiesBefore ?? 0, bounds) : []),
        ...fillObjections(filled, list.entities, bounds),
        ...missingFiles(before, here),
      ],
      keep: async () => {
        try {
          const kept = await history?.keep();
          const { contentSha256 } = await list.keep();
          return { contentSha256, ...(kept && { historySha256: kept.contentSha256 }) };
        } catch (error) {
          await discard();
          throw error;
        }
      },
      discard,
    };
  } catch (error) {
    await list.discard();
    throw error;
  }
}

/**
 * Writes the file of an edition again when it is damaged, from the official files it was made of.
 * @throws Problem `edition.damaged` when they do not make the same content any more.
 */
export async function restoreList(
  importer: ListImporter,
  files: readonly HashedFile[],
  edition: Edition,
  parts: Parts,
): Promise<void> {
  const damage = await damageOf(edition.contentSha256, parts);
  if (!damage) return;
  const base = edition.basedOn === undefined ? undefined : await parts.store.edition(edition.basedOn);
  const reading = new Reading(edition.source, parts);
  const { batches } = streamOf(importer, files, { edition: base }, reading, parts);
  const list = await parts.editionFiles.stageList(batches);
  if (list.contentSha256 === edition.contentSha256) {
    await list.keep();
    return;
  }
  await list.discard();
  throw damage;
}

/** The edition that files may build on which say only what changed; and whether they do. */
interface Base {
  readonly edition: Edition | undefined;
  isUsed?: boolean;
}

function streamOf(
  importer: ListImporter,
  files: readonly HashedFile[],
  base: Base,
  reading: Reading,
  { editionFiles, reference }: Parts,
): ListStream {
  const { edition } = base;
  const context: ImportContext = {
    territories: reference.territories,
    ...(edition && {
      before: () => {
        base.isUsed = true;
        return editionFiles.batchesOf(edition.contentSha256);
      },
    }),
    onProgress: (share) => reading.reached(share),
  };
  return importer.stream?.(files, context) ?? wholeStream(() => importer.read(files, context));
}

function wholeStream(read: () => Promise<ListReading>): ListStream {
  let summary: ReturnType<ListStream['summary']> = { problems: [], counts: {} };
  async function* batches(): AsyncGenerator<readonly Entity[]> {
    const { entities, ...rest } = await read();
    summary = rest;
    yield entities;
  }
  return { batches: batches(), summary: () => summary };
}

/** The same, and how many of them say something in each of the fields. */
async function* counted(
  batches: AsyncIterable<readonly Entity[]>,
  fields: readonly SourceField[],
  filled: Map<SourceField, number>,
  reading: Reading,
): AsyncGenerator<readonly Entity[]> {
  for await (const batch of batches) {
    reading.took(batch.length);
    for (const field of fields) {
      const count = batch.filter((entity) => !isEmpty(valueOf(entity, field))).length;
      filled.set(field, (filled.get(field) ?? 0) + count);
    }
    yield batch;
  }
}

/** @throws Problem `source.unknown` with the ids that are known. */
export function checkSourceIsKnown(source: string, parts: Parts): void {
  const catalogues = [parts.listImporters, parts.registerImporters, parts.gazetteerImporters];
  if (catalogues.some((catalogue) => catalogue.has(source)) || source.startsWith(OWN_LIST_PREFIX)) return;
  if (familyImporter(source)) return;
  const prefixes = [OWN_LIST_PREFIX, ...listFamilies].map((prefix) => `${prefix}…`);
  const known = [...catalogues.flatMap((catalogue) => [...catalogue.keys()]), ...prefixes].join(', ');
  throw new Problem('source.unknown', { source, known });
}

/** @throws Problem `command.usage` and `mapping.invalid` for an own list without its mapping. */
export async function listImporterOf(
  source: string,
  mapping: HashedFile | undefined,
  { listImporters }: Parts,
): Promise<ListImporter> {
  const own = { noun: 'own list', importerOf: ownListImporter };
  return mappedImporter(source, mapping, listImporters.get(source) ?? familyImporter(source), own);
}
