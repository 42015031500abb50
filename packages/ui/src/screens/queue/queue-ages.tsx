// Nothing in; how old open cases are, and how they stand to their due day, out as a picture that is a table.
import { useWords } from '../../language/texts.tsx';
import { BarTable } from '../../parts/bar-table.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { useQueueAges } from '../../queries.ts';

export function QueueAges() {
  const { t, number } = useWords();
  const { data, isPending, isError, error } = useQueueAges();
  const oldest = data?.oldestDays;
  return (
    <section className="panel" aria-label={t('ui.ages.title')}>
      {oldest !== undefined && <p className="quiet">{t('ui.ages.oldest', { days: oldest })}</p>}
      {isPending && <Waiting lines={6} />}
      {isError && <Failure error={error} />}
      {data && (
        <BarTable
          title={t('ui.ages.title')}
          of={t('ui.ages.age')}
          columns={[
            { text: t('ui.ages.overdue'), kind: 'bad' },
            { text: t('ui.ages.soon'), kind: 'warn' },
            { text: t('ui.ages.later'), kind: 'known' },
            { text: t('ui.ages.undated'), kind: 'rest' },
          ]}
          rows={data.bands.map(({ from, to, overdue, soon, later, undated }) => ({
            key: String(from),
            label:
              to === undefined
                ? t('ui.ages.from', { from: number(from) })
                : t('ui.ages.between', { from: number(from), to: number(to) }),
            counts: [overdue, soon, later, undated],
          }))}
        />
      )}
    </section>
  );
}
