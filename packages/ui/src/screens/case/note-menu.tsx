// A case in, what can be noted of it out: who works on it, until when, whether the applicant may be told.
import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CaseFile, SentNote } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Failure } from '../../parts/states.tsx';
import { usePerson } from '../../session.tsx';
import { standingOf } from '@sekisho/engine/model/case-note.ts';

export function NoteMenu({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const person = usePerson();
  const { assignee, noTipOff } = standingOf(file.notes);
  const [on, setOn] = useState('');
  const take = useNote(file.case.id);
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
      <NoteForm
        caseId={file.case.id}
        title={t('ui.case.set-due')}
        reasonLabel={t('ui.decide.reason')}
        noteOf={(reason) => ({ kind: 'due', on, reason })}
      >
        <TextInput
          type="date"
          label={t('ui.field.due')}
          value={on}
          required
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </NoteForm>
      <NoteForm
        caseId={file.case.id}
        title={t(noTipOff ? 'ui.case.tell-again' : 'ui.case.withhold')}
        reasonLabel={t('ui.case.legal-ground')}
        noteOf={(reason) => ({ kind: 'no-tip-off', isSet: !noTipOff, reason })}
      />
    </>
  );
}

/** A button that opens a small form, which ends with a reason. */
function NoteForm(props: {
  readonly caseId: string;
  readonly title: string;
  readonly reasonLabel: string;
  readonly noteOf: (reason: string) => SentNote;
  readonly children?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const note = useNote(props.caseId, () => {
    setOpen(false);
    setReason('');
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" onClick={() => setOpen(!isOpen)}>
          {props.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="due-form"
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate(props.noteOf(reason.trim()));
          }}
        >
          {props.children}
          <TextInput
            label={props.reasonLabel}
            value={reason}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {note.isError && <Failure error={note.error} />}
          <Button type="submit" size="xs" loading={note.isPending}>
            {props.title}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function useNote(caseId: string, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: SentNote) => api.note(caseId, given),
    onSuccess: async () => {
      done?.();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}
