// Work that is done beside answering: what waits, what runs, what waits for a person.
import Type from 'typebox';
import { listJobs, retryJob } from '../../flows/job-queue.ts';
import { jobStates } from '../../store/jobs.ts';
import type { Served, Server } from '../serving.ts';
import { idParams, pageQuery, text, USUAL_PAGE, withNext, word } from './shapes.ts';

const JobsShape = pageQuery({ state: Type.Optional(word(jobStates)), kind: Type.Optional(text(100)) });

export function jobRoutes(server: Server, _served: Served): void {
  const tags = ['jobs'];
  server.get(
    '/jobs',
    { schema: { tags, summary: 'Jobs, the latest due first, and how many of each state', querystring: JobsShape } },
    async ({ query, acting }) => {
      const { limit = USUAL_PAGE } = query;
      const { items, counts } = await listJobs({ ...query, limit }, acting);
      return { ...withNext(items, limit), counts };
    },
  );
  server.post(
    '/jobs/:id/retries',
    { schema: { tags, summary: 'Make a job due now, with all its tries before it', params: idParams } },
    async ({ params, acting }, reply) => reply.code(201).send(await retryJob(params.id, acting)),
  );
}
