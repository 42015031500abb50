// Parties of the past as they are kept between look-backs: read anew only as far as something came since, and never trusted when damaged.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { pastParties, type PastParties } from './past-parties.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

describe('parties of the past', () => {
  let folder: PlayedFolder;
  let told: string[];
  beforeEach(async () => {
    folder = await openPlayedFolder();
    told = [];
    await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
    await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  });
  afterEach(() => folder.dispose());

  const asked = () =>
    pastParties({
      ...folder.parts,
      onWarning: ({ code, facts }) => told.push(`${code} ${String(facts['reason'] ?? '')}`),
      onProgress: (step) => told.push(step),
    });
  const READ = 'reading the parties of the past';
  const keptFiles = async () =>
    (await readdir(path.join(folder.path, 'index'), { recursive: true }))
      .filter((name) => name.startsWith('past') && name.endsWith('.index'))
      .map((name) => path.join(folder.path, 'index', name));

  test('are read once, then taken from what was kept', async () => {
    const first = names(await asked());
    assert.ok(first.some((line) => line.startsWith('A-2016-0114 1 contact')));
    assert.deepEqual(told.splice(0), [READ]);
    assert.equal((await keptFiles()).length, 1);
    assert.deepEqual(names(await asked()), first);
    assert.deepEqual(told, []);
  });

  test('of an order that came or was corrected since are read anew, each once', async () => {
    const before = await asked();
    told = [];
    const order = await folder.application('2016-11-honest.yml');
    await vetApplication({ ...order, id: 'A-9' }, folder.parts);
    const corrected = structuredClone(order) as { parties: { names: { text: string }[] }[] };
    (corrected.parties[0]?.names[0] ?? assert.fail()).text = '株式会社改名見本';
    await vetApplication(corrected, folder.parts);
    const now = await asked();
    assert.deepEqual(told, []);
    const lines = names(now);
    assert.equal(lines.length, new Set(lines).size);
    assert.ok(names(before).every((line) => lines.includes(line)));
    assert.ok(lines.some((line) => line.startsWith('A-2016-0113 2 ') && line.includes('改名見本')));
    assert.ok(lines.some((line) => line.startsWith('A-9 1 ')));
    const parties = corrected.parties.length;
    assert.equal(now.count, before.count + 2 * parties);
  });

  const damages: readonly {
    readonly what: string;
    readonly tells: RegExp;
    readonly damage: (bytes: Buffer) => Buffer;
  }[] = [
    { what: 'cut off', tells: /^index\.damaged /, damage: (bytes) => bytes.subarray(0, bytes.length / 2) },
    {
      what: 'with a byte changed',
      tells: /^index\.damaged its checksum does not match/,
      damage: (bytes) => {
        bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 255;
        return bytes;
      },
    },
    { what: 'that is empty', tells: /^index\.damaged /, damage: () => Buffer.alloc(0) },
  ];
  for (const { what, tells, damage } of damages)
    test(`a file ${what} is told and made anew`, async () => {
      const first = names(await asked());
      told = [];
      const [file = ''] = await keptFiles();
      await writeFile(file, damage(await readFile(file)));
      assert.deepEqual(names(await asked()), first);
      assert.match(told[0] ?? '', tells);
      assert.deepEqual(told.splice(0).slice(1), [READ]);
      assert.deepEqual(names(await asked()), first);
      assert.deepEqual(told, []);
    });

  test('a file of another record is told and made anew', async () => {
    const other = await openPlayedFolder();
    try {
      await asked();
      const [file = ''] = await keptFiles();
      await vetApplication(await other.application('2016-11-honest.yml'), other.parts);
      await pastParties(other.parts);
      const elsewhere = path.join(other.path, path.relative(folder.path, file));
      await writeFile(file, await readFile(elsewhere));
      told = [];
      await asked();
      assert.deepEqual(told, ['index.outdated it is of another record', READ]);
    } finally {
      await other.dispose();
    }
  });
});

/** `application revision party: names` */
function names({ groups }: PastParties): readonly string[] {
  const lines = groups.flatMap(({ parties }) =>
    [...parties.subjects()].flatMap(({ subject, parties: of }) =>
      [...of].map(
        ({ key }) =>
          `${key.applicationId} ${String(key.revision)} ${key.partyId}: ${subject.names.map(({ text }) => text).join(', ')}`,
      ),
    ),
  );
  return lines.sort();
}
