// Whatever is wrong with what is put in: a clear problem, exit code 2, and a data folder that is as it was.
import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const foundingCase = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));
const honest = path.join(foundingCase, 'applications', '2016-11-honest.yml');
const full = path.join(foundingCase, 'register', '00_zenkoku_all_20161031.csv');

const application = {
  id: 'A-1',
  policy: 'jp-only-edition',
  receivedOn: '2016-11-14',
  product: { id: 'p' },
  parties: [{ id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: '株式会社見本' }] }],
};
const party = application.parties[0];

interface ApplicationCase {
  readonly what: string;
  readonly text: string;
  readonly code: string;
  readonly field?: string;
  readonly line?: number;
  readonly file?: string;
}

const applicationCases: readonly ApplicationCase[] = [
  { what: 'not JSON', text: '{\n  "id": "A-1",\n  oops\n}', code: 'application.unreadable', line: 3 },
  { what: 'cut-off JSON', text: JSON.stringify(application).slice(0, 80), code: 'application.unreadable' },
  { what: 'an empty file', text: '', code: 'application.unreadable' },
  { what: 'not YAML', text: 'id: A-1\n  parties: [', code: 'application.unreadable', file: 'a.yml' },
  { what: 'a YAML alias bomb', text: yamlBomb(), code: 'application.unreadable', file: 'bomb.yml' },
  { what: 'an array', text: '[]', code: 'application.invalid', field: '/' },
  { what: 'an unknown field', text: changed({ colour: 'red' }), code: 'application.invalid', field: '/colour' },
  {
    what: 'an unknown field in a party',
    text: changed({ parties: [{ ...party, nickname: 'x' }] }),
    code: 'application.invalid',
    field: '/parties/0/nickname',
  },
  {
    what: 'a wrong date',
    text: changed({ receivedOn: '2016-02-30' }),
    code: 'application.invalid',
    field: '/receivedOn',
  },
  {
    what: 'a name of a megabyte',
    text: changed({ parties: [{ ...party, names: [{ text: '名'.repeat(350_000) }] }] }),
    code: 'application.invalid',
    field: '/parties/0/names/0/text',
  },
  {
    what: 'a control character',
    text: changed({ parties: [{ ...party, names: [{ text: 'A\u0000B' }] }] }),
    code: 'application.invalid',
    field: '/parties/0/names/0/text',
  },
  {
    what: 'a lone surrogate',
    text: changed({ parties: [{ ...party, names: [{ text: 'SURROGATE' }] }] }).replace('SURROGATE', '\\ud800'),
    code: 'application.invalid',
    field: '/parties/0/names/0/text',
  },
  {
    what: 'a blank name',
    text: changed({ parties: [{ ...party, names: [{ text: '   ' }] }] }),
    code: 'application.invalid',
    field: '/parties/0/names/0/text',
  },
  {
    what: 'no buyer',
    text: changed({ parties: [{ ...party, roles: ['contact'] }] }),
    code: 'application.invalid',
    field: '/parties',
  },
  {
    what: 'a link to nobody',
    text: changed({ links: [{ from: 'buyer', kind: 'owns', to: 'ghost' }] }),
    code: 'application.invalid',
    field: '/links/0/to',
  },
  {
    what: 'an e-mail address that is none',
    text: changed({ parties: [{ ...party, emails: ['not a mail'] }] }),
    code: 'application.invalid',
    field: '/parties/0/emails/0',
  },
  {
    what: 'a birth in the future',
    text: changed({ parties: [{ ...party, birthDate: '2030' }] }),
    code: 'application.invalid',
    field: '/parties/0/birthDate',
  },
  { what: 'an unknown policy', text: changed({ policy: 'no-such-policy' }), code: 'policy.not-found' },
  { what: 'a prototype', text: '{"__proto__": {"polluted": true}, "id": "A-1"}', code: 'application.invalid' },
];

function changed(change: object): string {
  return JSON.stringify({ ...application, ...change });
}

function yamlBomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, n) =>
      `l${String(n + 1)}: &l${String(n + 1)} [${Array(9)
        .fill(`*l${String(n)}`)
        .join(', ')}]`,
  );
  return ['l0: &l0 [x]', ...levels].join('\n');
}

