// Nothing in; the imports that wait, run or were done out, the newest first, each with how far it is or what came of it.
import type { ImportJob } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Label } from '../../parts/labels.tsx';
import { Data } from '../../parts/words.tsx';
import { isOver, useFollowedJob, useJobs } from '../../queries.ts';
import { useMay } from '../../session.tsx';

export function ImportJobs() {
  const { t } = useWords();
  const { data } = useJobs('import', useMay('job.read'));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="import-jobs">
      <h3>{t('ui.import.last')}</h3>
      <ul>
        {data.items.map((job) => (
          <ImportLine key={job.id} job={job as ImportJob} />
        ))}
      </ul>
    </section>
  );
}

function ImportLine({ job }: { readonly job: ImportJob }) {
  const { t, moment, list, source: sourceName } = useWords();
  const now = useFollowedJob(job) as ImportJob;
  const { source, files, by } = now.content;
  return (
    <li className="import-job" data-state={now.state}>
      <p>
        <strong className="sentence-start">{sourceName(source)}</strong>{' '}
        <span className="quiet small">
          <Data>{list(files.slice(0, SHOWN_FILES))}</Data>{' '}
          {SHOWN_FILES < files.length && t('ui.import.more-files', { count: files.length - SHOWN_FILES })}{' '}
          <Data>{by}</Data> {moment(now.createdAt)}
        </span>
      </p>
      <div role="status">{isOver(now) ? <Outcome job={now} /> : <JobProgress job={now} />}</div>
    </li>
  );
}

const SHOWN_FILES = 3;

function Outcome({ job: { state, outcome } }: { readonly job: ImportJob }) {
  const { t, say, number } = useWords();
  if (!outcome || state === 'dead') return <p className="warned">{t('ui.import.failed')}</p>;
  const { result, problem, facts, changes, accepted = [], alerts } = outcome;
  if (result === 'refused')
    return (
      <p>
        <Label colour="red">{t('ui.import.refused')}</Label>{' '}
        <Data>{say(`problem.${problem ?? 'internal'}`, facts)}</Data>{' '}
        {problem === 'edition.bounds' && t('ui.import.out-of-bounds')}{' '}
        <span className="quiet">{t('ui.import.as-it-was')}</span>
      </p>
    );
  if (result === 'unchanged') return <Label colour="gray">{t('ui.import.unchanged')}</Label>;
  return (
    <p>
      <Label colour="teal">{t('ui.import.imported')}</Label>{' '}
      {changes &&
        t('ui.import.changes', {
          added: number(changes.added),
          changed: number(changes.changed),
          removed: number(changes.removed),
        })}{' '}
      {alerts !== undefined && 0 < alerts && <span className="warned">{t('ui.import.alerts', { count: alerts })}</span>}{' '}
      {accepted.length === 0 ? null : <span className="quiet">{t('ui.import.accepted')}</span>}
    </p>
  );
}
