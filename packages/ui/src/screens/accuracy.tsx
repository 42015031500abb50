// The figures of docs/accuracy.md in, how many names are found by the scripts that they are written in out: pictures that are tables.
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../language/texts.tsx';
import { BarTable } from '../parts/bar-table.tsx';
import { Waiting } from '../parts/states.tsx';

/** They are of the product as it is shipped, and are built in with it. */
const figures = () => import('../../../../data/accuracy.json');

export function Accuracy() {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ['accuracy'], queryFn: figures, staleTime: Infinity });
  return (
    <section className="panel" aria-label={t('ui.accuracy.title')}>
      <p className="quiet">{t('ui.accuracy.lead')}</p>
      {!data && <Waiting lines={6} />}
      {data && (
        <>
          <ByScript title={t('ui.accuracy.sets')} groups={data.sets} />
          <p className="quiet small">{t('ui.accuracy.sets-hint')}</p>
          <ByScript title={t('ui.accuracy.cases')} groups={data.cases} />
          <p className="quiet small">{t('ui.accuracy.cases-hint')}</p>
        </>
      )}
    </section>
  );
}

interface ScriptGroup {
  readonly scripts: string;
  readonly matches: number;
  readonly found: number;
  readonly others: number;
  readonly wrong: number;
}

function ByScript({ title, groups }: { readonly title: string; readonly groups: readonly ScriptGroup[] }) {
  const { t, number, percent } = useWords();
  const { locale } = useLanguage().catalogue.language;
  const names = new Intl.DisplayNames([locale], { type: 'script' });
  const nameOf = (script: string) => {
    const code = codes[script];
    return code === undefined ? script : (names.of(code) ?? script);
  };
  const share = (count: number, whole: number) => t('ui.accuracy.of', { count: number(count), whole: number(whole) });
  return (
    <>
      <h3>{title}</h3>
      <BarTable
        title={title}
        of={t('ui.accuracy.scripts')}
        isOfWhole
        columns={[
          { text: t('ui.accuracy.found'), kind: 'known' },
          { text: t('ui.accuracy.missed'), kind: 'bad' },
        ]}
        beside={t('ui.accuracy.wrong')}
        rows={groups.map(({ scripts, matches, found, others, wrong }) => {
          const [one = '', other = ''] = scripts.split(' / ').map(nameOf);
          return {
            key: scripts,
            label: one === other ? one : t('ui.accuracy.pair', { one, other }),
            counts: [found, matches - found],
            shown: [percent(found / matches), share(matches - found, matches)],
            beside: share(wrong, others),
          };
        })}
      />
    </>
  );
}

/** By ISO 15924, for their names in every language. */
const codes: Readonly<Record<string, string>> = {
  latin: 'Latn',
  han: 'Hani',
  kana: 'Hrkt',
  'han+kana': 'Jpan',
  hangul: 'Hang',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  hebrew: 'Hebr',
};
