// `sekisho record checkpoint|verify|export`: the record signed, proven, handed over.
import path from 'node:path';
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import { InvalidArgumentError, type Command } from 'commander';
import { checkpoint } from '../../flows/checkpoint.ts';
import { accountsAgainstRecord } from '../../flows/hold-accounts.ts';
import { filesAgainstEditions } from '../../flows/hold-files.ts';
import { tablesAgainstRecord } from '../../flows/hold-tables.ts';
import { describeBreak } from '../../record/describe-break.ts';
import type { CheckpointOutcome } from '../../record/checkpointing.ts';
import { exportRecord } from '../../record/export-record.ts';
import { appendReceipts } from '../../record/kept-receipts.ts';
import { openSigningKey, readPublicKeys } from '../../record/signing-key.ts';
import { exitCodeByState, verifyExport, verifyStore, type Outside } from '../../record/verify.ts';
import { openWitness } from '../../record/open-witness.ts';
import { clockOf } from '../../open-parts.ts';
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
          const key = await openSigningKey({ ...recordPlaces(settings), recordId: parts.store.folder.id });
          await appendReceipts(path.resolve(receipts), given, key.publicKey);
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
      'a file of `record export`, verified without the store; default: the record of the data folder',
    )
    .description('prove the record: exit 0 intact and witnessed, 4 intact but unwitnessed, 1 broken, 2 unreadable')
    .option('--witness <place...>', 'folders or URLs that keep checkpoints (default: SEKISHO_WITNESS)')
    .option('--receipts <file>', 'receipts kept elsewhere')
    .option('--key <id...>', 'the only keys to trust (SHA-256 of the public key)', keyIds)
    .action(async (file: string | undefined, options: VerifyOptions, command: Command) => {
      if (file !== undefined)
        return runCommand(command, unreadableAs2(cli), async (settings) =>
          verifyAnswer(await verifyExport(path.resolve(file), outsideOf(options, settings, false)), file),
        );
      return runWithParts(command, unreadableAs2(cli), async (parts, settings) => {
        const { id: recordId } = parts.store.folder;
        const keys = await readPublicKeys({ ...recordPlaces(settings), recordId });
        const outside = outsideOf(options, settings, true);
        const trusted = outside.trustedKeyIds ?? (keys.size === 0 ? undefined : [...keys.keys()]);
        const report = await verifyStore(parts.store, keys, { ...outside, ...(trusted && { trustedKeyIds: trusted }) });
        // a broken record is nothing to hold tables and files against
        const differences =
          report.state === 'broken'
            ? []
            : [
                ...(await tablesAgainstRecord(parts.store)),
                ...(await accountsAgainstRecord(parts.store)),
                ...(await filesAgainstEditions(parts)),
              ];
        return verifyAnswer(report, recordId, differences);
      });
    });
  record
    .command('export')
    .description('write the whole record, with signatures and receipts, to one file that can be verified anywhere')
    .requiredOption('--out <file>', 'a new file; it holds personal data, and only its owner can read it')
    .action(async ({ out }: { out: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const publicKeys = await readPublicKeys({ ...recordPlaces(settings), recordId: parts.store.folder.id });
        const exportedAt = parts.clock();
        const summary = await exportRecord(parts.store, { file: path.resolve(out), publicKeys, exportedAt });
        await parts.store.write((writer) => writer.seal('record-exported', summary.sha256, { ...summary }, exportedAt));
        return {
          json: { ...summary },
          text: `${out}: ${String(summary.counts.entries)} entries, ${String(summary.counts.checkpoints)} checkpoints, SHA-256 ${summary.sha256}`,
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

function verifyAnswer(report: VerificationReport, subject: string, differences: readonly string[] = []): Answer {
  const { state, entries, erased, firstBroken, vouchedUpTo, witnessedUpTo, simulation } = report;
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
      `  ${String(entries)} entries${erased === 0 ? '' : `, ${String(erased)} of them erased`}${simulation ? ', written in a simulation' : ''}`,
      ...(firstBroken ? [`  ${describeBreak(firstBroken)}`] : []),
      reached('signed', vouchedUpTo),
      reached('witnessed', witnessedUpTo),
      ...differences.map((difference) => `  ${paint('red', 'altered beside the record')} ${difference}`),
    ].join('\n'),
    exitCode: differences.length === 0 ? exitCodeByState[state] : exitCodeByState.broken,
  };
}
