// A policy in, what it asks for and each of its rules in words out; the expression that decides stands behind a click.
import type { Policy, PolicyRule } from '@sekisho/engine/model/policy.ts';
import { useWords } from '../../language/texts.tsx';
import { OutcomeLabel } from '../../parts/labels.tsx';
import { Code, Data } from '../../parts/words.tsx';

export function PolicyRules({ policy }: { readonly policy: Policy }) {
  const { t } = useWords();
  return (
    <>
      <Needs policy={policy} />
      <h3 className="policy-part">{t('ui.policies.rules', { count: policy.rules.length })}</h3>
      <p className="quiet">{t('ui.policies.rules-hint')}</p>
      <ol className="policy-rules">
        {policy.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ol>
      <Parameters policy={policy} />
    </>
  );
}

/** What is needed of sources and of whoever orders, before a rule is asked. */
function Needs({ policy }: { readonly policy: Policy }) {
  const { t, say, source: sourceName, country, percent } = useWords();
  const { sources, registers, requiredAnswers, minScore, acceptsByItself } = policy;
  return (
    <ul className="values">
      <li>{t(acceptsByItself ? 'ui.policies.accepts' : 'ui.policies.accepts-not')}</li>
      <li>{t('ui.policies.threshold', { score: percent(minScore) })}</li>
      {sources.map(({ source, required, maxAgeDays }) => (
        <li key={source}>
          {t(required ? 'ui.policies.needs' : 'ui.policies.uses', { source: sourceName(source), days: maxAgeDays })}
        </li>
      ))}
      {registers.map(({ source, country: code }) => (
        <li key={`${source}/${code}`}>
          {t('ui.policies.register', { source: sourceName(source), country: country(code) })}
        </li>
      ))}
      {0 < requiredAnswers.length && (
        <li>
          {t('ui.policies.answers')}
          <ul>
            {requiredAnswers.map((question) => (
              <li key={question}>{say(`question.${question}`)}</li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

/** What a fact will be is not known before there is an order. */
const OPEN = '…';

function Rule({ rule }: { readonly rule: PolicyRule }) {
  const { t, say } = useWords();
  const { id, outcome, message, facts, when, each, reference } = rule;
  const open = Object.fromEntries(Object.keys(facts).map((fact) => [fact, OPEN]));
  return (
    <li className="policy-rule">
      <div className="policy-rule-head">
        <OutcomeLabel outcome={outcome} />
        <Code>{id}</Code>
        {each !== undefined && <span className="quiet small">{t(`ui.policies-each.${each}`)}</span>}
      </div>
      <p className="quiet-p">
        <Data>{say(`finding.${message}`, open)}</Data>
      </p>
      {reference !== undefined && (
        <p className="quiet small quiet-p">
          <Data>{reference}</Data>
        </p>
      )}
      <details>
        <summary className="quiet small">{t('ui.policies.expression')}</summary>
        <pre className="policy-text" dir="ltr" tabIndex={0} aria-label={t('ui.policies.expression')}>
          {when}
        </pre>
      </details>
    </li>
  );
}

/** What the law may change: a value by the day it begins to hold. */
function Parameters({ policy: { parameters } }: { readonly policy: Policy }) {
  const { t, day } = useWords();
  const named = Object.entries(parameters);
  if (named.length === 0) return null;
  return (
    <>
      <h3 className="policy-part">{t('ui.policies.parameters')}</h3>
      <ul className="values">
        {named.map(([name, { description, unit, values }]) => (
          <li key={name}>
            <Code>{name}</Code> <Data>{description}</Data>
            <ul>
              {Object.entries(values).map(([from, { value, reference }]) => (
                <li key={from}>
                  {t('ui.policies.value-from', { value: String(value), unit, day: day(from) })}{' '}
                  <span className="quiet small">
                    <Data>{reference}</Data>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
