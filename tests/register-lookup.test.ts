// `sekisho register lookup`: one thing is asked for, what is found is told with how many there are, and nothing is exit code 10.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const full = fileURLToPath(new URL('../cases/founding-case/register/00_zenkoku_all_20161031.csv', import.meta.url));
const chamber = fileURLToPath(new URL('../packages/sources/src/registers/own/sample/', import.meta.url));
let line: CommandLine;

before(async () => {
  line = await newCommandLine('--simulation', '--as-of', '2026-11-01');
  const imported = [
    await line.run('import', 'jp-nta', full, '--published', '2016-10-31', '--by', 'T', '--accept', 'a sample'),
    await line.run(
      ...['import', 'own-register-chamber', path.join(chamber, 'chamber.csv'), '--published', '2026-10-31'],
      ...['--mapping', path.join(chamber, 'chamber.yml'), '--by', 'T', '--accept', 'a sample'],
    ),
  ];
  assert.deepEqual(
    imported.map(({ code }) => code),
    [0, 0],
  );
});
after(() => line.dispose());

interface Answer {
  readonly register: string;
  readonly isReadable?: boolean;
  readonly count?: number;
  readonly percentile?: number;
  readonly companies: readonly { readonly current?: { readonly number: string } }[];
}

async function answers(...words: string[]): Promise<{ code: number; answers: readonly Answer[] }> {
  const { code, json } = await line.run('register', 'lookup', ...words);
  return { code, answers: (json as { answers: readonly Answer[] }).answers };
}

test('by address: how many companies are open there, and who', async () => {
  const found = await answers('--address', '横浜市中区海岸通9-2', '--register', 'jp-nta');
  assert.equal(found.code, 0);
  const [answer] = found.answers;
  assert.deepEqual([answer?.register, answer?.count, answer?.percentile], ['jp-nta', 1, 0]);
  assert.equal(answer?.companies[0]?.current?.number, '4800001000022');
  const none = await answers('--address', '横浜市中区海岸通9-99', '--register', 'jp-nta');
  assert.deepEqual([none.code, none.answers[0]?.count, none.answers[0]?.isReadable], [10, 0, true]);
});

test('by telephone number and by domain, in all registers', async () => {
  for (const words of [
    ['--phone', '+81-6-0000-0001'],
    ['--domain', 'www.sakura.example'],
  ]) {
    const found = await answers(...words);
    assert.deepEqual(
      [found.code, found.answers.map(({ register, companies }) => [register, companies.length])],
      [
        0,
        [
          ['jp-nta', 0],
          ['own-register-chamber', 1],
        ],
      ],
    );
  }
});

test('one thing at a time, and something', async () => {
  for (const words of [[], ['みなと活版', '--phone', '03-0000-0000'], ['--phone', '1', '--domain', 'x.example']]) {
    const ran = await line.run('register', 'lookup', ...words);
    assert.deepEqual([ran.code, /ask for one thing/.test(ran.err + ran.out)], [2, true], words.join(' '));
  }
});
