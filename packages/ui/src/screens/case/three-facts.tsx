// A case in, three lines out: who buys what, what the registers say, what stands open. Facts come before anything else.
import { buyerIn } from './buyer.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { useWords } from '../../language/texts.tsx';
import { Icon } from '../../parts/icons.tsx';

export function ThreeFacts({ evidence }: { readonly evidence: Evidence }) {
  const { t, say, list, country, source: sourceName } = useWords();
  const buyer = buyerIn(evidence.application);
  const { product } = evidence.application;
  const told = evidence.confirmations.filter(({ party }) => party === buyer?.id);
  const isConfirmed = told.some(({ verdict }) => verdict === 'CONFIRMED');
  const raised = evidence.signals.filter(({ state }) => state === 'RAISED').length;
  const unknown = evidence.gaps.length;
  const isClear = evidence.hits.length + raised + unknown === 0;
  const registerLine = ({ register, verdict, reason }: Confirmation) =>
    t('ui.case.fact.register', {
      register: sourceName(register),
      verdict: t(`ui.confirmation.${verdict}`),
      reason: say(`confirmation.${reason}`),
    });
  return (
    <ol className="three-facts" aria-label={t('ui.case.facts')}>
      <li>
        <Icon name="people" />
        <span>
          {t('ui.case.fact.buyer', {
            name: buyer?.names[0]?.text ?? '',
            place: list([
              ...(buyer?.country === undefined ? [] : [country(buyer.country)]),
              ...(buyer?.addresses?.[0] ? [buyer.addresses[0].full] : []),
            ]),
            product: product.name ?? product.id,
            quantity: product.quantity ?? 1,
          })}
        </span>
      </li>
      <li className={isConfirmed ? 'fact-good' : 'fact-open'}>
        <Icon name={isConfirmed ? 'check' : told.length === 0 ? 'gap' : 'warning'} />
        <span>{told.length === 0 ? t('ui.case.fact.no-register') : list(told.map(registerLine))}</span>
      </li>
      <li className={isClear ? 'fact-good' : 'fact-open'}>
        <Icon name={isClear ? 'check' : 'warning'} />
        <span>
          {isClear
            ? t('ui.case.fact.clear')
            : t('ui.case.fact.open', { hits: evidence.hits.length, signals: raised, gaps: unknown })}
        </span>
      </li>
    </ol>
  );
}
