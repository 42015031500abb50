// `sekisho status`: which lists and registers are in use, how fresh, and what that means for each policy.
import type { Command } from 'commander';
import type { SourceState } from '@sekisho/engine/model/edition.ts';
import type { LoadedPolicy } from '../../flows/parts.ts';
import { folderStatus, type FolderStatus } from '../../flows/folder-status.ts';
import { paint, table } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

export function statusCommand(program: Command, cli: Cli): void {
  program
    .command('status')
    .description('editions in use with both dates, counts, completeness and freshness; what each policy lacks')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const status = await folderStatus(parts);
        const rows = status.sources.map(
          ({
            source,
            kind,
            publishedOn,
            confirmedCurrentOn,
            ageDays,
            complete,
            counts,
            statedBy,
            damage,
            ...state
          }) => [
            `  ${source}`,
            state.form ?? '',
            `published ${publishedOn ?? '-'}`,
            `current on ${confirmedCurrentOn ?? '-'} (${String(ageDays ?? '-')} days ago${statedBy ? `, says ${statedBy}` : ''})`,
            freshness(state),
            `${(counts['entities'] ?? counts['companies'] ?? counts['places'] ?? 0).toLocaleString('en')} entries`,
            damage !== undefined
              ? paint('red', `damaged: ${damage}; import the official file again`)
              : kind !== 'list'
                ? complete
                  ? 'complete'
                  : paint('yellow', 'incomplete')
                : '',
          ],
        );
        const { folder, cases, lookBacksOwed, recordEntries, today, neverImported } = status;
        return {
          json: { ...status },
          text: [
            `${paint('bold', 'Sources')} on ${today}`,
            ...(rows.length === 0
              ? ['  none: import one, for example: sekisho import un-sc consolidated.xml --published 2026-02-27']
              : [table(rows)]),
            ...(neverImported.length === 0 ? [] : [`  not imported: ${neverImported.join(', ')}`]),
            '',
            paint('bold', 'Policies'),
            ...status.policies.map(({ id, version, origin, notReady }) =>
              notReady.length === 0
                ? `  ${id} ${String(version)}${own(origin)}: ready`
                : `  ${id} ${String(version)}${own(origin)}: ${paint('yellow', 'cannot approve')}: ${notReady.map(whyNotReady).join('; ')}`,
            ),
            '',
            `Cases: ${
              Object.entries(cases)
                .map(([state, count]) => `${String(count)} ${state}`)
                .join(', ') || 'none'
            }`,
            `Record: ${String(recordEntries)} entries, folder ${folder.id}${0 < lookBacksOwed ? `; ${paint('red', `${String(lookBacksOwed)} look-backs owed`)}` : ''}`,
          ].join('\n'),
        };
      });
    });
}

/** A list that no policy names has no limit. */
function freshness({ state, maxAgeDays }: Pick<SourceState, 'state' | 'maxAgeDays'>): string {
  if (state === 'FRESH') return maxAgeDays === undefined ? 'no limit' : `fresh, at most ${String(maxAgeDays)}`;
  return paint('yellow', maxAgeDays === undefined ? state : `${state}, at most ${String(maxAgeDays)}`);
}

function own(origin: LoadedPolicy['origin']): string {
  return { shipped: '', own: ' (of this data folder)', uploaded: ' (uploaded)' }[origin];
}

function whyNotReady({
  source,
  state,
  ageDays,
  maxAgeDays,
}: FolderStatus['policies'][number]['notReady'][number]): string {
  return state === 'STALE'
    ? `${source} is ${String(ageDays)} days old (at most ${String(maxAgeDays)})`
    : `${source} is missing`;
}
