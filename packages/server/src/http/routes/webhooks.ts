// Addresses that are told what happens: kept, tried again, ended; what each was told.
import Type from 'typebox';
import { webhookEvents } from '../../flows/webhooks/webhook-events.ts';
import {
  addWebhook,
  changeWebhook,
  deliveriesOf,
  listWebhooks,
  redeliver,
  removeWebhook,
} from '../../flows/webhooks/webhooks.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, pageQuery, text, USUAL_PAGE, withNext, word } from './shapes.ts';

const fields = {
  name: text(100),
  url: text(2000),
  events: Type.Array(word(webhookEvents), { minItems: 1, maxItems: webhookEvents.length, uniqueItems: true }),
};
const WebhookShape = Type.Object(fields, closed);
const ChangeShape = Type.Object(
  {
    name: Type.Optional(fields.name),
    url: Type.Optional(fields.url),
    events: Type.Optional(fields.events),
    isDisabled: Type.Optional(Type.Boolean()),
  },
  closed,
);
const DeliveryParams = Type.Object({ id: text(300), delivery: text(300) }, closed);

export function webhookRoutes(server: Server, { recordPlaces: places, delivery }: Served): void {
  const tags = ['webhooks'];
  server.get(
    '/webhooks',
    { schema: { tags, summary: 'Addresses that are told what happens' } },
    async ({ acting }) => ({
      items: await listWebhooks(acting),
    }),
  );
  server.post(
    '/webhooks',
    {
      schema: {
        tags,
        summary: 'Tell an address what happens from now on; the secret is shown once',
        body: WebhookShape,
      },
    },
    async ({ body, acting }, reply) => reply.code(201).send(await addWebhook(body, { places, delivery }, acting)),
  );
  server.patch(
    '/webhooks/:id',
    { schema: { tags, summary: 'Change a webhook, or stop telling it', params: idParams, body: ChangeShape } },
    async ({ params, body, acting }) => changeWebhook(params.id, body, delivery, acting),
  );
  server.delete(
    '/webhooks/:id',
    { schema: { tags, summary: 'End a webhook, with its log', params: idParams } },
    async ({ params, acting }, reply) => {
      await removeWebhook(params.id, acting);
      return reply.code(204).send();
    },
  );
  server.get(
    '/webhooks/:id/deliveries',
    {
      schema: {
        tags,
        summary: 'What a webhook was told and is owed, the latest first',
        params: idParams,
        querystring: pageQuery({}),
      },
    },
    async ({ params, query, acting }) => {
      const { limit = USUAL_PAGE } = query;
      return withNext(await deliveriesOf(params.id, { ...query, limit }, acting), limit);
    },
  );
  server.post(
    '/webhooks/:id/deliveries/:delivery/redeliveries',
    { schema: { tags, summary: 'Tell it again: the same message, signed anew', params: DeliveryParams } },
    async ({ params, acting }, reply) => reply.code(201).send(await redeliver(params.id, params.delivery, acting)),
  );
}
