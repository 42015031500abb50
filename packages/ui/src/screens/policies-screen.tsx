// A policy's id or nothing in, the policies and the text of the one that is chosen out.
import { NavLink, useParams } from 'react-router';
import { useWords } from '../language/texts.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Waiting } from '../parts/states.tsx';
import { Code } from '../parts/words.tsx';
import { usePolicies, usePolicy } from '../queries.ts';

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
          {chosen !== undefined && <PolicyRead id={chosen} />}
        </div>
      )}
    </div>
  );
}

function PolicyRead({ id }: { readonly id: string }) {
  const { t, day } = useWords();
  const { data, isPending, isError, error } = usePolicy(id);
  if (isPending) return <Waiting lines={10} />;
  if (isError) return <Failure error={error} />;
  return (
    <Panel
      title={data.policy.title}
      aside={<span className="quiet">{t('ui.policies.valid-from', { day: day(data.policy.validFrom) })}</span>}
    >
      <pre className="policy-text" dir="ltr" tabIndex={0} aria-label={t('ui.policies.text')}>
        {data.text}
      </pre>
    </Panel>
  );
}
