// Cases that are chosen and a name in, all of them handed to that person out.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { refreshQueues } from '../../live/refresh-queues.ts';
import { Failure } from '../../parts/states.tsx';
import { usePeople } from '../../queries.ts';
import { usePerson, useMay } from '../../session.tsx';

export function AssignBar({ cases, done }: { readonly cases: readonly string[]; readonly done: () => void }) {
  const { t } = useWords();
  const person = usePerson();
  const client = useQueryClient();
  const people = usePeople(useMay('person.read'));
  const [to, setTo] = useState(person.name);
  const assign = useMutation({
    mutationFn: () => api.assign(cases, to.trim()),
    onSuccess: async () => {
      done();
      await refreshQueues(client, new Set(cases));
    },
  });
  return (
    <form
      className="assign-bar"
      aria-label={t('ui.queue.assign')}
      onSubmit={(event) => {
        event.preventDefault();
        assign.mutate();
      }}
    >
      <strong>{t('ui.queue.chosen', { count: cases.length })}</strong>
      <TextInput
        aria-label={t('ui.queue.assign-to')}
        placeholder={t('ui.queue.assign-to')}
        value={to}
        list="people-names"
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <datalist id="people-names">
        {people.data?.items.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Button type="submit" loading={assign.isPending}>
        {t('ui.queue.assign')}
      </Button>
      <Button variant="subtle" color="gray" onClick={done}>
        {t('ui.state.cancel')}
      </Button>
      {assign.isError && <Failure error={assign.error} />}
    </form>
  );
}
