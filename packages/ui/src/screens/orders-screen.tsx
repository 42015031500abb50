// An order's id or nothing in, the orders that somebody may follow out; of the one that is chosen how it stands and the letter about it.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, NavLink, useParams, useSearchParams } from 'react-router';
import type { OrderFilter, OrderLine } from '../answers.ts';
import { useWords } from '../language/texts.tsx';
import { useAddressFields } from '../parts/address-fields.ts';
import { StateLabel } from '../parts/labels.tsx';
import { LetterToApplicant } from './letter.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useFollowed, useOrders, usePolicies } from '../queries.ts';
import { useMay } from '../session.tsx';
import '../style/case.css';

const told = ['accepted', 'being-examined', 'information-needed', 'not-accepted', 'withdrawn'] as const;

export function OrdersScreen() {
  const { t } = useWords();
  const { orderId } = useParams();
  const isReader = useMay('application.read');
  const [search] = useSearchParams();
  const orders = useOrders(filterOf(search));
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = orderId ?? items[0]?.id;
  return (
    <div className="orders">
      <ScreenHead title={t('ui.place.orders')} lead={t(isReader ? 'ui.orders.lead' : 'ui.orders.own-lead')} />
      <Filters />
      {orders.isPending && <Waiting lines={6} />}
      {orders.isError && <Failure error={orders.error} retry={() => void orders.refetch()} />}
      {orders.isSuccess && items.length === 0 && (
        <Nothing title={t('ui.orders.none')}>{t('ui.orders.none-hint')}</Nothing>
      )}
      {0 < items.length && (
        <div className="side-list">
          <div>
            <ul className="side-list-choices" aria-label={t('ui.place.orders')}>
              {items.map((order) => (
                <Choice key={order.id} order={order} isChosen={order.id === chosen} search={search} />
              ))}
            </ul>
            {orders.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={orders.isFetchingNextPage}
                onClick={() => void orders.fetchNextPage()}
              >
                {t('ui.state.more')}
              </Button>
            )}
          </div>
          {chosen !== undefined && <Order key={chosen} id={chosen} line={items.find(({ id }) => id === chosen)} />}
        </div>
      )}
    </div>
  );
}

function Filters() {
  const { t } = useWords();
  const policies = usePolicies();
  const [search, change] = useAddressFields();
  return (
    <div className="filters">
      <NativeSelect
        aria-label={t('ui.field.state')}
        value={search.get('told') ?? ''}
        onChange={(event) => change('told', event.currentTarget.value)}
        data={[
          { value: '', label: t('ui.orders.any-state') },
          ...told.map((value) => ({ value, label: t(`ui.orders-state.${value}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('ui.field.policy')}
        value={search.get('policy') ?? ''}
        onChange={(event) => change('policy', event.currentTarget.value)}
        data={[
          { value: '', label: t('ui.queue.any-policy') },
          ...(policies.data?.items.map(({ id }) => ({ value: id, label: id })) ?? []),
        ]}
      />
      <TextInput
        type="date"
        aria-label={t('ui.orders.since')}
        title={t('ui.orders.since')}
        value={search.get('since') ?? ''}
        onChange={(event) => change('since', event.currentTarget.value)}
      />
    </div>
  );
}

function Choice(props: { readonly order: OrderLine; readonly isChosen: boolean; readonly search: URLSearchParams }) {
  const { t, moment } = useWords();
  const { order, isChosen, search } = props;
  return (
    <li>
      <NavLink
        to={{ pathname: `/orders/${encodeURIComponent(order.id)}`, search: search.toString() }}
        className={isChosen ? 'active' : ''}
      >
        <span>
          <Data>{order.buyer ?? order.id}</Data>
        </span>
        <span className="small">{t(`ui.orders-state.${order.told}`)}</span>
        <span className="quiet small">{moment(order.receivedAt)}</span>
      </NavLink>
    </li>
  );
}

function Order({ id, line }: { readonly id: string; readonly line: OrderLine | undefined }) {
  const { t, moment } = useWords();
  const { data, isPending, isError, error } = useFollowed(id);
  if (isPending) return <Waiting lines={6} />;
  if (isError) return <Failure error={error} />;
  return (
    <Panel title={line?.buyer ?? id} aside={<Code>{id}</Code>}>
      <p className="told">{t(`ui.followed.${data.state}`)}</p>
      <ul className="values">
        {line?.product !== undefined && (
          <li>
            <span className="value-kind">{t('ui.field.product')}</span> <Data>{line.product}</Data>
          </li>
        )}
        {line?.policy !== undefined && (
          <li>
            <span className="value-kind">{t('ui.field.policy')}</span> <Code>{line.policy}</Code>
          </li>
        )}
        <li>
          <span className="value-kind">{t('ui.field.received')}</span> {moment(data.receivedAt)}
        </li>
      </ul>
      {line?.case && (
        <p className="case-line">
          <StateLabel state={line.case.state} />
          <Link to={`/cases/${encodeURIComponent(id)}`}>{t('ui.apply.open-case')}</Link>
        </p>
      )}
      <LetterToApplicant id={id} />
    </Panel>
  );
}

function filterOf(search: URLSearchParams): OrderFilter {
  const state = told.find((one) => one === search.get('told'));
  const [policy, receivedSince] = [search.get('policy'), search.get('since')];
  return {
    ...(state && { told: state }),
    ...(policy !== null && { policy }),
    ...(receivedSince !== null && /^\d{4}-\d{2}-\d{2}$/.test(receivedSince) && { receivedSince }),
  };
}
