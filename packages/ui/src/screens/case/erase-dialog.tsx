// A case that somebody wants erased in, what will be lost spelled out; it is erased, or asked for, once its id was typed.
import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isSamePerson } from '@sekisho/engine/policy/second-person.ts';
import type { CaseKeeping } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonForm } from '../../parts/reason-form.tsx';
import { Code } from '../../parts/words.tsx';
import { usePerson } from '../../session.tsx';

export function EraseDialog({ keeping, close }: { readonly keeping: CaseKeeping; readonly close: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { caseId } = keeping;
  const erase = useMutation({
    mutationFn: (given: { reason: string; isEarly: boolean }) => api.erase(caseId, given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', caseId] }); // an erased one has no dialog any more
      await client.invalidateQueries({ queryKey: ['kept'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('ui.erase.title', { id: caseId })}
      size="lg"
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('ui.state.close') }}
      transitionProps={{ duration: 0 }}
    >
      {erase.data?.state === 'requested' ? (
        <Notice kind="warn" role="status">
          {t('ui.erase.asked')}
        </Notice>
      ) : (
        <>
          <Losses keeping={keeping} />
          <EraseForm keeping={keeping} send={erase.mutateAsync} />
        </>
      )}
    </Modal>
  );
}

function Losses({ keeping: { losses, needsTwo, request, retention } }: { readonly keeping: CaseKeeping }) {
  const { t, number, moment } = useWords();
  const person = usePerson();
  const isSecond = request !== undefined && !isSamePerson(request.by, person.name);
  return (
    <>
      <Notice kind="bad" title={t('ui.erase.lost')}>
        <ul>
          <li>{t('ui.erase.entries', { count: losses.entries, shown: number(losses.entries) })}</li>
          <li>{t('ui.erase.documents', { count: losses.documents, shown: number(losses.documents) })}</li>
          <li>{t('ui.erase.all-parties')}</li>
          <li>{t('ui.erase.for-ever')}</li>
        </ul>
      </Notice>
      <Notice kind="known" title={t('ui.erase.stays')}>
        <ul>
          <li>{t('ui.erase.seals')}</li>
          <li>{t('ui.erase.backups')}</li>
          {losses.exports.map(({ sequence, at, kind, sha256 }) => (
            <li key={sequence}>
              {t(`ui.entry-kind.${kind}`)}, {moment(at)} <Code>{sha256.slice(0, 16)}</Code>
            </li>
          ))}
        </ul>
      </Notice>
      {retention?.until === undefined && <Notice kind="warn">{t('ui.erase.open')}</Notice>}
      {needsTwo && <Notice kind="warn">{t(isSecond ? 'ui.erase.second' : 'ui.erase.first')}</Notice>}
    </>
  );
}

function EraseForm({
  keeping: { caseId, isDue },
  send,
}: {
  readonly keeping: CaseKeeping;
  readonly send: (given: { reason: string; isEarly: boolean }) => Promise<unknown>;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [isEarly, setEarly] = useState(false);
  return (
    <ReasonForm
      action={t('ui.keeping.erase')}
      description={t('ui.erase.reason-hint')}
      send={(reason) => send({ reason, isEarly })}
      isForEver
      isReady={typed === caseId && (isDue || isEarly)}
      after={
        <>
          {!isDue && (
            <Checkbox
              label={t('ui.erase.early')}
              checked={isEarly}
              onChange={(event) => setEarly(event.currentTarget.checked)}
            />
          )}
          <TextInput
            label={t('ui.erase.type-id', { id: caseId })}
            required
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      }
    />
  );
}
