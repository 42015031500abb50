// The text of a policy in, a change of it checked, compared with what is in force, tried on the past and kept out; another person puts it in force.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PolicyText } from '../../answers.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../drafts.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Failure, Nothing } from '../../parts/states.tsx';
import { useMay } from '../../session.tsx';
import { PolicyDifferences } from './policy-differences.tsx';
import { PolicyTrialResult } from './policy-trial.tsx';

export function PolicyChange({ loaded }: { readonly loaded: PolicyText }) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const mayChange = useMay('policy.change');
  const { id, sha256 } = loaded.policy;
  const [text, setText, forget] = useDraft(`policy/${id}/${sha256}`, loaded.text);
  const comparing = useMutation({ mutationFn: () => api.diffPolicy(id, text) });
  const trying = useMutation({ mutationFn: () => api.tryPolicy(id, text) });
  const keeping = useMutation({
    mutationFn: () => api.uploadPolicy(text),
    onSuccess: () => client.invalidateQueries({ queryKey: ['policy', id] }),
  });
  const clear = () => {
    comparing.reset();
    trying.reset();
    keeping.reset();
  };
  const isChanged = text !== loaded.text;
  return (
    <>
      <p className="quiet">{t('ui.policies.change-lead')}</p>
      <Textarea
        aria-label={t('ui.policies.text')}
        classNames={{ input: 'policy-text policy-editor' }}
        dir="ltr"
        spellCheck={false}
        rows={18}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          clear();
        }}
      />
      <div className="form-foot">
        <Button variant="default" loading={comparing.isPending} onClick={() => comparing.mutate()}>
          {t('ui.policies.compare')}
        </Button>
        <Button loading={trying.isPending} onClick={() => trying.mutate()}>
          {t('ui.policies.try')}
        </Button>
        {mayChange && (
          <Button variant="default" disabled={!isChanged} loading={keeping.isPending} onClick={() => keeping.mutate()}>
            {t('ui.policies.keep')}
          </Button>
        )}
        <Button variant="default" disabled={!isChanged} onClick={() => save(text)}>
          {t('ui.policies.save')}
        </Button>
        {isChanged && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              forget();
              clear();
            }}
          >
            {t('ui.apply.discard')}
          </Button>
        )}
      </div>
      <p className="quiet small">{t('ui.policies.activate', { place: `policies/${id}/policy.yml` })}</p>
      {comparing.isError && <Failure error={comparing.error} />}
      {trying.isError && <Failure error={trying.error} />}
      {keeping.isError && <Failure error={keeping.error} />}
      <div aria-live="polite">
        {keeping.data && (
          <Notice kind="good" title={t('ui.policies.kept', { version: number(keeping.data.version) })} role="status" />
        )}
        {comparing.data?.differences.length === 0 && <Nothing title={t('ui.policies.same')} />}
        {comparing.data && 0 < comparing.data.differences.length && (
          <PolicyDifferences differences={comparing.data.differences} />
        )}
        {trying.data && <PolicyTrialResult trial={trying.data} />}
      </div>
    </>
  );
}

/** As a file, to be put where policies are read from. */
function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'policy.yml';
  link.click();
  URL.revokeObjectURL(address);
}
