// Nothing in; the cases that wait out, longest due first, with why: filtered, chosen and handed on without a mouse.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { lazy, useCallback, useMemo, useRef, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useKeys } from '../../keys.ts';
import { useWords } from '../../language/texts.tsx';
import { useAddressFields } from '../../parts/address-fields.ts';
import { Icon } from '../../parts/icons.tsx';
import { ScreenHead } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { useCases, usePolicies, useStatus } from '../../queries.ts';
import { usePerson, useMay } from '../../session.tsx';
import { Opened } from '../../parts/opened.tsx';
import { AssignBar } from './assign-bar.tsx';
import { QueueTable } from './queue-table.tsx';
import { filterOf, queueViews } from './queue-views.ts';

const QueueAges = lazy(async () => ({ default: (await import('./queue-ages.tsx')).QueueAges }));

export function QueueScreen() {
  const { t, number } = useWords();
  const person = usePerson();
  const isReviewer = useMay('case.read');
  const isSubmitter = useMay('application.follow') && !isReviewer;
  const [search, change] = useAddressFields();
  const navigate = useNavigate();
  const view = search.get('view') ?? 'hold';
  const cases = useCases(filterOf(search, person.name));
  const items = useMemo(() => cases.data?.pages.flatMap((page) => page.items) ?? [], [cases.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const searchField = useRef<HTMLInputElement>(null);
  const searchFor = useDebouncedCallback((text: string) => change('q', text), 200);
  const current = Math.min(at, Math.max(0, items.length - 1));
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    [],
  );
  const open = (id: string | undefined) => {
    if (id !== undefined) void navigate(`/cases/${encodeURIComponent(id)}`);
  };
  useKeys([
    { key: 'j', text: 'ui.key.next', run: () => setAt(Math.min(current + 1, items.length - 1)) },
    { key: 'k', text: 'ui.key.previous', run: () => setAt(Math.max(0, current - 1)) },
    { key: 'Enter', text: 'ui.key.open', run: () => open(items[current]?.id) },
    {
      key: 'x',
      text: 'ui.key.choose',
      run: () => {
        const id = items[current]?.id;
        if (id !== undefined) toggle(id);
      },
    },
    { key: '/', text: 'ui.key.search', run: () => searchField.current?.focus() },
  ]);
  if (isSubmitter) return <Navigate to="/orders" replace />;
  if (!isReviewer) return <Nothing title={t('ui.queue.not-yours')}>{t('ui.queue.not-yours-hint')}</Nothing>;
  return (
    <div className="queue">
      <ScreenHead title={t('ui.place.queue')} lead={<StatusLine />} />
      <Opened title={t('ui.ages.title')}>
        <QueueAges />
      </Opened>
      <div className="views" role="group" aria-label={t('ui.queue.views')}>
        {queueViews.map(({ id, text }) => (
          <button
            type="button"
            key={id}
            className="view"
            aria-pressed={id === view}
            onClick={() => {
              change('view', id);
              setAt(0);
              setChosen(new Set());
            }}
          >
            {t(text)}
          </button>
        ))}
      </div>
      <Filters
        search={search}
        change={change}
        field={
          <TextInput
            ref={searchField}
            className="grow"
            placeholder={t('ui.queue.search')}
            aria-label={t('ui.queue.search')}
            leftSection={<Icon name="screen" size={16} />}
            defaultValue={search.get('q') ?? ''}
            onChange={(event) => searchFor(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        }
      />
      {0 < chosen.size && <AssignBar cases={[...chosen]} done={() => setChosen(new Set())} />}
      {cases.isPending && <Waiting lines={8} />}
      {cases.isError && <Failure error={cases.error} retry={() => void cases.refetch()} />}
      {cases.isSuccess && items.length === 0 && (
        <Nothing title={t('ui.queue.empty')}>{t('ui.queue.empty-hint')}</Nothing>
      )}
      {0 < items.length && (
        <>
          <QueueTable
            items={items}
            current={current}
            chosen={chosen}
            toggle={toggle}
            pointTo={setAt}
            more={() => {
              if (cases.hasNextPage && !cases.isFetchingNextPage) void cases.fetchNextPage();
            }}
          />
          <p className="quiet queue-foot">
            {t(cases.hasNextPage ? 'ui.queue.count-more' : 'ui.queue.count', {
              count: items.length,
              shown: number(items.length),
            })}
          </p>
        </>
      )}
    </div>
  );
}

function Filters(props: {
  readonly search: URLSearchParams;
  readonly change: (name: string, value: string) => void;
  readonly field: React.ReactNode;
}) {
  const { t } = useWords();
  const policies = usePolicies();
  const { search, change } = props;
  return (
    <div className="filters">
      {props.field}
      <NativeSelect
        aria-label={t('ui.queue.proposed')}
        value={search.get('proposed') ?? ''}
        onChange={(event) => change('proposed', event.currentTarget.value)}
        data={[
          { value: '', label: t('ui.queue.any-proposal') },
          ...(['review', 'refuse', 'approve'] as const).map((value) => ({ value, label: t(`ui.outcome.${value}`) })),
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
      {['q', 'proposed', 'policy'].some((name) => search.has(name)) && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => ['q', 'proposed', 'policy'].forEach((name) => change(name, ''))}
        >
          {t('ui.queue.clear-filters')}
        </Button>
      )}
    </div>
  );
}

/** What keeps the whole folder from deciding well today: said before any case is opened. */
function StatusLine() {
  const { t } = useWords();
  const { data } = useStatus();
  if (!data) return null;
  const stale = data.sources.filter(({ state }) => state !== 'FRESH').length;
  const waiting = data.cases.HOLD ?? 0;
  return (
    <>
      {t('ui.queue.status', { waiting })}
      {0 < stale && <span className="warned"> {t('ui.queue.stale', { count: stale })}</span>}
      {0 < data.lookBacksOwed && <span className="warned"> {t('ui.queue.owed', { count: data.lookBacksOwed })}</span>}
    </>
  );
}
