// A register with relations, full and by differences: what comes out of its edition by number.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { assertProblem } from '@sekisho/sources/readers/testing/problems.ts';
import type { EditionContent } from './edition-content.ts';
import { hashFiles } from './hashed-files.ts';
import { readRegisterEdition } from './read-register-edition.ts';
import type { RegisterImporter } from '@sekisho/sources/importer.ts';
import { registerImporters } from '@sekisho/sources/registers/catalogue.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const [alpha, bravo, charlie] = ['0000SAMPLEALPHA00105', '0000SAMPLEBRAVO00283', '0000SAMPLECHARL00310'] as const;
const sample = (file: string) =>
  fileURLToPath(new URL(`../../../sources/src/registers/gleif/sample/${file}.xml`, import.meta.url));
const named = (day: string, what: string) => sample(`${day}-0800-gleif-goldencopy-${what}`);
const [full, relationships, exceptions] = ['lei2', 'rr', 'repex'].map((level) =>
  named('20261030', `${level}-golden-copy`),
) as [string, string, string];

const gleif = registerImporters.get('gleif') as RegisterImporter;

describe('a register with relations', () => {
  let folder: PlayedFolder;
  before(async () => {
    folder = await openPlayedFolder();
  });
  after(() => folder.dispose());

  const read = async (paths: readonly string[], day: string, active?: Edition): Promise<[EditionContent, Edition]> => {
    const files = await hashFiles(paths, folder.parts);
    const content = await readRegisterEdition(gleif, day, files, active, folder.parts);
    const { contentSha256 } = await content.keep();
    const { complete, counts } = content;
    const edition: Edition = {
      ...{ id: `edition of ${day}`, source: 'gleif', kind: 'register', publishedOn: day, complete },
      ...{ importerVersion: 1, files: [], counts, problems: [], contentSha256 },
    };
    return [content, edition];
  };
  const relationsOf = (edition: Edition, number: string) => {
    const reader = folder.parts.registerFiles.open(edition);
    const details = (reader.byNumber(number)?.current.relations ?? []).map(
      ({ kind, toNumber, detail }) => `${kind} ${toNumber ?? 'nobody'} ${detail}`,
    );
    reader.close();
    return details.filter((detail) => !detail.endsWith('MANAGING_LOU'));
  };

  test('a full set with its files of relations has them at both companies', async () => {
    const [content, edition] = await read([full, relationships, exceptions], '2026-10-30');
    assert.deepEqual(content.counts, { rows: 3, companies: 3, history: 0, relations: 5, endedRelations: 2 });
    assert.deepEqual([content.complete, content.problems], [true, []]);
    assert.deepEqual(relationsOf(edition, bravo), [
      `owned-by ${alpha} IS_DIRECTLY_CONSOLIDATED_BY`,
      `linked-to ${charlie} inverse of IS_FUND-MANAGED_BY`,
    ]);
    assert.deepEqual(relationsOf(edition, alpha), [
      'owned-by nobody ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT NO_KNOWN_PERSON',
      `owner-of ${bravo} inverse of IS_DIRECTLY_CONSOLIDATED_BY`,
    ]);
    folder.parts.registerFiles.verify(edition);
  });

  test('differences change rows and relations, and leave the edition before as it was', async () => {
    const [, base] = await read([full, relationships, exceptions], '2026-10-30');
    const deltas = ['lei2', 'rr'].map((level) => named('20261031', `${level}-last-day`));
    const [content, later] = await read(deltas, '2026-10-31', base);
    assert.deepEqual(content.changes, { added: 0, changed: 2, removed: 0 });
    assert.deepEqual([content.complete, content.problems], [true, []]);
    assert.deepEqual(relationsOf(later, bravo), [`owned-by ${alpha} IS_DIRECTLY_CONSOLIDATED_BY`]);
    assert.equal(relationsOf(base, bravo).length, 2);
    const reader = folder.parts.registerFiles.open(later);
    const fact = reader.byNumber(bravo);
    assert.deepEqual(
      [fact?.current.name, fact?.history[0]?.name],
      ['EXAMPLE RIGGING LIMITED', 'EXAMPLE SAILS LIMITED'],
    );
    reader.close();
    folder.parts.registerFiles.verify(later);
  });

  test('relations alone go onto the edition in use, and onto nothing not at all', async () => {
    const [, base] = await read([full], '2026-10-30');
    assert.deepEqual(relationsOf(base, alpha), []);
    const [content, later] = await read([relationships], '2026-10-30', base);
    assert.deepEqual([content.complete, content.basedOn], [true, base.id]);
    assert.equal(relationsOf(later, alpha).length, 1);
    await assertProblem(() => read([relationships], '2026-10-30'), 'register.no-base', { register: 'gleif' });
  });
});
