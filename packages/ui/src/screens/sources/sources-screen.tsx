// Nothing in; the lists and registers in use out, how old each is, and what changed from edition to edition.
import { Table } from '@mantine/core';
import { useState } from 'react';
import type { SourceState } from '@sekisho/engine/model/edition.ts';
import type { SourceInUse } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Label } from '../../parts/labels.tsx';
import { Panel, ScreenHead } from '../../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useStatus } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import '../../style/files.css';
import '../../style/sources.css';
import { CompanyLookUp } from './company-look-up.tsx';
import { Editions } from './editions.tsx';
import { ImportPanel } from './import-panel.tsx';

const stateColours = { FRESH: 'teal', STALE: 'yellow', MISSING: 'red' } as const satisfies Record<
  SourceState['state'],
  string
>;

export function SourcesScreen() {
  const { t, list, source: sourceName } = useWords();
  const { data, isPending, isError, error, refetch } = useStatus();
  const [open, setOpen] = useState<string>();
  const mayImport = useMay('source.import');
  const mayLookUp = useMay('register.look-up');
  return (
    <div className="sources">
      <ScreenHead title={t('ui.place.sources')} lead={t('ui.sources.lead')} />
      {isPending && <Waiting lines={8} />}
      {isError && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <Panel title={t('ui.sources.in-use')}>
            {data.sources.length === 0 && <Nothing title={t('ui.sources.none')}>{t('ui.sources.none-hint')}</Nothing>}
            {0 < data.sources.length && (
              <div className="table-frame">
                <Table aria-label={t('ui.sources.in-use')} verticalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('ui.sources.source')}</Table.Th>
                      <Table.Th>{t('ui.sources.state')}</Table.Th>
                      <Table.Th>{t('ui.sources.published')}</Table.Th>
                      <Table.Th>{t('ui.sources.current')}</Table.Th>
                      <Table.Th>{t('ui.sources.holds')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {data.sources.map((source) => (
                      <SourceRow
                        key={source.source}
                        source={source}
                        isOpen={open === source.source}
                        toggle={() => setOpen(open === source.source ? undefined : source.source)}
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
            )}
          </Panel>
          {open !== undefined && <Editions source={open} />}
          {mayImport && <ImportPanel status={data} />}
          {mayLookUp && <CompanyLookUp />}
          <Panel title={t('ui.sources.policies')}>
            <ul className="values">
              {data.policies.map(({ id, notReady }) => (
                <li key={id}>
                  <Code>{id}</Code>{' '}
                  {notReady.length === 0 ? (
                    <span className="good">{t('ui.sources.ready')}</span>
                  ) : (
                    <span className="warned">
                      {t('ui.sources.not-ready', {
                        why: list(
                          notReady.map(({ source, ageDays = 0, maxAgeDays = 0, state }) =>
                            state === 'STALE'
                              ? t('ui.sources.is-stale', {
                                  source: sourceName(source),
                                  days: ageDays,
                                  most: maxAgeDays,
                                })
                              : t('ui.sources.is-missing', { source: sourceName(source) }),
                          ),
                        ),
                      })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Panel>
          {0 < data.neverImported.length && (
            <details className="cleared">
              <summary>{t('ui.sources.never', { count: data.neverImported.length })}</summary>
              <ul>
                {data.neverImported.map((source) => (
                  <li key={source}>
                    <Code>{source}</Code> {sourceName(source)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}

function SourceRow(props: { readonly source: SourceInUse; readonly isOpen: boolean; readonly toggle: () => void }) {
  const { t, say, day, number, source: sourceName } = useWords();
  const { source, isOpen, toggle } = props;
  const name = sourceName(source.source);
  const held = source.counts['entities'] ?? source.counts['rows'] ?? source.counts['places'];
  return (
    <Table.Tr>
      <Table.Td>
        <button type="button" className="link-button sentence-start" aria-expanded={isOpen} onClick={toggle}>
          {name.startsWith('source.') ? source.source : name}
        </button>
        <div className="quiet small">
          <Code>{source.source}</Code> {t(`ui.source-kind.${source.kind}`)}
        </div>
      </Table.Td>
      <Table.Td>
        <Label colour={stateColours[source.state]}>{say(`source-state.${source.state}`)}</Label>
        {source.complete === false && <div className="warned small">{t('ui.sources.incomplete')}</div>}
        {source.damage !== undefined && (
          <div className="warned small">
            <Data>{source.damage}</Data>
          </div>
        )}
      </Table.Td>
      <Table.Td>{day(source.publishedOn)}</Table.Td>
      <Table.Td>
        {day(source.confirmedCurrentOn)}
        {source.ageDays !== undefined && (
          <div className="quiet small">
            {source.maxAgeDays === undefined
              ? t('ui.sources.age', { days: source.ageDays })
              : t('ui.sources.age-of', { days: source.ageDays, most: source.maxAgeDays })}
          </div>
        )}
        {source.statedBy !== undefined && (
          <div className="quiet small">
            <Data>{source.statedBy}</Data>
          </div>
        )}
      </Table.Td>
      <Table.Td>{held === undefined ? '' : number(held)}</Table.Td>
    </Table.Tr>
  );
}
