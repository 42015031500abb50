// Dated editions of official lists: what importing one after the other says has changed is what the plainest comparison says.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import type { ListImporter } from '@sekisho/sources/importer.ts';
import { filesOfEdition } from '@sekisho/sources/lists/list-files.ts';
import { diffEditions } from './diff-editions.ts';
import { importEdition } from './import-edition.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const real = process.env['SEKISHO_DEV_DATA'] ?? '';

/** A row compares two editions; its files are all in their folders unless it names them. */
const pairs: readonly {
  readonly source: string;
  /** Of the data for development. */
  readonly folder: string;
  readonly from: readonly [day: string, folder: string, ...files: string[]];
  readonly to: readonly [day: string, folder: string, ...files: string[]];
  /** Fields that one of the two has no file for. */
  readonly leftOut: readonly (keyof Entity | 'aliases')[];
}[] = [
  { source: 'ofac-sdn', folder: 'ofac', from: ['2019-01-31', '2019-01'], to: ['2021-07-31', '2021-07'], leftOut: [] },
  {
    source: 'ofac-sdn',
    folder: 'ofac',
    from: ['2021-07-31', '2021-07'],
    to: ['2023-12-28', '2023-12-28'],
    leftOut: [], // no continued remarks any more: a handful of entries
  },
  {
    source: 'ofac-sdn',
    folder: 'ofac',
    from: ['2023-12-28', '2023-12-28'],
    to: ['2024-02-23', '2024-02-23'],
    leftOut: ['addresses', 'aliases', 'countries', 'remarks'],
  },
  { source: 'un-sc', folder: 'un', from: ['2018-10-29', '2018-10-29'], to: ['2026-02-27', '2026-02-27'], leftOut: [] },
  {
    source: 'jp-meti-eul',
    folder: 'jp-meti-eul',
    from: ['2025-01-31', '2025-01-31'],
    to: ['2025-09-29', '2025-09-29', '20250929_4.xlsx'],
    leftOut: [],
  },
  {
    source: 'jp-mof',
    folder: 'jp-mof',
    from: ['2022-07-07', '2022-07-07'],
    to: ['2026-03-05', '2026-03-05'],
    leftOut: [],
  },
  {
    source: 'ofac-nonsdn',
    folder: 'ofac-nonsdn',
    from: ['2022-03-24', '2022-03-24'],
    to: ['2025-12-31', '2025-12'],
    leftOut: [],
  },
];

/** Folders with several dates that hold no two editions of one list, and why. */
const apart: Readonly<Record<string, string>> = {
  'jp-meti-russia': 'designations of other countries on other days',
  'us-csl': 'excerpts of other lists on other days',
  'opensanctions-ftm': 'made for the test of its deltas, not dated',
};

describe('deltas of official lists', { skip: real === '' && 'SEKISHO_DEV_DATA is not set' }, () => {
  let folder: PlayedFolder;
  before(async () => {
    folder = await openPlayedFolder();
    folder.playOn('2026-12-31');
  });
  after(() => folder.dispose());

  test('every list with several dates has a row, or a reason', async () => {
    const lists = path.join(real, 'lists');
    const dated: string[] = [];
    for (const name of await readdir(lists)) {
      const days = (await readdir(path.join(lists, name))).filter((day) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(day));
      if (1 < days.length) dated.push(name);
    }
    const known = new Set([...pairs.map((pair) => pair.folder), ...Object.keys(apart)]);
    assert.deepEqual(
      dated.filter((name) => !known.has(name)),
      [],
    );
  });

  for (const { source, folder: place, from, to, leftOut } of pairs)
    test(`${source} from ${from[0]} to ${to[0]}`, async (t) => {
      const importer = folder.parts.listImporters.get(source);
      if (!importer) return t.skip(`there is no importer of ${source}`);
      const editions = [await filesOf(place, from), await filesOf(place, to)] as const;
      const unread = editions.find((files) => !isReadBy(importer, files));
      if (unread) return t.skip(`${source} has no layout for ${unread.map(({ name }) => name).join(', ')}`);
      const { territories } = folder.parts.reference;
      const before = await naiveReading(importer, editions[0], territories);
      const after = await naiveReading(importer, editions[1], territories);
      const expected = naiveChanges(before, after, leftOut);

      const imported = [];
      for (const [place, [day]] of [from, to].entries()) {
        const files = (editions[place] ?? []).map((file) => file.path);
        const request = { source, files, publishedOn: day, by: 'test', accept: 'dated editions' };
        imported.push(await importEdition(request, folder.parts));
      }
      const [first, second] = imported;
      assert.ok(first && second);
      assert.deepEqual(second.leftOut, leftOut);
      assert.deepEqual(second.changes, {
        added: expected.added.length,
        changed: expected.changed.length,
        removed: expected.removed.length,
      });
      const diff = await diffEditions({ from: first.edition, to: second.edition }, Infinity, folder.parts);
      assert.deepEqual(
        diff.added.map(({ id }) => id),
        expected.added,
      );
      assert.deepEqual(
        diff.removed.map(({ id }) => id),
        expected.removed,
      );
      assert.deepEqual(
        diff.changed.map(({ id, fields }) => [id, fields.map(({ field }) => field)]),
        expected.changed,
      );
      const { historySha256 } = second.edition;
      const history = historySha256 === undefined ? [] : await folder.parts.editionFiles.loadList(historySha256);
      const gone = new Map(history.map(({ id, delistedOn }) => [id, delistedOn]));
      for (const id of expected.removed) assert.ok(gone.has(id), `${id} is kept as history`);
      assert.ok(!after.some(({ id }) => gone.has(id)), 'what is listed is no history');
    });
});

async function filesOf(place: string, [, day, ...named]: readonly [string, string, ...string[]]) {
  const folder = path.join(real, 'lists', place, day);
  const names = 0 < named.length ? named : (await readdir(folder)).sort();
  assert.ok(0 < names.length);
  return names.map((name) => ({ name, path: path.join(folder, name) }));
}

type Files = Awaited<ReturnType<typeof filesOf>>;

function isReadBy({ description }: ListImporter, files: Files): boolean {
  try {
    return filesOfEdition(files, description).form !== '';
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function naiveReading(
  importer: ListImporter,
  files: Files,
  territories: Territories,
): Promise<readonly Entity[]> {
  const { entities } = await importer.read(files, { territories });
  return entities;
}

function naiveChanges(before: readonly Entity[], after: readonly Entity[], leftOut: readonly string[]) {
  const earlier = new Map(before.map((entity) => [entity.id, entity as unknown as Record<string, unknown>]));
  const later = new Map(after.map((entity) => [entity.id, entity as unknown as Record<string, unknown>]));
  const seen = (entity: Record<string, unknown>, field: string): unknown =>
    field === 'names' && leftOut.includes('aliases') ? (entity['names'] as unknown[])[0] : entity[field];
  const fieldsOf = (id: string): readonly string[] => {
    const [was, is] = [earlier.get(id) ?? {}, later.get(id) ?? {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((field) => !leftOut.includes(field) && !isDeepStrictEqual(seen(was, field), seen(is, field)))
      .sort();
  };
  const both = [...later.keys()].filter((id) => earlier.has(id)).sort();
  return {
    added: [...later.keys()].filter((id) => !earlier.has(id)).sort(),
    removed: [...earlier.keys()].filter((id) => !later.has(id)).sort(),
    changed: both.map((id) => [id, fieldsOf(id)] as const).filter(([, fields]) => 0 < fields.length),
  };
}
