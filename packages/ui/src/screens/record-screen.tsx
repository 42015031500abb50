// Nothing in; the record's entries out, as they stand, and whether the whole of it verifies.
import { Button, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EntryLine, Verification } from '../answers.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useEntries, useEntry, useStatus } from '../queries.ts';

const PAGE = 100;

export function RecordScreen() {
  const { t, number } = useWords();
  const count = useStatus().data?.recordEntries;
  const newest = count === undefined ? undefined : Math.max(1, count - PAGE + 1);
  const [from, setFrom] = useState<number>();
  const start = from ?? newest;
  const verify = useMutation({ mutationFn: api.verification });
  return (
    <div className="record">
      <ScreenHead
        title={t('ui.place.record')}
        lead={t('ui.record.lead')}
        actions={
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('ui.record.verify')}
          </Button>
        }
      />
      {verify.isError && <Failure error={verify.error} />}
      {verify.data && <Verdict proof={verify.data} />}
      {start === undefined ? <Waiting lines={8} /> : <Entries from={start} />}
      {start !== undefined && count !== undefined && (
        <div className="form-foot">
          <Button variant="default" size="xs" disabled={start <= 1} onClick={() => setFrom(Math.max(1, start - PAGE))}>
            {t('ui.record.older')}
          </Button>
          <Button variant="default" size="xs" disabled={count < start + PAGE} onClick={() => setFrom(start + PAGE)}>
            {t('ui.record.newer')}
          </Button>
          <span className="quiet">{t('ui.record.count', { count, shown: number(count) })}</span>
        </div>
      )}
    </div>
  );
}

function Verdict({ proof: { report, differences } }: { readonly proof: Verification }) {
  const { t, number } = useWords();
  const isWhole = report.state !== 'broken' && differences.length === 0;
  return (
    <Notice kind={isWhole ? 'good' : 'bad'} role="status" title={t(`ui.record.${report.state}`)}>
      {t('ui.record.report', { entries: number(report.entries), erased: number(report.erased) })}{' '}
      {report.witnessedUpTo && t('ui.record.witnessed', { sequence: number(report.witnessedUpTo.sequence) })}
      {0 < differences.length && (
        <ul aria-label={t('ui.record.differences')}>
          {differences.map((difference) => (
            <li key={difference}>
              <Data>{difference}</Data>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Entries({ from }: { readonly from: number }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useEntries(from);
  const [open, setOpen] = useState<number>();
  if (isPending) return <Waiting lines={8} />;
  if (isError) return <Failure error={error} />;
  return (
    <Panel title={t('ui.record.entries')}>
      <div className="table-frame">
        <Table aria-label={t('ui.record.entries')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ui.record.number')}</Table.Th>
              <Table.Th>{t('ui.record.at')}</Table.Th>
              <Table.Th>{t('ui.record.kind')}</Table.Th>
              <Table.Th>{t('ui.record.subject')}</Table.Th>
              <Table.Th>{t('ui.record.hash')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.toReversed().map((entry) => (
              <EntryRow
                key={entry.sequence}
                entry={entry}
                isOpen={open === entry.sequence}
                toggle={() => setOpen(open === entry.sequence ? undefined : entry.sequence)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
}

function EntryRow({
  entry,
  isOpen,
  toggle,
}: {
  readonly entry: EntryLine;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}) {
  const { t, moment, number } = useWords();
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <button type="button" className="link-button" aria-expanded={isOpen} onClick={toggle}>
            {number(entry.sequence)}
          </button>
        </Table.Td>
        <Table.Td>{moment(entry.at)}</Table.Td>
        <Table.Td>{t(`ui.entry-kind.${entry.kind}`)}</Table.Td>
        <Table.Td>
          <Data>{60 < entry.subject.length ? `${entry.subject.slice(0, 16)}…` : entry.subject}</Data>
        </Table.Td>
        <Table.Td>
          <Code>{entry.hash.slice(0, 12)}</Code>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <Sealed sequence={entry.sequence} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Sealed({ sequence }: { readonly sequence: number }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useEntry(sequence);
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  return (
    <pre className="policy-text" dir="ltr" tabIndex={0} aria-label={t('ui.record.payload')}>
      {data.payload === undefined ? t('ui.record.erased') : readable(data.payload)}
    </pre>
  );
}

/** Canonical JSON has no spaces: it is spread out for reading. */
function readable(payload: string): string {
  return JSON.stringify(JSON.parse(payload), null, 2);
}
