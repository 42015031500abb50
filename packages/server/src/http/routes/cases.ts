// The queue, a case, and what people say about it.
import Type from 'typebox';
import { dispositionGrounds, dispositionVerdicts } from '@sekisho/engine/model/case-note.ts';
import { caseStates, outcomes } from '@sekisho/engine/model/decision.ts';
import { caseQueue } from '../../flows/case-queue.ts';
import { confirmProposal, decideCase, rejectProposal } from '../../flows/decide-case.ts';
import { disposeHit } from '../../flows/dispose-hit.ts';
import { exportCase } from '../../flows/export-case.ts';
import { noteCase } from '../../flows/note-case.ts';
import { queueAges } from '../../flows/queue-ages.ts';
import { viewCase, viewProtected } from '../../flows/view-case.ts';
import { withheldFromCase } from '../../flows/withheld.ts';
import { sendExport } from '../send-export.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, idParams, pageQuery, reasonShape, reasonText, text, USUAL_PAGE, word } from './shapes.ts';

const QueueShape = pageQuery({
  state: Type.Optional(word(caseStates)),
  proposed: Type.Optional(word(outcomes)),
  assignee: Type.Optional(text(100)),
  policy: Type.Optional(text(64)),
  overdue: Type.Optional(Type.Boolean()),
  waiting: Type.Optional(Type.Boolean()),
  text: Type.Optional(text(200)),
  ids: Type.Optional(Type.Array(text(100), { maxItems: 50 })),
});
const DecisionShape = Type.Object({ outcome: word(caseStates), reason: reasonText }, closed);
const DispositionShape = Type.Object(
  {
    party: text(64),
    entityId: text(300),
    verdict: word(dispositionVerdicts),
    ground: word(dispositionGrounds),
    reason: reasonText,
    until: Type.Optional(day),
  },
  closed,
);
const NoteShape = Type.Union([
  Type.Object({ kind: Type.Literal('assigned'), to: Type.String({ maxLength: 100 }) }, closed),
  Type.Object({ kind: Type.Literal('commented'), text: reasonText }, closed),
  Type.Object({ kind: Type.Literal('due'), on: day, reason: reasonText }, closed),
  Type.Object({ kind: Type.Literal('no-tip-off'), isSet: Type.Boolean(), reason: reasonText }, closed),
]);
const AssignmentShape = Type.Object(
  {
    cases: Type.Array(text(100), { minItems: 1, maxItems: 500, uniqueItems: true }),
    to: Type.String({ maxLength: 100 }),
  },
  closed,
);

export function caseRoutes(server: Server, { recordPlaces }: Served): void {
  const tags = ['cases'];
  const params = idParams;
  server.get(
    '/cases',
    { schema: { tags, summary: 'The queue: the longest due first', querystring: QueueShape } },
    async ({ query, acting }) => {
      const { limit = USUAL_PAGE, after, ...filter } = query;
      return caseQueue(filter, { limit, ...(after !== undefined && { after }) }, acting);
    },
  );
  server.get(
    '/case-ages',
    { schema: { tags, summary: 'How many cases are open, by their age and how they stand to their due day' } },
    async ({ acting }) => queueAges(acting),
  );
  server.get(
    '/cases/:id',
    { schema: { tags, summary: 'A case with its evidence, decision, notes and alerts', params } },
    async (request) => viewCase(request.params.id, request.acting),
  );
  server.post(
    '/cases/:id/views',
    {
      schema: {
        tags,
        summary: 'See specially protected data of a case too; who saw it and why is sealed',
        params,
        body: reasonShape,
      },
    },
    async (request) => viewProtected(request.params.id, request.body.reason, request.acting),
  );
  server.post(
    '/cases/assignments',
    {
      schema: { tags, summary: 'Hand several cases to somebody; to nobody with an empty name', body: AssignmentShape },
    },
    async ({ body, acting }) => {
      for (const id of body.cases) await noteCase(id, acting.actor.name, { kind: 'assigned', to: body.to }, acting);
      return { cases: body.cases, to: body.to };
    },
  );
  server.post(
    '/cases/:id/notes',
    { schema: { tags, summary: 'Assign, comment, set a due day, withhold', params, body: NoteShape } },
    async (request, reply) => {
      const { body, acting } = request;
      return reply.code(201).send({ notes: await noteCase(request.params.id, acting.actor.name, body, acting) });
    },
  );
  server.post(
    '/cases/:id/dispositions',
    { schema: { tags, summary: 'Say what a hit is; the case is vetted anew with it', params, body: DispositionShape } },
    async (request, reply) => {
      const { body, acting } = request;
      const vetting = await disposeHit(request.params.id, { ...body, by: acting.actor.name }, acting);
      return reply.code(201).send(withheldFromCase(vetting, request.params.id, acting.reference));
    },
  );
  server.post(
    '/cases/:id/decisions',
    { schema: { tags, summary: 'Decide, or propose to a second person', params, body: DecisionShape } },
    async (request, reply) => {
      const { body, acting } = request;
      return reply.code(201).send(await decideCase(request.params.id, { ...body, by: acting.actor.name }, acting));
    },
  );
  server.post(
    '/cases/:id/confirmations',
    { schema: { tags, summary: 'Agree, as a second person, with what was proposed', params, body: reasonShape } },
    async (request, reply) => {
      const { body, acting } = request;
      return reply.code(201).send(await confirmProposal(request.params.id, { ...body, by: acting.actor.name }, acting));
    },
  );
  server.post(
    '/cases/:id/rejections',
    { schema: { tags, summary: 'Turn down what was proposed', params, body: reasonShape } },
    async (request, reply) => {
      const { body, acting } = request;
      return reply.code(201).send(await rejectProposal(request.params.id, { ...body, by: acting.actor.name }, acting));
    },
  );
  server.post(
    '/cases/:id/exports',
    {
      schema: {
        tags,
        summary:
          'Take a case out with all that proves it, as one file that is verified anywhere; that it was is sealed',
        params,
        body: reasonShape,
      },
    },
    async ({ params: { id }, body, acting }, reply) => {
      const word = { by: acting.actor.name, reason: body.reason };
      return sendExport(reply, acting.uploadFiles, { name: `${id}.zip`, type: 'application/zip' }, async (file) => {
        const { sha256 } = await exportCase(id, { ...word, file }, acting, recordPlaces);
        return sha256;
      });
    },
  );
}
