// Signing in and out, and what one sets for oneself.
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { changeOwnSettings, ownPerson } from '../../flows/people/own-settings.ts';
import { hasSecondFactor } from '../../flows/people/second-factor.ts';
import { acceptInvitation, SignInTries, signIn, signOut, type OpenSession } from '../../flows/people/sign-in.ts';
import type { Served, Server } from '../serving.ts';
import { clearSessionCookie, setSessionCookie } from '../who-asks.ts';
import { closed, text } from './shapes.ts';

const code = Type.Optional(text(50));
const SignInShape = Type.Object({ name: text(100), passphrase: text(500), code }, closed);
const AcceptShape = Type.Object({ token: text(200), passphrase: text(500), code }, closed);
const SettingsShape = Type.Object(
  {
    language: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
    /** Empty: no more mail. */
    mailAddress: Type.Optional(Type.String({ maxLength: 254 })),
  },
  closed,
);

/** Of one address: proving a passphrase is slow on purpose, and nobody types faster. */
export const SECRETS_PER_MINUTE = 30;

export function sessionRoutes(server: Server, { parts, settings, recordPlaces: places }: Served): void {
  const tags = ['session'];
  const tries = new SignInTries();
  const shown = async ({ person, csrf }: Pick<OpenSession, 'person' | 'csrf'>) => ({
    person: { ...(await ownPerson(person, parts)), hasTotp: await hasSecondFactor(person.id, parts) },
    sendsMail: settings.sendsMail ?? false,
    csrf,
  });
  const { publicUrl } = settings;
  const config = { rateLimit: { max: SECRETS_PER_MINUTE, timeWindow: '1 minute' } };
  server.post(
    '/session',
    { config, schema: { tags, summary: 'Sign in', body: SignInShape } },
    async (request, reply) => {
      const opened = await signIn(request.body, tries, parts, places);
      setSessionCookie(reply, opened, publicUrl);
      return shown(opened);
    },
  );
  server.get('/session', { schema: { tags, summary: 'Who is signed in' } }, async ({ session }) => {
    if (!session) throw new Problem('access.unknown');
    return shown(session);
  });
  server.delete('/session', { schema: { tags, summary: 'Sign out' } }, async ({ session }, reply) => {
    if (session) await signOut(session.token, parts);
    clearSessionCookie(reply, publicUrl);
    return reply.code(204).send();
  });
  server.post(
    '/invitations/accept',
    { config, schema: { tags, summary: 'Set the passphrase with a link that works once', body: AcceptShape } },
    async ({ body }, reply) => {
      const opened = await acceptInvitation(body, tries, parts, places);
      setSessionCookie(reply, opened, publicUrl);
      return shown(opened);
    },
  );
  server.patch(
    '/session/person',
    { schema: { tags, summary: 'Set the language of the interface, and where one gets mail', body: SettingsShape } },
    async (request) => {
      if (!request.session) throw new Problem('access.unknown');
      return changeOwnSettings(request.body, request.acting);
    },
  );
}
