// `sekisho signals list`: the front-company and diversion indicators that are computed, and what each needs.
import type { Command } from 'commander';
import { openReference } from '../../open-parts.ts';
import { paint } from '../answer.ts';
import { runCommand, type Cli } from '../run.ts';

export function signalsCommand(program: Command, cli: Cli): void {
  program
    .command('signals')
    .description('front-company and diversion indicators')
    .command('list')
    .description(
      'every indicator with its family, severity, what it needs, whom it meets without reason, and its source',
    )
    .action(async (_options: object, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const signals = [...(await openReference(settings)).signals.definitions.values()];
        return {
          json: { signals },
          text: signals
            .map(({ id, family, computes, severity, needs, asked, falsePositives, source }) =>
              [
                `${paint('bold', id)}  ${family}  ${computes}`,
                `      severity: ${Object.entries(severity)
                  .map(([seen, grade]) => `${grade} ${seen}`)
                  .join(', ')}`,
                `      needs: ${needs.join(', ')}`,
                ...(asked ? [`      asked: ${asked.question}`] : []),
                `      false positives: ${falsePositives}`,
                `      source: ${source}`,
              ].join('\n'),
            )
            .join('\n'),
        };
      });
    });
}
