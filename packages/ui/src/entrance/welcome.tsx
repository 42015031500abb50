// The token of a one-time link in, a passphrase of one's own and a session out.
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../api.ts';
import { takeOver } from '../drafts.ts';
import { useWords } from '../language/texts.tsx';
import { Failure } from '../parts/states.tsx';
import { LonePage } from './lone-page.tsx';

/** As the server asks for. */
const LEAST_CHARS = 12;

export function Welcome() {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const token = parameters.get('token') ?? '';
  const accept = useMutation({
    mutationFn: () => api.acceptInvitation({ token, passphrase }),
    onSuccess: (session) => {
      takeOver(session.person.id);
      client.clear();
      client.setQueryData(['session'], session);
      return navigate('/', { replace: true });
    },
  });
  const isShort = passphrase !== '' && Array.from(passphrase).length < LEAST_CHARS;
  const differs = again !== '' && again !== passphrase;
  return (
    <LonePage title={t('ui.welcome.title')} lead={t('ui.welcome.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isShort && again === passphrase) accept.mutate();
        }}
      >
        <Stack gap="sm">
          {accept.isError && <Failure error={accept.error} />}
          <PasswordInput
            label={t('ui.welcome.passphrase')}
            description={t('ui.welcome.hint', { least: LEAST_CHARS })}
            autoComplete="new-password"
            autoFocus
            required
            value={passphrase}
            error={isShort && t('ui.welcome.short', { least: LEAST_CHARS })}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('ui.sign-in.show') }}
          />
          <PasswordInput
            label={t('ui.welcome.again')}
            autoComplete="new-password"
            required
            value={again}
            error={differs && t('ui.welcome.differs')}
            onChange={(event) => setAgain(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('ui.sign-in.show') }}
          />
          <Button type="submit" loading={accept.isPending} disabled={token === ''} fullWidth mt="xs">
            {t('ui.welcome.go')}
          </Button>
        </Stack>
      </form>
    </LonePage>
  );
}
