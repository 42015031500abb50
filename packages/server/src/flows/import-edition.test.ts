// Imports of invented editions: what is kept, what is compared, what is refused, and what a refused one leaves behind.
import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { SourceDescription } from '@sekisho/sources/importer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { importInvented, inventedImporter, SOURCE, type Content, type Line } from './testing/invented-list.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const line = (recordId: string, others: Partial<Line> = {}): Line => ({
  recordId,
  name: `Somebody ${recordId}`,
  ...others,
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => line(id)) as [Line, Line, Line, Line];

describe('imports', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    folder.playOn('2020-12-31');
  });
  afterEach(() => folder.dispose());

  const importing = (
    content: Content,
    publishedOn: string,
    options: Partial<Parameters<typeof importInvented>[2]> = {},
  ) =>
    importInvented(content, publishedOn, {
      folder: folder.path,
      parts: folder.parts,
      importer: inventedImporter(),
      ...options,
    });
  const stored = async () => new Set(await readdir(path.join(folder.path, 'editions')).catch(() => []));
  const historyOf = async ({ historySha256 }: { readonly historySha256?: string }) =>
    historySha256 === undefined ? [] : folder.parts.editionFiles.loadList(historySha256);
  const refused = (reason: RegExp) => (error: unknown) =>
    error instanceof Problem && error.code === 'edition.bounds' && reason.test(String(error.facts['reason']));

  test('an edition notes its form and what its files are', async () => {
    const { edition } = await importing({ main: [a], alt: [{ recordId: 'a', name: 'Some Body' }] }, '2020-01-01');
    assert.equal(edition.form, 'lines');
    assert.deepEqual(
      edition.files.map(({ name, role }) => [name, role]),
      [
        ['main.jsonl', 'main'],
        ['alt.jsonl', 'alt'],
      ],
    );
    assert.deepEqual(await folder.parts.store.edition(edition.id), edition);
  });

  for (const streams of [false, true])
    test(`entities, counts and changes of an importer that ${streams ? 'streams' : 'reads whole'}`, async () => {
      const importer = inventedImporter({}, { streams });
      await importing({ main: [b, a, c] }, '2020-01-01', { importer });
      const { edition, changes } = await importing({ main: [d, line('a', { name: 'Anybody' }), c] }, '2020-02-01', {
        importer,
      });
      assert.deepEqual(changes, { added: 1, changed: 1, removed: 1 });
      assert.deepEqual(edition.counts, { lines: 3, entities: 3, problems: 0 });
      const entities = await folder.parts.editionFiles.loadList(edition.contentSha256);
      assert.deepEqual(
        entities.map(({ id }) => id),
        ['a', 'c', 'd'].map((id) => `${SOURCE}:${id}`),
      );
    });

  for (const streams of [false, true])
    test(`a problem in the last line leaves nothing behind when the importer ${streams ? 'streams' : 'reads whole'}`, async () => {
      const importer = inventedImporter({}, { streams });
      const { edition } = await importing({ main: [a, b] }, '2020-01-01', { importer });
      const before = await stored();
      await assert.rejects(importing({ main: [a, b, 'broken'] }, '2020-02-01', { importer }), (error) => {
        return error instanceof Problem && error.code === 'list.unexpected-shape' && error.facts['line'] === 3;
      });
      assert.deepEqual(await stored(), before);
      assert.deepEqual(
        (await folder.parts.store.editions(SOURCE)).map(({ id }) => id),
        [edition.id],
      );
    });

  const bounds: readonly {
    readonly title: string;
    readonly bounds: Partial<SourceDescription['bounds']>;
    readonly first?: Content;
    readonly second: Content;
    readonly reason: RegExp | undefined;
  }[] = [
    {
      title: 'too few',
      bounds: { minEntries: 2 },
      second: { main: [a] },
      reason: /^has 1 entries, and a whole one has at least 2$/,
    },
    {
      title: 'many gone',
      bounds: { maxShrinkPercent: 25 },
      first: { main: [a, b, c] },
      second: { main: [a, b] },
      reason: /^has 2 entries, the edition before it 3: more than 25 % are gone$/,
    },
    { title: 'no entry', bounds: {}, second: { main: [] }, reason: /^holds no entries at all$/ },
    {
      title: 'many changed',
      bounds: { maxChangedPercent: 49 },
      first: { main: [a, b] },
      second: { main: [a, line('b', { name: 'Anybody' })] },
      reason: /^changes 1 of the 2 entries of the edition before it: more than 49 %$/,
    },
    {
      title: 'as many changed as may',
      bounds: { maxChangedPercent: 50 },
      first: { main: [a, b] },
      second: { main: [a, line('b', { name: 'Anybody' })] },
      reason: undefined,
    },
    {
      title: 'an empty column',
      bounds: { minFilledPercent: { nationalities: 60, sourceUrl: 1, names: 100 } },
      second: { main: [line('a', { nationalities: ['jp'], sourceUrl: 'https://a.example/' }), b] },
      reason: /^has nationalities for 1 of 2 entries: less than 60 %$/,
    },
    {
      title: 'few with another name',
      bounds: { minFilledPercent: { aliases: 50 } },
      second: { main: [a, b, c], alt: [{ recordId: 'a', name: 'Some Body' }] },
      reason: /^has aliases for 1 of 3 entries: less than 50 %$/,
    },
    {
      title: 'a file less',
      bounds: {},
      first: { main: [a], alt: [{ recordId: 'a', name: 'Some Body' }] },
      second: { main: [a, b] },
      reason: /^lacks its alt file, which the edition before it had$/,
    },
    { title: 'another form', bounds: {}, first: { main: [a], alt: [] }, second: { whole: [a, b] }, reason: undefined },
    {
      title: 'another form, which had what now lacks',
      bounds: {},
      first: { whole: [a] },
      second: { main: [a, b] },
      reason: /^lacks its alt file, so it has no aliases, which the edition before it had$/,
    },
  ];
  for (const { title, bounds: within, first, second, reason } of bounds)
    test(`bounds: ${title}`, async () => {
      const importer = inventedImporter(within);
      if (first) await importing(first, '2020-01-01', { importer, accept: 'the first' });
      const before = await stored();
      if (!reason) {
        assert.deepEqual((await importing(second, '2020-02-01', { importer })).accepted, []);
        return;
      }
      await assert.rejects(importing(second, '2020-02-01', { importer }), refused(reason));
      assert.deepEqual(await stored(), before, 'nothing of a refused edition is kept');
      if (title === 'no entry') return; // no reason makes that a list
      const { accepted } = await importing(second, '2020-02-01', { importer, accept: 'it is right' });
      assert.equal(accepted.length, 1);
      assert.match(accepted[0] ?? '', reason);
    });

  test('many changed because they are read otherwise is no objection', async () => {
    await importing({ main: [a, b] }, '2020-01-01', { importer: inventedImporter({ maxChangedPercent: 0 }) });
    const importer = inventedImporter({ maxChangedPercent: 0 }, { version: 2 });
    const { changes, accepted } = await importing({ main: [a, b] }, '2020-01-01', { importer });
    assert.deepEqual([changes?.changed, accepted], [2, []]);
  });

  test('an edition without a file is compared in what both have', async () => {
    const alt = [{ recordId: 'a', name: 'Some Body' }];
    await importing({ main: [a, b, c], alt }, '2020-01-01');
    const without = await importing({ main: [a, line('b', { name: 'Anybody' }), d] }, '2020-02-01', { accept: 'lost' });
    assert.deepEqual([without.changes, without.leftOut], [{ added: 1, changed: 1, removed: 1 }, ['aliases']]);
    const again = await importing({ main: [a, line('b', { name: 'Anybody' }), d], alt }, '2020-03-01');
    assert.deepEqual([again.changes, again.leftOut], [{ added: 0, changed: 0, removed: 0 }, ['aliases']]);
  });

  test('entries that leave the list are kept with the day; listed again, they are no history', async () => {
    const first = await importing({ main: [a, b, line('c', { delistedOn: '2019-05-05' })] }, '2020-01-01');
    assert.equal(first.edition.historySha256, undefined);
    const second = await importing({ main: [a, d] }, '2020-02-01');
    assert.deepEqual(
      (await historyOf(second.edition)).map(({ id, delistedOn }) => [id, delistedOn]),
      [
        [`${SOURCE}:b`, '2020-02-01'],
        [`${SOURCE}:c`, '2019-05-05'],
      ],
    );
    const third = await importing({ main: [b, d] }, '2020-03-01');
    assert.deepEqual(
      (await historyOf(third.edition)).map(({ id, delistedOn }) => [id, delistedOn]),
      [
        [`${SOURCE}:a`, '2020-03-01'],
        [`${SOURCE}:c`, '2019-05-05'],
      ],
    );
    const fourth = await importing({ main: [a, b, c] }, '2020-04-01');
    assert.deepEqual(
      (await historyOf(fourth.edition)).map(({ id, delistedOn, names }) => [id, delistedOn, names[0]?.text]),
      [[`${SOURCE}:d`, '2020-04-01', 'Somebody d']],
    );
  });

  test('the same files again make whole what was damaged', async () => {
    const { edition } = await importing({ main: [a, b] }, '2020-01-01');
    const file = path.join(folder.path, 'editions', `${edition.contentSha256}.jsonl.zst`);
    await writeFile(file, 'something else');
    const again = await importing({ main: [a, b] }, '2020-01-01');
    assert.equal(again.result, 'unchanged');
    await folder.parts.editionFiles.verifyList(edition.contentSha256);
  });

  test('files that say only what came build on the edition in use, and make it whole again with that', async () => {
    const first = await importing({ whole: [a, b] }, '2020-01-01');
    const more: Content = { more: [c] };
    const second = await importing(more, '2020-02-01');
    assert.deepEqual([first.edition.basedOn, second.edition.basedOn], [undefined, first.edition.id]);
    assert.deepEqual([second.changes, second.edition.counts['entities']], [{ added: 1, changed: 0, removed: 0 }, 3]);
    await writeFile(path.join(folder.path, 'editions', `${second.edition.contentSha256}.jsonl.zst`), 'something else');
    await importing(more, '2020-02-01');
    await folder.parts.editionFiles.verifyList(second.edition.contentSha256);
  });

  test('an edition before that is damaged is noted, and holds up no newer one', async () => {
    const { edition } = await importing({ main: [a, b] }, '2020-01-01');
    await rm(path.join(folder.path, 'editions', `${edition.contentSha256}.jsonl.zst`));
    const { changes, edition: next } = await importing({ main: [a, c] }, '2020-02-01');
    assert.deepEqual(changes, { added: 2, changed: 0, removed: 0 });
    assert.deepEqual(
      next.problems.map(({ code }) => code),
      ['edition.damaged'],
    );
  });

  test('an edition of before forms and roles were noted is compared by the names of its files', async () => {
    const alt = [{ recordId: 'a', name: 'Some Body' }];
    const { edition } = await importing({ main: [a], alt }, '2020-01-01');
    const { form, ...plain } = edition;
    assert.equal(form, 'lines');
    const old = {
      ...plain,
      id: 'f'.repeat(64),
      files: plain.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    };
    await folder.parts.store.write(async (writer) => {
      await writer.saveEdition(old, '2020-01-01T00:00:00.000Z');
      await writer.activateEdition(SOURCE, old.id);
    });
    await assert.rejects(importing({ main: [a, b] }, '2020-02-01'), refused(/^lacks its alt file/));
    const { leftOut, changes } = await importing({ main: [a, b] }, '2020-02-01', { accept: 'lost' });
    assert.deepEqual([leftOut, changes], [['aliases'], { added: 1, changed: 0, removed: 0 }]);
  });
});
