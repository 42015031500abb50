// `sekisho compare`: two names side by side, with the reasons.
import { analyseSubject, compareSubjects } from '@sekisho/engine/match/compare-entities.ts';
import type { Command } from 'commander';
import { openReference } from '../../open-parts.ts';
import { paint, table } from '../answer.ts';
import { runCommand, type Cli } from '../run.ts';
import { subjectFrom } from '../options.ts';

export function compareCommand(program: Command, cli: Cli): void {
  program
    .command('compare')
    .argument('<a>', 'a name, in any script')
    .argument('<b>', 'another')
    .description('compare two names and say why they are alike or not')
    .option('--schema <schema>', 'what both are names of', 'LegalEntity')
    .action(async (a: string, b: string, options: { schema: string }, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const { names } = await openReference(settings);
        const analysed = (name: string) => analyseSubject(subjectFrom(name, options), names);
        const comparison = compareSubjects(analysed(a), analysed(b), names);
        const isHit = names.weights.hitScore <= comparison.score;
        const rows = comparison.pairs.map(({ query, listed, similarity, because }) => [
          `  ${query ?? '·'}`,
          listed ?? '·',
          similarity.toFixed(2),
          because,
        ]);
        return {
          json: { ...comparison, hitScore: names.weights.hitScore, isHit },
          text: [
            `${paint('bold', comparison.score.toFixed(3))}  ${isHit ? 'would be a hit' : 'would not be a hit'} from ${String(names.weights.hitScore)} on; policies have a threshold of their own`,
            table(rows),
            ...comparison.contributions.map(
              ({ factor, points, detail }) =>
                `  ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)} ${factor}${detail === undefined ? '' : `: ${detail}`}`,
            ),
          ].join('\n'),
        };
      });
    });
}
