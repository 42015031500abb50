// A case in, what can be noted of it out: who works on it, until when, whether the applicant may be told.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, SentNote } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { ReasonMenu } from '../../parts/reason-form.tsx';
import { usePerson } from '../../session.tsx';
import { standingOf } from '@sekisho/engine/model/case-note.ts';

export function NoteMenu({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const person = usePerson();
  const { assignee, noTipOff } = standingOf(file.notes);
  const [on, setOn] = useState('');
  const take = useNote(file.case.id);
  const note = useNote(file.case.id);
  const withholding = t(noTipOff ? 'ui.case.tell-again' : 'ui.case.withhold');
  const isMine = assignee === person.name;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={take.isPending}
        onClick={() => take.mutate({ kind: 'assigned', to: isMine ? '' : person.name })}
      >
        {t(isMine ? 'ui.case.give-back' : 'ui.case.take')}
      </Button>
      <ReasonMenu
        title={t('ui.case.set-due')}
        action={t('ui.case.set-due')}
        send={(reason) => note.mutateAsync({ kind: 'due', on, reason })}
      >
        <TextInput
          type="date"
          label={t('ui.field.due')}
          value={on}
          required
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </ReasonMenu>
      <ReasonMenu
        title={withholding}
        action={withholding}
        label={t('ui.case.legal-ground')}
        send={(reason) => note.mutateAsync({ kind: 'no-tip-off', isSet: !noTipOff, reason })}
      />
    </>
  );
}

function useNote(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: SentNote) => api.note(caseId, given),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}
