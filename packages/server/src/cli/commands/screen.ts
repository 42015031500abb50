// `sekisho screen`: one name against the lists in use. A question: nothing is kept.
import { schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import type { Command } from 'commander';
import type { Parts } from '../../flows/parts.ts';
import { screenSubject } from '../../flows/screen-name.ts';
import { exitCodes, paint } from '../answer.ts';
import { numberBetween, subjectFrom, type SubjectOptions } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { entityLines, hitNote, legalStatusLines } from './decision-text.ts';

interface ScreenOptions extends SubjectOptions {
  readonly limit: string;
  readonly minScore?: string;
}

export function screenCommand(program: Command, cli: Cli): void {
  program
    .command('screen')
    .argument('<name>', 'in any script')
    .description('compare one name with the lists in use: exit 0 no hit, 10 hits; the question is not kept')
    .option('--schema <schema>', `what the name is of: ${schemata.join(', ')}`, 'LegalEntity')
    .option('--country <code...>', 'countries it is connected with (ISO 3166-1 alpha-2)')
    .option('--birth-date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--id <type:value...>', `identifiers: ${identifierTypes.slice(0, 8).join(', ')}, …`)
    .option('--limit <count>', 'the most hits to show', '10')
    .option('--min-score <score>', 'the least score of a hit, 0 to 1 (default: the lowest of the policies)')
    .action(async (name: string, options: ScreenOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const settings = {
          limit: numberBetween('--limit', options.limit, 1, 1000),
          minScore:
            options.minScore === undefined
              ? lowestThreshold(parts)
              : numberBetween('--min-score', options.minScore, 0, 1),
        };
        const { hits, editions, cutOff, isUnreadable } = await screenSubject(
          subjectFrom(name, options),
          settings,
          parts,
        );
        const lists = editions.map(({ edition, confirmedCurrentOn }) => ({
          source: edition.source,
          editionId: edition.id,
          confirmedCurrentOn,
        }));
        return {
          json: { hits, lists, minScore: settings.minScore, isUnreadable, ...(cutOff !== undefined && { cutOff }) },
          text: [
            hits.length === 0
              ? `no hit for “${name}”`
              : `${String(hits.length)} hit${hits.length === 1 ? '' : 's'} for “${name}”`,
            ...hits.flatMap((hit) => [
              `  ${paint('bold', hit.score.toFixed(2))}  ${hit.listedName}  (${hit.entity.id}, ${hit.entity.schema})` +
                hitNote(hit),
              `        ${hit.contributions.map(({ factor, points }) => `${factor} ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`).join('  ')}`,
              ...entityLines(hit.entity),
              ...legalStatusLines(hit.entity, cli),
            ]),
            ...(cutOff === undefined ? [] : [paint('yellow', cutOff)]),
            `in ${lists.map(({ source, confirmedCurrentOn }) => `${source} (current on ${confirmedCurrentOn})`).join(', ')}`,
          ].join('\n'),
          exitCode: hits.length === 0 && !isUnreadable ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}

/** What vetting would show under the most watchful policy. */
function lowestThreshold({ policies, reference }: Parts): number {
  return Math.min(reference.names.weights.hitScore, ...[...policies.values()].map(({ policy }) => policy.minScore));
}
