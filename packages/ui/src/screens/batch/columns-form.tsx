// The columns of a table as they were guessed in, as somebody says they are out, and how its rows are screened.
import { Button, NativeSelect, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { batchFields, dateOrders, type BatchField } from '@sekisho/engine/model/batch.ts';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { Batch, SentScreening } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';

const schemata = ['Person', 'Company', 'Organization', 'Vessel'] as const;
type Dates = (typeof dateOrders)[number] | 'none';

export function ColumnsForm({ batch }: { readonly batch: Batch }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [fields, setFields] = useState<readonly (BatchField | undefined)[]>(batch.columns.map(({ field }) => field));
  const [schema, setSchema] = useState<string>(batch.screening?.question.schema ?? '');
  const [dates, setDates] = useState<Dates>(batch.screening?.question.dates ?? 'none');
  const starting = useMutation({
    mutationFn: (question: SentScreening) => api.screenBatch(batch.id, question),
    onSuccess: (begun) => client.setQueryData(['batches', batch.id], begun),
  });
  const hasName = fields.some((field) => field === 'name' || field === 'first-name' || field === 'last-name');
  const start = () =>
    starting.mutate({
      columns: saidColumns(batch, fields),
      ...(schema !== '' && { schema: schema as (typeof schemata)[number] }),
      ...(dates !== 'none' && { dates }),
    });
  return (
    <Panel title={t('ui.batch.columns')}>
      <p className="quiet">{t('ui.batch.columns-lead')}</p>
      {batch.sheet && (
        <p className="note">{t('ui.batch.sheet', { sheet: batch.sheet.name, others: batch.sheet.others.length })}</p>
      )}
      <Columns
        batch={batch}
        fields={fields}
        choose={(at, field) => setFields(fields.map((known, place) => (place === at ? field : known)))}
      />
      <div className="form-grid">
        <NativeSelect
          label={t('ui.batch.names-of')}
          value={schema}
          onChange={(event) => setSchema(event.currentTarget.value)}
          data={[
            { value: '', label: t('ui.batch.any-kind') },
            ...schemata.map((value) => ({ value, label: t(`ui.schema.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('ui.batch.dates')}
          value={dates}
          onChange={(event) => setDates(event.currentTarget.value as Dates)}
          data={(['none', ...dateOrders] as const).map((value) => ({ value, label: t(`ui.batch-dates.${value}`) }))}
        />
      </div>
      {!hasName && <p className="note">{t('ui.batch.no-name')}</p>}
      {starting.isError && <Failure error={starting.error} />}
      <div className="form-foot">
        <Button onClick={start} disabled={!hasName} loading={starting.isPending}>
          {t('ui.batch.start')}
        </Button>
      </div>
    </Panel>
  );
}

function Columns(props: {
  readonly batch: Batch;
  readonly fields: readonly (BatchField | undefined)[];
  readonly choose: (at: number, field: BatchField | undefined) => void;
}) {
  const { t, say } = useWords();
  const { batch, fields, choose } = props;
  const nameOf = (field: BatchField) =>
    isIdentifier(field) ? say(`identifier-type.${field}`) : t(`ui.batch-field.${field}`);
  const choices = [
    { value: '', label: t('ui.batch.not-read') },
    ...batchFields.map((value) => ({ value, label: nameOf(value) })),
  ];
  return (
    <div className="table-frame">
      <Table aria-label={t('ui.batch.columns')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.batch.column')}</Table.Th>
            <Table.Th>{t('ui.batch.holds')}</Table.Th>
            <Table.Th>{t('ui.batch.example')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batch.columns.map(({ column }, place) => (
            <Table.Tr key={place}>
              <Table.Td>
                <Data>{column}</Data>
              </Table.Td>
              <Table.Td>
                <NativeSelect
                  aria-label={t('ui.batch.holds-of', { column })}
                  disabled={!canBeSaid(batch, place)}
                  value={fields[place] ?? ''}
                  onChange={(event) =>
                    choose(
                      place,
                      batchFields.find((field) => field === event.currentTarget.value),
                    )
                  }
                  data={choices}
                />
              </Table.Td>
              <Table.Td className="quiet">
                {batch.sample.map((row, at) => (
                  <div key={at} className="one-line batch-cell">
                    <Data>{row[place] ?? ''}</Data>
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function saidColumns({ columns, ...batch }: Batch, fields: readonly (BatchField | undefined)[]) {
  return columns.flatMap(({ column }, place) => {
    const field = fields[place];
    return canBeSaid({ ...batch, columns }, place) ? [{ column, ...(field && { field }) }] : [];
  });
}

/** A column without a name, or the second of a name, can only be read as its name says. */
function canBeSaid({ columns }: Batch, place: number): boolean {
  const column = columns[place]?.column ?? '';
  return column.trim() !== '' && columns.findIndex((known) => known.column === column) === place;
}

function isIdentifier(field: BatchField): field is IdentifierType {
  return identifierTypes.some((type) => type === field);
}
