// Nothing in; the people and keys that may come in out, with a one-time link for each new person.
import { Button, Checkbox, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { duties, type Duty, type Person } from '@sekisho/engine/model/person.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useApiKeys, usePeople } from '../queries.ts';
import { usePerson } from '../session.tsx';

export function PeopleScreen() {
  const { t } = useWords();
  return (
    <div className="people">
      <ScreenHead title={t('ui.place.people')} lead={t('ui.people.lead')} />
      <People />
      <Keys />
    </div>
  );
}

function People() {
  const { t, list } = useWords();
  const me = usePerson();
  const client = useQueryClient();
  const { data, isPending, isError, error } = usePeople();
  const anew = () => client.invalidateQueries({ queryKey: ['people'] });
  const change = useMutation({
    mutationFn: ({ id, isDisabled }: Person) => api.changePerson(id, { isDisabled: !isDisabled }),
    onSuccess: anew,
  });
  const invite = useMutation({ mutationFn: api.invite, onSuccess: anew });
  const link = invite.data?.link;
  return (
    <Panel title={t('ui.people.people')}>
      {isPending && <Waiting lines={4} />}
      {isError && <Failure error={error} />}
      {data && (
        <div className="table-frame">
          <Table aria-label={t('ui.people.people')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('ui.sign-in.name')}</Table.Th>
                <Table.Th>{t('ui.people.roles')}</Table.Th>
                <Table.Th>{t('ui.people.may-enter')}</Table.Th>
                <Table.Th aria-label={t('ui.people.change')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((person) => (
                <Table.Tr key={person.id}>
                  <Table.Td>
                    <Data>{person.name}</Data>
                  </Table.Td>
                  <Table.Td>{list(person.duties.map((role) => t(`ui.duty.${role}`)))}</Table.Td>
                  <Table.Td>{t(person.isDisabled ? 'ui.people.shut-out' : 'ui.people.let-in')}</Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={person.id === me.id}
                      onClick={() => change.mutate(person)}
                    >
                      {t(person.isDisabled ? 'ui.people.enable' : 'ui.people.disable')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {change.isError && <Failure error={change.error} />}
      <AskFor
        title={t('ui.people.invite')}
        send={(name, held) => invite.mutate({ name, duties: held })}
        isPending={invite.isPending}
      />
      {invite.isError && <Failure error={invite.error} />}
      {link !== undefined && (
        <Notice kind="known" role="status" title={t('ui.people.link')}>
          <Code>{link}</Code>
        </Notice>
      )}
    </Panel>
  );
}

function Keys() {
  const { t, list, day } = useWords();
  const client = useQueryClient();
  const { data, isPending, isError, error } = useApiKeys();
  const anew = () => client.invalidateQueries({ queryKey: ['keys'] });
  const make = useMutation({ mutationFn: api.makeKey, onSuccess: anew });
  const revoke = useMutation({ mutationFn: api.revokeKey, onSuccess: anew });
  return (
    <Panel title={t('ui.people.keys')}>
      {isPending && <Waiting lines={3} />}
      {isError && <Failure error={error} />}
      {data?.items.length === 0 && <Nothing title={t('ui.people.no-keys')} />}
      <ul className="values">
        {data?.items.map(({ id, name, duties: held, expiresOn, endedAt }) => (
          <li key={id}>
            <Data>{name}</Data> <Code>{id}</Code>{' '}
            <span className="quiet">
              {list(held.map((role) => t(`ui.duty.${role}`)))}{' '}
              {expiresOn !== undefined && t('ui.people.expires', { day: day(expiresOn) })}
            </span>{' '}
            <Button
              size="compact-xs"
              variant="default"
              disabled={endedAt !== undefined}
              onClick={() => revoke.mutate(id)}
            >
              {t('ui.people.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <AskFor
        title={t('ui.people.make-key')}
        send={(name, held) => make.mutate({ name, duties: held })}
        isPending={make.isPending}
      />
      {make.isError && <Failure error={make.error} />}
      {make.data && (
        <Notice kind="known" role="status" title={t('ui.people.secret')}>
          <Code>{make.data.credential}</Code>
        </Notice>
      )}
    </Panel>
  );
}

function AskFor(props: {
  readonly title: string;
  readonly send: (name: string, duties: readonly Duty[]) => void;
  readonly isPending: boolean;
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Duty[]>([]);
  return (
    <form
      className="ask-for"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        props.send(name.trim(), roles);
        setName('');
      }}
    >
      <TextInput
        label={t('ui.sign-in.name')}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('ui.people.roles')} value={[...roles]} onChange={(chosen) => setRoles(chosen)}>
        <div className="role-choices">
          {duties.map((role) => (
            <Checkbox key={role} value={role} label={t(`ui.duty.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Button type="submit" disabled={name.trim() === '' || roles.length === 0} loading={props.isPending}>
        {props.title}
      </Button>
    </form>
  );
}
