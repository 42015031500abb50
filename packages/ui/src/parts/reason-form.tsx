// What somebody is about to do in, a form that asks why and does it out: in place, or as what a button opens over the screen.
import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/texts.tsx';
import { Failure } from './states.tsx';

interface ReasonFormProps {
  /** What is done, on its button. */
  readonly action: string;
  /** What the reason is called here; else a reason. */
  readonly label?: string;
  readonly description?: string;
  readonly send: (reason: string) => Promise<unknown>;
  /** Characters that a reason has at least. */
  readonly least?: number;
  /** What is done cannot be undone. */
  readonly isForEver?: boolean;
  /** False while something else that is asked for is missing. */
  readonly isReady?: boolean;
  /** The reason is what is typed first. */
  readonly isFocused?: boolean;
  readonly className?: string;
  /** Above the reason: what is meant, and what else is asked for. */
  readonly children?: ReactNode;
  /** Below the reason. */
  readonly after?: ReactNode;
}

/** The reason is empty again once it was sent. */
export function ReasonForm(props: ReasonFormProps) {
  const [reason, setReason] = useState('');
  return <WrittenReason {...props} reason={reason} setReason={setReason} />;
}

/** A button that opens the form, and closes it once it was sent. What was written stays when it is closed before. */
export function ReasonMenu({ title, ...props }: ReasonFormProps & { readonly title: string }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = async (given: string) => {
    await props.send(given);
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal={false} trapFocus width={340}>
      <Popover.Target>
        <Button variant="default" size="xs" onClick={() => setOpen(!isOpen)}>
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <WrittenReason {...props} send={send} reason={reason} setReason={setReason} />
      </Popover.Dropdown>
    </Popover>
  );
}

function WrittenReason(
  props: ReasonFormProps & { readonly reason: string; readonly setReason: (reason: string) => void },
) {
  const { t } = useWords();
  const { action, label = t('ui.decide.reason'), description, reason, setReason, least = 1, isForEver = false } = props;
  const sent = useMutation({ mutationFn: props.send, onSuccess: () => setReason('') });
  const given = reason.trim();
  return (
    <form
      className={['reason-form', props.className ?? ''].join(' ').trim()}
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate(given);
      }}
    >
      {props.children}
      <TextInput
        label={label}
        description={description}
        value={reason}
        required
        minLength={least}
        autoFocus={props.isFocused === true}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {props.after}
      {sent.isError && <Failure error={sent.error} />}
      <Button
        type="submit"
        size="xs"
        {...(isForEver && { color: 'red' })}
        loading={sent.isPending}
        disabled={props.isReady === false || (isForEver && given === '')}
      >
        {action}
      </Button>
    </form>
  );
}
