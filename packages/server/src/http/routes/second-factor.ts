// A second factor of whoever is signed in: offered, turned on, taken away.
import Type from 'typebox';
import type { Person } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { confirmSecondFactor, endOwnSecondFactor, offerSecondFactor } from '../../flows/people/second-factor.ts';
import type { Served, Server } from '../serving.ts';
import { SECRETS_PER_MINUTE } from './session.ts';
import { closed, text } from './shapes.ts';

const CodeShape = Type.Object({ code: text(50) }, closed);

export function secondFactorRoutes(server: Server, { recordPlaces: places }: Served): void {
  const tags = ['session'];
  const config = { rateLimit: { max: SECRETS_PER_MINUTE, timeWindow: '1 minute' } };
  server.post(
    '/session/second-factor',
    { config, schema: { tags, summary: 'A secret for a device of mine; it counts once a code of it was given back' } },
    async ({ session, acting }, reply) =>
      reply.code(201).send(await offerSecondFactor(signedIn(session), acting, places)),
  );
  server.post(
    '/session/second-factor/confirmations',
    {
      config,
      schema: { tags, summary: 'Turn it on with its first code; codes for paper are shown once', body: CodeShape },
    },
    async ({ session, acting, body }, reply) => {
      const recoveryCodes = await confirmSecondFactor(signedIn(session), body.code, acting, places);
      return reply.code(201).send({ recoveryCodes });
    },
  );
  server.post(
    '/session/second-factor/removals',
    { config, schema: { tags, summary: 'Turn it off, with a code', body: CodeShape } },
    async ({ session, acting, body }, reply) => {
      await endOwnSecondFactor(signedIn(session), body.code, acting, places);
      return reply.code(204).send();
    },
  );
}

function signedIn(session: { readonly person: Person } | undefined): Person {
  if (!session) throw new Problem('access.unknown');
  return session.person;
}
