// Work that is done beside answering: what waits, what runs, what waits for a person.
import Type from 'typebox';
import { jobOfId, listJobs, retryJob } from '../../flows/job-queue.ts';
import { jobStates } from '../../store/jobs.ts';
import { JobFollowers } from '../follow-job.ts';
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
  server.get(
    '/jobs/:id',
    { schema: { tags, summary: 'A job, how far it is, what came of it', params: idParams } },
    (request) => jobOfId(request.params.id, request.acting),
  );
  const followers = new JobFollowers();
  server.addHook('onClose', async () => Promise.resolve(followers.endAll()));
  server.get(
    '/jobs/:id/events',
    {
      schema: {
        tags,
        summary: 'How far a job is, as server-sent events: `progress` now and then, `ended` once it is over',
        params: idParams,
      },
    },
    (request, reply) => followers.add(request.params.id, reply, request.acting),
  );
  server.post(
    '/jobs/:id/retries',
    { schema: { tags, summary: 'Make a job due now, with all its tries before it', params: idParams } },
    async ({ params, acting }, reply) => reply.code(201).send(await retryJob(params.id, acting)),
  );
}
