// Who may sign in, and what for.
import Type from 'typebox';
import { duties } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { permit } from '../../flows/permit.ts';
import { addPerson, changePerson, inviteAgain, listPeople, type InvitedPerson } from '../../flows/people/people.ts';
import { bindSubject } from '../../flows/people/provider-sign-in.ts';
import { endSecondFactorOf } from '../../flows/people/second-factor.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, text, word } from './shapes.ts';

const dutyList = Type.Array(word(duties), { minItems: 1, maxItems: duties.length, uniqueItems: true });
const PersonShape = Type.Object({ name: text(100), duties: dutyList }, closed);
const ChangeShape = Type.Object({ duties: Type.Optional(dutyList), isDisabled: Type.Optional(Type.Boolean()) }, closed);

const SubjectShape = Type.Object({ subject: text(255) }, closed);

export function peopleRoutes(server: Server, { settings }: Served): void {
  const tags = ['people'];
  const withLink = ({ person, invitation }: InvitedPerson) => ({
    person,
    invitation,
    link: invitationLink(settings.publicUrl, invitation),
  });
  server.get('/people', { schema: { tags, summary: 'Everybody who may sign in' } }, async ({ acting }) => ({
    items: await listPeople(acting),
  }));
  server.post(
    '/people',
    { schema: { tags, summary: 'Add somebody; the answer has a link that works once', body: PersonShape } },
    async ({ body, acting }, reply) => reply.code(201).send(withLink(await addPerson(body, acting))),
  );
  server.patch(
    '/people/:id',
    { schema: { tags, summary: "Change somebody's duties, or keep them out", params: idParams, body: ChangeShape } },
    async ({ params, body, acting }) => changePerson(params.id, body, acting),
  );
  server.post(
    '/people/:id/invitations',
    { schema: { tags, summary: 'A new link for somebody; the old passphrase ends with its use', params: idParams } },
    async ({ params, acting }, reply) => reply.code(201).send(withLink(await inviteAgain(params.id, acting))),
  );
  server.delete(
    '/people/:id/second-factor',
    { schema: { tags, summary: 'Take away the second factor of somebody who lost it', params: idParams } },
    async ({ params, acting }, reply) => {
      await endSecondFactorOf(params.id, acting);
      return reply.code(204).send();
    },
  );
  server.put(
    '/people/:id/subject',
    {
      schema: {
        tags,
        summary: 'Say whom the identity provider means by a subject',
        params: idParams,
        body: SubjectShape,
      },
    },
    async ({ params, body, acting }, reply) => {
      permit(acting, 'person.manage');
      if (!settings.provider) throw new Problem('access.provider', { reason: 'none is set' });
      await bindSubject(params.id, body.subject, settings.provider, acting);
      return reply.code(204).send();
    },
  );
}

/** Behind the `#`, so that it is in no log. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/#/welcome?token=${token}`;
}
