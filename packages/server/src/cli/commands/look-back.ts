// `sekisho look-back`: runs what is owed, and shows the alerts.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Command } from 'commander';
import { runLookBacks, type LookBackResult } from '../../flows/look-back.ts';
import { paint } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

export function lookBackCommand(program: Command, cli: Cli): void {
  program
    .command('look-back')
    .description('screen what changed in lists and registers against everything ever applied for; show all alerts')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const runs = await runLookBacks(parts);
        const alerts = await parts.store.alerts();
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
  const { applicationId, partyName, listedName, source, change, raisedAt } = alert;
  const score = (value: number | undefined) => (value === undefined ? 'no hit' : value.toFixed(2));
  const what =
    alert.verdictAfter === undefined
      ? `“${partyName}” may be “${listedName}” (${source}, entry ${change}; ${score(alert.scoreBefore)} → ${score(alert.scoreAfter)})`
      : `“${partyName}” in ${source}: ${alert.verdictBefore ?? ''} → ${alert.verdictAfter}`;
  return `  ${paint('red', '▲')} ${applicationId}: ${what}; raised ${raisedAt.slice(0, 10)}, the case is open again`;
}
