// Nothing in; a form for a new order out, kept as a draft until it is sent, and what became of it.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Received } from '../../answers.ts';
import { api } from '../../api.ts';
import { useDraft, useLeaveWarning } from '../../drafts.ts';
import { useWords } from '../../language/texts.tsx';
import { OutcomeLabel, StateLabel } from '../../parts/labels.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { usePolicies, useToday } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import {
  applicationOf,
  askedQuestions,
  contentKey,
  emptyOrder,
  emptyParty,
  type OrderFields,
  type PartyFields,
} from './order-form.ts';
import { PartyFieldset } from './party-fields.tsx';
import '../../style/apply.css';

/** Of the first draft of a page, which keeps the one it began with. */
const reference = freshId(new Date());

export function ApplyScreen() {
  const today = useToday();
  return today === undefined ? <Waiting lines={10} /> : <ApplyForm today={today} />;
}

function ApplyForm({ today }: { readonly today: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const policies = usePolicies();
  const [order, setOrder, forget] = useDraft<OrderFields>('order', emptyOrder(reference, today));
  const [received, setReceived] = useState<{ readonly id: string; readonly answer: Received }>();
  const send = useMutation({
    mutationFn: () => api.apply(applicationOf(order), contentKey(order)),
    onSuccess: async (answer) => {
      setReceived({ id: order.id, answer });
      forget();
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const change = (fields: Partial<OrderFields>) => setOrder((before) => ({ ...before, ...fields }));
  const changeParty = (place: number, fields: Partial<PartyFields>) =>
    setOrder((before) => ({
      ...before,
      parties: before.parties.map((party, at) => (at === place ? { ...party, ...fields } : party)),
    }));
  const startAnew = () => {
    setOrder(emptyOrder(freshId(new Date()), today));
    setReceived(undefined);
  };
  useLeaveWarning(order.parties[0]?.name !== '' && !send.isSuccess);
  if (received) return <Sent {...received} again={startAnew} />;
  const policyIds = policies.data?.items.map(({ id }) => id) ?? [];
  return (
    <form
      className="apply"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <ScreenHead title={t('ui.place.apply')} lead={t('ui.apply.lead')} />
      <Panel title={t('ui.apply.order')}>
        <div className="form-grid">
          <TextInput
            label={t('ui.apply.reference')}
            required
            value={order.id}
            onChange={(event) => change({ id: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('ui.field.policy')}
            required
            value={order.policy}
            onChange={(event) => change({ policy: event.currentTarget.value })}
            data={[{ value: '', label: t('ui.apply.choose-policy') }, ...policyIds]}
          />
          <TextInput
            label={t('ui.field.product')}
            required
            value={order.product}
            onChange={(event) => change({ product: event.currentTarget.value })}
          />
          <TextInput
            label={t('ui.apply.quantity')}
            inputMode="numeric"
            value={order.quantity}
            onChange={(event) => change({ quantity: event.currentTarget.value })}
          />
          <TextInput
            label={t('ui.field.received')}
            type="date"
            required
            value={order.receivedOn}
            onChange={(event) => change({ receivedOn: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <Panel title={t('ui.apply.parties')}>
        {order.parties.map((party, place) => (
          <PartyFieldset
            key={place}
            party={party}
            change={(fields) => changeParty(place, fields)}
            {...(0 < place && { remove: () => change({ parties: order.parties.toSpliced(place, 1) }) })}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          onClick={() => change({ parties: [...order.parties, emptyParty('contact', 'Person')] })}
        >
          {t('ui.apply.add-party')}
        </Button>
      </Panel>
      <Questions order={order} change={change} />
      {send.isError && <Failure error={send.error} />}
      <div className="form-foot apply-foot">
        <Button type="submit" size="md" loading={send.isPending}>
          {t('ui.apply.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={forget}>
          {t('ui.apply.discard')}
        </Button>
        <span className="quiet">{t('ui.apply.draft')}</span>
      </div>
    </form>
  );
}

function Questions({
  order,
  change,
}: {
  readonly order: OrderFields;
  readonly change: (fields: Partial<OrderFields>) => void;
}) {
  const { t, say } = useWords();
  return (
    <Panel title={t('ui.apply.questions')}>
      <div className="form-stack">
        {askedQuestions.map((question) => {
          const value = order.answers[question] ?? '';
          const answer = (text: string) => change({ answers: { ...order.answers, [question]: text } });
          const label = say(`question.${question}`);
          return question === 'resale' || question === 'foreign-instruction' ? (
            <NativeSelect
              key={question}
              label={label}
              value={value}
              onChange={(event) => answer(event.currentTarget.value)}
              data={[
                { value: '', label: t('ui.apply.no-answer') },
                { value: 'no', label: t('ui.apply.no') },
                { value: 'yes', label: t('ui.apply.yes') },
              ]}
            />
          ) : (
            <Textarea
              key={question}
              label={label}
              description={question === 'instructed-by' ? t('ui.apply.nobody-hint') : undefined}
              rows={question === 'employees' ? 1 : 2}
              value={value}
              onChange={(event) => answer(event.currentTarget.value)}
            />
          );
        })}
        <TextInput
          label={t('ui.apply.payer')}
          value={order.payerName}
          onChange={(event) => change({ payerName: event.currentTarget.value })}
        />
        <TextInput
          label={t('ui.field.delivery')}
          value={order.deliveryAddress}
          onChange={(event) => change({ deliveryAddress: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}

interface SentProps {
  readonly id: string;
  readonly answer: Received;
  readonly again: () => void;
}

function Sent({ id, answer, again }: SentProps) {
  const { t } = useWords();
  const mayOpen = useMay('case.read');
  // whoever may read cases is told the case, others what may be told
  const known = 'case' in answer ? answer.case : undefined;
  return (
    <div className="sent">
      <ScreenHead title={t('ui.apply.sent')} lead={t('ui.apply.sent-lead', { id })} />
      {known && (
        <p className="case-line">
          <StateLabel state={known.state} />
          <OutcomeLabel outcome={known.proposed} />
        </p>
      )}
      {'applicationId' in answer && <p>{t(`ui.followed.${answer.state}`)}</p>}
      <div className="form-foot">
        {mayOpen && known && (
          <Button component={Link} to={`/cases/${encodeURIComponent(id)}`}>
            {t('ui.apply.open-case')}
          </Button>
        )}
        <Button variant="default" onClick={again}>
          {t('ui.apply.another')}
        </Button>
      </div>
    </div>
  );
}

function freshId(now: Date): string {
  return `W-${now.toISOString().slice(0, 23).replace(/[-:.]/g, '').replace('T', '-')}`;
}
