// `sekisho compare`: two names side by side, or a file of such pairs, with the reasons.
import { analyseSubject, compareEntities } from '@sekisho/engine/match/compare-entities.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { openReference } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { paint, table, type Answer } from '../answer.ts';
import { subjectFrom } from '../options.ts';
import { runCommand, type Cli } from '../run.ts';
import { comparePairFiles } from './compare-files.ts';
import { pairReason } from '../../flows/pair-reason.ts';

interface CompareOptions {
  readonly schema?: string;
  readonly pairs?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export function compareCommand(program: Command, cli: Cli): void {
  program
    .command('compare')
    .argument('[a]', 'a name, in any script')
    .argument('[b]', 'another')
    .description('compare two names, or the pairs of a file, and say why they are alike or not')
    .option('--schema <schema>', 'what both are names of (two names: LegalEntity; a file: for rows that say none)')
    .option(
      '--pairs <file>',
      'a CSV file with the columns schema, name1, name2, is_match where it is known, and any other',
    )
    .option('--out <file>', 'where its rows go, with the columns score, match and reason added')
    .option('--force', 'write over the file that --out names')
    .action(async (a: string | undefined, b: string | undefined, options: CompareOptions, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const { pairs, out, force = false, schema } = options;
        if (pairs === undefined && out === undefined && !force && a !== undefined && b !== undefined)
          return compareTwo(a, b, schema, settings, cli);
        if (pairs !== undefined && out !== undefined && a === undefined)
          return comparePairFiles({ from: pairs, to: out, replaces: force }, schema, settings, cli);
        throw new Problem('command.usage', { reason: 'give two names, or --pairs <file> and --out <file>' });
      });
    });
}

async function compareTwo(
  a: string,
  b: string,
  schema: string | undefined,
  settings: Settings,
  cli: Cli,
): Promise<Answer> {
  const { names } = await openReference(settings);
  const analysed = (name: string) => analyseSubject(subjectFrom(name, { schema: schema ?? 'LegalEntity' }), names);
  const comparison = compareEntities(analysed(a), analysed(b), names);
  const isHit = names.weights.hitScore <= comparison.score;
  const rows = comparison.pairs.map((pair) => [`  ${pairReason(pair, cli.say)}`, pair.similarity.toFixed(2)]);
  return {
    json: { ...comparison, hitScore: names.weights.hitScore, isHit },
    text: [
      `${paint('bold', comparison.score.toFixed(3))}  ${isHit ? 'would be a hit' : 'would not be a hit'} from ${String(names.weights.hitScore)} on; policies have a threshold of their own`,
      table(rows),
      ...comparison.contributions.map(
        ({ factor, points, detail }) =>
          `  ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)} ${factor}${detail === undefined ? '' : `: ${detail}`}`,
      ),
      ...(comparison.nameOnly ? ['  name only: nothing else could be compared'] : []),
    ].join('\n'),
  };
}
