// `sekisho replay`: a stored decision computed again from its evidence and policy; beside it, what would be different today.
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import type { Difference } from '../../flows/evidence-differences.ts';
import type { Parts } from '../../flows/parts.ts';
import { noteView } from '../../flows/note-view.ts';
import { replayDecision, type Replay } from '../../flows/replay-decision.ts';
import { replayToday, searchAgain, type TodaysReplay } from '../../flows/replay-today.ts';
import { protectedIn, type Withheld } from '../../flows/withheld.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { WHO_LOOKS } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { withheldLines } from './decision-text.ts';

export function replayCommand(program: Command, cli: Cli): void {
  program
    .command('replay')
    .argument('<decision>', '<application id>/<number>')
    .description('compute a stored decision again and compare it byte for byte; exit 1 when it differs')
    .option('--search-again', 'also search the editions it rested on once more, which may take as long as an import')
    .option(
      '--view-for <reason>',
      'tell both texts also where lists say something of crimes in them: who sees it, and what for, is sealed',
    )
    .option('--by <name>', WHO_LOOKS)
    .action(async (decisionId: string, options: ReplayOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const replay = await replayDecision(decisionId, parts);
        const told = await textsOf(replay, { by: settings.userName, ...options }, parts);
        const again = options.searchAgain === true ? await searchAgain(decisionId, parts) : undefined;
        const today = await todayOrWhyNot(decisionId, parts);
        const { then, now } = replay.engineVersion;
        const isSame = replay.same && (again?.length ?? 0) === 0;
        return {
          json: { ...told, ...(again && { searchedAgain: again }), today: 'problem' in today ? null : today },
          text: [
            replay.same
              ? `${decisionId}: the same, ${String(replay.sealed.length)} characters (engine ${then}, replayed by ${now})`
              : `${decisionId}: ${paint('red', 'DIFFERS')} from what was sealed (engine ${then}, replayed by ${now}); --json shows both`,
            ...withheldLines(told),
            ...(again
              ? [
                  again.length === 0
                    ? '  searched again in the editions of then: the same'
                    : `  searched again in the editions of then: ${paint('red', 'DIFFERS')}`,
                  ...differenceLines(again),
                ]
              : []),
            ...('problem' in today
              ? [`  today: ${cli.say(`problem.${today.problem.code}`, today.problem.facts)}`]
              : todayLines(today)),
          ].join('\n'),
          exitCode: isSame ? exitCodes.ok : exitCodes.failed,
        };
      });
    });
}

interface ReplayOptions {
  readonly searchAgain?: boolean;
  readonly viewFor?: string;
  readonly by?: string;
}

/** Both texts hold the whole evidence. */
async function textsOf(
  { sealed, replayed, ...replay }: Replay,
  { viewFor, by }: ReplayOptions & { readonly by: string },
  parts: Parts,
): Promise<Omit<Replay, 'sealed' | 'replayed'> & Partial<Replay> & Withheld> {
  const { evidence } = JSON.parse(sealed) as { readonly evidence: Evidence };
  const caseId = evidence.application.id;
  const withheld = protectedIn({ evidence }, parts.reference);
  if (0 < withheld.length && viewFor === undefined)
    return { ...replay, withheld, toldBy: `sekisho replay ${replay.decisionId} --json --view-for REASON --by NAME` };
  if (viewFor !== undefined) await noteView(caseId, { by, reason: viewFor }, { evidence }, parts);
  return { ...replay, sealed, replayed, withheld: [] };
}

/** That a list is damaged today, or a policy gone, says nothing of the decision of then. */
async function todayOrWhyNot(decisionId: string, parts: Parts): Promise<TodaysReplay | { readonly problem: Problem }> {
  try {
    return await replayToday(decisionId, parts);
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

function todayLines({ outcome, policy, engineVersion, differences }: TodaysReplay): string[] {
  const changed = [
    ...(policy.then.sha256 === policy.now.sha256
      ? []
      : [`policy ${String(policy.then.version)} → ${String(policy.now.version)}`]),
    ...(engineVersion.then === engineVersion.now ? [] : [`engine ${engineVersion.then} → ${engineVersion.now}`]),
  ];
  return [
    `  today: ${outcome.then === outcome.now ? `the same proposal, ${outcome.now}` : paint('yellow', `${outcome.then} → ${outcome.now}`)}${
      changed.length === 0 ? '' : ` (${changed.join(', ')})`
    }${differences.length === 0 ? ', nothing is different' : ''}`,
    ...differenceLines(differences),
  ];
}

function differenceLines(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  return [
    table(
      differences.map(({ field, subject, then, now }) => [
        `    ${field}`,
        subject,
        then === undefined ? `new: ${now ?? ''}` : now === undefined ? `gone: ${then}` : `${then} → ${now}`,
      ]),
    ),
  ];
}
