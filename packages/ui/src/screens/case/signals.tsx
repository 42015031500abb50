// The signals of a case in, those that were raised out by family with what was seen; then those that nobody could tell.
import type { Evidence, Signal } from '@sekisho/engine/model/evidence.ts';
import type { TextId } from '../../language/languages.ts';
import { useWords } from '../../language/texts.tsx';
import { SeverityLabel } from '../../parts/labels.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Nothing } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';

const familyTexts: Readonly<Record<string, TextId>> = {
  EXISTENCE: 'ui.family.EXISTENCE',
  AGE: 'ui.family.AGE',
  ADDRESS: 'ui.family.ADDRESS',
  CONTACT: 'ui.family.CONTACT',
  PEOPLE: 'ui.family.PEOPLE',
  OWNERSHIP: 'ui.family.OWNERSHIP',
  MONEY: 'ui.family.MONEY',
  PURPOSE: 'ui.family.PURPOSE',
  BEHAVIOUR: 'ui.family.BEHAVIOUR',
  NETWORK: 'ui.family.NETWORK',
  HOSTING: 'ui.family.HOSTING',
};

export function Signals({ evidence }: { readonly evidence: Evidence }) {
  const { t, say } = useWords();
  const { signals } = evidence;
  const raised = signals.filter(({ state }) => state === 'RAISED');
  const unknown = signals.filter(({ state }) => state === 'UNKNOWN');
  const clear = signals.filter(({ state }) => state === 'CLEAR');
  const families = [...Map.groupBy(raised, ({ family }) => family)];
  return (
    <Panel
      title={t('ui.case.signals')}
      id="signals"
      aside={
        <span className="quiet">
          {t('ui.case.signals-count', { raised: raised.length, clear: clear.length, unknown: unknown.length })}
        </span>
      }
    >
      {raised.length === 0 && <Nothing title={t('ui.case.no-signals')} />}
      {families.map(([family, members]) => {
        const text = familyTexts[family];
        return (
          <div className="family" key={family}>
            <h3>{text === undefined ? family : t(text)}</h3>
            <ul>
              {members.map((signal, place) => (
                <RaisedSignal key={`${signal.id} ${place}`} signal={signal} />
              ))}
            </ul>
          </div>
        );
      })}
      {0 < unknown.length && (
        <details className="cleared">
          <summary>{t('ui.case.signals-unknown', { count: unknown.length })}</summary>
          <ul>
            {unknown.map(({ id }, place) => (
              <li key={`${id} ${place}`}>
                <Code>{id}</Code> {say(`signal.${id}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function RaisedSignal({ signal: { id, severity, facts, sources } }: { readonly signal: Signal }) {
  const { t, say, source: sourceName } = useWords();
  return (
    <li className="signal">
      <SeverityLabel severity={severity} />
      <div>
        <p className="signal-name">
          {say(`signal.${id}`)} <Code>{id}</Code>
        </p>
        <dl className="signal-facts">
          {facts.map(({ name, value }, place) => (
            <div key={`${name} ${place}`}>
              <dt>
                <Data>{name}</Data>
              </dt>
              <dd>
                <Data>{value}</Data>
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet small">
          {sources.map(({ source }) => (
            <Data key={source} className="source-name">
              {source === 'application' ? t('ui.chain.application') : sourceName(source)}
            </Data>
          ))}
        </p>
      </div>
    </li>
  );
}
