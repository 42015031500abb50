// What lists and registers brought against everything ever applied for: alerts, and the runs that raise them.
import { listAlerts } from '../../flows/list-alerts.ts';
import { pageOf } from '../../flows/page-of.ts';
import { permit } from '../../flows/permit.ts';
import { runLookBacks } from '../../flows/look-back.ts';
import type { Served, Server } from '../serving.ts';
import { pageQuery, USUAL_PAGE } from './shapes.ts';

export function lookBackRoutes(server: Server, _served: Served): void {
  const tags = ['look-back'];
  server.get(
    '/alerts',
    { schema: { tags, summary: 'Alerts, the newest first', querystring: pageQuery({}) } },
    async ({ query, acting }) => {
      permit(acting, 'alert.read');
      const { limit = USUAL_PAGE, after } = query;
      const newest = (await listAlerts({}, acting)).toReversed();
      return pageOf(newest, { limit, ...(after !== undefined && { after }) });
    },
  );
  server.get('/look-backs', { schema: { tags, summary: 'Runs, done and owed' } }, async ({ acting }) => {
    permit(acting, 'alert.read');
    return { items: await acting.store.lookBacks() };
  });
  server.post(
    '/look-backs',
    { schema: { tags, summary: 'Run every look-back that is owed' } },
    async ({ acting }, reply) => reply.code(201).send({ runs: await runLookBacks(acting) }),
  );
}
