// A word of a closed vocabulary in, a label in the reader's language out; colour never says it alone.
import type { CaseState, Outcome } from '@sekisho/engine/model/decision.ts';
import type { DispositionVerdict } from '@sekisho/engine/model/case-note.ts';
import type { Severity } from '@sekisho/engine/model/evidence.ts';
import { useWords } from '../language/texts.tsx';

const stateColours = {
  ACCEPT: 'teal',
  ACCEPT_WITH_CONDITIONS: 'teal',
  NEED_INFORMATION: 'ai',
  HOLD: 'yellow',
  REFUSE: 'red',
  WITHDRAWN: 'gray',
} as const satisfies Record<CaseState, string>;

export function StateLabel({ state }: { readonly state: CaseState }) {
  const { t } = useWords();
  return <Label colour={stateColours[state]}>{t(`ui.case-state.${state}`)}</Label>;
}

const outcomeColours = { approve: 'teal', review: 'yellow', refuse: 'red' } as const satisfies Record<Outcome, string>;

export function OutcomeLabel({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useWords();
  return <Label colour={outcomeColours[outcome]}>{t(`ui.outcome.${outcome}`)}</Label>;
}

const severityColours = { B: 'red', H: 'red', M: 'yellow', L: 'gray', I: 'gray' } as const;

export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  const { t } = useWords();
  return <Label colour={severityColours[severity]}>{t(`ui.severity.${severity}`)}</Label>;
}

const verdictColours = {
  'true-match': 'red',
  possible: 'yellow',
  'false-positive': 'teal',
  undetermined: 'gray',
} as const satisfies Record<DispositionVerdict, string>;

export function VerdictLabel({ verdict }: { readonly verdict: DispositionVerdict }) {
  const { t } = useWords();
  return <Label colour={verdictColours[verdict]}>{t(`ui.disposition.${verdict}`)}</Label>;
}

export function Label({ colour, children }: { readonly colour: string; readonly children: string }) {
  return <span className={`label label-${colour}`}>{children}</span>;
}
