// Who asks what is kept of them in, the parties of all orders that may be them out, and a file of those that are.
import { Button, Checkbox, Table, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AskedPerson, FoundParty } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Nothing } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';

export function SubjectAccess() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [including, setIncluding] = useState<readonly string[]>([]);
  const find = useMutation({ mutationFn: api.findPerson, onSuccess: () => setIncluding([]) });
  const asked: AskedPerson = {
    name: name.trim(),
    schema: 'Person',
    ...(birthDate !== '' && { birthDate }),
  };
  const found = find.data?.items;
  return (
    <Panel title={t('ui.access.title')} id="subject-access">
      <p className="quiet quiet-p">{t('ui.access.lead')}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate(asked);
        }}
      >
        <TextInput
          className="grow"
          label={t('ui.access.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('ui.access.born')}
          placeholder="1980-04-01"
          value={birthDate}
          onChange={(event) => setBirthDate(event.currentTarget.value.trim())}
        />
        <Button type="submit" loading={find.isPending} disabled={name.trim() === ''}>
          {t('ui.access.find')}
        </Button>
      </form>
      {find.isError && <Failure error={find.error} />}
      {found?.length === 0 && <Nothing title={t('ui.access.none')} />}
      {found && 0 < found.length && (
        <>
          <FoundParties found={found} including={including} include={setIncluding} />
          <div className="form-foot">
            <ExportMenu
              title={t('ui.access.export')}
              hint={t('ui.access.export-hint')}
              make={(reason) => api.exportPerson(find.variables ?? asked, including, reason)}
            />
          </div>
        </>
      )}
    </Panel>
  );
}

function FoundParties(props: {
  readonly found: readonly FoundParty[];
  readonly including: readonly string[];
  readonly include: (nodes: readonly string[]) => void;
}) {
  const { t, day } = useWords();
  return (
    <div className="table-frame">
      <Table aria-label={t('ui.access.found')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.access.include')}</Table.Th>
            <Table.Th>{t('ui.access.name')}</Table.Th>
            <Table.Th>{t('ui.access.born')}</Table.Th>
            <Table.Th>{t('ui.access.likeness')}</Table.Th>
            <Table.Th>{t('ui.retention.case')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.found.map(({ applicationId, party, name, birthDate, likeness }) => {
            const node = `${applicationId}/${party}`;
            const isSure = likeness === 'same';
            return (
              <Table.Tr key={node}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('ui.access.include-one', { name, id: node })}
                    checked={isSure || props.including.includes(node)}
                    disabled={isSure}
                    onChange={({ currentTarget: { checked } }) =>
                      props.include(
                        checked ? [...props.including, node] : props.including.filter((one) => one !== node),
                      )
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <Data>{name}</Data>
                </Table.Td>
                <Table.Td>{day(birthDate)}</Table.Td>
                <Table.Td>{t(`ui.access.${likeness}`)}</Table.Td>
                <Table.Td>
                  <Link to={`/cases/${encodeURIComponent(applicationId)}`}>
                    <Code>{node}</Code>
                  </Link>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
