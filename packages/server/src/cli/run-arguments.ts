// Arguments as a person types them in, the command they name run.
import { CommanderError } from 'commander';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { exitCodes } from './answer.ts';
import { buildProgram } from './program.ts';
import { tellProblem, type Cli } from './run.ts';

export async function runArguments(args: readonly string[], cli: Cli): Promise<void> {
  const asJson = args.includes('--json');
  try {
    // with --json what commander says of wrong arguments is told as a problem instead
    await buildProgram(asJson ? { ...cli, err: () => undefined } : cli, cli, runArguments).parseAsync(args, {
      from: 'user',
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return cli.exit(exitCodes.ok);
    const reason = error.message.replace(/^error: /, '');
    if (asJson) tellProblem(new Problem('command.usage', { reason }), asJson, cli);
    cli.exit(exitCodes.badInput);
  }
}
