// Orders: handed in, vetted, read again, withdrawn.
import Type from 'typebox';
import { ApplicationShape } from '@sekisho/engine/model/application.ts';
import { caseStates } from '@sekisho/engine/model/decision.ts';
import { mayAct } from '@sekisho/engine/model/person.ts';
import { languages } from '@sekisho/engine/reference/message-catalogues.ts';
import { decideCase } from '../../flows/decide-case.ts';
import { followApplication, followedStates } from '../../flows/follow-application.ts';
import { answeredOnce } from '../../flows/answered-once.ts';
import { letterToApplicant } from '../../flows/letter-to-applicant.ts';
import { listOrders } from '../../flows/list-orders.ts';
import { viewApplication } from '../../flows/view-application.ts';
import { vetApplication } from '../../flows/vet-application.ts';
import { withheldFromCase } from '../../flows/withheld.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, idParams, pageQuery, text, USUAL_PAGE, word } from './shapes.ts';

const OrdersShape = pageQuery({
  state: Type.Optional(word(caseStates)),
  told: Type.Optional(word(followedStates)),
  receivedSince: Type.Optional(day),
  policy: Type.Optional(text(200)),
});
const headers = Type.Object({ 'idempotency-key': Type.Optional(text(200)) });
const LetterShape = Type.Object({ language: Type.Optional(word(languages)) }, closed);
const MAIN_LANGUAGE = 'id';
const WithdrawalShape = Type.Object({ reason: text(10_000) }, closed);

export function applicationRoutes(server: Server, _served: Served): void {
  const tags = ['applications'];
  const params = idParams;
  server.post(
    '/applications',
    {
      schema: {
        tags,
        summary: 'Hand in an order: it is vetted, sealed and answered',
        description:
          'With an Idempotency-Key the same request gets the same answer for a day. Who may not read cases is told what the applicant may be told.',
        headers,
        body: ApplicationShape,
      },
    },
    async ({ body, acting, headers: sent }, reply) => {
      const answer = await answeredOnce(sent['idempotency-key'], body, acting, async () => {
        const vetting = await vetApplication(body, acting);
        const { id } = vetting.evidence.application;
        const told = mayAct(acting.actor, 'application.read')
          ? withheldFromCase(vetting, id, acting.reference)
          : await followApplication(id, acting);
        return { status: 201, body: JSON.stringify(told) };
      });
      return reply.code(answer.status).type('application/json').send(answer.body);
    },
  );
  server.get(
    '/applications',
    {
      schema: {
        tags,
        summary: 'Orders, the latest first: of others than analysts, officers and auditors their own alone',
        description:
          'Who may not read cases is told of each what the applicant may be told, and cannot ask for `state`.',
        querystring: OrdersShape,
      },
    },
    async ({ query, acting }) => {
      const { limit = USUAL_PAGE, after, ...filter } = query;
      return listOrders(filter, { limit, ...(after !== undefined && { after }) }, acting);
    },
  );
  server.get(
    '/applications/:id',
    { schema: { tags, summary: 'An order as it stands now, and its decisions', params } },
    async (request) => viewApplication(request.params.id, request.acting),
  );
  server.get(
    '/applications/:id/status',
    { schema: { tags, summary: 'What the applicant may be told of an order', params } },
    async (request) => followApplication(request.params.id, request.acting),
  );
  server.get(
    '/applications/:id/letter',
    {
      schema: {
        tags,
        summary: 'What the applicant is told of an order, in a language of the product',
        params,
        querystring: LetterShape,
      },
    },
    async (request) => letterToApplicant(request.params.id, request.query.language ?? MAIN_LANGUAGE, request.acting),
  );
  server.post(
    '/applications/:id/withdrawals',
    { schema: { tags, summary: 'The order is withdrawn', params, body: WithdrawalShape } },
    async (request, reply) => {
      const { acting, body } = request;
      const word = { outcome: 'WITHDRAWN', reason: body.reason, by: acting.actor.name };
      return reply.code(201).send(await decideCase(request.params.id, word, acting));
    },
  );
}
