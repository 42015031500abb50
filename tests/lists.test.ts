// `sekisho lists`, `screen --history` and `status` on invented notices: editions, what changed, what is listed no more.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const notices = fileURLToPath(new URL('../cases/founding-case/own-notices/', import.meta.url));
const mapping = path.join(notices, 'mapping.yml');

const row = (number: string, latin: string, born = '') =>
  `${number},,,${latin},,${born},SUSPECTED,,2016-11-10,fraud,Example Police,Example Daily,,`;

describe('lists', () => {
  let line: CommandLine;
  before(async () => {
    line = await newCommandLine('--simulation', '--as-of', '2016-12-01');
    await importing('2016-11-14', [
      row('N-1', 'Ichiro Kaku', '1970'),
      row('N-2', 'Zentaro Quillfeather'),
      row('N-4', 'Someone Else'),
    ]);
    await importing('2016-11-21', [row('N-1', 'Ichiro Kaku', '1971'), row('N-3', 'Dareno Nanigashi')]);
  });
  after(() => line.dispose());

  const importing = async (published: string, rows: readonly string[]) => {
    const header = (await readFile(path.join(notices, 'notices-2016-09.csv'), 'utf8')).split('\n')[0] ?? '';
    const file = path.join(line.folder, '..', 'notices.csv');
    await writeFile(file, `${[header, ...rows].join('\n')}\n`);
    const words = ['--mapping', mapping, '--published', published, '--by', 'Sato', '--accept', 'an invented list'];
    const ran = await line.run('import', 'own-notices', file, ...words);
    assert.equal(ran.code, 0, ran.out);
    return (ran.json as { edition: { id: string } }).edition.id;
  };
  const problem = async (...words: string[]) => {
    const { code, json } = await line.run(...words);
    assert.equal(code, 2);
    return json.problem as { code: string; message: string };
  };

  test('history tells who imported each edition and why it was taken', async () => {
    const { json } = await line.run('lists', 'history', 'own-notices');
    const [first, second] = json.editions;
    assert.deepEqual(
      [first.edition.publishedOn, first.edition.counts.entities, first.isInUse],
      ['2016-11-14', 3, false],
    );
    assert.deepEqual([first.importedBy, first.accepted, first.objections], ['Sato', undefined, []]);
    assert.deepEqual(
      [second.edition.publishedOn, second.edition.counts.entities, second.isInUse],
      ['2016-11-21', 2, true],
    );
    assert.equal(second.accepted, 'an invented list');
    assert.deepEqual(second.objections, ['has 2 entries, the edition before it 3: more than 10 % are gone']);
    assert.equal(second.form, 'table');
    assert.deepEqual((await line.run('lists', 'show', 'own-notices')).json, json);
  });

  test('diff tells what was added, changed field by field, and removed; by date or by id', async () => {
    const { json } = await line.run('lists', 'diff', 'own-notices', '2016-11-14', '2016-11-21');
    assert.deepEqual(json.counts, { added: 1, changed: 1, removed: 2 });
    assert.deepEqual(json.added, [{ id: 'own-notices:N-3', name: 'Dareno Nanigashi' }]);
    assert.deepEqual(json.removed, [
      { id: 'own-notices:N-2', name: 'Zentaro Quillfeather' },
      { id: 'own-notices:N-4', name: 'Someone Else' },
    ]);
    const [{ id, fields }] = json.changed;
    assert.equal(id, 'own-notices:N-1');
    assert.deepEqual(
      fields.map(
        ({ field, added, removed }: { field: string; added: { text: string }[]; removed: { text: string }[] }) => [
          field,
          removed.map(({ text }) => text),
          added.map(({ text }) => text),
        ],
      ),
      [['birthDates', ['1970'], ['1971']]],
    );
    assert.deepEqual([json.leftOut, json.causes], [[], []]);
    const { from, to } = json as { from: { id: string }; to: { id: string } };
    const back = await line.run(
      'lists',
      'diff',
      'own-notices',
      to.id.slice(0, 8),
      from.id.toUpperCase(),
      '--limit',
      '1',
    );
    assert.deepEqual(back.json.counts, { added: 2, changed: 1, removed: 1 });
    assert.equal(back.json.added.length, 1);
  });

  test('what is no edition, or more than one, is said with what there is', async () => {
    const unknown = await problem('lists', 'diff', 'own-notices', '2016-11-15', '2016-11-21');
    assert.equal(unknown.code, 'edition.not-found');
    assert.match(unknown.message, /2016-11-14 \([0-9a-f]{12}\), 2016-11-21 \(/);
    assert.equal((await problem('lists', 'diff', 'own-notices', 'abc', '2016-11-21')).code, 'edition.not-found');
    assert.equal((await problem('lists', 'show', 'un-sc')).code, 'edition.not-found');
    assert.equal((await problem('lists', 'show', 'nowhere')).code, 'source.unknown');
    assert.equal((await problem('lists', 'history', 'own-notices', 'N-9')).code, 'entity.not-found');
    assert.equal((await problem('lists', 'diff', 'own-notices', 'x', 'y', '--limit', '-1')).code, 'command.usage');
  });

  test('two editions of one day are meant by their ids alone', async () => {
    const other = await newCommandLine('--simulation', '--as-of', '2016-12-01');
    try {
      const csv = path.join(notices, 'notices-2016-09.csv');
      const words = ['import', 'own-notices', csv, '--published', '2016-09-30', '--by', 'Sato', '--mapping'];
      assert.equal((await other.run(...words, mapping)).code, 0);
      const newer = path.join(other.folder, '..', 'mapping.yml');
      await writeFile(newer, `${await readFile(mapping, 'utf8')}\n# read anew\n`);
      assert.equal((await other.run(...words, newer)).code, 0);
      const { code, json } = await other.run('lists', 'diff', 'own-notices', '2016-09-30', '2016-09-30');
      assert.deepEqual([code, json.problem.code], [2, 'edition.ambiguous']);
      const { editions } = (await other.run('lists', 'show', 'own-notices')).json as {
        editions: { edition: { id: string } }[];
      };
      const [one = '', two = ''] = editions.map(({ edition }) => edition.id.slice(0, 12));
      const diff = await other.run('lists', 'diff', 'own-notices', one, two);
      assert.deepEqual(diff.json.counts, { added: 0, changed: 0, removed: 0 });
      assert.deepEqual(
        diff.json.causes.map(({ what }: { what: string }) => what),
        ['importer-version'],
      );
    } finally {
      await other.dispose();
    }
  });

  test('what became of an entry, by edition', async () => {
    const steps = async (entity: string) =>
      (await line.run('lists', 'history', 'own-notices', entity)).json.steps.map(
        ({
          edition,
          what,
          fields,
        }: {
          edition: { publishedOn: string };
          what: string;
          fields: { field: string }[];
        }) => [edition.publishedOn, what, ...fields.map(({ field }) => field)],
      );
    assert.deepEqual(await steps('N-1'), [
      ['2016-11-14', 'added'],
      ['2016-11-21', 'changed', 'birthDates'],
    ]);
    assert.deepEqual(await steps('own-notices:N-2'), [
      ['2016-11-14', 'added'],
      ['2016-11-21', 'removed'],
    ]);
  });

  test('what is listed no more is found with --history alone, apart from the hits, and is no hit', async () => {
    const without = await line.run('screen', 'Zentaro Quillfeather');
    assert.deepEqual([without.code, without.json.hits, without.json.history], [0, [], undefined]);
    const asked = await line.run('screen', 'Zentaro Quillfeather', '--history');
    assert.deepEqual([asked.code, asked.json.hits], [0, []]);
    const [{ entity, score }] = asked.json.history.hits;
    assert.deepEqual([entity.id, entity.delistedOn], ['own-notices:N-2', '2016-11-21']);
    assert.ok(0.9 < score);
    const inForce = await line.run('screen', 'Dareno Nanigashi', '--history');
    assert.deepEqual([inForce.code, inForce.json.hits.length, inForce.json.history.hits], [10, 1, []]);
    assert.equal((await problem('screen', '--history', '--batch', 'a.csv', '--out', 'b.csv')).code, 'command.usage');
  });

  test('status tells form and age, and what was never imported is no error', async () => {
    const { code, json } = await line.run('status');
    assert.equal(code, 0);
    const [{ source, form, ageDays, state }, ...others] = json.sources;
    assert.deepEqual([source, form, ageDays, state, others], ['own-notices', 'table', 10, 'FRESH', []]);
    assert.ok(json.neverImported.includes('un-sc') && !json.neverImported.includes('own-notices'));
  });

  test('the record vouches for editions, their histories and their files', async () => {
    const { code, json } = await line.run('record', 'verify');
    assert.deepEqual([code === 1, json.differences], [false, []]);
  });
});
