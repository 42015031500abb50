// `sekisho report`: the measures of the work over a period, as text for people or JSON for programs.
import { addDays, parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Command } from 'commander';
import { report, USUAL_DAYS, type Report } from '../../flows/report/report.ts';
import type { Spread } from '../../flows/report/spread.ts';
import { table } from '../answer.ts';
import { unusable } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

export function reportCommand(program: Command, cli: Cli): void {
  program
    .command('report')
    .description('how long the work took, how much was done by itself and for nothing, how much is left')
    .option('--from <date>', `the first day (default: ${String(USUAL_DAYS)} days in all)`)
    .option('--to <date>', 'the last day (default: today)')
    .action(async (options: { from?: string; to?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const to = dayFrom('--to', options.to) ?? parts.clock().slice(0, 10);
        const measured = await report(
          { from: dayFrom('--from', options.from) ?? addDays(to, 1 - USUAL_DAYS), to },
          parts,
        );
        return { json: { ...measured }, text: reportText(measured) };
      });
    });
}

function dayFrom(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return parseCalendarDate(text) ?? unusable(option, text, 'a date YYYY-MM-DD');
}

function reportText({
  from,
  to,
  applications,
  cases,
  hits,
  alerts,
  secondPerson,
  listLatencyDays,
  erased,
}: Report): string {
  const counts = (by: Readonly<Record<string, number | undefined>>) =>
    Object.entries(by)
      .map(([word, count]) => `${String(count)} ${word}`)
      .join(', ') || 'none';
  return table([
    [`${from} to ${to}`, ''],
    ['applications received', String(applications.received)],
    ['  decisions', counts(applications.outcomes)],
    ['  first decision after', spread(applications.firstAnswerDays, 'days')],
    ['  on complete evidence', share(applications.shareWithCompleteEvidence)],
    ['  accepted without a person', share(applications.shareWithoutPerson)],
    ['time to clear a case', spread(cases.hoursToClear, 'hours')],
    ['  opened again', `${String(cases.reopened)} (${share(cases.shareReopened)} of those cleared)`],
    ['  open at the end', `${String(cases.backlog.open)}, aged ${spread(cases.backlog.ageDays, 'days')}`],
    ['hits disposed of', counts(hits.verdicts)],
    ['  false positives', share(hits.falsePositiveRate)],
    ['alerts', `${String(alerts.raised)} (${figure(alerts.perThousandApplications)} for 1,000 applications)`],
    ['waited for a second person', spread(secondPerson.hoursWaited, 'hours')],
    ['  turned down, waiting', `${String(secondPerson.turnedDown)}, ${String(secondPerson.waiting)}`],
    ...Object.entries(listLatencyDays).map(([source, days]) => [`${source}: publication to use`, spread(days, 'days')]),
    ...(erased === 0 ? [] : [['erased entries, in no measure', String(erased)]]),
  ]);
}

function spread(measured: Spread | undefined, unit: string): string {
  if (!measured) return '-';
  const { count, median, p90, most } = measured;
  return `${figure(median)} ${unit} (median of ${String(count)}), ${figure(p90)} (nine in ten), ${figure(most)} (most)`;
}

function share(measured: number | undefined): string {
  return measured === undefined ? '-' : `${figure(100 * measured)} %`;
}

function figure(measured: number | undefined): string {
  return measured === undefined ? '-' : measured.toLocaleString('en', { maximumFractionDigits: 1 });
}
