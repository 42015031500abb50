// `sekisho register prune`: the files of old editions of registers, how much room they take, and, when told to, gone.
import type { Command } from 'commander';
import { prunableRegisters, pruneRegisters, type RegisterFile } from '../../flows/prune-registers.ts';
import { exitCodes, table } from '../answer.ts';
import { numberBetween } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

interface PruneOptions {
  readonly keep: string;
  readonly register?: readonly string[];
  readonly delete?: boolean;
  readonly by?: string;
}

export function pruneCommand(register: Command, cli: Cli): void {
  register
    .command('prune')
    .description(
      'the files of old editions that nothing asks any more, and how much room they take; without --delete nothing is done',
    )
    .option('--keep <count>', 'editions of each register that stay beside the one in use', '2')
    .option('--register <id...>', 'these registers alone')
    .option('--delete', 'delete them; the record says which, and by whom')
    .option('--by <name>', 'who says so (default: the user of the machine)')
    .action(async (options: PruneOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const request = {
          registers: options.register ?? [],
          keep: numberBetween('--keep', options.keep, 0, MOST_KEPT),
        };
        const isDeleted = options.delete === true;
        const files = isDeleted
          ? await pruneRegisters({ ...request, by: options.by ?? settings.userName }, parts)
          : await prunableRegisters(request, parts);
        const going = files.filter(({ keptFor }) => keptFor === undefined);
        return {
          json: { deleted: isDeleted, files },
          text: [...(0 < files.length ? [linesOf(files, isDeleted)] : []), sumOf(going, isDeleted)].join('\n'),
          exitCode: exitCodes.ok,
        };
      });
    });
}

const MOST_KEPT = 10_000;

const whyKept = { 'in-use': 'in use', 'look-back': 'a look-back is owed', asked: 'stays' } as const;

function linesOf(files: readonly RegisterFile[], isDeleted: boolean): string {
  return table(
    files.map(({ register, publishedOn, editionId, bytes, keptFor }) => [
      register,
      publishedOn,
      editionId.slice(0, 12),
      megabytes(bytes),
      keptFor === undefined ? (isDeleted ? 'deleted' : 'would go') : whyKept[keptFor],
    ]),
  );
}

function sumOf(going: readonly RegisterFile[], isDeleted: boolean): string {
  if (going.length === 0) return 'nothing to delete';
  const count = `${String(going.length)} file${going.length === 1 ? '' : 's'}`;
  const room = megabytes(going.reduce((sum, { bytes }) => sum + bytes, 0));
  return isDeleted
    ? `${count} deleted, ${room}. Decisions that rested on them are replayed from their evidence.`
    : `${count}, ${room}, would go: once more with --delete. Decisions that rested on them are replayed from their evidence.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
