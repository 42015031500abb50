// A case in, until when it is kept and why out; there a legal hold is set and released, its data are restricted, and the case is erased.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, CaseKeeping } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ReasonForm } from '../../parts/reason-form.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { useKeeping } from '../../queries.ts';
import { useMay } from '../../session.tsx';
import { EraseDialog } from './erase-dialog.tsx';

export function KeepingPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const mayRead = useMay('retention.read');
  const { data, isPending, isError, error } = useKeeping(file.case.id, mayRead);
  if (!mayRead) return null;
  return (
    <Panel title={t('ui.keeping.title')} id="keeping">
      {isPending && <Waiting lines={2} />}
      {isError && <Failure error={error} />}
      {data && <Keeping keeping={data} />}
    </Panel>
  );
}

function Keeping({ keeping }: { readonly keeping: CaseKeeping }) {
  const { t, day, moment } = useWords();
  const mayErase = useMay('case.erase');
  const mayHold = useMay('case.hold');
  const mayRestrict = useMay('case.restrict');
  const [isErasing, setErasing] = useState(false);
  const { caseId, retention, hold, isDue, request, restriction, restrictionRequest } = keeping;
  if (!retention) return <p className="quiet quiet-p">{t('ui.keeping.erased')}</p>;
  const { until, class: found, regimes } = retention;
  const said = [
    [t('ui.keeping.held'), hold],
    [t('ui.keeping.restricted'), restriction],
    [t('ui.keeping.restriction-requested'), restrictionRequest],
    [t('ui.keeping.requested'), request],
  ] as const;
  return (
    <>
      <p className="quiet-p">
        {until === undefined
          ? t('ui.keeping.open')
          : t(isDue ? 'ui.keeping.due' : 'ui.keeping.until', { day: day(until) })}
      </p>
      {found && (
        <p className="quiet quiet-p">
          <Data>{found.purpose}</Data> (<Data>{found.basis}</Data>)
        </p>
      )}
      {0 < regimes.length && (
        <details>
          <summary>{t('ui.keeping.laws', { count: regimes.length })}</summary>
          <ul className="values">
            {regimes.map(({ regime, reference, checked }) => (
              <li key={regime}>
                <Data>{reference}</Data>{' '}
                {checked !== 'source' && <span className="quiet">{t('ui.keeping.unverified')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {said.map(
        ([title, word]) =>
          word && (
            <Notice key={title} kind="warn" title={title}>
              <p className="quiet-p">
                <Data>{word.by}</Data>, {moment(word.at)}: <Data>{word.reason}</Data>
              </p>
            </Notice>
          ),
      )}
      <div className="form-foot">
        {mayHold && (
          <KeepingForm
            caseId={caseId}
            title={t(hold ? 'ui.keeping.release' : 'ui.keeping.hold')}
            change={(reason) => api.hold(caseId, hold === undefined, reason)}
          />
        )}
        {mayRestrict && (
          <KeepingForm
            caseId={caseId}
            title={t(restriction ? 'ui.keeping.unrestrict' : 'ui.keeping.restrict')}
            change={(reason) => api.restrict(caseId, restriction === undefined, reason)}
          />
        )}
        {mayErase && (
          <Button size="xs" variant="default" disabled={hold !== undefined} onClick={() => setErasing(true)}>
            {t('ui.keeping.erase')}
          </Button>
        )}
      </div>
      {isErasing && <EraseDialog keeping={keeping} close={() => setErasing(false)} />}
    </>
  );
}

interface KeepingFormProps {
  readonly caseId: string;
  readonly title: string;
  readonly change: (reason: string) => Promise<unknown>;
}

function KeepingForm({ caseId, title, change }: KeepingFormProps) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const send = async (reason: string) => {
    await change(reason);
    setOpen(false);
    await client.invalidateQueries({ queryKey: ['case', caseId] });
  };
  return (
    <>
      <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {title}
      </Button>
      {isOpen && <ReasonForm action={title} send={send} isFocused className="keeping-form" />}
    </>
  );
}
