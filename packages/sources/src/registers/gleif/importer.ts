// The files of GLEIF (LEI records, relationships, reporting exceptions; XML, CSV, JSON) in, register rows and relations out.
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { Report } from './day-of.ts';
import { follows, isWhole, scopeOf } from './file-scope.ts';
import { mapRecord } from './map-record.ts';
import { mapException, mapRelationship } from './map-relation.ts';
import { recordsOf } from './records-of.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const gleif: RegisterImporter = {
  description,
  version: 1,
  scope: (file) => scopeOf(file, description.id),
  read,
  readRelations,
  follows,
  isWhole,
};

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const report = context.onProblem ?? ignoreProblem;
  let sequence = 0;
  for await (const batch of recordsOf(file, context, ['LEIRecord']))
    yield batch.records
      .map((record) => mapRecord(record, ++sequence, batch.day, report))
      .filter((row) => row !== undefined);
}

async function* readRelations(file: SourceFile, context: ImportContext): AsyncGenerator<readonly NumberedRelation[]> {
  const report = context.onProblem ?? ignoreProblem;
  for await (const batch of recordsOf(file, context, ['RelationshipRecord', 'Exception']))
    yield batch.records.flatMap((record) =>
      record.name === 'Exception' ? mapException(record, report) : mapRelationship(record, report),
    );
}

const ignoreProblem: Report = () => undefined;
