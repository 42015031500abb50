// Nothing in; the campaigns and attacks that were reported out, by id, with a form to take in more of them.
import { Button, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IncidentLine, TakenIncidents } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { DropZone } from '../../parts/drop-zone.tsx';
import { Bar } from '../../parts/job-progress.tsx';
import { Label } from '../../parts/labels.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useIncidents } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import '../../style/files.css';

export function IncidentsScreen() {
  const { t } = useWords();
  const incidents = useIncidents();
  const items = incidents.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="incidents">
      <ScreenHead title={t('ui.place.incidents')} lead={t('ui.incidents.lead')} />
      {incidents.isPending && <Waiting lines={6} />}
      {incidents.isError && <Failure error={incidents.error} retry={() => void incidents.refetch()} />}
      {incidents.isSuccess && (
        <Panel title={t('ui.incidents.known')}>
          {items.length === 0 && <Nothing title={t('ui.incidents.none')}>{t('ui.incidents.none-hint')}</Nothing>}
          {0 < items.length && <IncidentTable items={items} />}
          {incidents.hasNextPage && (
            <Button
              variant="default"
              loading={incidents.isFetchingNextPage}
              onClick={() => void incidents.fetchNextPage()}
            >
              {t('ui.state.more')}
            </Button>
          )}
        </Panel>
      )}
      {useMay('incident.import') && <TakeIn />}
    </div>
  );
}

function IncidentTable({ items }: { readonly items: readonly IncidentLine[] }) {
  const { t, day, number } = useWords();
  return (
    <div className="table-frame">
      <Table aria-label={t('ui.incidents.known')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.incidents.incident')}</Table.Th>
            <Table.Th>{t('ui.incidents.reported-by')}</Table.Th>
            <Table.Th>{t('ui.incidents.when')}</Table.Th>
            <Table.Th>{t('ui.incidents.indicators')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(
            ({ id, title, kind = 'incident', publisher, publishedOn, from, to, markings, isRevoked, indicators }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Link to={`/incidents/${encodeURIComponent(id)}`}>
                    <Data>{title ?? t('ui.incidents.erased')}</Data>
                  </Link>
                  <div className="quiet small">
                    <Code>{id}</Code> {t(`ui.incident-kind.${kind}`)}{' '}
                    {markings.map((marking) => (
                      <Label key={marking} colour="gray">
                        {marking}
                      </Label>
                    ))}{' '}
                    {isRevoked && <span className="warned">{t('ui.incidents.revoked')}</span>}
                  </div>
                </Table.Td>
                <Table.Td>
                  {publisher !== undefined && <Data>{publisher}</Data>}
                  <div className="quiet small">{day(publishedOn)}</div>
                </Table.Td>
                <Table.Td>
                  {from !== undefined && day(from)} {to !== undefined && t('ui.incidents.until', { day: day(to) })}
                </Table.Td>
                <Table.Td>{number(indicators)}</Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function TakeIn() {
  const { t } = useWords();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState('');
  const [share, setShare] = useState(0);
  const [file] = files;
  const take = useMutation({
    mutationFn: async () => {
      setShare(0);
      return file && api.takeIncidents(source.trim(), file, setShare);
    },
    onSuccess: () => {
      setFiles((now) => now.filter((other) => other !== file));
      return client.invalidateQueries({ queryKey: ['incidents'] });
    },
  });
  return (
    <Panel title={t('ui.incidents.take')} id="take-in">
      <form
        className="attach"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) take.mutate();
        }}
      >
        <DropZone
          label={t('ui.incidents.file')}
          hint={t('ui.incidents.file-hint')}
          files={files}
          accept=".csv,.json,.stix"
          choose={setFiles}
        />
        <TextInput
          label={t('ui.incidents.source')}
          description={t('ui.incidents.source-hint')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {take.isPending && <Bar label={t('ui.import.sending')} share={share} />}
        {take.isError && (
          <>
            <Failure error={take.error} />
            <p className="quiet-p">{t('ui.import.as-it-was')}</p>
          </>
        )}
        {take.data && <Taken taken={take.data} />}
        <div className="form-foot">
          <Button type="submit" disabled={!file} loading={take.isPending}>
            {t('ui.import.send')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

const SHOWN_PROBLEMS = 10;

function Taken({ taken: { added, changed, unchanged, problems } }: { readonly taken: TakenIncidents }) {
  const { t, say } = useWords();
  return (
    <Notice kind={problems.length === 0 ? 'good' : 'warn'} role="status">
      <p>{t('ui.incidents.taken', { added: added.length, changed: changed.length, unchanged: unchanged.length })}</p>
      <ul>
        {problems.slice(0, SHOWN_PROBLEMS).map(({ code, facts }, place) => (
          // problems have no other name than their place
          <li key={place}>
            <Data>{say(`problem.${code}`, facts)}</Data>
          </li>
        ))}
      </ul>
      {SHOWN_PROBLEMS < problems.length && (
        <p className="quiet small">{t('ui.sources.rest', { count: problems.length - SHOWN_PROBLEMS })}</p>
      )}
    </Notice>
  );
}
