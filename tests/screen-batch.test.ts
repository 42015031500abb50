// A table of customers on the command line: every row comes out with what was found, or stands in the file of refused rows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { workbookOf } from '@sekisho/sources/readers/testing/workbook.ts';
import fc from 'fast-check';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const mapping = `id: own-watch
title: Watch list
publisher: test
territory: jp
defaults: { schema: Person }
columns: { no: id, name: name, also: alias, born: birth-date, passport: { to: identifier, type: passport } }
`;
const watched = `no,name,also,born,passport
1,Tariq Mansouri,,1970-01-02,X1234567
2,Tariq Mansouri,,1985-06-07,
3,山田 太郎,Yamada Taro,,
4,"=Ivan, Petrov",,,
`;

describe('sekisho screen --batch', () => {
  let cli: CommandLine;
  let folder = '';
  const place = (name: string) => path.join(folder, name);
  before(async () => {
    cli = await newCommandLine();
    const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-watch-'));
    await writeFile(path.join(stage, 'watch.csv'), watched);
    await writeFile(path.join(stage, 'watch.yml'), mapping);
    const words = ['--mapping', path.join(stage, 'watch.yml'), '--published', '2026-03-02'];
    const { code, out } = await cli.run('import', 'own-watch', path.join(stage, 'watch.csv'), ...words);
    await rm(stage, { recursive: true });
    assert.equal(code, 0, out);
  });
  after(() => cli.dispose());
  beforeEach(async () => {
    if (folder !== '') await rm(folder, { recursive: true, force: true });
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-batch-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const batch = async (content: string | Uint8Array, { from = 'in.csv', to = 'out.csv' } = {}, ...words: string[]) => {
    await writeFile(place(from), content);
    return cli.run('screen', '--batch', place(from), '--out', place(to), ...words);
  };
  const linesOf = async (name: string) => (await readFile(place(name), 'utf8')).split('\n').slice(0, -1);

  test('columns and order are kept, and what was found is added', async () => {
    const { code, json } = await batch(
      'no,full name,remark\n1,Tarik Mansuri,"=1+1"\n2,Anna Keller,-5\n3,Yamada Tarō,"a ""b"""\n',
    );
    assert.equal(code, 10);
    assert.deepEqual([json.rows, json.matches, json.rejected, json.unreadable], [3, 2, 0, 0]);
    assert.deepEqual(
      json.lists.map(({ source, confirmedCurrentOn }: Record<string, string>) => [source, confirmedCurrentOn]),
      [['own-watch', '2026-03-02']],
    );
    assert.deepEqual(
      json.columns.map(({ column, field }: Record<string, string>) => [column, field]),
      [
        ['no', 'row-id'],
        ['full name', 'name'],
        ['remark', undefined],
      ],
    );
    const [head, first = '', second, third = ''] = await linesOf('out.csv');
    assert.equal(head, 'no,full name,remark,match,score,listed_name,list,entity_id,reason,note');
    assert.match(
      first,
      /^1,Tarik Mansuri,'=1\+1,true,0\.\d{4},Tariq Mansouri,own-watch,own-watch:1,.*,the best of 2 hits$/,
    );
    assert.equal(second, '2,Anna Keller,-5,false,,,,,,');
    assert.match(third, /^3,Yamada Tarō,"a ""b""",true,/);
    assert.deepEqual((await readdir(folder)).toSorted(), ['in.csv', 'out.csv'], 'nothing is left beside the output');
  });

  test('no hit and nothing else to look at: exit 0', async () => {
    const { code, json } = await batch('name\nAnna Keller\n');
    assert.deepEqual([code, json.rows, json.matches], [0, 1, 0]);
  });

  test('all hits, a line each', async () => {
    await batch('name\nTariq Mansouri\nAnna Keller\n', {}, '--hits', 'all');
    const lines = await linesOf('out.csv');
    assert.deepEqual(
      lines.slice(1).map((line) => line.split(',').slice(0, 2).join()),
      ['Tariq Mansouri,true', 'Tariq Mansouri,true', 'Anna Keller,false'],
    );
  });

  test('a name nobody can search for is no match=false, and counts', async () => {
    const { code, json } = await batch('name,a\n😀😀,1\nN/A,2\n');
    assert.deepEqual([code, json.rows, json.unreadable, json.matches], [10, 2, 2, 0]);
    for (const line of (await linesOf('out.csv')).slice(1)) assert.match(line, /,\d,,,,,,,not searched for/);
  });

  test('what a row states hides no hit, unless that is asked for', async () => {
    const text = 'name,passport,dob\nTariq Mansouri,,1949-12-31\nTariq Mansouri,X1234567,\n';
    const { json } = await batch(text);
    assert.deepEqual([json.matches, json.disputed], [2, 1]);
    assert.match((await linesOf('out.csv'))[1] ?? '', /,true,0\.[0-5].*birth-date as stated speaks against it/);
    const second = await batch(text, { to: 'second.csv' }, '--discount-stated');
    assert.deepEqual([second.json.matches, second.json.disputed, second.code], [1, 1, 10]);
    assert.match((await linesOf('second.csv'))[1] ?? '', /,false,,,,,,.*birth-date as stated speaks against it/);
  });

  test('rows that are wrong go to a file of their own, and stop nothing', async () => {
    const rows = [
      'no,name,dob,country,type',
      '1,,,,',
      `2,${'名'.repeat(1001)},,,`,
      '3,A,31.2.1980,,',
      '4,B,,Atlantis,',
      '5,C,,,Martian',
      '6,D',
      '7,"E"x,,,',
      '8,Anna \ufffdeller,,,',
      '9,=F,03/04/1980,de,Person',
    ];
    const { code, json } = await batch(`${rows.join('\n')}\n`);
    assert.deepEqual([code, json.rows, json.rejected, json.ambiguousDates], [10, 9, 8, 1]);
    assert.equal((await linesOf('out.csv')).length, 2);
    const refused = await linesOf('out.rejected.csv');
    assert.equal(refused[0], 'line,reason,no,name,dob,country,type');
    assert.deepEqual(
      refused.slice(1).map((line) => line.split(',')[0]),
      ['2', '3', '4', '5', '6', '7', '8', '9'],
    );
    assert.ok(!refused.join().includes('batch-row.'), 'every reason is a sentence');
  });

  test('JSON lines in and out', async () => {
    const lines = [
      '{"name":["Anna Keller","Tariq Mansouri"],"n":1}',
      '{"name":{"x":1}}',
      '{"name":"Bo","other":1,"n":2}',
    ];
    const { json } = await batch(lines.join('\n'), { from: 'in.jsonl', to: 'out.jsonl' });
    assert.deepEqual([json.rows, json.matches, json.rejected], [3, 1, 1]);
    const [first, second] = (await linesOf('out.jsonl')).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual([first?.['n'], first?.['match'], first?.['entity_id']], [1, true, 'own-watch:1']);
    assert.deepEqual([second?.['name'], second?.['match'], second?.['score']], ['Bo', false, null]);
  });

  test('a workbook in', async () => {
    const bytes = workbookOf({
      顧客: [
        ['氏名', '生年月日'],
        ['山田太郎', '1990年1月1日'],
      ],
    });
    const { json } = await batch(bytes, { from: 'in.xlsx' });
    assert.deepEqual([json.matches, json.format, json.sheet.name], [1, 'xlsx', '顧客']);
    assert.match((await linesOf('out.csv'))[1] ?? '', /^山田太郎,1990年1月1日,true,/);
  });

  for (const [what, text, words, code] of [
    ['no column of names', 'id,remark\n1,x\n', [], 'batch.no-name'],
    ['a header alone', 'name\n', [], 'file.unexpected'],
    ['an empty file', '', [], 'file.unexpected'],
    ['an unknown column in --map', 'name\nA\n', ['--map', 'who=name'], 'command.usage'],
    ['an unknown word of --hits', 'name\nA\n', ['--hits', 'some'], 'command.usage'],
    ['a country for the whole table', 'name\nA\n', ['--country', 'de'], 'command.usage'],
    ['a name beside the table', 'name\nA\n', ['Anna'], 'command.usage'],
  ] as const)
    test(`${what} is refused, and nothing is written`, async () => {
      const { code: exit, json } = await batch(text, {}, ...words);
      assert.deepEqual([exit, json.problem.code], [2, code]);
      assert.deepEqual(await readdir(folder), ['in.csv']);
    });

  test('files that are there are kept, unless they are to be written over', async () => {
    await writeFile(place('out.csv'), 'mine');
    assert.equal((await batch('name\nA\n')).json.problem.code, 'file.exists');
    assert.equal(await readFile(place('out.csv'), 'utf8'), 'mine');
    assert.equal((await batch('name\nA\n', {}, '--force')).code, 0);
    const { json } = await cli.run('screen', '--batch', place('in.csv'), '--out', place('in.csv'), '--force');
    assert.equal(json.problem.code, 'command.usage');
  });

  test('any bytes are screened or refused in words', async () => {
    const bit = fc.constantFrom(
      'name',
      ',',
      '\n',
      '"',
      'Tariq Mansouri',
      '=',
      '\0',
      '名',
      ';',
      '\r',
      'country',
      'de',
      '\ufeff',
      '1',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 30 }), fc.constantFrom('in.csv', 'in.jsonl'), async (bits, from) => {
        const { code, json } = await batch(bits.join(''), { from }, '--force');
        assert.ok(
          [0, 10].includes(code) || !['internal', undefined].includes(json.problem?.code),
          JSON.stringify(json),
        );
      }),
      { numRuns: 25 },
    );
  });

  const long = ['no,first name,last name,dob'];
  for (let row = 0; row < 6_000; row++)
    long.push(
      row % 50 === 0 ? `${row},Tariq,Mansouri,` : `${row},Anna${row % 97},Keller${row % 89},1980-01-0${row % 12}`,
    );
  const longText = `${long.join('\n')}\n`;

  test('a run that was killed is gone on with, and ends as if nothing had been', async () => {
    await writeFile(place('in.csv'), longText);
    const main = fileURLToPath(new URL('../packages/server/src/cli/main.ts', import.meta.url));
    const words = [
      '--data',
      cli.folder,
      'screen',
      '--batch',
      place('in.csv'),
      '--out',
      place('out.csv'),
      '--workers',
      '2',
    ];
    const child = spawn(process.execPath, [main, ...words], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && !(await isThere(place('out.csv.state.json')))) await setTimeout(5);
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [number, string];
    assert.equal(signal, 'SIGKILL');
    assert.equal(await isThere(place('out.csv')), false, 'there is no output before all of it is there');

    const other = await cli.run('screen', '--batch', place('in.csv'), '--out', place('out.csv'), '--hits', 'all');
    assert.deepEqual([other.json.problem.code, other.json.problem.differs], ['batch.other-run', 'settings']);

    const { code, json } = await cli.run('screen', '--batch', place('in.csv'), '--out', place('out.csv'));
    assert.equal(code, 10);
    assert.ok(json.resumedRows >= 2000, String(json.resumedRows));
    assert.deepEqual((await readdir(folder)).toSorted(), ['in.csv', 'out.csv', 'out.rejected.csv']);
    const whole = await cli.run('screen', '--batch', place('in.csv'), '--out', place('whole.csv'), '--workers', '1');
    assert.deepEqual([json.rows, json.matches, json.rejected], [6_000, whole.json.matches, whole.json.rejected]);
    assert.equal(await readFile(place('out.csv'), 'utf8'), await readFile(place('whole.csv'), 'utf8'));
    assert.equal(
      await readFile(place('out.rejected.csv'), 'utf8'),
      await readFile(place('whole.rejected.csv'), 'utf8'),
    );
  });

  test('an unfinished run of another table is given up only when that is asked for', async () => {
    await writeFile(place('out.csv.state.json'), 'not JSON');
    const { json } = await batch('name\nA\n');
    assert.equal(json.problem.code, 'batch.other-run');
    assert.equal((await batch('name\nA\n', {}, '--force')).code, 0);
    assert.deepEqual((await readdir(folder)).toSorted(), ['in.csv', 'out.csv']);
  });
});

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
