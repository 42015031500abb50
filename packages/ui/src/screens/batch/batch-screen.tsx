// A table that was sent in: its columns to be corrected, how far its screening is, or what was found of its rows, out.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Batch } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { useBatch } from '../../queries.ts';
import '../../style/apply.css';
import '../../style/batch.css';
import { BatchResults } from './batch-results.tsx';
import { ColumnsForm } from './columns-form.tsx';

export function BatchScreen() {
  const { t, day } = useWords();
  const id = useParams()['batchId'] ?? '';
  const { data, isPending, isError, error, refetch } = useBatch(id);
  return (
    <div className="batch">
      <p className="quiet">
        <Link to="/batches">{t('ui.place.batches')}</Link>
      </p>
      {isPending && <Waiting lines={6} />}
      {isError && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <ScreenHead
            title={<Data>{data.file}</Data>}
            lead={t('ui.batch.ends', { day: day(data.endsAt.slice(0, 10)) })}
            actions={<DeleteButton id={id} />}
          />
          <Stage key={data.screening?.number ?? 0} batch={data} />
        </>
      )}
    </div>
  );
}

function Stage({ batch }: { readonly batch: Batch }) {
  const { t, say } = useWords();
  const [isAgain, setAgain] = useState(false);
  const { state, problem } = batch;
  if (state === 'waiting' || state === 'screening') return <Progress batch={batch} />;
  return (
    <>
      {state === 'failed' && problem && (
        <Notice kind="bad" title={t('ui.batch-state.failed')} role="alert">
          <p className="quiet-p">{say(`problem.${problem.code}`, problem.facts)}</p>
        </Notice>
      )}
      {state === 'done' && !isAgain && <BatchResults batch={batch} screenAgain={() => setAgain(true)} />}
      {(state !== 'done' || isAgain) && <ColumnsForm batch={batch} />}
    </>
  );
}

const MINUTE = 60;

function Progress({ batch: { progress } }: { readonly batch: Batch }) {
  const { t, number } = useWords();
  const { share = 0, rows = 0, rowsPerSecond = 0, secondsLeft } = progress ?? {};
  return (
    <Panel title={t(progress ? 'ui.batch-state.screening' : 'ui.batch-state.waiting')}>
      <progress className="batch-progress" max={1} value={share} aria-label={t('ui.batch-state.screening')} />
      <p role="status">
        {progress ? t('ui.batch.rate', { rows: number(rows), rate: number(rowsPerSecond) }) : t('ui.batch.waits')}
      </p>
      {secondsLeft !== undefined && (
        <p className="quiet">
          {secondsLeft < 2 * MINUTE
            ? t('ui.batch.seconds-left', { count: secondsLeft })
            : t('ui.batch.minutes-left', { count: Math.round(secondsLeft / MINUTE) })}
        </p>
      )}
    </Panel>
  );
}

function DeleteButton({ id }: { readonly id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => api.deleteBatch(id),
    onSuccess: async () => {
      await navigate('/batches');
      client.removeQueries({ queryKey: ['batches', id] });
    },
  });
  return (
    <Button variant="default" loading={deleting.isPending} onClick={() => deleting.mutate()}>
      {t('ui.batch.delete')}
    </Button>
  );
}
