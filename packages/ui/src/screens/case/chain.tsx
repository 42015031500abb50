// Evidence in, the chain behind the order out: as a table that says everything, and as a picture for those who would rather look.
import { SegmentedControl, Table } from '@mantine/core';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { TextId } from '../../language/languages.ts';
import { useWords, type Words } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Nothing, Waiting } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { chainOf } from './chain-links.ts';

const ChainGraph = lazy(async () => ({ default: (await import('./chain-graph.tsx')).ChainGraph }));

const kindTexts: Readonly<Record<string, TextId>> = {
  resembles: 'ui.link.resembles',
  instructs: 'ui.link.instructs',
  'spouse-of': 'ui.link.spouse-of',
  'relative-of': 'ui.link.relative-of',
  'associate-of': 'ui.link.associate-of',
  'member-of': 'ui.link.member-of',
  'employed-by': 'ui.link.employed-by',
  'director-of': 'ui.link.director-of',
  owns: 'ui.link.owns',
  represents: 'ui.link.represents',
  'pays-for': 'ui.link.pays-for',
  representative: 'ui.role.representative',
  contact: 'ui.role.contact',
  'beneficial-owner': 'ui.role.beneficial-owner',
  'instructing-person': 'ui.role.instructing-person',
  payer: 'ui.role.payer',
  'intermediate-consignee': 'ui.role.intermediate-consignee',
  'end-user': 'ui.role.end-user',
  'shares-address': 'ui.link.shares-address',
  'shares-phone': 'ui.link.shares-phone',
  'shares-mail': 'ui.link.shares-mail',
  'shares-domain': 'ui.link.shares-domain',
  'shares-device': 'ui.link.shares-device',
  'shares-payer': 'ui.link.shares-payer',
  'same-number': 'ui.link.same-number',
  'same-person': 'ui.link.same-person',
};

/** A kind of relation as a word; one of a register that we have no word for stands as it is. */
function linkWord(kind: string, t: Words['t']): string {
  const id = kindTexts[kind];
  return id === undefined ? kind : t(id);
}

export function ChainPanel({ evidence }: { readonly evidence: Evidence }) {
  const { t, day } = useWords();
  const [form, setForm] = useState('table');
  const chain = useMemo(() => chainOf(evidence), [evidence]);
  const nameOf = (id: string) => chain.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <Panel
      title={t('ui.case.chain')}
      id="chain"
      aside={
        0 < chain.edges.length && (
          <SegmentedControl
            size="xs"
            aria-label={t('ui.chain.form')}
            value={form}
            onChange={setForm}
            data={[
              { value: 'table', label: t('ui.chain.table') },
              { value: 'graph', label: t('ui.chain.graph') },
            ]}
          />
        )
      }
    >
      {chain.edges.length === 0 && <Nothing title={t('ui.chain.none')} />}
      {0 < chain.edges.length && form === 'table' && (
        <div className="table-frame">
          <Table verticalSpacing={6} aria-label={t('ui.case.chain')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('ui.chain.from')}</Table.Th>
                <Table.Th>{t('ui.chain.relation')}</Table.Th>
                <Table.Th>{t('ui.chain.to')}</Table.Th>
                <Table.Th>{t('ui.chain.stated-by')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {chain.edges.map(({ from, to, kind, statedBy, date }) => (
                <Table.Tr key={`${from} ${kind} ${to}`} className={kind === 'resembles' ? 'row-differs' : ''}>
                  <Table.Td>
                    <Data>{nameOf(from)}</Data>
                  </Table.Td>
                  <Table.Td className="quiet">{linkWord(kind, t)}</Table.Td>
                  <Table.Td>
                    <Data>{nameOf(to)}</Data>
                  </Table.Td>
                  <Table.Td className="quiet">
                    <Data>{statedBy === 'application' ? t('ui.chain.application') : statedBy}</Data> {day(date)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {0 < chain.edges.length && form === 'graph' && (
        <Suspense fallback={<Waiting />}>
          <ChainGraph chain={chain} label={t('ui.chain.graph-label')} word={(kind) => linkWord(kind, t)} />
        </Suspense>
      )}
    </Panel>
  );
}
