// The editions of a list in, two of them held against each other out: what was added, what changed from what to what, what was removed.
import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import type { ComparedField, EditionDelta, EditionLine, ListedEntry } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useDelta } from '../../queries.ts';
import { shownValue } from './shown-value.ts';

/** At first the two last ones. */
export function EditionDiff({
  source,
  editions,
}: {
  readonly source: string;
  readonly editions: readonly EditionLine[];
}) {
  const { t, day } = useWords();
  const ids = editions.map(({ edition }) => edition.id);
  const [from, setFrom] = useState(ids.at(-2) ?? '');
  const [to, setTo] = useState(ids.at(-1) ?? '');
  const choices = editions
    .map(({ edition: { id, publishedOn } }) => ({
      value: id,
      label: t('ui.sources.edition-of', { day: day(publishedOn), id: id.slice(0, 12) }),
    }))
    .toReversed();
  return (
    <section className="edition-diff">
      <h3>{t('ui.sources.compare')}</h3>
      <div className="import-fields">
        <NativeSelect
          label={t('ui.sources.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          data={choices}
        />
        <NativeSelect
          label={t('ui.sources.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={choices}
        />
      </div>
      {from !== to && <Difference key={`${from} ${to}`} source={source} from={from} to={to} />}
    </section>
  );
}

function Difference(props: { readonly source: string; readonly from: string; readonly to: string }) {
  const { t, list } = useWords();
  const { data, isPending, isError, error } = useDelta(props.source, props.from, props.to);
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  const { counts, added, changed, removed, leftOut, causes } = data;
  return (
    <>
      {0 < causes.length && <Notice kind="warn">{t('ui.sources.read-otherwise')}</Notice>}
      {0 < leftOut.length && <Notice kind="known">{t('ui.sources.left-out', { fields: list(leftOut) })}</Notice>}
      <details open={0 < counts.changed}>
        <summary>{t('ui.sources.changed', { count: counts.changed })}</summary>
        {changed.map((entry) => (
          <ChangedEntry key={entry.id} entry={entry} />
        ))}
        <Rest shown={changed.length} of={counts.changed} />
      </details>
      <details open={0 < counts.added}>
        <summary>{t('ui.sources.added', { count: counts.added })}</summary>
        <Entries entries={added} of={counts.added} />
      </details>
      <details open={0 < counts.removed}>
        <summary>{t('ui.sources.removed', { count: counts.removed })}</summary>
        <Entries entries={removed} of={counts.removed} />
      </details>
    </>
  );
}

function Entries({ entries, of }: { readonly entries: readonly ListedEntry[]; readonly of: number }) {
  return (
    <>
      <ul className="values">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <Data>{name}</Data> <Code>{id}</Code>
          </li>
        ))}
      </ul>
      <Rest shown={entries.length} of={of} />
    </>
  );
}

/** The first of each are asked for. */
function Rest({ shown, of }: { readonly shown: number; readonly of: number }) {
  const { t } = useWords();
  return shown < of ? <p className="quiet small">{t('ui.sources.rest', { count: of - shown })}</p> : null;
}

function ChangedEntry({ entry: { id, name, fields } }: { readonly entry: EditionDelta['changed'][number] }) {
  const { t } = useWords();
  return (
    <div className="table-frame changed-entry">
      <p>
        <strong>
          <Data>{name}</Data>
        </strong>{' '}
        <Code>{id}</Code>
      </p>
      <Table aria-label={name} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.sources.field')}</Table.Th>
            <Table.Th>{t('ui.alerts.before')}</Table.Th>
            <Table.Th>{t('ui.sources.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.field}>
              <Table.Th scope="row">
                <Code>{field.field}</Code>
              </Table.Th>
              {field.isWithheld === true && <Table.Td colSpan={2}>{t('ui.sources.withheld')}</Table.Td>}
              {field.isWithheld !== true && <BeforeAndAfter field={field} />}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Of a field with several values, those that went and those that came. */
function BeforeAndAfter({ field: { before, after, added, removed } }: { readonly field: ComparedField }) {
  return (
    <>
      <Table.Td className="value-gone">
        <Values values={removed ?? [before]} />
      </Table.Td>
      <Table.Td className="value-come">
        <Values values={added ?? [after]} />
      </Table.Td>
    </>
  );
}

function Values({ values }: { readonly values: readonly unknown[] }) {
  const { t } = useWords();
  const shown = values.map(shownValue).filter((text) => text !== '');
  if (shown.length === 0) return <span className="quiet">{t('ui.side.not-stated')}</span>;
  return (
    <ul>
      {shown.map((text) => (
        <li key={text}>
          <Data>{text}</Data>
        </li>
      ))}
    </ul>
  );
}
