// A file of names in, sent to be screened; the files that somebody has sent, and how far each is, out.
import { Button, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Batch } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Label } from '../../parts/labels.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { useBatches } from '../../queries.ts';
import '../../style/batch.css';

export function BatchesScreen() {
  const { t } = useWords();
  const { data, isPending, isError, error, refetch } = useBatches();
  return (
    <div className="batches">
      <ScreenHead title={t('ui.place.batches')} lead={t('ui.batch.lead')} />
      <DropPlace />
      <Panel title={t('ui.batch.yours')}>
        {isPending && <Waiting lines={3} />}
        {isError && <Failure error={error} retry={() => void refetch()} />}
        {data?.items.length === 0 && <Nothing title={t('ui.batch.none')}>{t('ui.batch.none-hint')}</Nothing>}
        {data && 0 < data.items.length && <Sent batches={data.items} />}
      </Panel>
    </div>
  );
}

function DropPlace() {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const sending = useMutation({
    mutationFn: api.sendBatch,
    onSuccess: (batch) => {
      client.setQueryData(['batches', batch.id], batch);
      void navigate(`/batches/${batch.id}`);
    },
  });
  const send = (file: File | undefined) => {
    if (file && !sending.isPending) sending.mutate(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      <div
        className={isOver ? 'drop-place over' : 'drop-place'}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="table" size={28} />
        <p className="nothing-title" role="status">
          {sending.isPending ? t('ui.batch.sending', { file: sending.variables.name }) : t('ui.batch.drop')}
        </p>
        <p className="quiet">{t('ui.batch.drop-hint')}</p>
        <Button variant="default" loading={sending.isPending} onClick={() => field.current?.click()}>
          {t('ui.batch.choose')}
        </Button>
        <input
          ref={field}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,.xlsx,.xls,.ods"
          onChange={(event) => {
            send(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {sending.isError && <Failure error={sending.error} />}
    </>
  );
}

const stateColours = {
  received: 'gray',
  waiting: 'gray',
  screening: 'ai',
  done: 'teal',
  failed: 'red',
} as const satisfies Record<Batch['state'], string>;

function Sent({ batches }: { readonly batches: readonly Batch[] }) {
  const { t, day, moment, number } = useWords();
  return (
    <div className="table-frame">
      <Table aria-label={t('ui.batch.yours')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.batch.file')}</Table.Th>
            <Table.Th>{t('ui.field.received')}</Table.Th>
            <Table.Th>{t('ui.field.state')}</Table.Th>
            <Table.Th>{t('ui.batch.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map(({ id, file, receivedAt, endsAt, state, counts }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Link to={`/batches/${id}`}>
                  <Data>{file}</Data>
                </Link>
                <div className="quiet small">{t('ui.batch.ends', { day: day(endsAt.slice(0, 10)) })}</div>
              </Table.Td>
              <Table.Td>{moment(receivedAt)}</Table.Td>
              <Table.Td>
                <Label colour={stateColours[state]}>{t(`ui.batch-state.${state}`)}</Label>
              </Table.Td>
              <Table.Td>
                {counts && t('ui.batch.hits-of', { matches: number(counts.matches), rows: number(counts.rows) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
