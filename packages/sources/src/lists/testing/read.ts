// For tests: an importer and files in, what it reads of them with the territories of data/ out.
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ListImporter, ListReading, SourceFile } from '../../importer.ts';

export const territories = buildTerritories(referenceFiles);

export function readList(importer: ListImporter, files: readonly SourceFile[]): Promise<ListReading> {
  return importer.read(files, { territories });
}

export function entityWith(reading: ListReading, recordId: string): Entity {
  const entity = reading.entities.find((candidate) => candidate.recordId === recordId);
  if (!entity) throw new Error(`no entity ${recordId}`);
  return entity;
}

/** The folder of real files, when the environment names one. */
export const realFiles = process.env['SEKISHO_DEV_DATA'];
