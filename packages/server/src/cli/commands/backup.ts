// `sekisho backup`: a copy of a data folder that may be in use. `sekisho restore`: a data folder made of it and proven.
import path from 'node:path';
import type { Command } from 'commander';
import { makeBackup } from '../../flows/backup/make-backup.ts';
import { placeBackup, proveRestored } from '../../flows/backup/restore-backup.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { recordPlaces, runCommand, runWithParts, withParts, type Cli } from '../run.ts';

export function backupCommands(program: Command, cli: Cli): void {
  program
    .command('backup')
    .argument('<folder>', 'a new folder, outside of the data folder')
    .description('copy database, editions, registers, documents and policies, also while the product is at work')
    .action(async (folder: string, _: unknown, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const target = path.resolve(folder);
        const manifest = await makeBackup(target, parts, recordPlaces(settings));
        const { files, database, head } = manifest;
        return {
          json: { folder: target, ...manifest },
          text: [
            `${paint('green', 'backed up')}  ${String(files.length)} files to ${target}, the record up to entry ${String(head.sequence)}`,
            ...(database === 'apart'
              ? [paint('yellow', '  the database is PostgreSQL: back it up with pg_dump, before this')]
              : []),
            `  keys are no part of it: keep ${settings.keysPath} apart; without it webhooks and second factors are set anew`,
          ].join('\n'),
        };
      });
    });
  program
    .command('restore')
    .argument('<backup>', 'the folder of a backup')
    .description('make the data folder (--data, which is not there yet) of a backup, and prove it')
    .action(async (backup: string, _: unknown, command: Command) => {
      await runCommand(command, cli, async (settings): Promise<Answer> => {
        const manifest = await placeBackup(path.resolve(backup), settings.folderPath, {});
        return withParts(settings, cli, { makesFolder: false }, async (parts) => {
          const { report, differences } = await proveRestored(manifest, parts, recordPlaces(settings));
          const isSound = report.state !== 'broken' && differences.length === 0;
          return {
            json: { folder: settings.folderPath, report, differences },
            text: [
              isSound
                ? `${paint('green', 'restored')}  ${settings.folderPath}, ${String(report.entries)} entries of the record: ${report.state}`
                : `${paint('red', 'restored, and not sound')}  ${settings.folderPath}: ${report.state} (sekisho record verify)`,
              ...differences.map((difference) => `  ${difference}`),
            ].join('\n'),
            exitCode: isSound ? exitCodes.ok : exitCodes.failed,
          };
        });
      });
    });
}
