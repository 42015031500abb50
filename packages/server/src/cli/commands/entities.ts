// `sekisho entities`: a listed party as all lists have it; two entries joined or split by a person, on the record.
import { mergedValues, type MergedValue } from '@sekisho/engine/merge/merged-values.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { Command } from 'commander';
import { judgeEntities, showEntity, type MergedAnswer } from '../../flows/merge-entities.ts';
import { noteEntriesView } from '../../flows/note-view.ts';
import { plainEntity, protectedEntities, type Withheld } from '../../flows/withheld.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { WHO_LOOKS } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { withheldLines } from './decision-text.ts';
import { listsIn, listsLine } from './lists-in-use.ts';

interface ShowOptions {
  readonly viewFor?: string;
  readonly by?: string;
}

interface JudgementOptions {
  readonly reason: string;
  readonly by?: string;
}

export function entitiesCommand(program: Command, cli: Cli): void {
  const entities = program.command('entities').description('listed parties, as all lists in use have them');
  entities
    .command('show')
    .argument('<entity-id>', 'as hits name it: un-sc:6908001')
    .description('every value of a listed party with the lists that have it, and why its entries are taken for one')
    .option('--view-for <reason>', 'tell what lists say of crimes too: who sees it, and what for, is sealed')
    .option('--by <name>', WHO_LOOKS)
    .action(async (id: string, { viewFor, by }: ShowOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const shown = await showEntity(id, parts);
        if (viewFor === undefined) return answerOf(withheldFromParty(shown, parts.reference));
        const entities = shown.merged.entries.map(({ entity }) => entity);
        await noteEntriesView({ by: by ?? settings.userName, reason: viewFor }, entities, parts);
        return answerOf({ ...shown, withheld: [] });
      });
    });
  for (const [verdict, says] of [
    ['join', 'say that two entries are one party'],
    ['split', 'say that two entries are two parties'],
  ] as const)
    entities
      .command(verdict)
      .argument('<entity-id>')
      .argument('<other-id>')
      .description(`${says}, on the record; the last word on a pair stands`)
      .requiredOption('--reason <text>', 'why')
      .option('--by <name>', 'who says so (default: the user of the machine)')
      .action(async (one: string, other: string, { reason, by }: JudgementOptions, command: Command) => {
        await runWithParts(command, cli, async (parts, settings) => {
          const judged = await judgeEntities({ one, other, verdict, reason, by: by ?? settings.userName }, parts);
          return answerOf(withheldFromParty(judged, parts.reference));
        });
      });
}

function withheldFromParty(answer: MergedAnswer, reference: Reference): MergedAnswer & Withheld {
  const entries = answer.merged.entries;
  const withheld = protectedEntities(
    entries.map(({ entity }) => entity),
    reference,
  ).map(({ id }) => id);
  const plain = entries.map((entry) => ({ ...entry, entity: plainEntity(entry.entity, reference) }));
  const toldBy = 'sekisho entities show ID --view-for REASON --by NAME';
  return { ...answer, merged: { ...answer.merged, entries: plain }, withheld, ...(0 < withheld.length && { toldBy }) };
}

function answerOf({ merged, editions, judgements, ...told }: MergedAnswer & Withheld): Answer {
  const values = mergedValues(merged);
  const lists = listsIn(editions);
  const { entries, because } = merged;
  return {
    json: { ...merged, values, judgements, lists, ...told },
    text: [
      `${paint('bold', entries[0]?.entity.names[0]?.text ?? '')}  ${entries.length === 1 ? 'one entry' : `${String(entries.length)} entries`}`,
      ...entries.map(({ entity }) => `  ${entity.id}  ${entity.schema}  ${entity.sourceUrl ?? ''}`.trimEnd()),
      ...because.map(({ one, other, kind, detail }) => `  one: ${one} = ${other}  (${kind}: ${detail})`),
      ...judgements.map(
        ({ one, other, verdict, reason, by, at }) =>
          `  ${verdict === 'join' ? 'joined' : 'split'}: ${one}, ${other}  (${by}, ${at.slice(0, 10)}: ${reason})`,
      ),
      ...Object.entries(values).flatMap(([field, stated]) => [
        `${field}:`,
        ...stated.map((value) => valueLine(value, entries.length)),
      ]),
      ...withheldLines(told),
      listsLine(lists),
    ].join('\n'),
    exitCode: exitCodes.ok,
  };
}

function valueLine({ text, statedBy }: MergedValue, entries: number): string {
  return entries === 1 ? `  ${text}` : `  ${text}  ${paint('dim', statedBy.join(', '))}`;
}
