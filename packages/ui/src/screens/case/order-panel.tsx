// An application in, the order as it was sent out: parties, product, answers, payment, delivery.
import type { Application } from '@sekisho/engine/model/application.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { schemaWord } from './side-by-side.tsx';

export function OrderPanel({ application }: { readonly application: Application }) {
  const { t, say, list, country, day } = useWords();
  const { parties, answers = [], payment, delivery, product, receivedOn } = application;
  return (
    <Panel title={t('ui.case.order')} id="order">
      <dl className="facts">
        <div>
          <dt>{t('ui.field.product')}</dt>
          <dd>
            <Data>{product.name ?? product.id}</Data> × {product.quantity ?? 1}
          </dd>
        </div>
        <div>
          <dt>{t('ui.field.received')}</dt>
          <dd>{day(receivedOn)}</dd>
        </div>
        {delivery && (
          <div>
            <dt>{t('ui.field.delivery')}</dt>
            <dd>
              <Data>
                {list([
                  ...(delivery.address === undefined ? [] : [delivery.address]),
                  ...(delivery.country === undefined ? [] : [country(delivery.country)]),
                ])}
              </Data>
            </dd>
          </div>
        )}
        {payment?.payerName !== undefined && (
          <div>
            <dt>{t('ui.role.payer')}</dt>
            <dd>
              <Data>{payment.payerName}</Data>
            </dd>
          </div>
        )}
      </dl>
      <ul className="parties">
        {parties.map(({ id, names, roles, schema, addresses = [], emails = [], phones = [], identifiers = [] }) => (
          <li key={id} className="party">
            <p className="party-name">
              <Data>{names[0]?.text ?? id}</Data>
            </p>
            <p className="quiet small">
              {schemaWord(schema, t)} · {list(roles.map((role) => t(`ui.role.${role}`)))}
            </p>
            <ul className="values small">
              {names.slice(1).map(({ text }) => (
                <li key={text}>
                  <Data>{text}</Data>
                </li>
              ))}
              {identifiers.map(({ type, value }) => (
                <li key={`${type} ${value}`}>
                  <span className="value-kind">{say(`identifier-type.${type}`)}</span> <Code>{value}</Code>
                </li>
              ))}
              {[...addresses.map(({ full }) => full), ...emails, ...phones].map((text) => (
                <li key={text}>
                  <Data>{text}</Data>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {0 < answers.length && (
        <dl className="answers">
          {answers.map(({ question, answer }) => (
            <div key={question}>
              <dt>{say(`question.${question}`)}</dt>
              <dd>
                <Data>{answer}</Data>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
