// Who is signed in; whoever is not sees the sign-in screen in the place where they were, and goes on there.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { mayAct, type Act } from '@sekisho/engine/model/person.ts';
import type { Session } from './answers.ts';
import { api, Refusal, whenSignedOut } from './api.ts';
import { takeOver } from './drafts.ts';
import { useLanguage } from './language/texts.tsx';
import { Failure, Waiting } from './parts/states.tsx';
import { SignIn } from './entrance/sign-in.tsx';

const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('a screen stands outside of SignedIn');
  return session;
}

export function usePerson(): Session['person'] {
  return useSession().person;
}

/** Whether the person may do that; the server asks again. */
export function useMay(act: Act): boolean {
  return mayAct(usePerson(), act);
}

export function SignedIn({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const session = useQuery({ queryKey: ['session'], queryFn: currentSession, staleTime: Infinity });
  const { choose, catalogue } = useLanguage();
  useEffect(() => whenSignedOut(() => client.setQueryData(['session'], null)), [client]);
  const language = session.data?.person.language;
  useEffect(() => {
    if (language !== undefined && language !== catalogue.language.tag) choose(language);
    // Only when somebody signs in: afterwards the choice in the shell rules.
  }, [language]);
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignIn />;
  return <SessionContext value={session.data}>{children}</SessionContext>;
}

async function currentSession(): Promise<Session | null> {
  try {
    const session = await api.session();
    takeOver(session.person.id);
    return session;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}
