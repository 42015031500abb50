// What lists and registers brought against everything ever applied for: alerts, and the runs that raise them.
import { alertCounts } from '../../flows/alert-counts.ts';
import { listAlerts } from '../../flows/list-alerts.ts';
import { pageOf } from '../../flows/page-of.ts';
import { permit } from '../../flows/permit.ts';
import { alertWithoutClaims } from '../../flows/withheld.ts';
import { askLookBack } from '../../flows/ask-look-back.ts';
import type { Served, Server } from '../serving.ts';
import Type from 'typebox';
import { closed, day, pageQuery, USUAL_PAGE } from './shapes.ts';

const LookBackShape = Type.Object({ since: Type.Optional(day) }, closed);

export function lookBackRoutes(server: Server, _served: Served): void {
  const tags = ['look-back'];
  server.get(
    '/alerts',
    { schema: { tags, summary: 'Alerts, the newest first', querystring: pageQuery({}) } },
    async ({ query, acting }) => {
      permit(acting, 'alert.read');
      const { limit = USUAL_PAGE, after } = query;
      const newest = (await listAlerts({}, acting)).toReversed().map(alertWithoutClaims);
      return pageOf(newest, { limit, ...(after !== undefined && { after }) });
    },
  );
  server.get(
    '/alert-counts',
    {
      schema: { tags, summary: 'How many alerts each list, register or other ground raised: waiting, and dealt with' },
    },
    async ({ acting }) => ({ items: await alertCounts(acting) }),
  );
  server.get('/look-backs', { schema: { tags, summary: 'Runs, done and owed' } }, async ({ acting }) => {
    permit(acting, 'alert.read');
    return { items: await acting.store.lookBacks() };
  });
  server.post(
    '/look-backs',
    {
      schema: {
        tags,
        summary: 'Have every look-back run that is owed, as a job; with a day also once more what changed since then',
        body: LookBackShape,
      },
      preValidation: async (request) => {
        if (request.headers['content-type'] === undefined) request.body = {}; // without a body: what is owed
        return Promise.resolve();
      },
    },
    async ({ body, acting }, reply) => {
      const job = await askLookBack(body, acting);
      return reply.code(202).header('location', `/v1/jobs/${job.id}`).send(job);
    },
  );
}
