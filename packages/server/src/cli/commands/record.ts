// `sekisho record checkpoint|verify|rotate-key|export|export-case`: the record signed, proven, handed over.
import path from 'node:path';
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import { InvalidArgumentError, type Command } from 'commander';
import type { CaseWord } from '../../flows/case-word.ts';
import { checkpoint } from '../../flows/checkpoint.ts';
import { exportCase } from '../../flows/export-case.ts';
import { exportWholeRecord } from '../../flows/export-whole-record.ts';
import { proveFolder } from '../../flows/prove-folder.ts';
import { isBundle, verifyBundle, type BundleReport } from '../../flows/verify-bundle.ts';
import { describeBreak } from '../../record/describe-break.ts';
import type { CheckpointOutcome } from '../../record/checkpointing.ts';
import { appendReceipts } from '../../record/kept-receipts.ts';
import { readPublicKeys, type KeyPlace } from '../../record/signing-key.ts';
import { exitCodeByState, verifyExport, type Outside } from '../../record/verify.ts';
import { openWitness } from '../../record/open-witness.ts';
import { rotateKey } from '../../flows/rotate-key.ts';
import { clockOf, type OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { recordPlaces, runCommand, runWithParts, type Cli } from '../run.ts';

interface VerifyOptions {
  readonly witness?: string[];
  readonly receipts?: string;
  readonly key?: string[];
}

export function recordCommand(program: Command, cli: Cli): void {
  const record = program.command('record').description('the tamper-evident record of all that happened');
  record
    .command('checkpoint')
    .description('sign the end of the record and give the signature to the witnesses (SEKISHO_WITNESS)')
    .option('--receipts <file>', "append the witnesses' receipts to a file kept elsewhere")
    .action(async ({ receipts }: { receipts?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const outcome = await checkpoint(parts, recordPlaces(settings));
        const given = outcome.witnesses.flatMap((witness) => witness.receipts);
        if (receipts !== undefined) {
          const keys = await readPublicKeys(keyPlace(parts, settings));
          await appendReceipts(path.resolve(receipts), given, keys);
        }
        const failed = outcome.witnesses.some(({ problem }) => problem !== undefined);
        return {
          json: {
            ...outcome,
            witnesses: outcome.witnesses.map((witness) => ({ ...witness, problem: witness.problem?.code })),
          },
          text: checkpointLines(outcome, cli).join('\n'),
          exitCode: failed ? exitCodes.failed : exitCodes.ok,
        };
      });
    });
  record
    .command('verify')
    .argument(
      '[export]',
      'a file of `record export` or `record export-case`, verified with nothing beside it; default: the record of the data folder',
    )
    .description('prove the record: exit 0 intact and witnessed, 4 intact but unwitnessed, 1 broken, 2 unreadable')
    .option('--witness <place...>', 'folders or URLs that keep checkpoints (default: SEKISHO_WITNESS)')
    .option('--receipts <file>', 'receipts kept elsewhere')
    .option('--key <id...>', 'the only keys to trust (SHA-256 of the public key)', keyIds)
    .action(async (file: string | undefined, options: VerifyOptions, command: Command) => {
      if (file !== undefined)
        return runCommand(command, unreadableAs2(cli), async (settings) => {
          const place = path.resolve(file);
          const outside = outsideOf(options, settings, false);
          if (await isBundle(place)) return bundleAnswer(await verifyBundle(place, outside), file);
          return verifyAnswer(await verifyExport(place, outside), file);
        });
      return runWithParts(command, unreadableAs2(cli), async (parts, settings) => {
        const outside = outsideOf(options, settings, true);
        const { report, differences } = await proveFolder(parts, recordPlaces(settings), outside);
        return verifyAnswer(report, parts.store.folder.id, differences);
      });
    });
  rotateKeyCommand(record, cli);
  exportCaseCommand(record, cli);
  record
    .command('export')
    .description('write the whole record, with signatures and receipts, to one file that can be verified anywhere')
    .requiredOption('--out <file>', 'a new file; it holds personal data, and only its owner can read it')
    .action(async ({ out }: { out: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const summary = await exportWholeRecord(path.resolve(out), undefined, parts, recordPlaces(settings));
        return {
          json: { ...summary },
          text: `${out}: ${String(summary.counts.entries)} entries, ${String(summary.counts.checkpoints)} checkpoints, SHA-256 ${summary.sha256}`,
        };
      });
    });
}

/** Where the keys of this record are. */
function keyPlace({ store }: OpenParts, settings: Settings): KeyPlace {
  return { ...recordPlaces(settings), recordId: store.folder.id };
}

function exportCaseCommand(record: Command, cli: Cli): void {
  record
    .command('export-case')
    .argument('<application-id>')
    .description('write one case with all that proves it to one file: for an auditor, a court, an authority')
    .requiredOption('--out <file>', 'a new zip file; it holds personal data, and only its owner can read it')
    .requiredOption('--by <name>', 'who takes it out')
    .requiredOption('--reason <text>', 'for whom and what for')
    .action(async (caseId: string, { out, ...word }: CaseWord & { out: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const request = { ...word, file: path.resolve(out) };
        const exported = await exportCase(caseId, request, parts, recordPlaces(settings));
        const { entries, documents, sha256 } = exported;
        return {
          json: { ...exported },
          text:
            `${out}: ${String(entries.open)} entries of ${caseId}${erasedWords(entries.erased)} in a chain from entry ${String(entries.first)} ` +
            `to ${String(entries.last)}, ${String(documents)} documents, SHA-256 ${sha256}\n  check it anywhere: sekisho record verify ${out}`,
        };
      });
    });
}

