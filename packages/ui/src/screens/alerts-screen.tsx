// Nothing in; what a change of a list or register means for orders of the past out, the newest first.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import { useWords } from '../language/texts.tsx';
import { alertTitle } from '../parts/alert-title.ts';
import { ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useAlerts } from '../queries.ts';

export function AlertsScreen() {
  const { t } = useWords();
  const alerts = useAlerts();
  const items = alerts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="alerts">
      <ScreenHead title={t('ui.place.alerts')} lead={t('ui.alerts.lead')} />
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

function AlertCard({ alert }: { readonly alert: Alert }) {
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
