// Name and passphrase in, a session out. Where the person was stays as it is behind this screen.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, PROVIDER, Refusal } from '../api.ts';
import { takeOver } from '../drafts.ts';
import { useWords } from '../language/texts.tsx';
import { Failure } from '../parts/states.tsx';
import { LonePage } from './lone-page.tsx';

export function SignIn() {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const means = useQuery({ queryKey: ['means'], queryFn: api.means, staleTime: Infinity });
  const signIn = useMutation({
    mutationFn: () => api.signIn({ name, passphrase, ...(code !== '' && { code }) }),
    onSuccess: (session) => {
      // what is in memory was asked for by, and stands under the name of, whoever sat here before
      if (takeOver(session.person.id)) window.location.reload();
      else client.setQueryData(['session'], session);
    },
  });
  const isCodeAsked = signIn.error instanceof Refusal && signIn.error.code === 'access.wrong-code';
  const isDenied = !isCodeAsked && signIn.error instanceof Refusal && signIn.error.status === 401;
  return (
    <LonePage title={t('ui.sign-in.title')} lead={t('ui.sign-in.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Stack gap="sm">
          {signIn.isError && !isDenied && !isCodeAsked && <Failure error={signIn.error} />}
          <TextInput
            label={t('ui.sign-in.name')}
            autoComplete="username"
            autoFocus
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('ui.sign-in.passphrase')}
            autoComplete="current-password"
            required
            value={passphrase}
            error={isDenied && t('ui.sign-in.denied')}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('ui.sign-in.show') }}
          />
          {(isCodeAsked || code !== '') && (
            <TextInput
              label={t('ui.sign-in.code')}
              description={t('ui.sign-in.code-hint')}
              autoComplete="one-time-code"
              autoFocus
              value={code}
              error={isCodeAsked && code !== '' && t('ui.sign-in.code-wrong')}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth mt="xs">
            {t('ui.sign-in.go')}
          </Button>
          {means.data?.provider === true && (
            <Button component="a" href={PROVIDER} variant="default" fullWidth>
              {t('ui.sign-in.provider')}
            </Button>
          )}
        </Stack>
      </form>
    </LonePage>
  );
}