const erasedWords = (erased: number) => (erased === 0 ? '' : `, and ${String(erased)} that are erased,`);

function bundleAnswer({ caseId, exportedAt, open, erased, report, differences }: BundleReport, file: string): Answer {
  const { text, json, exitCode } = verifyAnswer(report, file, differences, 'of them as seals alone');
  const part = `  of ${caseId} ${String(open)} entries can be read${erasedWords(erased)} all that were written up to ${exportedAt.slice(0, 10)}; others are seals`;
  return {
    json: { ...json, caseId, exportedAt, open, erased },
    text: [text, part].join('\n'),
    ...(exitCode !== undefined && { exitCode }),
  };
}

function rotateKeyCommand(record: Command, cli: Cli): void {
  record
    .command('rotate-key')
    .description('a new key signs from here on: the key before hands over to it, on the record')
    .option(
      '--lost-key',
      'the key before is gone and hands over to nobody: whoever verifies must name the new one (--key)',
    )
    .option('--by <name>', 'of a lost key: who says so')
    .option('--reason <text>', 'of a lost key: what became of it')
    .action(async ({ lostKey, ...word }: { lostKey?: boolean; by?: string; reason?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const rotated = await rotateKey(lostKey === true ? { lost: word } : {}, parts, recordPlaces(settings));
        const { fromKeyId, toKeyId, sequence } = rotated;
        return {
          json: { ...rotated },
          text: [
            `entry ${String(sequence)}: the key ${fromKeyId}${lostKey === true ? ' is lost; in its place' : ' hands over to'}`,
            `  ${toKeyId}`,
            '  keep a backup of the keys folder away from the backups of the data, and tell whoever verifies the key id',
          ].join('\n'),
        };
      });
    });
}

/** What cannot be read, a witness that does not answer among it, is no broken record: 1 says that it is broken. */
function unreadableAs2(cli: Cli): Cli {
  return { ...cli, exitOfProblem: () => exitCodes.badInput };
}

function keyIds(value: string, previous: string[] | undefined): string[] {
  if (!/^[0-9a-f]{64}$/.test(value)) throw new InvalidArgumentError('a key id is 64 hexadecimal digits');
  return [...(previous ?? []), value];
}

function outsideOf({ witness, receipts, key }: VerifyOptions, settings: Settings, ofFolder: boolean): Outside {
  const clock = clockOf(settings);
  const place = { clock, ...(ofFolder && { dataFolder: settings.folderPath }) };
  return {
    witnesses: (witness ?? settings.witnesses).map((name) => openWitness(name, place)),
    ...(receipts !== undefined && { receiptsFile: path.resolve(receipts) }),
    ...(key && { trustedKeyIds: key }),
  };
}

function checkpointLines({ made, witnesses }: CheckpointOutcome, cli: Cli): string[] {
  return [
    made
      ? `entry ${String(made.sequence)} signed with key ${made.keyId.slice(0, 12)}: ${made.hash}`
      : 'the record has not grown since the last checkpoint',
    ...(witnesses.length === 0
      ? [paint('yellow', 'no witness is set (SEKISHO_WITNESS): nobody outside vouches for the record')]
      : []),
    ...witnesses.map(({ witness, receipts, owed, problem }) =>
      problem
        ? `${paint('red', 'owed')} ${witness}: ${String(owed)} checkpoints; ${cli.say(`problem.${problem.code}`, problem.facts)}`
        : `${paint('green', 'witnessed')} by ${witness}: ${String(receipts.length)} new receipts`,
    ),
  ];
}

/** @param closed what an entry is whose payload is not there. */
function verifyAnswer(
  report: VerificationReport,
  subject: string,
  differences: readonly string[] = [],
  closed = 'of them erased',
): Answer {
  const { state, entries, erased, firstBroken, vouchedUpTo, witnessedUpTo, simulation, keyChanges } = report;
  const beyond = entries - (witnessedUpTo?.sequence ?? 0);
  const told = {
    'intact-witnessed':
      beyond <= 0
        ? paint('green', 'intact, and witnessed to its end')
        : `${paint('green', 'intact, and witnessed')} but for its last ${String(beyond)} entries (sekisho record checkpoint)`,
    'intact-unwitnessed': paint('yellow', 'intact, but nobody outside vouches for its end'),
    broken: paint('red', 'BROKEN'),
  } as const satisfies Record<VerificationReport['state'], string>;
  const reached = (name: string, to: VerificationReport['vouchedUpTo']) =>
    `  ${name} up to ${to ? `entry ${String(to.sequence)}, ${to.at}` : 'no entry at all'}`;
  return {
    json: { report, differences },
    text: [
      `${subject}: ${told[state]}`,
      `  ${String(entries)} entries${erased === 0 ? '' : `, ${String(erased)} ${closed}`}${simulation ? ', written in a simulation' : ''}`,
      ...(firstBroken ? [`  ${describeBreak(firstBroken)}`] : []),
      ...keyChanges.map(
        ({ sequence, toKeyId, isSigned }) =>
          `  ${isSigned ? 'the key before hands over' : paint('red', 'a handing over that the key before did not sign')} with entry ${String(sequence)}, to ${toKeyId}`,
      ),
      reached('signed', vouchedUpTo),
      reached('witnessed', witnessedUpTo),
      ...differences.map((difference) => `  ${paint('red', 'altered beside the record')} ${difference}`),
    ].join('\n'),
    exitCode: differences.length === 0 ? exitCodeByState[state] : exitCodeByState.broken,
  };
}
