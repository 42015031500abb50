// A case in, why somebody has to look at it out: in words, the most pressing first.
import type { CaseSummary } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';

export function DueReasons({ item, today }: { readonly item: CaseSummary; readonly today: string | undefined }) {
  const { t } = useWords();
  const { openHits, alerts, waitsFor, dueOn, noTipOff } = item;
  const reasons = [
    waitsFor && t('ui.why.second-person', { state: t(`ui.case-state.${waitsFor}`) }),
    dueOn !== undefined && today !== undefined && dueOn < today && t('ui.why.overdue'),
    0 < alerts && t('ui.why.alerts', { count: alerts }),
    0 < openHits && t('ui.why.hits', { count: openHits }),
    noTipOff && t('ui.why.no-tip-off'),
  ].filter((reason) => typeof reason === 'string');
  const shown = reasons.length === 0 ? [t(`ui.why.${item.proposed}`)] : reasons;
  return (
    <span className="reasons">
      {shown.map((reason) => (
        <span key={reason} className="reason">
          {reason}
        </span>
      ))}
    </span>
  );
}
