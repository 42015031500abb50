// What a changed policy would have made of the past in, how many orders and which ones would have gone otherwise out.
import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { outcomes } from '@sekisho/engine/model/decision.ts';
import type { PolicyTrial } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OutcomeLabel } from '../../parts/labels.tsx';
import { Code } from '../../parts/words.tsx';

/** The rest is told by number: whoever wants all of them asks the API. */
const SHOWN = 200;

export function PolicyTrialResult({ trial }: { readonly trial: PolicyTrial }) {
  const { t, number, percent, source } = useWords();
  const { decisions, changed, unknown } = trial;
  return (
    <section aria-label={t('ui.policies.trial')}>
      <h3 className="policy-part">{t('ui.policies.trial')}</h3>
      <p>{t('ui.policies.trial-count', { count: changed.length, of: number(decisions) })}</p>
      <Moves outcomes={trial.outcomes} />
      {unknown.map((what) => (
        <Notice kind="known" key={JSON.stringify(what)}>
          {what.kind === 'hits'
            ? t('ui.policies.unknown-hits', { from: percent(what.from), to: percent(what.to) })
            : t('ui.policies.unknown-register', { source: source(what.register) })}
        </Notice>
      ))}
      {0 < changed.length && (
        <div className="table-frame">
          <Table verticalSpacing="xs" aria-label={t('ui.policies.trial')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('ui.policies.order')}</Table.Th>
                <Table.Th>{t('ui.policies.then')}</Table.Th>
                <Table.Th>{t('ui.policies.now')}</Table.Th>
                <Table.Th>{t('ui.policies.rules-gone')}</Table.Th>
                <Table.Th>{t('ui.policies.rules-new')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.slice(0, SHOWN).map(({ applicationId, decisionId, then, now, rulesThen, rulesNow }) => (
                <Table.Tr key={decisionId}>
                  <Table.Td>
                    <Link to={`/cases/${encodeURIComponent(applicationId)}`}>
                      <Code>{applicationId}</Code>
                    </Link>
                  </Table.Td>
                  <Table.Td>
                    <OutcomeLabel outcome={then} />
                  </Table.Td>
                  <Table.Td>
                    <OutcomeLabel outcome={now} />
                  </Table.Td>
                  <Table.Td>
                    <Rules rules={rulesThen} />
                  </Table.Td>
                  <Table.Td>
                    <Rules rules={rulesNow} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {SHOWN < changed.length && (
        <p className="quiet">{t('ui.policies.trial-more', { count: changed.length - SHOWN })}</p>
      )}
    </section>
  );
}

/** How many orders go from which outcome to which. */
function Moves({ outcomes: counts }: Pick<PolicyTrial, 'outcomes'>) {
  const { number } = useWords();
  return (
    <ul className="policy-moves">
      {outcomes.flatMap((then) =>
        outcomes.flatMap((now) => {
          const count = counts[`${then} → ${now}`];
          return count === undefined || then === now
            ? []
            : [
                <li key={`${then} ${now}`}>
                  {number(count)} <OutcomeLabel outcome={then} /> <span aria-hidden>→</span>{' '}
                  <OutcomeLabel outcome={now} />
                </li>,
              ];
        }),
      )}
    </ul>
  );
}

function Rules({ rules }: { readonly rules: readonly string[] }) {
  return rules.map((rule) => (
    <div key={rule}>
      <Code>{rule}</Code>
    </div>
  ));
}
