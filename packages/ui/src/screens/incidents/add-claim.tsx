// The names in an incident in, what somebody reports of one of them sent out: as it was reported, by whom and when.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { legalStatuses, type LegalStatus } from '@sekisho/engine/model/legal-status.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Failure } from '../../parts/states.tsx';

export function AddClaim({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  const { t, say } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(names[0] ?? '');
  const [status, setStatus] = useState<LegalStatus>('REPORTED');
  const [authority, setAuthority] = useState('');
  const [reportedBy, setReportedBy] = useState('');
  const [date, setDate] = useState('');
  const isWhole = authority.trim() !== '' && reportedBy.trim() !== '';
  const add = useMutation({
    mutationFn: () =>
      api.addClaim(id, {
        name,
        status,
        authority: authority.trim(),
        reportedBy: reportedBy.trim(),
        ...(date.trim() !== '' && { date: date.trim() }),
      }),
    onSuccess: () => {
      setAuthority('');
      return client.invalidateQueries({ queryKey: ['incident', id] });
    },
  });
  return (
    <details>
      <summary>{t('ui.incidents.add-claim')}</summary>
      <form
        className="attach"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) add.mutate();
        }}
      >
        <div className="attach-fields">
          <NativeSelect
            label={t('ui.incidents.of-whom')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data={[...names]}
          />
          <NativeSelect
            label={t('ui.incidents.status')}
            value={status}
            onChange={(event) => setStatus(event.currentTarget.value as LegalStatus)}
            data={legalStatuses.map((value) => ({ value, label: say(`legal-status-name.${value}`) }))}
          />
          <TextInput
            label={t('ui.incidents.authority')}
            value={authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          <TextInput
            label={t('ui.incidents.reported-by')}
            value={reportedBy}
            onChange={(event) => setReportedBy(event.currentTarget.value)}
          />
          <TextInput
            label={t('ui.incidents.date')}
            description={t('ui.incidents.date-hint')}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </div>
        {add.isError && <Failure error={add.error} />}
        <div className="form-foot">
          <Button type="submit" size="xs" disabled={!isWhole} loading={add.isPending}>
            {t('ui.documents.send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
