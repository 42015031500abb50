// Nothing in; what a change of a list or register means for orders of the past out, the newest first.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Job, ShownAlert } from '../answers.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { alertTitle } from '../parts/alert-title.ts';
import { JobProgress } from '../parts/job-progress.tsx';
import { BarTable } from '../parts/bar-table.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { isOver, useAlertCounts, useAlerts, useFollowedJob, useJobs } from '../queries.ts';
import { useMay } from '../session.tsx';
import '../style/files.css';

export function AlertsScreen() {
  const { t } = useWords();
  const alerts = useAlerts();
  const items = alerts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="alerts">
      <ScreenHead title={t('ui.place.alerts')} lead={t('ui.alerts.lead')} />
      <LookBackRuns />
      {0 < items.length && <Counts />}
      {alerts.isPending && <Waiting lines={6} />}
      {alerts.isError && <Failure error={alerts.error} retry={() => void alerts.refetch()} />}
      {alerts.isSuccess && items.length === 0 && (
        <Nothing title={t('ui.alerts.none')}>{t('ui.alerts.none-hint')}</Nothing>
      )}
      <ul className="cards">
        {items.map((alert) => (
          <AlertCard key={alert.id} alert={alert} />
        ))}
      </ul>
      {alerts.hasNextPage && (
        <Button variant="default" loading={alerts.isFetchingNextPage} onClick={() => void alerts.fetchNextPage()}>
          {t('ui.state.more')}
        </Button>
      )}
    </div>
  );
}

function Counts() {
  const { t, source: sourceName } = useWords();
  const { data } = useAlertCounts();
  if (!data) return null;
  return (
    <Panel title={t('ui.alert-counts.title')} id="alert-counts">
      <BarTable
        title={t('ui.alert-counts.title')}
        of={t('ui.alert-counts.ground')}
        columns={[
          { text: t('ui.alert-counts.waiting'), kind: 'warn' },
          { text: t('ui.alert-counts.dealt-with'), kind: 'rest' },
        ]}
        rows={data.items.map(({ kind, source = '', waiting, dealtWith }) => ({
          key: kind ?? source,
          label: kind === undefined ? sourceName(source) : t(`ui.alert-ground.${kind}`),
          counts: [waiting, dealtWith],
        }))}
      />
    </Panel>
  );
}

/** Owed look-backs run by themselves, each minute; whoever may can have them run now, and see how far they are. */
function LookBackRuns() {
  const { t } = useWords();
  const client = useQueryClient();
  const { data } = useJobs('asked-look-back', useMay('job.read'));
  const mayRun = useMay('look-back.run');
  const run = useMutation({
    mutationFn: api.lookBack,
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs', 'asked-look-back'] }),
  });
  const [last] = data?.items ?? [];
  return (
    <div className="look-back-runs">
      {mayRun && (
        <Button variant="default" size="xs" loading={run.isPending} onClick={() => run.mutate()}>
          {t('ui.look-back.run')}
        </Button>
      )}
      {run.isError && <Failure error={run.error} />}
      {last && <LookBackRun key={last.id} job={last} />}
    </div>
  );
}

function LookBackRun({ job }: { readonly job: Job }) {
  const { t, moment, number } = useWords();
  const now = useFollowedJob(job);
  if (!isOver(now)) return <JobProgress job={now} />;
  const { runs, alerts, partiesScreened } = (now.outcome ?? {}) as Readonly<Record<string, number | undefined>>;
  if (now.state === 'dead' || runs === undefined) return <p className="warned small">{t('ui.look-back.failed')}</p>;
  return (
    <p className="quiet small" role="status">
      {t('ui.look-back.ended', {
        at: moment(now.endedAt),
        runs,
        parties: number(partiesScreened ?? 0),
        alerts: alerts ?? 0,
      })}
    </p>
  );
}

function AlertCard({ alert }: { readonly alert: ShownAlert }) {
  const words = useWords();
  const { t, moment } = words;
  const { caseId, raisedAt } = alert;
  return (
    <li className="card">
      <p className="card-title">{alertTitle(alert, words)}</p>
      <dl className="before-after">
        <div>
          <dt>{t('ui.alerts.before')}</dt>
          <dd>
            <Standing score={alert.scoreBefore} verdict={alert.verdictBefore} />
          </dd>
        </div>
        <div>
          <dt>{t('ui.alerts.after')}</dt>
          <dd>
            <Standing score={alert.scoreAfter} verdict={alert.verdictAfter} />
          </dd>
        </div>
      </dl>
      {alert.isWithheld && <p className="quiet small">{t('ui.sources.withheld')}</p>}
      <p className="quiet small">
        <Link to={`/cases/${encodeURIComponent(caseId)}`}>
          <Code>{caseId}</Code>
        </Link>{' '}
        {moment(raisedAt)}
      </p>
    </li>
  );
}

function Standing({ score, verdict }: { readonly score: number | undefined; readonly verdict: string | undefined }) {
  const { t, percent } = useWords();
  if (verdict !== undefined) return <Data>{verdict}</Data>;
  return (
    <span>{score === undefined ? t('ui.alerts.no-hit') : t('ui.alerts.resembles', { score: percent(score) })}</span>
  );
}
