// A policy's id or nothing in, the policies out; of the one that is chosen its rules in words, its text, a change of it to be tried, and its versions.
import { NavLink, useParams, useSearchParams } from 'react-router';
import type { PolicyText } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Code } from '../../parts/words.tsx';
import { usePolicies, usePolicy } from '../../queries.ts';
import '../../style/policies.css';
import { PolicyChange } from './policy-change.tsx';
import { PolicyRules } from './policy-rules.tsx';
import { PolicyVersions } from './policy-versions.tsx';

export function PoliciesScreen() {
  const { t, number } = useWords();
  const { policyId } = useParams();
  const { data, isPending, isError, error, refetch } = usePolicies();
  const chosen = policyId ?? data?.items[0]?.id;
  return (
    <div className="policies">
      <ScreenHead title={t('ui.place.policies')} lead={t('ui.policies.lead')} />
      {isPending && <Waiting lines={6} />}
      {isError && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <div className="side-list">
          <ul className="side-list-choices" aria-label={t('ui.place.policies')}>
            {data.items.map(({ id, version, origin }) => (
              <li key={id}>
                <NavLink to={`/policies/${id}`} className={id === chosen ? 'active' : ''}>
                  <Code>{id}</Code>
                  <span className="quiet small">{t(`ui.policies.${origin}`, { version: number(version) })}</span>
                </NavLink>
              </li>
            ))}
          </ul>
          {chosen !== undefined && <PolicyRead key={chosen} id={chosen} />}
        </div>
      )}
    </div>
  );
}

const views = ['rules', 'text', 'change', 'versions'] as const;

function PolicyRead({ id }: { readonly id: string }) {
  const { t, day } = useWords();
  const [search, setSearch] = useSearchParams();
  const { data, isPending, isError, error } = usePolicy(id);
  const view = views.find((one) => one === search.get('view')) ?? 'rules';
  if (isPending) return <Waiting lines={10} />;
  if (isError) return <Failure error={error} />;
  return (
    <Panel
      title={data.policy.title}
      aside={<span className="quiet">{t('ui.policies.valid-from', { day: day(data.policy.validFrom) })}</span>}
    >
      <div className="views" role="group" aria-label={t('ui.policies.views')}>
        {views.map((one) => (
          <button
            type="button"
            key={one}
            className="view"
            aria-pressed={one === view}
            onClick={() => setSearch({ view: one }, { replace: true })}
          >
            {t(`ui.policies-view.${one}`)}
          </button>
        ))}
      </div>
      {view === 'rules' && <PolicyRules policy={data.policy} />}
      {view === 'text' && <PolicySource loaded={data} />}
      {view === 'change' && <PolicyChange loaded={data} />}
      {view === 'versions' && <PolicyVersions id={id} />}
    </Panel>
  );
}

function PolicySource({ loaded }: { readonly loaded: PolicyText }) {
  const { t } = useWords();
  return (
    <pre className="policy-text" dir="ltr" tabIndex={0} aria-label={t('ui.policies.text')}>
      {loaded.text}
    </pre>
  );
}
