// `sekisho replay`: a stored decision computed again from its evidence and policy.
import type { Command } from 'commander';
import { replayDecision } from '../../flows/replay-decision.ts';
import { exitCodes } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

export function replayCommand(program: Command, cli: Cli): void {
  program
    .command('replay')
    .argument('<decision>', '<application id>/<number>')
    .description('compute a stored decision again and compare it byte for byte; exit 1 when it differs')
    .action(async (decisionId: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const replay = await replayDecision(decisionId, parts);
        const { then, now } = replay.engineVersion;
        return {
          json: { ...replay },
          text: replay.same
            ? `${decisionId}: the same, ${String(replay.sealed.length)} characters (engine ${then}, replayed by ${now})`
            : `${decisionId}: DIFFERS from what was sealed (engine ${then}, replayed by ${now}); --json shows both`,
          exitCode: replay.same ? exitCodes.ok : exitCodes.failed,
        };
      });
    });
}
