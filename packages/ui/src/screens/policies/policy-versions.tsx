// A policy in, the versions of it that were uploaded out: by whom, which is in force, and the word of another person that puts one in force.
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyVersion } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { ReasonMenu } from '../../parts/reason-form.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { usePolicyVersions } from '../../queries.ts';
import { useMay, usePerson } from '../../session.tsx';

export function PolicyVersions({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = usePolicyVersions(id);
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  if (data.items.length === 0) return <Nothing title={t('ui.policies.no-version')} />;
  return (
    <ul className="policy-versions">
      {data.items.map((version) => (
        <Version key={version.sha256} version={version} />
      ))}
    </ul>
  );
}

function Version({ version }: { readonly version: PolicyVersion }) {
  const { t, day, moment, number } = useWords();
  const mayChange = useMay('policy.change');
  const isOwn = usePerson().name === version.uploadedBy;
  return (
    <li className="policy-version">
      <div className="grow">
        <p className="quiet-p">
          <strong>{t('ui.policies.version', { version: number(version.version) })}</strong>{' '}
          <Code>{version.sha256.slice(0, 12)}</Code>{' '}
          {version.isInForce && <span className="label label-teal">{t('ui.policies.in-force')}</span>}
        </p>
        <p className="quiet small quiet-p">
          {t('ui.policies.sent', { by: version.uploadedBy, at: moment(version.uploadedAt) })}
        </p>
        {version.putInForce.map(({ from, by, reason, at }) => (
          <p key={at} className="small quiet-p">
            {t('ui.policies.put-by', { by, from: day(from) })} <Data>{reason}</Data>
          </p>
        ))}
        {mayChange && isOwn && !version.isInForce && <p className="quiet small">{t('ui.policies.other-person')}</p>}
      </div>
      {mayChange && !isOwn && !version.isInForce && <PutInForce version={version} />}
    </li>
  );
}

function PutInForce({ version: { id, sha256 } }: { readonly version: PolicyVersion }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [from, setFrom] = useState('');
  const put = async (reason: string) => {
    await api.putPolicyInForce(id, { sha256, reason, ...(from !== '' && { from }) });
    await client.invalidateQueries();
  };
  return (
    <ReasonMenu title={t('ui.policies.put')} action={t('ui.policies.put')} send={put}>
      <TextInput
        type="date"
        label={t('ui.policies.put-from')}
        description={t('ui.policies.put-today')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
    </ReasonMenu>
  );
}
