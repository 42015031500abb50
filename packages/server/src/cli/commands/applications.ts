// `sekisho applications list|show`: what was applied for, and what became of it.
import { dateOrders } from '@sekisho/engine/model/batch.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { languages } from '@sekisho/engine/reference/message-catalogues.ts';
import type { Command } from 'commander';
import { importApplications, type ImportedPast } from '../../flows/batch/import-applications.ts';
import { explainApplication, readers } from '../../flows/explain-application.ts';
import { listApplications } from '../../flows/list-applications.ts';
import { noteView } from '../../flows/note-view.ts';
import { entitiesIn } from '../../flows/withheld.ts';
import { readApplication } from '../../flows/read-application.ts';
import { vetApplication } from '../../flows/vet-application.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { dayFrom, languageFrom, pairsIn, schemaFrom, WHAT_FOR, WHO_LOOKS, wordOf, WORK_ON_CASE } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { alertLine } from './look-back.ts';
import { noteLine } from './case-text.ts';
import { decisionLines, legalStatusLines, vettingAnswer } from './decision-text.ts';

interface ImportOptions {
  readonly policy: string;
  readonly prefix: string;
  readonly receivedOn?: string;
  readonly map: readonly string[];
  readonly schema?: string;
  readonly dates?: string;
}

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
    .command('import')
    .argument('<table>', 'CSV, JSON lines or a workbook of buyers; or JSON lines of whole applications')
    .description('buyers of earlier years: each is vetted and kept, so that the first day already has a past')
    .option('--policy <id>', 'the policy to vet them under', 'customer-screening')
    .option('--prefix <text>', 'their applications are called <prefix>-<number>', 'past')
    .option('--received-on <day>', 'the day they applied (default: today)')
    .option('--map <column=field>', 'what a column holds, where its name does not say', pairsIn, [])
    .option('--schema <word>', 'for rows that say none: Person, Company, LegalEntity, …')
    .option('--dates <order>', `how dates are written: ${dateOrders.join(', ')}`)
    .action(async (from: string, options: ImportOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { policy, prefix, map, receivedOn, schema, dates } = options;
        const imported = await importApplications(
          {
            from,
            policy,
            prefix,
            map,
            ...(receivedOn !== undefined && { receivedOn: dayFrom('--received-on', receivedOn) }),
            ...(schema !== undefined && { schema: schemaFrom(schema) }),
            ...(dates !== undefined && { dates: wordOf('--dates', dates, dateOrders) }),
          },
          parts,
        );
        return {
          json: { ...imported },
          text: importedLines(imported, cli).join('\n'),
          exitCode: importedExit(imported),
        };
      });
    });
  applications
    .command('vet')
    .argument('<application-id>')
    .description('vet an application again as it was received last, under the lists and the policy of today')
    .action(async (id: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { application } = (await parts.store.application(id)) ?? {};
        if (!application) throw new Problem('application.not-found', { application: id });
        return vettingAnswer(await vetApplication(application, parts), parts, cli);
      });
    });
  applications
    .command('explain')
    .argument('<application-id>')
    .description('what stands about an application, in a language: for the applicant, or for whoever answers for it')
    .requiredOption('--for <reader>', readers.join(', '))
    .option('--language <code>', languages.join(', '), 'id')
    .option('--by <name>', WHO_LOOKS)
    .option('--reason <text>', WHAT_FOR, WORK_ON_CASE)
    .action(async (id: string, options: ExplainOptions, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const view = { by: options.by ?? settings.userName, reason: options.reason };
        const wanted = { for: wordOf('--for', options.for, readers), language: languageFrom(options.language), view };
        const explanation = await explainApplication(id, wanted, parts);
        return { json: { ...explanation }, text: explanation.lines.join('\n') };
      });
    });
  applications
    .command('show')
    .argument('<application-id>')
    .description('one application: its decisions, what people decided, its alerts')
    .option('--by <name>', WHO_LOOKS)
    .option('--reason <text>', WHAT_FOR, WORK_ON_CASE)
    .action(async (id: string, { by, reason }: { by?: string; reason: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const {
          stored,
          case: known,
          steps,
          notes,
          alerts,
          decisions,
          alertEntities,
          reApplied,
        } = await readApplication(id, parts);
        const last = decisions.at(-1)?.sealed;
        const entities = [
          ...decisions.flatMap(({ sealed }) => (sealed ? entitiesIn(sealed.evidence) : [])),
          ...alertEntities,
        ];
        const shown = { entities, alerts, ...(last && { evidence: last.evidence }) };
        await noteView(id, { by: by ?? settings.userName, reason }, shown, parts);
        return {
          json: {
            application: stored.application ?? null,
            revision: stored.revision,
            case: known,
            steps,
            notes,
            alerts,
            alertEntities,
            reApplied,
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
            ...notes.map((note) => noteLine(note, cli)),
            ...(alerts.length === 0 ? [] : ['', paint('bold', 'Alerts')]),
            ...alerts.map(alertLine),
            ...(reApplied.length === 0 ? [] : ['', paint('bold', 'Who may have come back as somebody else')]),
            ...reApplied.map(alertLine),
            ...alertEntities.flatMap((entity) => legalStatusLines(entity, cli)),
          ].join('\n'),
        };
      });
    });
}

interface ExplainOptions {
  readonly for: string;
  readonly language: string;
  readonly by?: string;
  readonly reason: string;
}

const SHOWN_REJECTED = 20;

function importedLines({ columns, rows, outcomes, known, rejected }: ImportedPast, cli: Cli): string[] {
  return [
    ...columns.map(({ column, field }) => `  ${column} → ${field ?? '(not read)'}`),
    `${String(rows)} rows: ${String(outcomes.approve ?? 0)} with nothing against them, ${String((outcomes.review ?? 0) + (outcomes.refuse ?? 0))} to look at, ` +
      `${String(known)} known already, ${String(rejected.length)} rejected`,
    ...rejected
      .slice(0, SHOWN_REJECTED)
      .map(({ line, message, facts }) => `  line ${String(line)}: ${cli.say(message, facts)}`),
    ...(SHOWN_REJECTED < rejected.length ? [`  and ${String(rejected.length - SHOWN_REJECTED)} more (--json)`] : []),
  ];
}

function importedExit({ rejected }: ImportedPast): number {
  return rejected.length === 0 ? exitCodes.ok : exitCodes.badInput;
}
