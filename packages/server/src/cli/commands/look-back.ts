// `sekisho look-back`: runs what is owed, and shows the alerts.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Command } from 'commander';
import { listAlerts } from '../../flows/list-alerts.ts';
import { runLookBacks, type LookBackResult } from '../../flows/look-back.ts';
import { paint } from '../answer.ts';
import { dayFrom } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

export function lookBackCommand(program: Command, cli: Cli): void {
  program
    .command('look-back')
    .description(
      'hold what changed (lists, registers, incidents, rules, what ended) against everything ever applied for; show all alerts',
    )
    .option('--since <day>', 'also go once more through everything that changed since then')
    .action(async ({ since }: { readonly since?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const runs = await runLookBacks(parts, since === undefined ? {} : { since: dayFrom('--since', since) });
        const alerts = await listAlerts({}, parts);
        return {
          json: { runs, alerts },
          text: [
            ...(runs.length === 0 ? ['nothing was owed'] : lookBackLines(runs)),
            `${String(alerts.length)} alert${alerts.length === 1 ? '' : 's'} in all`,
            ...alerts.map(alertLine),
          ].join('\n'),
        };
      });
    });
}

/** A line for each run, and one for each alert it raised. */
export function lookBackLines(results: readonly LookBackResult[]): string[] {
  return results.flatMap(({ lookBack, partiesScreened, alerts }) => [
    `  look-back over ${String(partiesScreened)} past parties for ${lookBack.source}: ` +
      (alerts.length === 0
        ? 'no alert'
        : paint('red', `${String(alerts.length)} alert${alerts.length === 1 ? '' : 's'}`)),
    ...alerts.map(alertLine),
  ]);
}

export function alertLine(alert: Alert): string {
  const { applicationId, raisedAt } = alert;
  return `  ${paint('red', '▲')} ${applicationId}: ${alertText(alert)}; raised ${raisedAt.slice(0, 10)}, the case is open again`;
}

/** What it says, with before and after. */
function alertText(alert: Alert): string {
  const { kind, partyName, listedName, entityId, source, change, scoreBefore, scoreAfter } = alert;
  const { verdictBefore = 'nothing', verdictAfter = 'nothing' } = alert;
  const told = `${verdictBefore} → ${verdictAfter}`;
  if (kind === 'incident') return `“${partyName}” and the incident “${listedName}” (${entityId}, ${change}): ${told}`;
  if (kind === 'policy') return `under ${listedName}: ${told}`;
  if (kind === 'clearance') return `“${partyName}” may be “${listedName}” (${entityId}): ${told}`;
  if (kind === 're-application') return `“${partyName}” ${verdictAfter} (“${listedName}”)`;
  if (alert.verdictAfter !== undefined) return `“${partyName}” in ${source}: ${told}`;
  const by = kind === 'engine' ? 'names are compared otherwise' : `entry ${change}`;
  return `“${partyName}” may be “${listedName}” (${source}, ${by}; ${scoreText(scoreBefore)} → ${scoreText(scoreAfter)})`;
}

function scoreText(score: number | undefined): string {
  return score === undefined ? 'no hit' : score.toFixed(2);
}
