// A file of name pairs on the command line: what goes in comes out with score, match and reason, or a problem and no file.
import assert from 'node:assert/strict';
import { readdir, readFile, rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

describe('sekisho compare --pairs', () => {
  let cli: CommandLine;
  let folder = '';
  before(async () => {
    cli = await newCommandLine();
  });
  after(() => cli.dispose());
  beforeEach(async () => {
    if (folder !== '') await rm(folder, { recursive: true, force: true });
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-pairs-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const place = (name: string) => path.join(folder, name);
  const compare = async (text: string | Uint8Array, ...words: string[]) => {
    await writeFile(place('in.csv'), text);
    return cli.run('compare', '--pairs', place('in.csv'), '--out', place('out.csv'), ...words);
  };

  test('every column is kept, and quotes and a mark at the beginning are understood', async () => {
    const rows = [
      'schema,name1,name2,other',
      'Person,"Chen, Guoqiang",陳国強,"says ""yes"""',
      'Person,陳国強,"李\r\n明",',
    ];
    const { code, json } = await compare(`\ufeff${rows.join('\r\n')}\r\n`);
    assert.equal(code, 0);
    assert.deepEqual([json.pairs, json.hits, json.figures], [2, 1, undefined]);
    const written = await readFile(place('out.csv'), 'utf8');
    const [head, first, ...rest] = written.split('\n');
    assert.equal(head, 'schema,name1,name2,other,score,match,reason');
    assert.match(
      first ?? '',
      /^Person,"Chen, Guoqiang",陳国強,"says ""yes""",0\.\d{6},true,"?chen=.* same reading; .*$/,
    );
    assert.match(rest.join('\n'), /^Person,陳国強,"李\n明",,0\.\d{6},false,/);
  });

  test('labelled pairs give figures: in all, by category and by script', async () => {
    const { json } = await compare(
      [
        'name1,name2,is_match,category',
        'Anna Keller,Keller Anna,true,order',
        'Anna Keller,Robert Fletcher,false,other',
        'Иван Петров,Ivan Petrov,TRUE,order',
        'Anna Keller,Ivan Petrov,,other',
        '',
      ].join('\n'),
      '--schema',
      'Person',
    );
    assert.equal(json.pairs, 4);
    assert.deepEqual([json.figures.all.pairs, json.figures.all.precision, json.figures.all.recall], [3, 1, 1]);
    assert.deepEqual(Object.keys(json.figures.byCategory), ['order', 'other']);
    assert.equal(json.figures.byScripts['cyrillic / latin'].matches, 1);
    assert.ok(json.pairsPerSecond > 0);
  });

  test('a file that is there is written over only when that is asked for', async () => {
    const text = 'schema,name1,name2\nPerson,Anna Keller,Keller Anna\n';
    await writeFile(place('out.csv'), 'mine');
    const { code, json } = await compare(text);
    assert.deepEqual([code, json.problem.code], [2, 'file.exists']);
    assert.equal(await readFile(place('out.csv'), 'utf8'), 'mine');
    assert.equal((await compare(text, '--force')).code, 0);
    assert.match(await readFile(place('out.csv'), 'utf8'), /^schema,/);
  });

  const head = 'schema,name1,name2,is_match\n';
  const good = 'Person,Anna Keller,Keller Anna,true\n';
  const cases: readonly {
    readonly what: string;
    readonly text: string | Uint8Array;
    readonly code: string;
    readonly line?: number;
    readonly column?: string;
  }[] = [
    { what: 'an empty file', text: '', code: 'file.unexpected' },
    { what: 'a header row alone', text: head, code: 'file.unexpected' },
    { what: 'no column name2', text: 'schema,name1\nPerson,A\n', code: 'list.missing-field', line: 1, column: 'name2' },
    {
      what: 'a column that is added',
      text: 'name1,name2,score\nA,B,1\n',
      code: 'list.unexpected-shape',
      line: 1,
      column: 'score',
    },
    { what: 'a row that is too short', text: `${head}${good}Person,A\n`, code: 'list.column-count', line: 3 },
    {
      what: 'an unknown schema',
      text: `${head}${good}Human,A,B,true\n`,
      code: 'list.unknown-value',
      line: 3,
      column: 'schema',
    },
    { what: 'no schema', text: `${head},A,B,true\n`, code: 'list.missing-field', line: 2, column: 'schema' },
    { what: 'no name', text: `${head}Person, ,B,true\n`, code: 'list.missing-field', line: 2, column: 'name1' },
    {
      what: 'a name of 5,000 characters',
      text: `${head}Person,A,${'名'.repeat(5000)},\n`,
      code: 'list.unexpected-shape',
      line: 2,
      column: 'name2',
    },
    {
      what: 'an unknown label',
      text: `${head}Person,A,B,perhaps\n`,
      code: 'list.unknown-value',
      line: 2,
      column: 'is_match',
    },
    { what: 'a quote that is not closed', text: `${head}Person,"A,B,true\n`, code: 'file.unreadable', line: 2 },
    {
      what: 'bytes that are no UTF-8',
      text: Buffer.from([...Buffer.from(head), 0x50, 0xff, 0x0a]),
      code: 'file.encoding',
      line: 2,
    },
  ];
  for (const { what, text, code, line, column } of cases)
    test(`${what}: a problem, and no file`, async () => {
      const ran = await compare(text);
      assert.equal(ran.code, 2);
      const { problem } = ran.json;
      assert.deepEqual([problem.code, problem.line, problem.column], [code, line, column]);
      assert.deepEqual(await readdir(folder), ['in.csv']);
    });

  test('two names and files do not go together', async () => {
    for (const words of [['a'], ['a', 'b', '--out', 'c'], ['a', 'b', '--pairs', 'c', '--out', 'd'], ['--pairs', 'c']])
      assert.equal((await cli.run('compare', ...words)).json.problem.code, 'command.usage');
  });
});
