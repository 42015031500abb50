// A table that was screened in, its rows by what was found of them out, and the files to be saved.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { Batch, BatchRowKind, BatchRows } from '../../answers.ts';
import { batchFile } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useBatchRows } from '../../queries.ts';

type Counts = NonNullable<Batch['counts']>;

const kinds = ['match', 'no-match', 'unknown', 'rejected'] as const satisfies readonly BatchRowKind[];
const countOf: Record<BatchRowKind, (counts: Counts) => number> = {
  match: ({ matches }) => matches,
  'no-match': ({ rows, matches, rejected, unreadable, cutOff }) =>
    Math.max(0, rows - matches - rejected - unreadable - cutOff),
  unknown: ({ unreadable, cutOff }) => unreadable + cutOff,
  rejected: ({ rejected }) => rejected,
};
const hints = { match: 'ui.batch.match-hint', unknown: 'ui.batch.unknown-hint' } as const;

export function BatchResults({ batch, screenAgain }: { readonly batch: Batch; readonly screenAgain: () => void }) {
  const { t, number } = useWords();
  const { counts, id } = batch;
  const [kind, setKind] = useState<BatchRowKind>(0 < (counts?.matches ?? 0) ? 'match' : 'no-match');
  if (!counts) return null;
  const hint = kind === 'match' || kind === 'unknown' ? hints[kind] : undefined;
  return (
    <Panel
      title={t('ui.batch.hits-of', { matches: number(counts.matches), rows: number(counts.rows) })}
      aside={
        <div className="screen-head-actions">
          <Button component="a" href={batchFile(id, 'results')} download variant="default">
            {t('ui.batch.download')}
          </Button>
          {0 < counts.rejected && (
            <Button component="a" href={batchFile(id, 'rejected')} download variant="default">
              {t('ui.batch.download-rejected')}
            </Button>
          )}
          <Button variant="subtle" onClick={screenAgain}>
            {t('ui.batch.again')}
          </Button>
        </div>
      }
    >
      {0 < counts.ambiguousDates && <p className="note">{t('ui.batch.ambiguous', { count: counts.ambiguousDates })}</p>}
      <div className="views batch-views" role="group" aria-label={t('ui.batch.result')}>
        {kinds.map((one) => (
          <button type="button" key={one} className="view" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t(`ui.batch-rows.${one}`)} <span className="batch-count">{number(countOf[one](counts))}</span>
          </button>
        ))}
      </div>
      {hint && <p className="quiet">{t(hint)}</p>}
      {0 < countOf[kind](counts) ? <Rows batch={batch} kind={kind} /> : <Nothing title={t('ui.batch.no-rows')} />}
    </Panel>
  );
}

function Rows({ batch, kind }: { readonly batch: Batch; readonly kind: BatchRowKind }) {
  const { t } = useWords();
  const rows = useBatchRows(batch.id, kind, batch.screening?.number ?? 0);
  if (rows.isPending) return <Waiting lines={8} />;
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  const [first] = rows.data.pages;
  return (
    <>
      <div className="table-frame batch-rows" tabIndex={0} role="group" aria-label={t(`ui.batch-rows.${kind}`)}>
        <Table verticalSpacing="xs" stickyHeader aria-label={t(`ui.batch-rows.${kind}`)}>
          <Table.Thead>
            <Table.Tr>
              {kind === 'rejected' && (
                <>
                  <Table.Th>{t('ui.batch.line')}</Table.Th>
                  <Table.Th>{t('ui.batch.why')}</Table.Th>
                </>
              )}
              {first?.columns.map((column, place) => (
                <Table.Th key={place}>
                  <Data>{column}</Data>
                </Table.Th>
              ))}
              {kind === 'match' && (
                <>
                  <Table.Th>{t('ui.batch.listed')}</Table.Th>
                  <Table.Th>{t('ui.batch.list')}</Table.Th>
                  <Table.Th>{t('ui.batch.why')}</Table.Th>
                  <Table.Th>{t('ui.batch.score')}</Table.Th>
                </>
              )}
              {kind === 'unknown' && <Table.Th>{t('ui.batch.why')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.data.pages.flatMap(({ items }) => items.map((row) => <Row key={row.number} row={row} />))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.hasNextPage && (
        <div className="form-foot">
          <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t('ui.state.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The reason is a sentence of the file, which is in English. */
function Row({ row }: { readonly row: BatchRows['items'][number] }) {
  const { number, source } = useWords();
  const { kind, cells, line, reason, listedName = '', list = '', entityId = '', note, score } = row;
  return (
    <Table.Tr>
      {kind === 'rejected' && (
        <>
          <Table.Td>{number(line ?? 0)}</Table.Td>
          <Table.Td lang="en">
            <Data>{reason}</Data>
          </Table.Td>
        </>
      )}
      {cells.map((cell, place) => (
        <Table.Td key={place}>
          <Data>{cell}</Data>
        </Table.Td>
      ))}
      {kind === 'match' && (
        <>
          <Table.Td>
            <Data>{listedName}</Data>
          </Table.Td>
          <Table.Td>
            {source(list)}
            <div className="quiet small">
              <Code>{entityId}</Code>
            </div>
          </Table.Td>
          <Table.Td lang="en" className="batch-reason">
            <Data>{reason}</Data>
            {note !== undefined && (
              <div className="quiet small">
                <Data>{note}</Data>
              </div>
            )}
          </Table.Td>
          <Table.Td>{score === undefined ? '' : number(Math.round(score * 100) / 100)}</Table.Td>
        </>
      )}
      {kind === 'unknown' && (
        <Table.Td lang="en">
          <Data>{note ?? ''}</Data>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
