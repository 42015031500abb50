// Arguments as a person types them in, the command they name run.
import { CommanderError } from 'commander';
import { exitCodes } from './answer.ts';
import { buildProgram } from './program.ts';
import type { Cli } from './run.ts';

export async function runArguments(args: readonly string[], cli: Cli): Promise<void> {
  try {
    await buildProgram(cli, runArguments).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    cli.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput);
  }
}
