// `sekisho id check`: what a number can be, whether its check digit is right, and whether a register in use has it.
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { checkNumber } from '../../flows/look-up-company.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

export function idCommand(program: Command, cli: Cli): void {
  program
    .command('id')
    .description('numbers of companies, people and ships')
    .command('check')
    .argument('<value>', 'as somebody wrote it')
    .description('form and check digit of a number, and the company a register has under it: exit 0 right, 10 not')
    .option('--type <type>', `one of ${identifierTypes.join(', ')}; default: all that it can be`)
    .action(async (value: string, { type }: { type?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const known = identifierTypes.find((one) => one === type);
        if (type !== undefined && known === undefined)
          throw new Problem('command.usage', { reason: `--type ${type} is none of ${identifierTypes.join(', ')}` });
        const checks = await checkNumber(value, known, parts);
        const isRight = checks.some(({ state }) => state === 'VALID_UNCONFIRMED' || state === 'CONFIRMED');
        return {
          json: { value, checks },
          text:
            checks.length === 0
              ? `“${value}” has the form of no number we know`
              : table(
                  checks.map(({ identifier, normalised = '', state, fact }) => [
                    paint(state === 'CONFIRMED' ? 'green' : state === 'VALID_UNCONFIRMED' ? 'yellow' : 'red', state),
                    cli.say(`identifier-type.${identifier.type}`, {}),
                    normalised,
                    fact ? `${fact.current.name} (${fact.register})` : '',
                  ]),
                ),
          exitCode: isRight ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}
