// `sekisho lists show|history|diff|update`: the editions of a source, what became of an entry, what changed between two editions.
import type { Command } from 'commander';
import { diffEditions } from '../../flows/diff-editions.ts';
import { entryHistory } from '../../flows/entry-history.ts';
import { editionMeant, importedEditions } from '../../flows/list-editions.ts';
import type { Parts } from '../../flows/parts.ts';
import type { Answer } from '../answer.ts';
import { numberBetween } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { updateListsCommand } from './update-lists.ts';
import { diffLines, editionLines, entryLines, sourceLines } from './lists-text.ts';

/** Entries of each kind that `lists diff` names unless it is told otherwise. */
const SHOWN_ENTRIES = '20';
const MOST_ENTRIES = 1_000_000;

export function listsCommand(program: Command, cli: Cli): void {
  const lists = program
    .command('lists')
    .description('the editions of lists: which there are, what changed between them');
  updateListsCommand(lists, cli);
  lists
    .command('show')
    .argument('<source-id>')
    .description('every edition of a source, oldest first, with the id that names it')
    .action((source: string, _options: object, command: Command) =>
      runWithParts(command, cli, async (parts) => {
        const editions = await importedEditions(source, parts);
        return {
          json: { source, editions },
          text: [...sourceLines(source, parts, cli), ...editionLines(editions, { reasons: false })].join('\n'),
        };
      }),
    );
  lists
    .command('history')
    .argument('<source-id>')
    .argument('[entity-id]', 'with or without the source before it')
    .description('who imported each edition and why it was taken; of an entity: when it was listed, changed, delisted')
    .action((source: string, entity: string | undefined, _options: object, command: Command) =>
      runWithParts(command, cli, (parts) =>
        entity === undefined ? editionHistory(source, parts, cli) : entityHistory(source, entity, parts),
      ),
    );
  lists
    .command('diff')
    .argument('<source-id>')
    .argument('<from>', 'an edition: the day of its publication, or the beginning of its id')
    .argument('<to>', 'another')
    .option('--limit <count>', 'the most entries to name of those added, changed and removed each', SHOWN_ENTRIES)
    .description('what was added, changed (field by field) and removed from one edition to another')
    .action((source: string, from: string, to: string, { limit }: { limit: string }, command: Command) =>
      runWithParts(command, cli, async (parts) => {
        const most = Math.floor(numberBetween('--limit', limit, 0, MOST_ENTRIES));
        const editions = {
          from: await editionMeant(source, from, parts),
          to: await editionMeant(source, to, parts),
        };
        const diff = await diffEditions(editions, most, parts);
        return { json: { ...diff }, text: diffLines(diff).join('\n') };
      }),
    );
}

async function editionHistory(source: string, parts: Parts, cli: Cli): Promise<Answer> {
  const editions = await importedEditions(source, parts);
  return {
    json: { source, editions },
    text: [...sourceLines(source, parts, cli), ...editionLines(editions, { reasons: true })].join('\n'),
  };
}

async function entityHistory(source: string, entity: string, parts: Parts): Promise<Answer> {
  const history = await entryHistory(source, entity, parts);
  return { json: { ...history }, text: entryLines(history).join('\n') };
}
