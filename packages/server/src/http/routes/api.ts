// What is served in, all routes of the API, version 1, out; each needs somebody who asks but those to sign in.
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import { tagAnswers } from '../entity-tags.ts';
import type { Served, Server } from '../serving.ts';
import { somebodyAsks } from '../who-asks.ts';
import { applicationRoutes } from './applications.ts';
import { batchRoutes } from './batches.ts';
import { caseRoutes } from './cases.ts';
import { checkRoutes } from './checks.ts';
import { documentRoutes } from './documents.ts';
import { eventRoutes } from './events.ts';
import { incidentRoutes } from './incidents.ts';
import { jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { lookBackRoutes } from './look-backs.ts';
import { peopleRoutes } from './people.ts';
import { policyRoutes } from './policies.ts';
import { recordRoutes } from './record.ts';
import { reportRoutes } from './reports.ts';
import { retentionRoutes } from './retention.ts';
import { screeningRoutes } from './screenings.ts';
import { providerRoutes } from './provider.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { sessionRoutes } from './session.ts';
import { settingRoutes } from './settings.ts';
import { sourceRoutes } from './sources.ts';
import { webhookRoutes } from './webhooks.ts';

/** Of a form with files. */
const MAX_FIELDS = 10;

export function apiRoutes(served: Served): FastifyPluginAsync {
  return async (api) => {
    api.addHook('onRequest', async (_, reply) => {
      reply.header('cache-control', 'no-store'); // a browser or proxy keeps nothing of it
      return Promise.resolve();
    });
    tagAnswers(api);
    for (const add of [sessionRoutes, secondFactorRoutes, providerRoutes]) add(api, served);
    await api.register(async (inner) => {
      const server = inner as Server;
      server.addHook('onRequest', somebodyAsks);
      await server.register(multipart, { limits: { fields: MAX_FIELDS } });
      for (const add of [
        applicationRoutes,
        batchRoutes,
        caseRoutes,
        checkRoutes,
        documentRoutes,
        eventRoutes,
        incidentRoutes,
        jobRoutes,
        keyRoutes,
        lookBackRoutes,
        peopleRoutes,
        policyRoutes,
        recordRoutes,
        reportRoutes,
        retentionRoutes,
        screeningRoutes,
        settingRoutes,
        sourceRoutes,
        webhookRoutes,
      ])
        add(server, served);
      return Promise.resolve();
    });
  };
}
