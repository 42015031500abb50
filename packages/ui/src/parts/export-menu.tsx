// Something that can be taken out in, a button that asks what for and saves the file out.
import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentFile } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { saveFile } from './save-file.ts';
import { Failure } from './states.tsx';

export function ExportMenu(props: {
  readonly title: string;
  /** What is in the file, and that it is sealed that it was made. */
  readonly hint: string;
  readonly make: (reason: string) => Promise<SentFile>;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const made = useMutation({
    mutationFn: props.make,
    onSuccess: async ({ name, content }) => {
      saveFile(name, content);
      setOpen(false);
      setReason('');
      await client.invalidateQueries({ queryKey: ['entries'] });
    },
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal={false} trapFocus width={340}>
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
            made.mutate(reason.trim());
          }}
        >
          <p className="quiet quiet-p">{props.hint}</p>
          <TextInput
            label={t('ui.export.reason')}
            value={reason}
            required
            minLength={10}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {made.isError && <Failure error={made.error} />}
          <Button type="submit" size="xs" loading={made.isPending}>
            {t('ui.export.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
