// An incident's id in, what was reported of it out: the orders it has something in common with, its indicators, and claims after a reason.
import { Button, Table, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { IncidentFile } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Label, StateLabel } from '../../parts/labels.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useIncident } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import '../../style/files.css';
import { AddClaim } from './add-claim.tsx';

export function IncidentScreen() {
  const { t, day, list } = useWords();
  const { incidentId = '' } = useParams();
  const { data: file, error, isPending, refetch } = useIncident(incidentId);
  if (isPending) return <Waiting lines={10} />;
  if (!file) return <Failure error={error} retry={() => void refetch()} />;
  const { incident } = file;
  if (!incident) return <Nothing title={t('ui.incidents.erased')} />;
  const { title, description, kind = 'incident', source, from, to, markings = [], revoked = false } = incident;
  const days = [
    ...(from === undefined ? [] : [day(from)]),
    ...(to === undefined ? [] : [t('ui.incidents.until', { day: day(to) })]),
  ];
  return (
    <div className="incident" key={incidentId}>
      <ScreenHead
        title={<Data>{title}</Data>}
        lead={
          <>
            <Code>{file.id}</Code> {t(`ui.incident-kind.${kind}`)} {list(days)}{' '}
            {markings.map((marking) => (
              <Label key={marking} colour="gray">
                {marking}
              </Label>
            ))}
          </>
        }
      />
      <Notice kind="known">{t('ui.incidents.lead')}</Notice>
      {revoked && <Notice kind="warn">{t('ui.incidents.revoked')}</Notice>}
      <Panel title={t('ui.incidents.report')}>
        <p className="quiet-p">
          <Data>{source.publisher}</Data> {day(source.publishedOn)}{' '}
          {source.language !== undefined && <Code>{source.language}</Code>} <Place url={source.url} />
        </p>
        {description !== undefined && (
          <p>
            <Data>{description}</Data>
          </p>
        )}
      </Panel>
      <Orders file={file} />
      <Claims key={file.version} file={file} />
      <Indicators file={file} />
    </div>
  );
}

/** An address of data is a link only when it is `https`. */
function Place({ url }: { readonly url: string | undefined }) {
  if (url === undefined) return null;
  if (!url.startsWith('https://')) return <Data>{url}</Data>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      <Data>{url}</Data>
    </a>
  );
}

function Orders({ file: { links, alerts, isCutOff } }: { readonly file: IncidentFile }) {
  const { t, moment } = useWords();
  const [byName, byIndicator] = [true, false].map((one) => links.filter(({ isByNameAlone }) => isByNameAlone === one));
  return (
    <Panel title={t('ui.incidents.orders')} id="orders">
      {links.length === 0 && alerts.length === 0 && <p className="quiet-p">{t('ui.incidents.no-orders')}</p>}
      <Linked title={t('ui.incidents.by-indicator')} links={byIndicator ?? []} />
      <Linked title={t('ui.incidents.by-name')} links={byName ?? []} />
      {isCutOff && <p className="quiet small">{t('ui.look-up.cut-off')}</p>}
      {0 < alerts.length && <h3>{t('ui.place.alerts')}</h3>}
      <ul className="values">
        {alerts.map(({ id, caseId, raisedAt }) => (
          <li key={id}>
            <Link to={`/cases/${encodeURIComponent(caseId)}`}>
              <Code>{caseId}</Code>
            </Link>{' '}
            <span className="quiet small">{moment(raisedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Linked({ title, links }: { readonly title: string; readonly links: IncidentFile['links'] }) {
  const { t, moment, percent } = useWords();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="values">
        {links.map(({ caseId, party, state, isBefore, receivedAt, matches }) => (
          <li key={`${caseId} ${party}`}>
            <Link to={`/cases/${encodeURIComponent(caseId)}`}>
              <Code>{caseId}</Code>
            </Link>{' '}
            {state && <StateLabel state={state} />}{' '}
            <span className="quiet small">
              {t(isBefore ? 'ui.incidents.before' : 'ui.incidents.after', { at: moment(receivedAt) })}
            </span>
            <ul>
              {matches.map(({ type, indicator, stated, score }) => (
                <li key={`${type} ${indicator} ${stated}`}>
                  <span className="value-kind">{t(`ui.indicator.${type}`)}</span> <Data>{stated}</Data>{' '}
                  {score !== undefined && (
                    <span className="quiet small">{t('ui.alerts.resembles', { score: percent(score) })}</span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is claimed of whom is specially protected: shown for a reason, which is sealed with who gave it. */
function Claims({ file }: { readonly file: IncidentFile }) {
  const { t, say, day } = useWords();
  const [reason, setReason] = useState('');
  const view = useMutation({ mutationFn: () => api.viewClaims(file.id, reason.trim()) });
  const names = file.incident?.indicators.filter(({ type }) => type === 'name').map(({ value }) => value) ?? [];
  const mayAdd = useMay('incident.import') && 0 < names.length;
  const claims = view.data?.incident?.claims;
  if (file.withheld === 0 && !mayAdd) return null;
  return (
    <Panel title={t('ui.incidents.claims')} id="claims">
      {0 < file.withheld && !claims && (
        <form
          className="ask-for"
          onSubmit={(event) => {
            event.preventDefault();
            view.mutate();
          }}
        >
          <p className="quiet-p">{t('ui.incidents.withheld', { count: file.withheld })}</p>
          <TextInput
            label={t('ui.incidents.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {view.isError && <Failure error={view.error} />}
          <Button type="submit" size="xs" variant="default" disabled={reason.trim() === ''} loading={view.isPending}>
            {t('ui.incidents.view')}
          </Button>
        </form>
      )}
      <ul className="values">
        {claims?.map(({ date, ...claim }) => {
          const { name, status, authority, reportedBy, sourceUrl } = claim;
          return (
            <li key={`${name} ${status} ${authority} ${reportedBy} ${date ?? ''}`}>
              <strong>
                <Data>{name}</Data>
              </strong>{' '}
              <Data>{say(`legal-status.${status}`, { ...claim, ...(date !== undefined && { date: day(date) }) })}</Data>{' '}
              <Place url={sourceUrl} />
            </li>
          );
        })}
      </ul>
      {mayAdd && <AddClaim id={file.id} names={[...new Set(names)]} />}
    </Panel>
  );
}

const SHOWN_INDICATORS = 200;

function Indicators({ file: { incident } }: { readonly file: IncidentFile }) {
  const { t, day } = useWords();
  const indicators = incident?.indicators ?? [];
  return (
    <Panel title={t('ui.incidents.indicators')}>
      <div className="table-frame">
        <Table aria-label={t('ui.incidents.indicators')} verticalSpacing={4}>
          <Table.Tbody>
            {indicators.slice(0, SHOWN_INDICATORS).map(({ type, value, from, to, revoked, note }) => (
              <Table.Tr key={`${type} ${value}`}>
                <Table.Th scope="row">{t(`ui.indicator.${type}`)}</Table.Th>
                <Table.Td>
                  <Data>{value}</Data> {revoked === true && <span className="warned">{t('ui.incidents.revoked')}</span>}
                  {note !== undefined && (
                    <div className="quiet small">
                      <Data>{note}</Data>
                    </div>
                  )}
                </Table.Td>
                <Table.Td className="quiet small">
                  {day(from)} {to !== undefined && t('ui.incidents.until', { day: day(to) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {SHOWN_INDICATORS < indicators.length && (
        <p className="quiet small">{t('ui.sources.rest', { count: indicators.length - SHOWN_INDICATORS })}</p>
      )}
    </Panel>
  );
}
