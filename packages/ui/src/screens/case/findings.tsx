// A decision in, what each rule made of the evidence out, the strictest first; and what could not be checked.
import type { Decision, Finding } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { useWords } from '../../language/texts.tsx';
import { OutcomeLabel } from '../../parts/labels.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Nothing } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';

const strictness = { refuse: 0, review: 1, approve: 2 } as const;

export function Findings({ decision, evidence }: { readonly decision: Decision; readonly evidence: Evidence }) {
  const { t, say } = useWords();
  const findings = decision.findings.toSorted((a, b) => strictness[a.outcome] - strictness[b.outcome]);
  return (
    <Panel
      title={t('ui.case.findings')}
      id="findings"
      aside={
        <span className="quiet">
          <Code>{`${decision.policy.id} ${decision.policy.version}`}</Code>
        </span>
      }
    >
      {findings.length === 0 && <Nothing title={t('ui.case.no-findings')} />}
      <ul className="findings">
        {findings.map((finding, place) => (
          <FindingLine key={`${finding.rule} ${place}`} finding={finding} />
        ))}
      </ul>
      {0 < evidence.gaps.length && (
        <div className="companies">
          <p className="value-kind">{t('ui.case.gaps')}</p>
          <ul className="values">
            {evidence.gaps.map(({ kind, subject, detail }, place) => (
              <li key={`${kind} ${subject} ${place}`}>
                {say(`gap.${kind}`)} · <Data>{subject}</Data>{' '}
                {detail !== undefined && <Data className="quiet">{detail}</Data>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

function FindingLine({ finding: { outcome, message, facts, rule, reference } }: { readonly finding: Finding }) {
  const { say } = useWords();
  return (
    <li className="finding">
      <OutcomeLabel outcome={outcome} />
      <div>
        <p>{say(`finding.${message}`, facts)}</p>
        <p className="quiet small">
          <Code>{rule}</Code> {reference !== undefined && <Data>{reference}</Data>}
        </p>
      </div>
    </li>
  );
}
