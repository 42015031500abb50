// Command-line words in; the figures of importing a made national register, applying a day's diff and looking companies up out.
//
//   npm run bench -- register --companies 5800000 [--questions 2000] [--seed 1] [--write]
//
// The files are in the layout of Japan's National Tax Agency (`files.ts`): a zip a prefecture and one of companies abroad, with
// the shares of the real ones and invented companies (`companies.ts`). They pass the importer and the store of the product. As that
// register states neither telephone numbers nor domains, those are asked of a made register of one's own, a tenth as large.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeFigures } from '../write-figures.ts';
import { DIFF_DAY, FULL_DAY, writeDiff, writeFullSet } from './files.ts';
import { OWN_SOURCE, writeOwnRegister } from './own-register.ts';
import { questionsOf } from './questions.ts';
import { companyWords } from './words.ts';

const SOURCE = 'jp-nta';
const DIFF_ROWS = 2000;

export async function registerBench(): Promise<object> {
  const { companies, questions, seed, write } = readOptions(process.argv.slice(3));
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const world = { seed, companies, words: companyWords() };
    const full = writeFullSet(world, folder, 2 * questions);
    // who changes is not asked for otherwise than by the former name
    const changing = full.sample.filter((_, place) => place % 2 === 1);
    const diff = writeDiff(world, changing, folder, DIFF_ROWS);
    const own = writeOwnRegister(seed, Math.ceil(companies / 10), folder, questions);
    await Promise.resolve();
    const imported = runImport(folder, { source: SOURCE, files: full.files, publishedOn: FULL_DAY });
    for (const file of full.files) rmSync(file);
    const diskBytes = bytesOf(path.join(folder, 'data', 'registers'));
    const ofDiff = runImport(folder, { source: SOURCE, files: [diff.file], publishedOn: DIFF_DAY });
    const ofOwn = runImport(folder, {
      source: OWN_SOURCE,
      files: [own.file],
      mapping: own.mapping,
      publishedOn: FULL_DAY,
    });
    const asked = questionsOf(
      seed,
      full.sample.filter((_, place) => place % 2 === 0),
      full.english,
      diff.renamed,
      own.sample,
    );
    const questionsFile = path.join(folder, 'questions.json');
    writeFileSync(questionsFile, JSON.stringify(asked));
    const lookedUp = run('look-up-process.ts', [folder, questionsFile, SOURCE, OWN_SOURCE]) as object;
    const figures = {
      seed,
      companies: imported.counts['companies'],
      complete: imported.complete,
      filesBytes: full.bytes,
      importSeconds: round(imported.seconds),
      importCpuSeconds: round(imported.cpuSeconds),
      peakRssBytes: imported.peakRssBytes,
      diskBytes,
      diffRows: ofDiff.counts['rows'],
      diffSeconds: round(ofDiff.seconds),
      diffCpuSeconds: round(ofDiff.cpuSeconds),
      ownRegister: { companies: ofOwn.counts['companies'], importSeconds: round(ofOwn.seconds) },
      ...lookedUp,
    };
    if (write) writeFigures('register', figures);
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Imported {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssBytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly complete: boolean;
}

function runImport(folder: string, request: object): Imported {
  const made = { ...request, by: 'bench', accept: 'made by the bench' };
  const imported = run('import-process.ts', [folder, JSON.stringify(made)]) as Imported;
  console.error(JSON.stringify(imported));
  return imported;
}

function run(program: string, args: readonly string[]): unknown {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const line = execFileSync(process.execPath, ['--expose-gc', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return JSON.parse(line);
}

function bytesOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function readOptions(args: readonly string[]): { companies: number; questions: number; seed: number; write: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      companies: { type: 'string', default: '100000' },
      questions: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'companies' | 'questions' | 'seed') => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`--${name} is a whole number from 1, not ${values[name]}`);
    return value;
  };
  return { companies: number('companies'), questions: number('questions'), seed: number('seed'), write: values.write };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
