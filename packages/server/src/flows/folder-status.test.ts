// What is in use, how old it is under the strictest policy, and what was never imported.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { folderStatus } from './folder-status.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

describe('the status of a folder', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
  });
  afterEach(() => folder.dispose());

  test('nothing imported: no source, no error, and every source is named', async () => {
    const { sources, neverImported } = await folderStatus(folder.parts);
    assert.deepEqual(sources, []);
    assert.deepEqual(
      neverImported,
      [folder.parts.listImporters, folder.parts.registerImporters, folder.parts.gazetteerImporters]
        .flatMap((catalogue) => [...catalogue.keys()])
        .sort(),
    );
  });

  test('a list is STALE once it is older than any policy allows, each with its form', async () => {
    await folder.prepare();
    const { sources } = await folderStatus(folder.parts);
    const ofac = sources.find(({ source }) => source === 'ofac-sdn');
    const limits = [...folder.parts.policies.values()].flatMap(({ policy }) =>
      policy.sources.filter(({ source }) => source === 'ofac-sdn').map(({ maxAgeDays }) => maxAgeDays),
    );
    assert.ok(ofac && 0 < limits.length);
    assert.deepEqual([ofac.state, ofac.form, ofac.ageDays, ofac.maxAgeDays], ['FRESH', 'csv', 0, Math.min(...limits)]);
    assert.equal(sources.find(({ source }) => source === 'jp-nta')?.form, undefined, 'a register has none');
    folder.playOn('2017-11-14');
    const later = await folderStatus(folder.parts);
    const states = later.sources.map(({ source, state, ageDays }) => [source, state, ageDays]);
    assert.ok(states.some(([source]) => source === 'ofac-sdn'));
    for (const [source, state, ageDays] of states) assert.deepEqual([state, ageDays], ['STALE', 365], String(source));
    assert.ok(!later.neverImported.includes('ofac-sdn'));
  });
});
