// What registers say of the parties in, each field with the claimed value beside the registered one out.
import { Table } from '@mantine/core';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Confirmation, ConfirmationVerdict, FieldComparison } from '@sekisho/engine/model/register.ts';
import { useWords } from '../../language/texts.tsx';
import { Label } from '../../parts/labels.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Nothing } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';

const colours = {
  CONFIRMED: 'teal',
  MISMATCH: 'red',
  NOT_FOUND: 'red',
  NOT_CHECKABLE: 'gray',
} as const satisfies Record<ConfirmationVerdict, string>;

export function Confirmations({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useWords();
  return (
    <Panel title={t('ui.case.confirmations')} id="confirmations">
      {evidence.confirmations.length === 0 && <Nothing title={t('ui.case.no-confirmations')} />}
      {evidence.confirmations.map((confirmation) => (
        <RegisterWord
          key={`${confirmation.party} ${confirmation.register}`}
          confirmation={confirmation}
          name={evidence.application.parties.find(({ id }) => id === confirmation.party)?.names[0]?.text ?? ''}
        />
      ))}
      <Numbers evidence={evidence} />
    </Panel>
  );
}

function RegisterWord({ confirmation, name }: { readonly confirmation: Confirmation; readonly name: string }) {
  const { t, say, source: sourceName } = useWords();
  const { verdict, register, reason, fields, candidates, lookAlikes = [], joins = [] } = confirmation;
  return (
    <div className="confirmation">
      <p className="confirmation-head">
        <Label colour={colours[verdict]}>{t(`ui.confirmation.${verdict}`)}</Label>
        <strong>
          <Data>{name}</Data>
        </strong>
        <span className="quiet sentence-start">{sourceName(register)}</span>
      </p>
      <p className="quiet-p sentence-start">{say(`confirmation.${reason}`)}</p>
      <FieldTable fields={fields} label={sourceName(register)} />
      {joins.map((join) => (
        <FieldTable key={join.register} fields={join.fields} label={sourceName(join.register)} />
      ))}
      {0 < candidates.length && <Companies title={t('ui.case.candidates')} companies={candidates} />}
      {0 < lookAlikes.length && <Companies title={t('ui.case.look-alikes')} companies={lookAlikes} />}
    </div>
  );
}

function FieldTable({ fields, label }: { readonly fields: readonly FieldComparison[]; readonly label: string }) {
  const { t } = useWords();
  if (fields.length === 0) return null;
  return (
    <div className="table-frame">
      <Table className="field-table" aria-label={label} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="field-name" />
            <Table.Th>{t('ui.case.claimed')}</Table.Th>
            <Table.Th>{t('ui.case.registered')}</Table.Th>
            <Table.Th className="field-verdict">{t('ui.hit.comparison')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ field, verdict, claimed, registered }) => (
            <Table.Tr key={field} className={`row-${verdict.toLowerCase()}`}>
              <Table.Th scope="row" className="field-name">
                {t(`ui.register-field.${field}`)}
              </Table.Th>
              <Table.Td>{claimed === undefined ? <None /> : <Data>{claimed}</Data>}</Table.Td>
              <Table.Td>{registered === undefined ? <None /> : <Data>{registered}</Data>}</Table.Td>
              <Table.Td className="field-verdict">{t(`ui.field-verdict.${verdict}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function None() {
  const { t } = useWords();
  return <span className="quiet">{t('ui.side.not-stated')}</span>;
}

function Companies(props: {
  readonly title: string;
  readonly companies: readonly { readonly number: string; readonly name: string; readonly address: string }[];
}) {
  return (
    <div className="companies">
      <p className="value-kind">{props.title}</p>
      <ul className="values">
        {props.companies.map(({ number, name, address }) => (
          <li key={number}>
            <Code>{number}</Code> <Data>{name}</Data> <Data className="quiet">{address}</Data>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Numbers that were given, each with what is known of it. */
function Numbers({ evidence: { identifiers } }: { readonly evidence: Evidence }) {
  const { t, say } = useWords();
  if (identifiers.length === 0) return null;
  return (
    <div className="companies">
      <p className="value-kind">{t('ui.case.numbers')}</p>
      <ul className="values">
        {identifiers.map(({ party, identifier, state }) => (
          <li key={`${party} ${identifier.type} ${identifier.value}`}>
            <span className="value-kind">{say(`identifier-type.${identifier.type}`)}</span>{' '}
            <Code>{identifier.value}</Code>{' '}
            <span className={state === 'CONFIRMED' || state === 'VALID_UNCONFIRMED' ? 'quiet' : 'warned'}>
              {t(`ui.identifier-state.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
