// Who is signed in, in; whether they get mail, and where, out: an address turns it on, taking it away turns it off.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language/texts.tsx';
import { Panel } from '../parts/panel.tsx';
import { Failure } from '../parts/states.tsx';
import { useSession } from '../session.tsx';

export function MailPanel() {
  const { t } = useWords();
  const { catalogue } = useLanguage();
  const {
    person: { mailAddress },
    sendsMail,
  } = useSession();
  const [address, setAddress] = useState('');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (wanted: string) => api.setMail({ mailAddress: wanted, language: catalogue.language.tag }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  });
  return (
    <Panel title={t('ui.account.mail')} id="mail">
      <p className="quiet-p">{t(sendsMail ? 'ui.account.mail-hint' : 'ui.account.mail-none')}</p>
      {mailAddress !== undefined && (
        <>
          <p className="quiet-p">{t('ui.account.mail-to', { address: mailAddress })}</p>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate('')}>
            {t('ui.account.mail-off')}
          </Button>
        </>
      )}
      {sendsMail && mailAddress === undefined && (
        <form
          className="ask-for"
          aria-label={t('ui.account.mail')}
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(address.trim());
          }}
        >
          <TextInput
            type="email"
            dir="ltr"
            label={t('ui.account.mail-address')}
            autoComplete="email"
            maxLength={254}
            required
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Button type="submit" disabled={address.trim() === ''} loading={save.isPending}>
            {t('ui.account.mail-on')}
          </Button>
        </form>
      )}
      {save.isError && <Failure error={save.error} />}
    </Panel>
  );
}
