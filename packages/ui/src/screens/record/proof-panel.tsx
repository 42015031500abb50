// Nothing in; whether the record is whole out: worked out by this browser, and by the server, which holds tables and files against it too.
import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verification } from '../../answers.ts';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { canProve, proveInBrowser, type BrowserProof, type RecordSource } from './browser-proof.ts';

const source: RecordSource = { record: api.record, entries: api.entries, entry: api.entry };

export function ProofPanel() {
  const { t } = useWords();
  const [share, setShare] = useState(0);
  const [trusted, setTrusted] = useState<readonly string[]>([]);
  const proof = useMutation({
    mutationFn: (keys: readonly string[]) =>
      proveInBrowser(source, window.localStorage, { trusted: keys, onProgress: setShare }),
  });
  const verify = useMutation({ mutationFn: api.verification });
  const trust = (key: string) => {
    setTrusted([...trusted, key]);
    proof.mutate([...trusted, key]);
  };
  return (
    <Panel title={t('ui.record.proof')}>
      <p className="quiet quiet-p">{t('ui.record.proof-lead')}</p>
      <div className="form-foot">
        <Button disabled={!canProve()} loading={proof.isPending} onClick={() => proof.mutate(trusted)}>
          {t('ui.record.prove-here')}
        </Button>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('ui.record.verify')}
        </Button>
      </div>
      {!canProve() && <Notice kind="warn">{t('ui.record.no-cryptography')}</Notice>}
      {proof.isPending && <Progress value={100 * share} aria-label={t('ui.record.proving')} mt="sm" />}
      {proof.isError &&
        (proof.error instanceof DOMException ? (
          <Notice kind="warn" role="alert">
            {t('ui.record.no-signatures')}
          </Notice>
        ) : (
          <Failure error={proof.error} />
        ))}
      {proof.isSuccess && <BrowserVerdict proof={proof.data} trust={trust} />}
      {verify.isError && <Failure error={verify.error} />}
      {verify.data && <ServerVerdict proof={verify.data} />}
    </Panel>
  );
}

function BrowserVerdict({
  proof: { report, remembered },
  trust,
}: {
  readonly proof: BrowserProof;
  readonly trust: (keyId: string) => void;
}) {
  const { t, number, moment } = useWords();
  const { firstBroken, vouchedUpTo, entries, keyIds } = report;
  if (firstBroken) {
    const { keyId } = firstBroken.facts;
    const isKey = firstBroken.reason === 'key-not-rotated' || firstBroken.reason === 'key-not-trusted';
    return (
      <Notice kind="bad" role="alert" title={t('ui.record.broken')}>
        <p className="quiet-p">
          {t(`ui.record.break.${firstBroken.kind}`, { sequence: number(firstBroken.sequence) })}
        </p>
        {isKey && typeof keyId === 'string' && (
          <>
            <p className="quiet-p">{t('ui.record.other-key')}</p>
            <p className="quiet-p">
              <Code>{keyId}</Code>
            </p>
            <Button size="xs" variant="default" onClick={() => trust(keyId)}>
              {t('ui.record.trust-key')}
            </Button>
          </>
        )}
      </Notice>
    );
  }
  const unsigned = entries - (vouchedUpTo?.sequence ?? 0);
  const before = remembered.at(-1);
  return (
    <Notice kind={vouchedUpTo ? 'good' : 'warn'} role="status" title={t('ui.record.proven')}>
      <ul>
        <li>{t('ui.record.chained', { count: entries, shown: number(entries) })}</li>
        {vouchedUpTo && (
          <li>{t('ui.record.signed', { sequence: number(vouchedUpTo.sequence), at: moment(vouchedUpTo.at) })}</li>
        )}
        {0 < unsigned && <li>{t('ui.record.unsigned', { count: unsigned, shown: number(unsigned) })}</li>}
        {before ? (
          <li>{t('ui.record.remembered', { sequence: number(before.sequence), at: moment(before.at) })}</li>
        ) : (
          <li>{t('ui.record.first-time')}</li>
        )}
        {keyIds.map((keyId) => (
          <li key={keyId}>
            {t('ui.record.key')} <Code>{keyId}</Code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ServerVerdict({ proof: { report, differences } }: { readonly proof: Verification }) {
  const { t, number } = useWords();
  const isWhole = report.state !== 'broken' && differences.length === 0;
  return (
    <Notice kind={isWhole ? 'good' : 'bad'} role="status" title={t(`ui.record.${report.state}`)}>
      {t('ui.record.report', { entries: number(report.entries), erased: number(report.erased) })}{' '}
      {report.witnessedUpTo && t('ui.record.witnessed', { sequence: number(report.witnessedUpTo.sequence) })}
      {0 < differences.length && (
        <ul aria-label={t('ui.record.differences')}>
          {differences.map((difference) => (
            <li key={difference}>
              <Data>{difference}</Data>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
