// Who is signed in, in; their second factor and mail out: turned on with a device, codes for paper shown once, turned off with a code.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferedFactor } from '../answers.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { QrPicture } from '../parts/qr-picture.tsx';
import { saveFile } from '../parts/save-file.ts';
import { Failure } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useMay, usePerson } from '../session.tsx';
import { MailPanel } from './mail-panel.tsx';

export function AccountScreen() {
  const { t, list } = useWords();
  const { name, duties, hasTotp, mailAddress } = usePerson();
  const readsAlerts = useMay('alert.read');
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <div className="account">
      <ScreenHead
        title={t('ui.account.title')}
        lead={
          <>
            <Data>{name}</Data>: {list(duties.map((duty) => t(`ui.duty.${duty}`)))}
          </>
        }
      />
      <Panel title={t('ui.account.factor')} id="second-factor">
        <p className="quiet-p">{t(hasTotp ? 'ui.account.factor-on' : 'ui.account.factor-off')}</p>
        {codes && <RecoveryCodes codes={codes} />}
        {hasTotp ? <RemoveFactor done={() => setCodes(undefined)} /> : <SetUpFactor done={setCodes} />}
      </Panel>
      {(readsAlerts || mailAddress !== undefined) && <MailPanel />}
    </div>
  );
}

/** The server says anew whether a factor is on. */
function useSessionAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['session'] });
}

function SetUpFactor({ done }: { readonly done: (codes: readonly string[]) => void }) {
  const { t } = useWords();
  const anew = useSessionAnew();
  const offer = useMutation({ mutationFn: api.offerFactor });
  const confirm = useMutation({
    mutationFn: api.confirmFactor,
    onSuccess: async ({ recoveryCodes }) => {
      done(recoveryCodes);
      await anew();
    },
  });
  if (!offer.data)
    return (
      <>
        <Button loading={offer.isPending} onClick={() => offer.mutate()}>
          {t('ui.account.set-up')}
        </Button>
        {offer.isError && <Failure error={offer.error} />}
      </>
    );
  return (
    <>
      <DeviceSecret offered={offer.data} />
      <CodeForm
        title={t('ui.account.turn-on')}
        hint={t('ui.account.first-code')}
        send={confirm.mutate}
        isPending={confirm.isPending}
      />
      {confirm.isError && <Failure error={confirm.error} />}
    </>
  );
}

function DeviceSecret({ offered: { secret, uri } }: { readonly offered: OfferedFactor }) {
  const { t } = useWords();
  return (
    <Notice kind="known" title={t('ui.account.secret')}>
      <p className="quiet-p">{t('ui.account.secret-hint')}</p>
      <QrPicture text={uri} label={t('ui.account.qr')} />
      <p className="quiet-p secret">
        <Code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</Code>
      </p>
      <a href={uri}>{t('ui.account.open-device')}</a>
    </Notice>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useWords();
  return (
    <Notice kind="good" role="status" title={t('ui.account.codes')}>
      <p className="quiet-p">{t('ui.account.codes-hint')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="default"
        onClick={() => saveFile('sekisho-codes.txt', new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }))}
      >
        {t('ui.account.save-codes')}
      </Button>
    </Notice>
  );
}

function RemoveFactor({ done }: { readonly done: () => void }) {
  const { t } = useWords();
  const anew = useSessionAnew();
  const remove = useMutation({
    mutationFn: api.removeFactor,
    onSuccess: async () => {
      done();
      await anew();
    },
  });
  return (
    <>
      <CodeForm
        title={t('ui.account.turn-off')}
        hint={t('ui.sign-in.code-hint')}
        send={remove.mutate}
        isPending={remove.isPending}
      />
      {remove.isError && <Failure error={remove.error} />}
    </>
  );
}

function CodeForm(props: {
  readonly title: string;
  readonly hint: string;
  readonly send: (code: string) => void;
  readonly isPending: boolean;
}) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  return (
    <form
      className="ask-for"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        props.send(code.trim());
        setCode('');
      }}
    >
      <TextInput
        label={t('ui.sign-in.code')}
        description={props.hint}
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" disabled={code.trim() === ''} loading={props.isPending}>
        {props.title}
      </Button>
    </form>
  );
}
