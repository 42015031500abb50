// Real files of lists and a register: imported as a user would, and an honest company made from them.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const real = process.env['SEKISHO_DEV_DATA'] ?? '';
const file = (...parts: string[]) => path.join(real, ...parts);
const ofac = ['sdn.csv', 'alt.csv', 'add.csv'].map((name) => file('lists/ofac/2023-12-28', name));
const diffs = ['17', '18', '19', '20', '21'].map((day) => file('registers/jp-nta/diff', `diff_202608${day}.csv`));

const today = '2026-08-21';
const lists: readonly {
  source: string;
  files: string[];
  published: string;
  entities: number;
  counts?: Record<string, number>;
}[] = [
  {
    source: 'ofac-sdn',
    files: ofac,
    published: '2023-12-28',
    entities: 13_821,
    counts: { aliases: 17_091, addresses: 18_990 },
  },
  { source: 'un-sc', files: [file('lists/un/2026-02-27/consolidated.xml')], published: '2026-02-27', entities: 1003 },
  {
    source: 'jp-meti-eul',
    files: [file('lists/jp-meti-eul/2025-01-31/20250131003-1.pdf')],
    published: '2025-01-31',
    entities: 748,
  },
  {
    source: 'jp-meti-russia',
    files: [file('lists/jp-meti-russia/2025-09-12/list_russia_tokutei.pdf')],
    published: '2025-09-12',
    entities: 561,
  },
  {
    source: 'jp-meti-belarus',
    files: [file('lists/jp-meti-russia/2022-07-05/list_belarus_tokutei.pdf')],
    published: '2022-07-05',
    entities: 27,
  },
  {
    source: 'jp-meti-eul',
    files: [file('lists/jp-meti-eul/2025-09-29/20250929_4.xlsx')],
    published: '2025-09-29',
    entities: 835,
  },
  {
    source: 'interpol-red',
    files: [file('lists/interpol-red/2023-05/red_notices_details.json')],
    published: '2023-05-31',
    // the file gives 18 notices twice, word for word
    entities: 186,
    counts: { notices: 204, repeated: 18 },
  },
];

describe('real files', { skip: real === '' && 'SEKISHO_DEV_DATA is not set' }, () => {
  let line: CommandLine;
  let buyer: { number: string; name: string; address: string };
  before(async () => {
    line = await newCommandLine('--simulation');
  });
  after(() => line.dispose());

  const at = (day: string, ...words: string[]) => line.run('--as-of', day, ...words);

  for (const { source, files, published, entities, counts } of lists)
    test(`${source} of ${published} imports whole`, async () => {
      const ran = await at(
        today,
        'import',
        source,
        ...files,
        '--published',
        published,
        '--current-as-of',
        today,
        '--by',
        'T',
      );
      assert.equal(ran.code, 0, ran.out + ran.err);
      const { edition } = ran.json as { edition: { counts: Record<string, number> } };
      assert.equal(edition.counts['entities'], entities);
      for (const [name, count] of Object.entries(counts ?? {})) assert.equal(edition.counts[name], count, name);
    });

  test('the five daily differences import in order, one by one, into an incomplete register', async () => {
    for (const [index, diff] of diffs.entries()) {
      const ran = await at(
        today,
        'import',
        'jp-nta',
        diff,
        '--published',
        `2026-08-${String(17 + index)}`,
        '--by',
        'T',
      );
      assert.equal(ran.code, 0, ran.out + ran.err);
      assert.equal((ran.json as { edition: { complete: boolean } }).edition.complete, false);
    }
    const behind = await at(today, 'import', 'jp-nta', diffs[0] ?? '', '--published', '2026-08-17', '--by', 'T');
    assert.equal(behind.code, 2, 'a diff that is behind is refused');
  });

  test('an honest company of the register is approved without a human', async () => {
    const { readFile } = await import('node:fs/promises');
    const rows = new TextDecoder('shift_jis').decode(await readFile(diffs[0] ?? '')).split('\n');
    const row =
      rows
        .find((text) => /^\d+,\d{13},12,0,.*,301,/.test(text) && text.includes(',1,,,,,'))
        ?.replaceAll('"', '')
        .split(',') ?? [];
    buyer = { number: row[1] ?? '', name: row[6] ?? '', address: `${row[9] ?? ''}${row[10] ?? ''}${row[11] ?? ''}` };
    const ran = await at(today, 'vet', await applicationFile());
    assert.equal(ran.code, 0, JSON.stringify((ran.json as { decision?: unknown }).decision ?? ran.out));
    const { case: opened } = ran.json as { case: { state: string } };
    assert.equal(opened.state, 'ACCEPT');
  });

  test('the same application a year later, with nothing renewed, is not', async () => {
    const ran = await at('2027-08-21', 'vet', await applicationFile());
    assert.equal(ran.code, 10);
    const { evidence } = ran.json as { evidence: { gaps: { kind: string }[] } };
    assert.ok(evidence.gaps.some(({ kind }) => kind === 'source-stale'));
  });

  test('a company the diffs do not name is not checkable, never not found', async () => {
    const absent = { ...buyer, number: '5900007000030', name: '株式会社日和見システム設計' };
    const ran = await at(today, 'vet', await applicationFile(absent, 'R-2'));
    assert.notEqual(ran.code, 0);
    const { evidence } = ran.json as { evidence: { confirmations: { verdict: string }[] } };
    assert.equal(evidence.confirmations[0]?.verdict, 'NOT_CHECKABLE');
  });

  const applicationFile = async (company = buyer, id = 'R-1'): Promise<string> => {
    const named = path.join(path.dirname(line.folder), `${id}.json`);
    await writeFile(
      named,
      JSON.stringify({
        id,
        policy: 'jp-only-edition',
        receivedOn: today,
        product: { id: 'p' },
        parties: [
          {
            id: 'buyer',
            roles: ['buyer', 'end-user'],
            schema: 'Company',
            names: [{ text: company.name }],
            identifiers: [{ type: 'jp-corporate-number', value: company.number }],
            addresses: [{ full: company.address, country: 'jp', use: 'seat' }],
            country: 'jp',
          },
        ],
        delivery: { method: 'download', country: 'jp' },
        answers: [
          { question: 'instructed-by', answer: 'nobody' },
          { question: 'end-use', answer: 'In our own office.' },
          { question: 'resale', answer: 'no' },
          { question: 'owners', answer: 'The founders own all shares.' },
        ],
      }),
    );
    return named;
  };
});
