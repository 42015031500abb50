// `sekisho applications list|show`: what was applied for, and what became of it.
import type { Command } from 'commander';
import { listApplications } from '../../flows/list-applications.ts';
import { readApplication } from '../../flows/read-application.ts';
import { paint, table } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';
import { alertLine } from './look-back.ts';
import { noteLine } from './case-text.ts';
import { decisionLines, legalStatusLines } from './decision-text.ts';

export function applicationsCommand(program: Command, cli: Cli): void {
  const applications = program.command('applications').description('what was applied for, and what became of it');
  applications
    .command('list')
    .description('every application, with its case and its last proposal')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const listed = await listApplications(parts);
        const rows = listed.map(({ id, receivedOn, buyer, proposed, state, alerts }) => [
          id,
          receivedOn ?? '',
          buyer ?? '(erased)',
          `proposed ${proposed}`,
          state,
          alerts === 0 ? '' : paint('red', `${String(alerts)} alert${alerts === 1 ? '' : 's'}`),
        ]);
        return { json: { applications: listed }, text: rows.length === 0 ? 'no applications yet' : table(rows) };
      });
    });
  applications
    .command('show')
    .argument('<application-id>')
    .description('one application: its decisions, what people decided, its alerts')
    .action(async (id: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const {
          stored,
          case: known,
          steps,
          notes,
          alerts,
          decisions,
          alertEntities,
        } = await readApplication(id, parts);
        const last = decisions.at(-1)?.sealed;
        return {
          json: {
            application: stored.application ?? null,
            revision: stored.revision,
            case: known,
            steps,
            notes,
            alerts,
            alertEntities,
            decisions: decisions.map(({ sealed, ...decision }) => ({ ...decision, decision: sealed?.decision })),
            evidence: last?.evidence ?? null,
          },
          text: [
            `${paint('bold', id)}  case ${known?.state ?? '(none)'}, received ${stored.receivedAt.slice(0, 10)}`,
            ...decisions.map(
              ({ id: decisionId, revision, outcome, decidedAt }) =>
                `  ${decidedAt.slice(0, 10)} decision ${decisionId} on revision ${String(revision)}: ${outcome}`,
            ),
            ...(last ? ['', ...decisionLines(last.decision, last.evidence, cli)] : []),
            ...(steps.length === 0 ? [] : ['', paint('bold', 'Decided by people')]),
            ...steps.map(
              ({ at, by, state, reason, proposedBy }) =>
                `  ${at.slice(0, 10)} ${by}: ${state}${proposedBy === undefined ? '' : `, as ${proposedBy} proposed`}. ${reason}`,
            ),
            ...(notes.length === 0 ? [] : ['', paint('bold', 'Noted by people')]),
            ...notes.map(noteLine),
            ...(alerts.length === 0 ? [] : ['', paint('bold', 'Alerts')]),
            ...alerts.map(alertLine),
            ...alertEntities.flatMap((entity) => legalStatusLines(entity, cli)),
          ].join('\n'),
        };
      });
    });
}
