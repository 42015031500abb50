// `sekisho incidents`: campaigns and attacks that were reported, and what they have in common with orders.
import { legalStatuses, notIndictedReasons } from '@sekisho/engine/model/legal-status.ts';
import type { StoredIncident } from '@sekisho/engine/model/incident.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { addIncidentClaim, importIncidents } from '../../flows/import-incidents.ts';
import { runLookBacks } from '../../flows/look-back.ts';
import { noteClaimsView } from '../../flows/note-view.ts';
import { alertWithoutClaims } from '../../flows/withheld.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { WHAT_FOR, WHO_LOOKS, wordOf } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { claimLines } from './incident-text.ts';
import { alertLine, lookBackLines } from './look-back.ts';

interface StatusOptions {
  readonly name: string;
  readonly status: string;
  readonly authority: string;
  readonly reportedBy: string;
  readonly reason?: string;
  readonly offence?: string;
  readonly date?: string;
  readonly country?: string;
  readonly url?: string;
  readonly by: string;
}

export function incidentsCommand(program: Command, cli: Cli): void {
  const incidents = program
    .command('incidents')
    .description('campaigns and attacks that were reported, held against orders');
  incidents
    .command('import')
    .argument('<file>', 'a table (.csv), our JSON or a STIX 2.1 bundle (.json)')
    .description('take incidents whole or not at all, and look back on everything ever applied for')
    .option('--source <publisher>', 'whose they are, where the file does not say it')
    .option('--by <name>', 'who imports (default: the user of the machine)')
    .action(async (file: string, { source, by }: { source?: string; by?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const imported = await importIncidents(
          { file, by: by ?? settings.userName, ...(source !== undefined && { publisher: source }) },
          parts,
        );
        const runs = await runLookBacks(parts);
        const { added, changed, unchanged, problems } = imported;
        return {
          json: { ...imported, runs },
          text: [
            `${String(added.length)} incidents are new, ${String(changed.length)} changed, ${String(unchanged.length)} as they were`,
            ...problems
              .slice(0, SHOWN_PROBLEMS)
              .map(({ code, facts }) => `  ${paint('yellow', '?')} ${cli.say(`problem.${code}`, facts)}`),
            ...(SHOWN_PROBLEMS < problems.length
              ? [`  and ${String(problems.length - SHOWN_PROBLEMS)} more (--json)`]
              : []),
            ...lookBackLines(runs),
          ].join('\n'),
        };
      });
    });
  incidents
    .command('list')
    .description('every incident in the version that stands')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async ({ store }) => {
        const listed = (await store.incidents()).map(withoutClaims);
        const rows = listed.map(({ id, incident }) => [
          paint('bold', id),
          incident?.title ?? '(erased)',
          incident?.source.publisher ?? '',
          incident?.from ?? '',
          `${String(incident?.indicators.length ?? 0)} indicators`,
          incident?.revoked === true ? paint('yellow', 'taken back') : '',
          (incident?.markings ?? []).join(', '),
        ]);
        return { json: { incidents: listed }, text: rows.length === 0 ? 'no incidents' : table(rows) };
      });
    });
  incidents
    .command('show')
    .argument('<incident-id>')
    .description('one incident: its source, its indicators, what is claimed of whom, its alerts')
    .option('--by <name>', WHO_LOOKS)
    .option('--reason <text>', WHAT_FOR, 'work on incidents')
    .action(async (id: string, { by, reason }: { by?: string; reason: string }, command: Command) => {
      await runWithParts(command, cli, async (parts, settings) => {
        const { store } = parts;
        const stored = await store.incident(id);
        if (!stored) throw new Problem('incident.not-found', { incident: id });
        if (stored.incident?.claims)
          await noteClaimsView(id, { by: by ?? settings.userName, reason }, stored.version, parts);
        const alerts = (await store.alertsAbout([id]))
          .filter(({ kind }) => kind === 'incident')
          .map(alertWithoutClaims);
        return {
          json: { ...stored, alerts },
          text: [...incidentLines(stored, cli), ...alerts.map(alertLine)].join('\n'),
        };
      });
    });
  incidents
    .command('add-status')
    .argument('<incident-id>')
    .description('add what is reported of the standing of somebody whom an incident names')
    .requiredOption('--name <name>', 'of whom: a name of the incident')
    .requiredOption('--status <word>', legalStatuses.join(', '))
    .requiredOption('--authority <name>', 'whose act it is')
    .requiredOption('--reported-by <name>', 'who reports it')
    .option('--reason <word>', `of NOT_INDICTED: ${notIndictedReasons.join(', ')}`)
    .option('--offence <text>', 'what it is about')
    .option('--date <date>', 'of the act: YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--country <code>', 'of the authority')
    .option('--url <address>', 'of the report')
    .requiredOption('--by <name>', 'who adds it')
    .action(async (id: string, options: StatusOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { name, status, authority, reportedBy, reason, offence, date, country, url, by } = options;
        const claim = {
          name,
          status: wordOf('--status', status, legalStatuses),
          authority,
          reportedBy,
          ...(reason !== undefined && { reason: wordOf('--reason', reason, notIndictedReasons) }),
          ...(offence !== undefined && { offence }),
          ...(date !== undefined && { date }),
          ...(country !== undefined && { country: country.toLowerCase() }),
          ...(url !== undefined && { sourceUrl: url }),
        };
        const stored = await addIncidentClaim(id, claim, by, parts);
        const runs = await runLookBacks(parts);
        return {
          json: { ...stored, runs },
          text: [...incidentLines(stored, cli), ...lookBackLines(runs)].join('\n'),
          exitCode: exitCodes.ok,
        };
      });
    });
}

const SHOWN_PROBLEMS = 20;
const SHOWN_INDICATORS = 50;

function withoutClaims({ incident, ...stored }: StoredIncident): StoredIncident {
  if (!incident) return stored;
  const { claims: _, ...told } = incident;
  return { ...stored, incident: told };
}

function incidentLines({ id, version, incident }: StoredIncident, cli: Cli): string[] {
  if (!incident) return [`${paint('bold', id)}  (erased)`];
  const { title, source, markings = [], revoked, indicators } = incident;
  const { publisher, url, language, publishedOn, retrievedOn } = source;
  const dated = [
    publisher,
    url,
    language,
    publishedOn && `published ${publishedOn}`,
    retrievedOn && `fetched ${retrievedOn}`,
  ];
  return [
    `${paint('bold', id)}  ${title}${revoked === true ? paint('yellow', '  taken back by its source') : ''}`,
    `  ${dated.filter((part) => part !== undefined && part !== '').join(', ')}; version ${version.slice(0, 12)}`,
    ...(0 < markings.length ? [`  ${paint('magenta', markings.join(', '))}`] : []),
    ...indicators
      .slice(0, SHOWN_INDICATORS)
      .map(
        ({ type, value, from = '', to = '', revoked: gone }) =>
          `  ${type.padEnd(9)} ${value}${from + to === '' ? '' : `  ${from}–${to}`}${gone === true ? '  (taken back)' : ''}`,
      ),
    ...(SHOWN_INDICATORS < indicators.length
      ? [`  and ${String(indicators.length - SHOWN_INDICATORS)} more (--json)`]
      : []),
    ...claimLines(incident.claims ?? [], cli),
  ];
}
