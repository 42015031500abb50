// A job in, how far it is out: the phase, a bar where the share is known, how many and how many a second.
import type { Job } from '../answers.ts';
import { useWords } from '../language/texts.tsx';
import { Data } from './words.tsx';

export function JobProgress({ job: { state, progress } }: { readonly job: Job }) {
  const { t, number, source } = useWords();
  if (state === 'waiting') return <p className="quiet small">{t('ui.job.waiting')}</p>;
  if (!progress) return <Bar label={t('ui.job.begins')} />;
  const { phase, of, share, count = 0, perSecond } = progress;
  const isOfParties = phase === 'looking-back';
  const label = t(`ui.job-phase.${phase}`, { of: source(of) });
  return (
    <div>
      <Bar label={label} {...(!isOfParties && share !== undefined && { share })} />
      <p className="quiet small">
        <Data>{label}</Data> {0 < count && t(isOfParties ? 'ui.job.parties' : 'ui.job.rows', { count })}{' '}
        {perSecond !== undefined && t('ui.job.rate', { count: number(perSecond) })}
      </p>
    </div>
  );
}

/** How much is sent, before there is a job. */
export function Bar({ label, share }: { readonly label: string; readonly share?: number }) {
  return <progress className="bar" aria-label={label} max={1} {...(share !== undefined && { value: share })} />;
}
