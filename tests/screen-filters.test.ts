// What of the lists is searched in, chosen on the command line; a choice that nothing can meet is refused.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const mapping = (id: string) => `id: ${id}
title: Watch list
publisher: test
territory: jp
topics: [${id.slice(4)}]
defaults: { schema: Person }
columns: { no: id, name: name, kind: schema, from: country, about: topic, since: listed-on }
`;
const header = 'no,name,kind,from,about,since\n';
const tables = {
  'own-watch': `${header}1,Tariq Mansouri,Person,IR,,2020-01-02\n2,Tariq Mansouri,Company,JP,poi,2024-05-06\n`,
  'own-wanted': `${header}1,Tariq Mansouri,Person,IR,,\n`,
};

describe('sekisho screen, with filters', () => {
  let cli: CommandLine;
  let stage = '';
  before(async () => {
    cli = await newCommandLine();
    stage = await mkdtemp(path.join(tmpdir(), 'sekisho-filters-'));
    for (const [id, rows] of Object.entries(tables)) {
      const [table, columns] = [path.join(stage, `${id}.csv`), path.join(stage, `${id}.yml`)];
      await writeFile(table, rows);
      await writeFile(columns, mapping(id));
      const { code, out } = await cli.run('import', id, table, '--mapping', columns, '--published', '2026-03-02');
      assert.equal(code, 0, out);
    }
  });
  after(async () => {
    await rm(stage, { recursive: true });
    await cli.dispose();
  });

  const found = async (...words: string[]) => {
    const { json, code, out } = await cli.run('screen', 'Tarik Mansuri', ...words);
    assert.ok([0, 10].includes(code), out);
    return json.hits.map(({ entity }: { entity: { id: string } }) => entity.id).toSorted();
  };

  test('by list, topic, schema, country and date; the answer says what was asked for', async () => {
    assert.deepEqual(await found(), ['own-wanted:1', 'own-watch:1', 'own-watch:2']);
    assert.deepEqual(await found('--list', 'own-watch'), ['own-watch:1', 'own-watch:2']);
    assert.deepEqual(await found('--topic', 'wanted', 'poi', '--view-for', 'an audit'), [
      'own-wanted:1',
      'own-watch:2',
    ]);
    assert.deepEqual(await found('--entity-schema', 'Company'), ['own-watch:2']);
    assert.deepEqual(await found('--in-country', 'Japan', 'de'), ['own-watch:2']);
    assert.deepEqual(await found('--changed-since', '2024-01-01'), ['own-wanted:1', 'own-watch:2']);
    const { json } = await cli.run('screen', 'Tarik Mansuri', '--list', 'own-wanted', '--in-country', 'IR');
    assert.deepEqual(json.filters, { lists: ['own-wanted'], countries: ['ir'] });
    assert.deepEqual(
      json.lists.map(({ source }: { source: string }) => source),
      ['own-wanted'],
    );
  });

  test('what nothing can meet is refused, not answered with no hit', async () => {
    for (const [field, ...words] of [
      ['list', '--list', 'own-watch', 'ofac-sdn'],
      ['topic', '--topic', 'sanctoin'],
      ['--entity-schema', '--entity-schema', 'person'],
      ['--in-country', '--in-country', 'xx'],
      ['--changed-since', '--changed-since', '2024-02-30'],
    ] as const) {
      const { code, json } = await cli.run('screen', 'Tarik Mansuri', ...words);
      assert.equal(code, 2, field);
      assert.ok(JSON.stringify(json).includes(field), JSON.stringify(json));
    }
  });

  test('what a list says of crimes is told for a reason, which is sealed', async () => {
    const { json, out } = await cli.run('screen', 'Tarik Mansuri');
    assert.deepEqual([json.withheld, /"wanted"/.test(out)], [['own-wanted:1'], false]);
    const asked = await cli.run('screen', 'Tarik Mansuri', '--topic', 'wanted');
    assert.equal(asked.code, 2);
    const whole = await cli.run('screen', 'Tarik Mansuri', '--view-for', 'a customer asked', '--by', 'R. Mori');
    assert.deepEqual([whole.json.withheld, /"wanted"/.test(whole.out)], [[], true]);
    const shown = await cli.run('entities', 'show', 'own-wanted:1');
    assert.deepEqual([shown.json.withheld, /"wanted"/.test(shown.out)], [['own-wanted:1'], false]);
  });

  test('of a table too', async () => {
    const [from, to] = [path.join(stage, 'in.csv'), path.join(stage, 'out.csv')];
    await writeFile(from, 'full name\nTarik Mansuri\n');
    const { json } = await cli.run('screen', '--batch', from, '--out', to, '--hits', 'all', '--list', 'own-wanted');
    assert.deepEqual([json.hits, json.filters], [1, { lists: ['own-wanted'] }]);
    assert.match(await readFile(to, 'utf8'), /own-wanted:1/);
    const refused = await cli.run('screen', '--batch', from, '--out', to, '--topic', 'sanctoin', '--force');
    assert.equal(refused.code, 2);
  });
});
