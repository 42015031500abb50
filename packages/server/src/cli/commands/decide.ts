// `sekisho decide`: a person's word on a case; `sekisho confirm-decision` and `reject-decision`: a second person's.
import { caseStates } from '@sekisho/engine/model/decision.ts';
import type { Command } from 'commander';
import { confirmProposal, decideCase, rejectProposal, type DecidedCase } from '../../flows/decide-case.ts';
import type { Answer } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

interface WordOptions {
  readonly by: string;
  readonly reason: string;
}

export function decideCommand(program: Command, cli: Cli): void {
  program
    .command('decide')
    .argument('<case>', "the application's id")
    .description('decide a case, or propose it to a second person where two are needed; it stands in the record')
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--outcome <state>', caseStates.join(', '))
    .requiredOption('--reason <text>', 'why, in words that still mean something in five years')
    .option('--code <word>', 'the same as a word that can be counted (data/reason-codes.yml)')
    .action(async (caseId: string, options: WordOptions & { outcome: string; code?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const decided = await decideCase(caseId, options, parts);
        const { proposal } = decided;
        return answerOf(
          decided,
          proposal
            ? `${caseId}: ${proposal.state} proposed by ${proposal.by}; the case is in ${decided.case.state} until another person agrees\n` +
                `  next: sekisho confirm-decision ${caseId} --by NAME --reason TEXT`
            : `${caseId}: ${decided.case.state}, decided by ${options.by.trim()}`,
        );
      });
    });
  for (const [name, says, settle, told] of [
    ['confirm-decision', 'agree, as a second person, with what was proposed', confirmProposal, 'confirmed'],
    ['reject-decision', 'turn down what was proposed to a second person', rejectProposal, 'proposal rejected'],
  ] as const)
    program
      .command(name)
      .argument('<case>', "the application's id")
      .description(says)
      .requiredOption('--by <name>', 'who says so')
      .requiredOption('--reason <text>', 'why')
      .action(async (caseId: string, options: WordOptions, command: Command) => {
        await runWithParts(command, cli, async (parts) => {
          const decided = await settle(caseId, options, parts);
          return answerOf(decided, `${caseId}: ${decided.case.state}, ${told} by ${options.by.trim()}`);
        });
      });
}

function answerOf({ case: known, proposal }: DecidedCase, text: string): Answer {
  return { json: { case: known, ...(proposal && { proposal }) }, text };
}
