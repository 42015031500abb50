// Test files in, the result of each of their tests and of each file out: they are run in one process of their own.
import path from 'node:path';
import { run, type EventData } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/** A run in which nothing happens for so long hangs: it is ended, and what was running has failed. */
const MAX_SILENCE_MS = 300_000;

export interface TestResult {
  /** Path below the root. */
  readonly file: string;
  /** Where it is written: it may be in cases that files share. */
  readonly place: string;
  readonly name: string;
  readonly outcome: 'passed' | 'skipped' | 'failed';
  /** What it threw, or why it was skipped. */
  readonly reason: unknown;
}

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly milliseconds: number;
  readonly failed: boolean;
  /** What failed that is none of its tests. */
  readonly reason?: unknown;
}

export interface Results {
  readonly onTest: (result: TestResult) => void;
  readonly onFile: (result: FileResult) => void;
}

interface RunningFile {
  readonly file: string;
  tests: number;
  passed: number;
  failed: boolean;
}

type Ended = EventData.TestPass | EventData.TestFail;

const entry = fileURLToPath(new URL('together.ts', import.meta.url));

/** @returns what was printed. */
export async function runTogether(files: readonly string[], root: string, results: Results): Promise<string> {
  const running = new Map(
    files.map((file): [string, RunningFile] => [path.join(root, file), { file, tests: 0, passed: 0, failed: false }]),
  );
  /** By number of a test, the file that it is in. */
  const fileOf = new Map<number, RunningFile>();
  let output = '';
  let problem: unknown;
  for await (const { type, data } of events([...running.keys()], root)) {
    if (type === 'test:stdout' || type === 'test:stderr') output += data.message;
    else if (type === 'test:enqueue' && !isTheProcess(data)) {
      const file = data.nesting === 0 ? running.get(data.name) : fileOf.get(data.parentId ?? -1);
      if (file) fileOf.set(data.testId, file);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const file = fileOf.get(data.testId);
      if (isTheProcess(data)) problem = type === 'test:fail' ? problemOfProcess(data) : undefined;
      else if (file && data.nesting === 0) {
        running.delete(data.name);
        endFile(file, data, type === 'test:fail' ? data.details.error : undefined, results);
      } else if (file) noteTest(file, data, type === 'test:fail' ? data.details.error : undefined, root, results);
    }
  }
  for (const file of running.values())
    results.onFile({ ...file, failed: true, milliseconds: 0, reason: problem ?? 'the process ended before it' });
  if (running.size === 0 && problem !== undefined)
    for (const file of files) results.onFile({ file, passed: 0, milliseconds: 0, failed: true, reason: problem });
  return output;
}

function noteTest(
  file: RunningFile,
  test: Ended,
  error: EventData.Error | undefined,
  root: string,
  { onTest }: Results,
): void {
  const isSuite = test.details.type === 'suite';
  if (!isSuite) file.tests += 1;
  const { file: written = '', line } = test;
  const place = `${path.relative(root, written)}${line === undefined ? '' : `:${String(line)}`}`;
  const result = { file: file.file, place, name: test.name };
  if (error) {
    file.failed = true;
    if (failureOf(error) !== 'subtestsFailed') onTest({ ...result, outcome: 'failed', reason: error.cause ?? error });
  } else if (test.todo !== undefined && test.todo !== false) {
    file.failed = true;
    onTest({ ...result, outcome: 'failed', reason: 'a test still to do' });
  } else if (test.skip !== undefined && test.skip !== false) {
    file.tests += 1;
    onTest({ ...result, outcome: 'skipped', reason: typeof test.skip === 'string' ? test.skip : '' });
  } else if (!isSuite) {
    file.passed += 1;
    onTest({ ...result, outcome: 'passed', reason: '' });
  }
}

function endFile(file: RunningFile, test: Ended, error: EventData.Error | undefined, { onFile }: Results): void {
  const milliseconds = test.details.duration_ms;
  const result = { file: file.file, passed: file.passed, milliseconds };
  if (error && failureOf(error) !== 'subtestsFailed') onFile({ ...result, failed: true, reason: error.cause ?? error });
  else if (file.tests === 0 && !file.failed) onFile({ ...result, failed: true, reason: 'the file holds no test' });
  else onFile({ ...result, failed: file.failed || error !== undefined });
}

/** Undefined when only tests have failed, which say it themselves. */
function problemOfProcess(test: EventData.TestFail): unknown {
  const error: EventData.Error & { exitCode?: number } = test.details.error;
  if (failureOf(error) === 'subtestsFailed') return undefined;
  return error.exitCode ? `ended with exit code ${String(error.exitCode)}` : (error.cause ?? error);
}

function failureOf(error: EventData.Error & { failureType?: string }): string | undefined {
  return error.failureType;
}

/** True for the event of the whole process. */
function isTheProcess({ name, file }: { readonly name: string; readonly file?: string | undefined }): boolean {
  return name === entry && file === entry;
}

async function* events(files: readonly string[], root: string): AsyncGenerator<TestEvent> {
  const { SEKISHO_DATA: _ownFolder, ...env } = process.env; // a test never touches the folder of whoever runs it
  const ended = new AbortController();
  const end = () => ended.abort(new Error(`nothing happened for ${String(MAX_SILENCE_MS / 1000)} s`));
  const silence = setTimeout(end, MAX_SILENCE_MS);
  try {
    const stream: AsyncIterable<TestEvent> = run({
      files: [entry],
      argv: [...files],
      cwd: root,
      env,
      signal: ended.signal,
    });
    for await (const event of stream) {
      silence.refresh();
      yield event;
    }
  } finally {
    clearTimeout(silence);
  }
}
