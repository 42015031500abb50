// Words of paths in (none: everything), a run of all test files below packages/ and tests/ out, with its totals as the last line.
//
//   node run.mjs tests/run.ts              all tests
//   node run.mjs tests/run.ts names store  the test files whose path holds one of the words
//
// Suites on official files (`*.real.test.ts`) run when SEKISHO_DEV_DATA names the folder that holds them.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inspect, styleText } from 'node:util';
import { runTogether, type FileResult, type TestResult } from './run-together.ts';

/** To start a process and read `data/` costs as much as most files; one that crashes takes no more than these with it. */
const MAX_FILES_TOGETHER = 12;

const BROWSER = 'tests/interface/';

interface Report {
  readonly failures: string[];
  /** How many, by test file and reason. */
  readonly skipped: Map<string, number>;
  passed: number;
  /** What was printed by files that ran together, of which one failed. */
  readonly output: string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { files, leftOut } = testFiles(process.argv.slice(2), (process.env['SEKISHO_DEV_DATA'] ?? '') !== '');
if (files.length === 0) {
  console.error(
    leftOut.length === 0
      ? `no test file has a path with ${process.argv.slice(2).join(' or ')} in it`
      : `SEKISHO_DEV_DATA is not set, and nothing else was asked for than ${leftOut.join(', ')}`,
  );
  process.exit(2);
}
const report: Report = { failures: [], skipped: new Map(), passed: 0, output: [] };
const waiting = filesTogether(files);
await Promise.all(Array.from({ length: availableParallelism() }, () => runWaiting(waiting, report)));
process.exitCode = printReport(report, leftOut);

function testFiles(words: readonly string[], hasOfficialFiles: boolean): { files: string[]; leftOut: string[] } {
  const wanted = globSync(['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('tests/soak/'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
  const runs = (file: string) => hasOfficialFiles || !file.endsWith('.real.test.ts');
  return { files: wanted.filter(runs), leftOut: wanted.filter((file) => !runs(file)) };
}

/**
 * Neighbours together, so that they share what they load. Those with a browser, the longest, and those on official files, which take
 * much memory, have a process each; the tests of the whole product come first, so that no core waits for one of them in the end.
 */
function filesTogether(files: readonly string[]): string[][] {
  const isAlone = (file: string) => file.startsWith(BROWSER) || file.endsWith('.real.test.ts');
  const alone = files.filter(isAlone);
  const ofProduct = files.filter((file) => !isAlone(file) && file.startsWith('tests/'));
  const ofPackages = files.filter((file) => !isAlone(file) && !file.startsWith('tests/'));
  const most = Math.min(MAX_FILES_TOGETHER, Math.ceil(files.length / availableParallelism()));
  return [...alone.map((file) => [file]), ...inParts(ofProduct, most), ...inParts(ofPackages, most)];
}

function inParts(files: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(files.length / size) }, (_, part) =>
    files.slice(part * size, (part + 1) * size),
  );
}

async function runWaiting(waiting: string[][], report: Report): Promise<void> {
  for (let files = waiting.shift(); files; files = waiting.shift()) {
    const failuresBefore = report.failures.length;
    const output = await runTogether(files, root, {
      onTest: (result) => noteTest(report, result),
      onFile: (result) => noteFile(report, result),
    });
    if (failuresBefore < report.failures.length && output !== '')
      report.output.push(`${styleText('red', 'printed by')} ${files.join(', ')}\n${indent(output)}`);
  }
}

function noteTest(report: Report, { file, place, name, outcome, reason }: TestResult): void {
  if (outcome === 'passed') report.passed += 1;
  else if (outcome === 'skipped') {
    const what = `${file}${reason === '' ? `: ${name}` : ` (${String(reason)})`}`;
    report.skipped.set(what, (report.skipped.get(what) ?? 0) + 1);
  } else report.failures.push(`${place}  ${name}\n${indent(typeof reason === 'string' ? reason : reasonOf(reason))}`);
}

function noteFile(report: Report, { file, passed, milliseconds, failed, reason }: FileResult): void {
  if (reason !== undefined) report.failures.push(`${file}\n${indent(reasonOf(reason))}`);
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  const state = failed ? styleText('red', 'FAIL') : 'ok  ';
  console.log(`${state}${String(passed).padStart(5)}${seconds}  ${file}`);
}

/** An assertion has its difference in the message: the values beside it would say it twice. */
function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof Error && 'generatedMessage' in error ? (error.stack ?? '') : inspect(error);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

function printReport({ failures, skipped, passed, output }: Report, leftOut: readonly string[]): number {
  for (const printed of output) console.log(`\n${printed}`);
  for (const failure of failures) console.log(`\n${styleText('red', 'failed')} ${failure}`);
  console.log();
  for (const [what, count] of skipped) console.log(`skipped ${count}: ${what}`);
  for (const file of leftOut) console.log(`left out, as SEKISHO_DEV_DATA is not set: ${file}`);
  const skippedInAll = skipped.values().reduce((sum, count) => sum + count, 0);
  console.log(
    `${passed} passed, ${failures.length} failed${skippedInAll === 0 ? '' : `, ${String(skippedInAll)} skipped`}`,
  );
  return failures.length === 0 ? 0 : 1;
}
