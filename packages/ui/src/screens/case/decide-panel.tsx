// A case in, the form that moves it out: a state, a reason of one's own, and what a second person is needed for.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { openProposal, type ProposedStep } from '@sekisho/engine/model/case-note.ts';
import { caseStates, type CaseState } from '@sekisho/engine/model/decision.ts';
import { isSamePerson, needsSecondPerson } from '@sekisho/engine/policy/second-person.ts';
import { useRef } from 'react';
import type { CaseFile } from '../../answers.ts';
import { api } from '../../api.ts';
import { useDraft, useLeaveWarning } from '../../drafts.ts';
import { useKeys } from '../../keys.ts';
import { useWords } from '../../language/texts.tsx';
import { StateLabel } from '../../parts/labels.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { Data, KeySign } from '../../parts/words.tsx';
import { usePolicy } from '../../queries.ts';
import { useMay, usePerson } from '../../session.tsx';

export function DecidePanel({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const proposal = openProposal(file.notes);
  const mayDecide = useMay('case.decide');
  return (
    <Panel title={t('ui.case.decision')} id="decision">
      {proposal && <SecondPerson file={file} proposal={proposal} />}
      {mayDecide ? <DecideForm file={file} /> : <p className="quiet">{t('ui.decide.not-yours')}</p>}
    </Panel>
  );
}

function useSettled(caseId: string, forget: () => void) {
  const client = useQueryClient();
  return async () => {
    forget();
    await client.invalidateQueries({ queryKey: ['case', caseId] });
    void client.invalidateQueries({ queryKey: ['cases'] });
    void client.invalidateQueries({ queryKey: ['status'] });
  };
}

function SecondPerson({ file, proposal }: { readonly file: CaseFile; readonly proposal: ProposedStep }) {
  const { t, moment } = useWords();
  const person = usePerson();
  const caseId = file.case.id;
  const [reason, setReason, forget] = useDraft(`second:${caseId}`, '');
  const settled = useSettled(caseId, forget);
  const confirm = useMutation({ mutationFn: () => api.confirm(caseId, reason.trim()), onSuccess: settled });
  const reject = useMutation({ mutationFn: () => api.reject(caseId, reason.trim()), onSuccess: settled });
  const isOwn = isSamePerson(proposal.by, person.name);
  const mayDecide = useMay('case.confirm');
  const isReady = reason.trim() !== '';
  return (
    <Notice kind="warn" title={t('ui.second.title')}>
      <p>
        <StateLabel state={proposal.state} /> <Data>{proposal.by}</Data>, {moment(proposal.at)}
      </p>
      <p>
        <Data>{proposal.reason}</Data>
      </p>
      {isOwn || !mayDecide ? (
        <p className="quiet-p">{t('ui.second.own')}</p>
      ) : (
        <>
          <Textarea
            label={t('ui.second.reason')}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {confirm.isError && <Failure error={confirm.error} />}
          {reject.isError && <Failure error={reject.error} />}
          <div className="form-foot">
            <Button disabled={!isReady} loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('ui.second.confirm')}
            </Button>
            <Button variant="default" disabled={!isReady} loading={reject.isPending} onClick={() => reject.mutate()}>
              {t('ui.second.reject')}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}

const noDraft: { readonly state: CaseState | ''; readonly reason: string } = { state: '', reason: '' };

function DecideForm({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const caseId = file.case.id;
  const [{ state, reason }, setDraft, forget] = useDraft(`decision:${caseId}`, noDraft);
  const settled = useSettled(caseId, forget);
  const field = useRef<HTMLSelectElement>(null);
  const policy = usePolicy(file.application?.policy);
  const decide = useMutation({
    mutationFn: () => api.decide(caseId, { outcome: state, reason: reason.trim() }),
    onSuccess: settled,
  });
  useLeaveWarning(reason !== '');
  useKeys([{ key: 'd', text: 'ui.key.decide', run: () => field.current?.focus() }]);
  const needsTwo = state !== '' && needsSecondPerson(state, file.case, policy.data?.policy ?? {});
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate();
      }}
    >
      <NativeSelect
        ref={field}
        label={t('ui.decide.state')}
        rightSection={<KeySign of="d" />}
        value={state}
        onChange={(event) => {
          const chosen = event.currentTarget.value as CaseState | '';
          setDraft((before) => ({ ...before, state: chosen }));
        }}
        data={[
          { value: '', label: t('ui.decide.choose') },
          ...caseStates.map((value) => ({ value, label: t(`ui.case-state.${value}`) })),
        ]}
      />
      {needsTwo && <p className="note">{t('ui.decide.needs-two')}</p>}
      <Textarea
        label={t('ui.decide.reason')}
        description={t('ui.decide.reason-hint')}
        rows={4}
        value={reason}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft((before) => ({ ...before, reason: text }));
        }}
      />
      {decide.isError && <Failure error={decide.error} />}
      <div className="form-foot">
        <Button type="submit" disabled={state === '' || reason.trim() === ''} loading={decide.isPending}>
          {t(needsTwo ? 'ui.decide.propose' : 'ui.decide.go')}
        </Button>
      </div>
    </form>
  );
}
