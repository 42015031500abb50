// For tests of the index: a data folder without a database, and editions of invented lists in it.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { EditionFiles } from '../../store/edition-files.ts';
import { IndexFiles } from '../../store/index-files.ts';
import type { IndexParts } from '../list-index.ts';

const reference = buildReference(referenceFiles);

export interface InventedEditions {
  readonly path: string;
  /** As a process of its own would have them. */
  readonly parts: IndexParts;
  /** What was warned of, in order. */
  readonly warnings: readonly Problem[];
  /** How often a list was read: not when its index was taken as it was saved. */
  readonly listsRead: { count: number };
  /** An edition with a person for each name; its number is in their ids. */
  edition(source: string, number: number, names: readonly string[]): Promise<ActiveEdition>;
}

export async function openInventedEditions(t: TestContext): Promise<InventedEditions> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-editions-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const warnings: Problem[] = [];
  const listsRead = { count: 0 };
  class CountedEditionFiles extends EditionFiles {
    override batchesOf(contentSha256: string) {
      listsRead.count++;
      return super.batchesOf(contentSha256);
    }
  }
  const editionFiles = new CountedEditionFiles(folder);
  return {
    path: folder,
    parts: {
      editionFiles,
      indexFiles: new IndexFiles(folder),
      reference,
      engineVersion: '1',
      nameKeysVersion: 'a',
      onWarning: (problem) => warnings.push(problem),
    },
    warnings,
    listsRead,
    edition: async (source, number, names) => {
      const entities = names.map((text, place) =>
        entityOf({
          source,
          recordId: `${String(number)}-${String(place)}`,
          schema: 'Person',
          names: [{ text, kind: 'primary' }],
        }),
      );
      const { contentSha256 } = await editionFiles.saveList(entities);
      const edition: ActiveEdition['edition'] = {
        id: createHash('sha256')
          .update(`${source} ${String(number)}`)
          .digest('hex'),
        source,
        kind: 'list',
        publishedOn: '2016-11-14',
        complete: true,
        importerVersion: 1,
        files: [],
        counts: { entities: entities.length },
        problems: [],
        contentSha256,
      };
      return { edition, confirmedCurrentOn: '2016-11-14', statedBy: 'test' };
    },
  };
}
