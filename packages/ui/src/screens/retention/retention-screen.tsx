// Nothing in; until when every case is kept, what is due, and what is kept of a person out.
import { Button, Modal, Switch, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { KeptCase, RetentionRun } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { StateLabel } from '../../parts/labels.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { ReasonForm } from '../../parts/reason-form.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code } from '../../parts/words.tsx';
import { useKept } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import { SubjectAccess } from './subject-access.tsx';

export function RetentionScreen() {
  const { t } = useWords();
  const mayExport = useMay('person.export');
  return (
    <div className="retention">
      <ScreenHead title={t('ui.place.retention')} lead={t('ui.retention.lead')} />
      <KeptCases />
      {mayExport && <SubjectAccess />}
    </div>
  );
}

function KeptCases() {
  const { t } = useWords();
  const [due, setDue] = useState(false);
  const { data, isPending, isError, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useKept(due);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const mayErase = useMay('case.erase');
  return (
    <Panel
      title={t('ui.retention.cases')}
      aside={
        <Switch
          label={t('ui.retention.only-due')}
          checked={due}
          onChange={(event) => setDue(event.currentTarget.checked)}
        />
      }
    >
      {isPending && <Waiting lines={6} />}
      {isError && <Failure error={error} />}
      {data && items.length === 0 && <Nothing title={t(due ? 'ui.retention.none-due' : 'ui.retention.none')} />}
      {0 < items.length && (
        <div className="table-frame">
          <Table aria-label={t('ui.retention.cases')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('ui.retention.case')}</Table.Th>
                <Table.Th>{t('ui.retention.state')}</Table.Th>
                <Table.Th>{t('ui.retention.until')}</Table.Th>
                <Table.Th>{t('ui.retention.standing')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((kept) => (
                <KeptRow key={kept.id} kept={kept} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <div className="form-foot">
        {hasNextPage && (
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('ui.retention.more')}
          </Button>
        )}
        {mayErase && <EraseDue />}
      </div>
    </Panel>
  );
}

function KeptRow({ kept: { id, state, until, isOnHold, isDue } }: { readonly kept: KeptCase }) {
  const { t, day } = useWords();
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={`/cases/${encodeURIComponent(id)}`}>
          <Code>{id}</Code>
        </Link>
      </Table.Td>
      <Table.Td>
        <StateLabel state={state} />
      </Table.Td>
      <Table.Td>{until === undefined ? t('ui.retention.open') : day(until)}</Table.Td>
      <Table.Td>{isOnHold ? t('ui.keeping.held') : isDue ? t('ui.retention.due') : ''}</Table.Td>
    </Table.Tr>
  );
}

/** Erases all that is due at once, after what that means was read. */
function EraseDue() {
  const { t } = useWords();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const run = useMutation({
    mutationFn: api.eraseDue,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['kept'] });
      void client.invalidateQueries({ queryKey: ['case'] });
    },
  });
  const close = () => {
    setOpen(false);
    run.reset();
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {t('ui.retention.erase-due')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('ui.retention.erase-due')}
        lockScroll={false}
        closeButtonProps={{ 'aria-label': t('ui.state.close') }}
        transitionProps={{ duration: 0 }}
      >
        {run.data ? (
          <RunResult run={run.data} />
        ) : (
          <ReasonForm
            action={t('ui.keeping.erase')}
            description={t('ui.erase.reason-hint')}
            send={run.mutateAsync}
            isForEver
          >
            <Notice kind="bad">{t('ui.retention.erase-due-hint')}</Notice>
          </ReasonForm>
        )}
      </Modal>
    </>
  );
}

function RunResult({ run: { erased, requested, refused } }: { readonly run: RetentionRun }) {
  const { t, say, number } = useWords();
  return (
    <Notice kind={refused.length === 0 ? 'good' : 'warn'} role="status">
      <ul>
        <li>{t('ui.retention.erased', { count: erased.length, shown: number(erased.length) })}</li>
        {0 < requested.length && (
          <li>{t('ui.retention.requested', { count: requested.length, shown: number(requested.length) })}</li>
        )}
        {refused.map(({ id, problem }) => (
          <li key={id}>{say(`problem.${problem.code}`, problem.facts)}</li>
        ))}
      </ul>
    </Notice>
  );
}
