// The sources there are in, files that somebody brings for one of them sent out, with what is under way and what came of it.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Status } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { DropZone } from '../../parts/drop-zone.tsx';
import { Bar } from '../../parts/job-progress.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { dayInNames } from './day-in-names.ts';
import { ImportJobs } from './import-jobs.tsx';

/** In place of the id of a source that is the house's own. */
const OWN = 'own';

export function ImportPanel({ status }: { readonly status: Status }) {
  const { t, source: sourceName } = useWords();
  const client = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [ownId, setOwnId] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [mapping, setMapping] = useState<readonly File[]>([]);
  const [published, setPublished] = useState('');
  const [current, setCurrent] = useState(status.today);
  const [accept, setAccept] = useState('');
  const [share, setShare] = useState(0);
  const isOwn = chosen === OWN;
  const source = isOwn ? ownId.trim() : chosen;
  const send = useMutation({
    mutationFn: () => {
      setShare(0);
      return api.importFiles(
        source,
        { published, currentAsOf: current, accept: accept.trim() },
        [
          ...files.map((file) => ({ field: 'file', file })),
          ...(isOwn ? mapping : []).map((file) => ({ field: 'mapping', file })),
        ],
        setShare,
      );
    },
    onSuccess: () => {
      setFiles((now) => now.filter((file) => !files.includes(file)));
      return client.invalidateQueries({ queryKey: ['jobs', 'import'] });
    },
  });
  const take = (taken: readonly File[]) => {
    setFiles(taken);
    const day = dayInNames(
      taken.map(({ name }) => name),
      status.today,
    );
    if (day !== undefined) setPublished(day);
  };
  const isWhole = source !== '' && 0 < files.length && published !== '' && (!isOwn || 0 < mapping.length);
  const used = status.sources.map((line) => line.source);
  return (
    <Panel title={t('ui.import.title')} id="import">
      <form
        className="import-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) send.mutate();
        }}
      >
        <div className="import-fields">
          <NativeSelect
            label={t('ui.sources.source')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: '', label: t('ui.import.choose') },
              { value: OWN, label: t('ui.import.own') },
              { group: t('ui.sources.in-use'), items: choices(used, sourceName) },
              { group: t('ui.import.never'), items: choices(status.neverImported, sourceName) },
            ]}
          />
          {isOwn && (
            <TextInput
              label={t('ui.import.own-id')}
              description={t('ui.import.own-hint')}
              value={ownId}
              onChange={(event) => setOwnId(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="date"
            label={t('ui.sources.published')}
            value={published}
            onChange={(event) => setPublished(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('ui.sources.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        </div>
        <DropZone
          label={t('ui.import.files')}
          hint={t('ui.import.files-hint')}
          files={files}
          isMultiple
          choose={take}
        />
        {isOwn && <DropZone label={t('ui.import.mapping')} files={mapping} accept=".yml,.yaml" choose={setMapping} />}
        <TextInput
          label={t('ui.import.accept')}
          description={t('ui.import.accept-hint')}
          value={accept}
          onChange={(event) => setAccept(event.currentTarget.value)}
        />
        {send.isPending && <Bar label={t('ui.import.sending')} share={share} />}
        {send.isError && <Failure error={send.error} />}
        <div className="form-foot">
          <Button type="submit" disabled={!isWhole} loading={send.isPending}>
            {t('ui.import.send')}
          </Button>
        </div>
      </form>
      <ImportJobs />
    </Panel>
  );
}

function choices(ids: readonly string[], sourceName: (id: string) => string) {
  return ids.toSorted().map((id) => ({ value: id, label: sourceName(id) }));
}