describe('bad input', () => {
  let line: CommandLine;
  let scratch: string;
  before(async () => {
    line = await newCommandLine('--simulation', '--as-of', '2016-11-14');
    assert.equal(
      (await line.run('import', 'jp-nta', full, '--published', '2016-10-31', '--by', 'T', '--accept', 'a sample')).code,
      0,
    );
    await line.run('vet', honest);
    scratch = path.dirname(line.folder);
  });
  after(() => line.dispose());

  /** All that the folder holds: what is in use and in the record, and the files of editions. */
  const state = async () => {
    const status = (await line.run('status')).json as Record<string, unknown>;
    const files = (await readdir(line.folder, { recursive: true }))
      .filter((name) => !name.startsWith('sekisho.db'))
      .sort();
    return { status, files, applications: (await line.run('applications', 'list')).json as unknown };
  };

  const refusedWith = async (code: string, words: string[]): Promise<Record<string, unknown>> => {
    const before = await state();
    const ran = await line.run(...words);
    assert.equal(ran.code, 2, ran.out + ran.err);
    const { problem } = ran.json as { problem: { code: string; message: string } };
    assert.equal(problem.code, code, JSON.stringify(problem));
    assert.ok(problem.message.length > 20 && !problem.message.includes('undefined'), problem.message);
    assert.deepEqual(await state(), before);
    return problem;
  };

  for (const { what, text, code, field, line: at, file } of applicationCases)
    test(`an application with ${what}`, async () => {
      const named = path.join(scratch, file ?? 'a.json');
      await writeFile(named, text);
      const problem = await refusedWith(code, ['vet', named]);
      if (field !== undefined) assert.equal(problem['field'], field);
      if (at !== undefined) assert.equal(problem['line'], at);
    });

  test('an application that is not UTF-8', async () => {
    const named = path.join(scratch, 'sjis.json');
    await writeFile(named, Buffer.from([0x7b, 0x22, 0x8a, 0x94, 0x8e, 0xae, 0x22, 0x7d]));
    await refusedWith('file.encoding', ['vet', named]);
  });

  test('a file that is not there, a folder', async () => {
    await refusedWith('file.not-found', ['vet', path.join(scratch, 'nowhere.json')]);
    await refusedWith('file.unreadable', ['vet', scratch]);
    await refusedWith('file.not-found', [
      'import',
      'un-sc',
      path.join(scratch, 'nowhere.xml'),
      '--published',
      '2016-11-01',
      '--by',
      'T',
    ]);
  });

  test('a wrong check digit is no bad input: it is a finding', async () => {
    const named = path.join(scratch, 'check.json');
    const wrong = { ...party, identifiers: [{ type: 'jp-corporate-number', value: '1800001000022' }] };
    await writeFile(named, changed({ id: 'A-2', parties: [wrong] }));
    const ran = await line.run('vet', named);
    assert.notEqual(ran.code, 0);
    assert.notEqual(ran.code, 2);
    const { evidence } = ran.json as { evidence: { identifiers: { state: string }[] } };
    assert.equal(evidence.identifiers[0]?.state, 'CHECK_INVALID');
  });

  const imports: readonly {
    what: string;
    source: string;
    name: string;
    bytes: (text: string) => string | Buffer;
    code: string;
    published?: string;
  }[] = [
    {
      what: 'a row cut off',
      source: 'jp-nta',
      name: 'diff_20161101.csv',
      bytes: (text) => text.slice(0, 60),
      code: 'list.column-count',
    },
    {
      what: 'an unknown process code',
      source: 'jp-nta',
      name: 'diff_20161101.csv',
      bytes: (text) => text.replace(/,01,0,/, ',55,0,'),
      code: 'list.unknown-value',
    },
    {
      what: 'a number with a wrong check digit',
      source: 'jp-nta',
      name: 'diff_20161101.csv',
      bytes: (text) => text.replace(/^1,\d/, '1,1'),
      code: 'list.unknown-value',
    },
    {
      what: 'a name that tells neither part nor date',
      source: 'jp-nta',
      name: 'companies.csv',
      bytes: (text) => text,
      code: 'file.unexpected',
    },
    {
      what: 'another day than its name says',
      source: 'jp-nta',
      name: 'diff_20161101.csv',
      bytes: (text) => text,
      code: 'edition.date',
      published: '2016-11-02',
    },
    {
      what: 'bytes of no encoding',
      source: 'jp-nta',
      name: 'diff_20161101.csv',
      bytes: (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xfd])]),
      code: 'file.encoding',
    },
    {
      what: 'a cut-off zip',
      source: 'jp-nta',
      name: '00_zenkoku_all_20161031.zip',
      bytes: () => Buffer.from('PK\u0003\u0004 cut off'),
      code: 'file.unreadable',
      published: '2016-10-31',
    },
    {
      what: 'a publication in the future',
      source: 'jp-nta',
      name: 'diff_20161118.csv',
      bytes: (text) => text,
      code: 'edition.date',
      published: '2016-11-18',
    },
    {
      what: 'an error page instead of XML',
      source: 'un-sc',
      name: 'consolidated.xml',
      bytes: () => '<html><body>503</body></html>',
      code: 'file.unexpected',
    },
    {
      what: 'XML cut off',
      source: 'un-sc',
      name: 'consolidated.xml',
      bytes: () => '<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1',
      code: 'file.unreadable',
    },
    {
      what: 'an error page instead of a workbook',
      source: 'jp-meti-eul',
      name: 'list.xlsx',
      bytes: () => '<html>503</html>',
      code: 'file.unexpected',
    },
    {
      what: 'a cut-off workbook',
      source: 'jp-meti-eul',
      name: 'list.xlsx',
      bytes: () => Buffer.from('PK\u0003\u0004 cut off'),
      code: 'file.unreadable',
    },
    {
      what: 'JSON cut off',
      source: 'interpol-red',
      name: 'red.json',
      bytes: () => '[{"name": "X"',
      code: 'file.unreadable',
    },
    {
      what: 'columns shifted',
      source: 'ofac-sdn',
      name: 'sdn.csv',
      bytes: () => '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA"\r\n',
      code: 'list.column-count',
    },
    {
      what: 'an unknown type',
      source: 'ofac-sdn',
      name: 'sdn.csv',
      bytes: () => '36,"X","spaceship","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n',
      code: 'list.unknown-value',
    },
    { what: 'a source nobody knows', source: 'no-such-list', name: 'x.csv', bytes: () => 'x', code: 'source.unknown' },
  ];
  for (const { what, source, name, bytes, code, published } of imports)
    test(`an import of ${source} with ${what}`, async () => {
      const text = await readFile(path.join(foundingCase, 'register', 'diff_20161101.csv'), 'utf8');
      const named = path.join(scratch, name);
      await writeFile(named, bytes(text));
      await refusedWith(code, ['import', source, named, '--published', published ?? '2016-11-01', '--by', 'T']);
    });

  test('a register that shrinks is not put in use, and is with a reason', async () => {
    const rows = (await readFile(full, 'utf8')).split('\n').slice(0, 6).join('\n');
    const named = path.join(scratch, '00_zenkoku_all_20161110.csv');
    await writeFile(named, rows);
    const words = ['import', 'jp-nta', named, '--published', '2016-11-10', '--by', 'T'];
    await refusedWith('edition.bounds', words);
    assert.equal((await line.run(...words, '--accept', 'a test of the bounds')).code, 0);
  });

  test('a policies folder that is none: nothing is decided by the shipped policy instead', async () => {
    const own = path.join(line.folder, 'policies');
    await writeFile(own, 'not a folder');
    try {
      const ran = await line.run('vet', honest);
      assert.equal(ran.code, 2, ran.out);
      assert.equal((ran.json as { problem: { code: string } }).problem.code, 'policy.invalid');
    } finally {
      await rm(own);
    }
  });

  test('wrong arguments with --json are one JSON value', async () => {
    const ran = await line.run('vet');
    assert.equal(ran.code, 2);
    assert.equal((ran.json as { problem: { code: string } }).problem.code, 'command.usage');
  });

  test('a question to a folder that is not there makes none, and neither does a day played in a new one', async () => {
    const nowhere = await newCommandLine();
    try {
      for (const words of [['status'], ['record', 'verify'], ['vet', path.join(scratch, 'nowhere.json')]]) {
        assert.equal((await nowhere.run(...words)).code, 2, words.join(' '));
        await assert.rejects(readdir(nowhere.folder));
      }
      const played = await nowhere.run('import', 'jp-nta', full, '--published', '2016-10-31', '--as-of', '2016-11-14');
      assert.equal(played.code, 2);
      await assert.rejects(readdir(nowhere.folder));
    } finally {
      await nowhere.dispose();
    }
  });

  test('dates played outside a simulation', async () => {
    const real = await newCommandLine();
    try {
      const imported = await real.run('import', 'jp-nta', full, '--published', '2016-10-31', '--accept', 'a sample');
      assert.equal(imported.code, 0, imported.out);
      const ran = await real.run('status', '--as-of', '2016-11-14');
      assert.equal(ran.code, 2);
      assert.equal((ran.json as { problem: { code: string } }).problem.code, 'folder.not-simulation');
    } finally {
      await real.dispose();
    }
  });
});
