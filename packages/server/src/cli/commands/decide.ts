// `sekisho decide`: a person's word on a case.
import { caseStates } from '@sekisho/engine/model/decision.ts';
import type { Command } from 'commander';
import { decideCase } from '../../flows/decide-case.ts';
import { runWithParts, type Cli } from '../run.ts';

export function decideCommand(program: Command, cli: Cli): void {
  program
    .command('decide')
    .argument('<case>', "the application's id")
    .description('decide a case; every decision has a name and a reason, and stands in the record')
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--outcome <state>', caseStates.join(', '))
    .requiredOption('--reason <text>', 'why, in words that still mean something in five years')
    .action(async (caseId: string, options: { by: string; outcome: string; reason: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const decided = await decideCase(caseId, options, parts);
        return { json: { case: decided }, text: `${caseId}: ${decided.state}, decided by ${options.by.trim()}` };
      });
    });
}
