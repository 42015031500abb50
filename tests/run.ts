// Words of paths in (none: everything), a run of all test files below packages/ and tests/ out, with its totals as the last line.
//
//   node run.mjs tests/run.ts              all tests
//   node run.mjs tests/run.ts names store  the test files whose path holds one of the words
//
// Suites on official files (`*.real.test.ts`) run when SEKISHO_DEV_DATA names the folder that holds them.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run, type EventData } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect, styleText } from 'node:util';

/** A run in which nothing happens for so long hangs: it is ended, and what was running has failed. */
const MAX_SILENCE_MS = 300_000;

interface Report {
  readonly failures: string[];
  /** How many, by test file and reason. */
  readonly skipped: Map<string, number>;
  /** By file, as in `files`. */
  readonly passedByFile: Map<string, number>;
  /** What a file printed, by file; shown when it fails. */
  readonly outputByFile: Map<string, string[]>;
  readonly failedFiles: Set<string>;
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
const report = await runFiles(files);
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

async function runFiles(files: readonly string[]): Promise<Report> {
  const report: Report = {
    failures: [],
    skipped: new Map(),
    passedByFile: new Map(),
    outputByFile: new Map(),
    failedFiles: new Set(),
  };
  const { SEKISHO_DATA: _ownFolder, ...env } = process.env; // a test never touches the folder of whoever runs it
  const ended = new AbortController();
  const end = () => ended.abort(new Error(`nothing happened for ${MAX_SILENCE_MS / 1000} s`));
  const silence = setTimeout(end, MAX_SILENCE_MS);
  const events = run({
    files: files.map((file) => path.join(root, file)),
    cwd: root,
    env,
    concurrency: availableParallelism(),
    signal: ended.signal,
  });
  for await (const { type, data } of events) {
    silence.refresh();
    if (type === 'test:pass') notePass(report, data);
    else if (type === 'test:fail') noteFailure(report, data);
    else if (type === 'test:stdout' || type === 'test:stderr')
      report.outputByFile.set(data.file, [...(report.outputByFile.get(data.file) ?? []), data.message]);
    else if (type === 'test:summary' && data.file !== undefined) printFile(report, data.file, data.duration_ms);
  }
  clearTimeout(silence);
  return report;
}

function notePass(report: Report, test: EventData.TestPass): void {
  const file = testFileOf(test);
  if (isTheFile(test)) fail(report, test, 'the file holds no test');
  else if (test.todo !== undefined && test.todo !== false) fail(report, test, 'a test still to do');
  else if (test.skip !== undefined && test.skip !== false) {
    const reason = typeof test.skip === 'string' ? ` (${test.skip})` : `: ${test.name}`;
    const what = `${path.relative(root, file)}${reason}`;
    report.skipped.set(what, (report.skipped.get(what) ?? 0) + 1);
  } else if (test.details.type !== 'suite') report.passedByFile.set(file, (report.passedByFile.get(file) ?? 0) + 1);
}

function noteFailure(report: Report, test: EventData.TestFail): void {
  const error: Error & { failureType?: string; exitCode?: number } = test.details.error;
  if (error.failureType === 'subtestsFailed') return; // the subtests say it themselves
  const reason =
    isTheFile(test) && error.exitCode ? `ended with exit code ${error.exitCode}` : reasonOf(error.cause ?? error);
  fail(report, test, reason);
}

/** An assertion has its difference in the message: the values beside it would say it twice. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'generatedMessage' in error ? (error.stack ?? '') : inspect(error);
}

function fail(report: Report, test: EventData.TestPass | EventData.TestFail, reason: string): void {
  report.failedFiles.add(testFileOf(test));
  const what = isTheFile(test) ? path.relative(root, test.name) : `${placeOf(test)}  ${test.name}`;
  report.failures.push(`${what}\n${indent(reason)}`);
}

/** The file that was started; `file` and `line` say where the test is written, which may be in cases it shares. */
function testFileOf(test: EventData.TestPass | EventData.TestFail): string {
  return (test as { entryFile?: string }).entryFile ?? test.file ?? '';
}

/** True for the event of a whole file: it ended badly, or held no test. */
function isTheFile(test: EventData.TestPass | EventData.TestFail): boolean {
  return test.name === test.file;
}

function placeOf({ file = '', line }: { file?: string | undefined; line?: number | undefined }): string {
  return `${path.relative(root, file)}${line === undefined ? '' : `:${line}`}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

function printFile(report: Report, file: string, milliseconds: number): void {
  const failed = report.failedFiles.has(file);
  const passed = String(report.passedByFile.get(file) ?? 0).padStart(5);
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  console.log(`${failed ? styleText('red', 'FAIL') : 'ok  '}${passed}${seconds}  ${path.relative(root, file)}`);
}

function printReport(report: Report, leftOut: readonly string[]): number {
  for (const file of report.failedFiles) {
    const output = report.outputByFile.get(file);
    if (output)
      console.log(`\n${styleText('red', 'printed by')} ${path.relative(root, file)}\n${indent(output.join(''))}`);
  }
  for (const failure of report.failures) console.log(`\n${styleText('red', 'failed')} ${failure}`);
  console.log();
  for (const [what, count] of report.skipped) console.log(`skipped ${count}: ${what}`);
  for (const file of leftOut) console.log(`left out, as SEKISHO_DEV_DATA is not set: ${file}`);
  const passed = report.passedByFile.values().reduce((sum, count) => sum + count, 0);
  const { length: failed } = report.failures;
  const skipped = report.skipped.values().reduce((sum, count) => sum + count, 0);
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return failed === 0 ? 0 : 1;
}
