// `sekisho vet`: an application in, a decision out; the exit code is the outcome.
import { readFile, stat } from 'node:fs/promises';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { Outcome } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { vetApplication } from '../../flows/vet-application.ts';
import { exitCodes } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';
import { decisionLines } from './decision-text.ts';

/** An application is a form, not an archive. */
const MAX_BYTES = 4_000_000;
/** YAML aliases can blow a short text up; a form needs few. */
const MAX_ALIASES = 100;

const exitCodeByOutcome = {
  approve: exitCodes.ok,
  review: exitCodes.review,
  refuse: exitCodes.refuse,
} as const satisfies Record<Outcome, number>;

export function vetCommand(program: Command, cli: Cli): void {
  program
    .command('vet')
    .argument('<application>', 'a JSON or YAML file, or - for standard input')
    .description('vet an application: exit 0 approve, 10 review, 20 refuse (a proposal), 2 bad input')
    .action(async (file: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const vetting = await vetApplication(await readApplicationFile(file), parts);
        const { decision, evidence, decisionId, revision } = vetting;
        return {
          json: { decisionId, revision, case: vetting.case, decision, evidence },
          text: [
            ...decisionLines(decision, evidence, cli),
            `  decision ${decisionId}, case ${vetting.case.state}${1 < revision ? `, revision ${String(revision)}` : ''}`,
          ].join('\n'),
          exitCode: exitCodeByOutcome[decision.outcome],
        };
      });
    });
}

/** @throws Problem `file.not-found`, `file.too-large`, `file.encoding`, `application.unreadable` with line and reason. */
async function readApplicationFile(file: string): Promise<unknown> {
  const text = decode(file === '-' ? await readStandardInput() : await readSmallFile(file), file);
  try {
    return /\.ya?ml$/i.test(file) || (file === '-' && !/^\s*[{[]/.test(text))
      ? parseYaml(text, { maxAliasCount: MAX_ALIASES, uniqueKeys: true })
      : JSON.parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : lineOfJsonError(error, text);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Problem('application.unreadable', { file, line: line ?? 0, reason }, { cause: error });
  }
}

async function readSmallFile(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Problem('file.not-found', { file });
  if (!found.isFile()) throw new Problem('file.unreadable', { file, reason: 'is not a file' });
  if (MAX_BYTES < found.size) throw new Problem('file.too-large', { file, bytes: found.size, most: MAX_BYTES });
  return readFile(file);
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (MAX_BYTES < bytes) throw new Problem('file.too-large', { file: '-', bytes, most: MAX_BYTES });
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('file.encoding', { file, reason: 'is not UTF-8' });
  }
}

function lineOfJsonError(error: unknown, text: string): number | undefined {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}
