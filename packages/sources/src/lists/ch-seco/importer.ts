// The XML file of SECO's whole list in, its entities out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapTarget } from './map.ts';
import { takePlace, takeProgramme, type Referred } from './programmes.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const chSeco: ListImporter = { description, version: 1, read };

const ROOT = 'swiss-sanctions-list';
const [MADE, KIND] = [`${ROOT}/@date`, `${ROOT}/@list-type`];

const settings = {
  list: description.id,
  records: [`${ROOT}/sanctions-program`, `${ROOT}/target`, `${ROOT}/place`],
  attributes: [MADE, KIND],
};

/** Places stand behind the targets that refer to them: the file is read twice, so that it need not be held whole. */
async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const where = { list: description.id, file: file.name };
  const reading = new ReadingInProgress(
    'persons',
    'bodies',
    'objects',
    'delisted',
    'addresses',
    'documents',
    'relations',
  );
  const reader = { territories: context.territories, reading };
  const referred: Referred = { sets: new Map(), places: new Map() };
  let attributes: Readonly<Record<string, string>> = {};
  for await (const batch of readXml(file, settings)) {
    for (const record of batch.records)
      if (record.name === 'place') takePlace(record, referred, reader);
      else if (record.name === 'sanctions-program') takeProgramme(record, referred, reader);
    attributes = batch.attributes;
    context.onProgress?.(batch.share / 2);
  }
  const madeOn = dayOf(attributes, where);
  const entities: Entity[] = [];
  for await (const batch of readXml(file, settings)) {
    for (const record of batch.records) {
      if (record.name !== 'target') continue;
      const entity = mapTarget(record, referred, description, reader);
      reading.add(entity, record.where);
      entities.push(entity);
    }
    context.onProgress?.(0.5 + batch.share / 2);
  }
  countAndCheck(entities, where, reading);
  return reading.finish(madeOn);
}

/** @throws Problem `file.unexpected` when the file is a part of the list; `list.missing-field`, `list.date`. */
function dayOf(
  attributes: Readonly<Record<string, string>>,
  where: { readonly list: string; readonly file: string },
): CalendarDate {
  const [kind, made] = [attributes[KIND], attributes[MADE]];
  if (kind !== 'whole-list')
    throw new Problem('file.unexpected', { ...where, reason: `it is no whole list, but "${kind ?? ''}"` });
  if (made === undefined) throw new Problem('list.missing-field', { ...where, column: MADE });
  const day = parseCalendarDate(made.slice(0, 10));
  if (day === undefined) throw new Problem('list.date', { ...where, field: MADE, value: made });
  return day;
}

function countAndCheck(
  entities: readonly Entity[],
  where: { readonly list: string; readonly file: string },
  reading: ReadingInProgress,
): void {
  const ids = new Set(entities.map(({ id }) => id));
  for (const { schema, recordId, effects, links } of entities) {
    const kind = schema === 'Person' ? 'persons' : schema === 'Organization' ? 'bodies' : 'objects';
    reading.count(kind);
    if (effects.includes('information')) reading.count('delisted');
    for (const { toId } of links)
      if (toId !== undefined && !ids.has(toId))
        reading.report('list.unknown-reference', { ...where, record: recordId, field: '@target-id', value: toId });
  }
}
