// `sekisho screen`: one name, or a table of them, against the lists in use. A question: nothing of it is kept.
import { schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { lowestThreshold } from '../../flows/lowest-threshold.ts';
import type { Parts } from '../../flows/parts.ts';
import { noteEntriesView } from '../../flows/note-view.ts';
import { screenHistory, type HistoryScreening } from '../../flows/screen-history.ts';
import { screenSubject, type Screening } from '../../flows/screen-name.ts';
import { asksForCrimes, screenedEntities, withheldFromScreening } from '../../flows/withheld.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { filterLines, filterOptions, filtersFrom, type FilterOptions } from '../filter-options.ts';
import { numberBetween, subjectFrom, WHO_LOOKS, type SubjectOptions } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { listsIn, listsLine } from './lists-in-use.ts';
import { batchOptions, screenTable, type BatchOptions } from './screen-batch.ts';
import { delistedNote, entityLines, hitNote, legalStatusLines, withheldLines } from './decision-text.ts';

interface ScreenOptions extends SubjectOptions, FilterOptions, BatchOptions {
  readonly limit: string;
  readonly minScore?: string;
  readonly history?: boolean;
  readonly viewFor?: string;
  readonly by?: string;
}

export function screenCommand(program: Command, cli: Cli): void {
  const screen = program
    .command('screen')
    .argument('[name]', 'in any script')
    .description('compare one name, or a table of them, with the lists in use: exit 0 no hit, 10 hits; nothing is kept')
    .option(
      '--schema <schema>',
      `what the name is of: ${schemata.join(', ')} (of a table: for rows that say none)`,
      'LegalEntity',
    )
    .option('--country <code...>', 'countries it is connected with (ISO 3166-1 alpha-2)')
    .option('--birth-date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--id <type:value...>', `identifiers: ${identifierTypes.slice(0, 8).join(', ')}, …`)
    .option('--limit <count>', 'the most hits to show', '10')
    .option('--history', 'search too what the lists had and have no more: for information, no hit of a vetting')
    .option('--view-for <reason>', 'tell what lists say of crimes too: who sees it, and what for, is sealed')
    .option('--by <name>', WHO_LOOKS)
    .option('--min-score <score>', 'the least score of a hit, 0 to 1 (default: the lowest of the policies)');
  batchOptions(filterOptions(screen)).action(
    async (name: string | undefined, options: ScreenOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const minScore =
          options.minScore === undefined
            ? lowestThreshold(parts)
            : numberBetween('--min-score', options.minScore, 0, 1);
        if (options.batch !== undefined) {
          const given = ['limit', 'country', 'birthDate', 'id', 'history', 'viewFor', 'by'].find(
            (key) => command.getOptionValueSource(key) === 'cli',
          );
          if (name !== undefined || given !== undefined)
            throw new Problem('command.usage', {
              reason:
                given === 'history' || given === 'viewFor' || given === 'by'
                  ? '--history, --view-for and --by are for one name, not for --batch'
                  : 'with --batch, names and what is known of them stand in the table',
            });
          const isSaid = command.getOptionValueSource('schema') === 'cli';
          return screenTable(options, isSaid ? options.schema : undefined, minScore, parts, settings, cli);
        }
        if (name === undefined)
          throw new Problem('command.usage', { reason: 'give a name, or --batch <file> --out <file>' });
        return screenOne(name, { by: settings.userName, ...options }, minScore, parts, cli);
      });
    },
  );
}

async function screenOne(
  name: string,
  options: ScreenOptions & { readonly by: string },
  minScore: number,
  parts: Parts,
  cli: Cli,
): Promise<Answer> {
  const filters = filtersFrom(options, parts);
  const limit = numberBetween('--limit', options.limit, 1, 1000);
  const settings = { limit, minScore, ...(filters && { filters }) };
  const subject = subjectFrom(name, options);
  const { viewFor, by } = options;
  if (viewFor === undefined && asksForCrimes(filters, parts.reference))
    throw new Problem('command.usage', { reason: 'who is on a list for a crime is told with --view-for <reason>' });
  const found = await screenSubject(subject, settings, parts);
  const screened = { ...found, ...(options.history && { history: await screenHistory(subject, settings, parts) }) };
  if (viewFor !== undefined) await noteEntriesView({ by, reason: viewFor }, screenedEntities(screened), parts);
  const shown =
    viewFor === undefined ? withheldFromScreening(screened, parts.reference) : { ...screened, withheld: [] };
  const { hits, parties, editions, cutOff, isUnreadable, history, withheld } = shown;
  const told = { withheld, ...(0 < withheld.length && { toldBy: 'sekisho screen NAME --view-for REASON --by NAME' }) };
  const lists = listsIn(editions);
  return {
    json: {
      hits,
      parties: parties.map(partyIds),
      ...(history && { history }),
      lists,
      minScore,
      ...(filters && { filters }),
      isUnreadable,
      ...told,
      ...(cutOff !== undefined && { cutOff }),
    },
    text: [
      hits.length === 0
        ? `no hit for “${name}”`
        : `${String(hits.length)} hit${hits.length === 1 ? '' : 's'} for “${name}”` +
          (parties.length < hits.length
            ? `, entries of ${String(parties.length)} part${parties.length === 1 ? 'y' : 'ies'}`
            : ''),
      ...hits.flatMap((hit) => hitLines(hit, parties, cli)),
      ...(cutOff === undefined ? [] : [paint('yellow', cutOff)]),
      ...(history ? historyLines(history, cli) : []),
      ...withheldLines(told),
      ...filterLines(filters),
      listsLine(lists),
    ].join('\n'),
    exitCode: hits.length === 0 && !isUnreadable ? exitCodes.ok : exitCodes.review,
  };
}

/** The entries of a party by id: what each says stands in the hits, or in `entities show`. */
function partyIds({ entries, because }: MergedEntity): object {
  return { entries: entries.map(({ entity, editionId }) => ({ id: entity.id, editionId })), because };
}

function samePartyLines(entityId: string, parties: readonly MergedEntity[]): readonly string[] {
  const party = parties.find(({ entries }) => entries.some(({ entity }) => entity.id === entityId));
  const others = party?.entries.map(({ entity }) => entity.id).filter((id) => id !== entityId) ?? [];
  return others.length === 0 ? [] : [`        the same party: ${others.join(', ')}`];
}

function hitLines(hit: Screening['hits'][number], parties: readonly MergedEntity[], cli: Cli): string[] {
  const { score, listedName, entity, contributions } = hit;
  return [
    `  ${paint('bold', score.toFixed(2))}  ${listedName}  (${entity.id}, ${entity.schema})${hitNote(hit)}${delistedNote(entity)}`,
    `        ${contributions.map(({ factor, points }) => `${factor} ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`).join('  ')}`,
    ...samePartyLines(entity.id, parties),
    ...entityLines(entity),
    ...legalStatusLines(entity, cli),
  ];
}

function historyLines({ hits, cutOff }: HistoryScreening, cli: Cli): string[] {
  return [
    paint(
      'bold',
      hits.length === 0 ? 'nothing like it was listed before' : 'Listed before, and no more (for information)',
    ),
    ...hits.flatMap((hit) => hitLines(hit, [], cli)),
    ...(cutOff === undefined ? [] : [paint('yellow', cutOff)]),
  ];
}
