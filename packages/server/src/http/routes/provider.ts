// Signing in by an identity provider: there, and back again.
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { IdentityProvider } from '../../flows/people/provider-sign-in.ts';
import type { Served, Server } from '../serving.ts';
import { setSessionCookie } from '../who-asks.ts';
import { SECRETS_PER_MINUTE } from './session.ts';

const COOKIE = 'sekisho-provider';
const RETURN = '/session/provider/return';
/** Whatever the provider adds: it is checked as a whole. */
const ReturnShape = Type.Object({}, { additionalProperties: Type.String({ maxLength: 10_000 }) });

export function providerRoutes(server: Server, { parts, settings, recordPlaces: places }: Served): void {
  const tags = ['session'];
  const config = { rateLimit: { max: SECRETS_PER_MINUTE, timeWindow: '1 minute' } };
  const { publicUrl } = settings;
  const provider = settings.provider && new IdentityProvider(settings.provider, `${publicUrl}/v1${RETURN}`);
  // lax: the browser comes back from another site
  const kept = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/v1/session/provider',
    secure: publicUrl.startsWith('https:'),
  } as const;
  server.get('/session/means', { schema: { tags, summary: 'By what one can sign in' } }, () => ({
    passphrase: true,
    provider: provider !== undefined,
  }));
  server.get(
    '/session/provider',
    { config, schema: { tags, summary: 'Go to the identity provider to sign in' } },
    async (_, reply) => {
      if (!provider) throw new Problem('access.provider', { reason: 'none is set' });
      const begun = await provider.begin(parts, places);
      return reply.setCookie(COOKIE, begun.kept, { ...kept, maxAge: 600 }).redirect(begun.url);
    },
  );
  server.get(
    RETURN,
    { config, schema: { tags, summary: 'Come back from the identity provider', querystring: ReturnShape } },
    async (request, reply) => {
      if (!provider) throw new Problem('access.provider', { reason: 'none is set' });
      const query = request.url.split('?', 2)[1] ?? '';
      void reply.clearCookie(COOKIE, kept);
      try {
        const opened = await provider.end(query, request.cookies[COOKIE] ?? '', parts, places);
        setSessionCookie(reply, opened, publicUrl);
        return await reply.redirect(`${publicUrl}/`);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        request.log.info({ problem: error.code }, 'not signed in'); // a person stands here: the page says what it means
        return reply.redirect(`${publicUrl}/#/sign-in?problem=${error.code}`);
      }
    },
  );
}
