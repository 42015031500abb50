// `sekisho alerts`: what opened cases or opened them again, with before and after.
import { alertKinds } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { alertDetails, listAlerts } from '../../flows/list-alerts.ts';
import { paint } from '../answer.ts';
import { dayFrom, WHAT_FOR, WHO_LOOKS, wordOf, WORK_ON_CASE } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { legalStatusLines } from './decision-text.ts';
import { alertLine } from './look-back.ts';

/** A list or a register changed: alerts of these bear no kind. */
const EDITION = 'edition';

interface ListOptions {
  readonly kind?: string;
  readonly source?: string;
  readonly application?: string;
  readonly since?: string;
  readonly open?: boolean;
}

export function alertsCommand(program: Command, cli: Cli): void {
  const alerts = program.command('alerts').description('what opened cases or opened them again');
  alerts
    .command('list')
    .description('all alerts, oldest first')
    .option('--kind <word>', `only those of ${[EDITION, ...alertKinds].join(', ')}`)
    .option('--source <id>', 'only those of a list, a register, a policy, …')
    .option('--application <id>', 'only those of an application')
    .option('--since <day>', 'only those raised on this day or later')
    .option('--open', 'only those whose case nobody has decided since')
    .action(async ({ kind, since, ...options }: ListOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const listed = await listAlerts(
          {
            ...options,
            ...(kind !== undefined && { kind: wordOf('--kind', kind, [EDITION, ...alertKinds]) }),
            ...(since !== undefined && { since: dayFrom('--since', since) }),
          },
          parts,
        );
        return {
          json: { alerts: listed },
          text:
            listed.length === 0
              ? 'no such alerts'
              : listed.map((alert) => `${alertLine(alert)}\n    ${alert.id}`).join('\n'),
        };
      });
    });
  alerts
    .command('show')
    .argument('<alert-id>')
    .description('one alert: before and after, and what it speaks of')
    .option('--by <name>', WHO_LOOKS)
    .option('--reason <text>', WHAT_FOR, WORK_ON_CASE)
    .action(async (id: string, { by, reason }: { by?: string; reason: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const details = await alertDetails(id, { by: by ?? settings.userName, reason }, parts);
        if (!details) throw new Problem('alert.not-found', { alert: id });
        const { alert, case: known, entityBefore, entityAfter, incident } = details;
        const told = [
          ['raised', alert.raisedAt],
          ['about', `${alert.entityId} (${alert.source}, ${alert.change})`],
          [
            'before',
            alert.verdictBefore ??
              (alert.scoreBefore === undefined ? 'no hit' : `score ${alert.scoreBefore.toFixed(3)}`),
          ],
          [
            'after',
            alert.verdictAfter ?? (alert.scoreAfter === undefined ? 'no hit' : `score ${alert.scoreAfter.toFixed(3)}`),
          ],
          ['from', alert.fromEditionId ?? ''],
          ['to', alert.toEditionId],
          ['case', known?.state ?? ''],
        ].filter(([, value]) => value !== '');
        return {
          json: { ...details },
          text: [
            alertLine(alert),
            ...told.map(([name, value]) => `  ${paint('dim', name ?? '')} ${value ?? ''}`),
            ...[entityAfter ?? entityBefore].flatMap((entity) => (entity ? legalStatusLines(entity, cli) : [])),
            ...(incident
              ? [
                  `  reported by ${incident.source.publisher}${incident.source.url === undefined ? '' : `, ${incident.source.url}`}`,
                ]
              : []),
          ].join('\n'),
        };
      });
    });
}
