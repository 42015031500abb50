// Policies: read, compared, tried on the decisions of the past before they are put in use.
import Type from 'typebox';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { diffPolicies } from '../../flows/diff-policies.ts';
import type { LoadedPolicy, Parts } from '../../flows/parts.ts';
import { permit } from '../../flows/permit.ts';
import { checkedPolicy } from '../../flows/policies/checked-policy.ts';
import { putPolicyInForce } from '../../flows/policies/put-in-force.ts';
import { policyVersions, textOfVersion, uploadPolicy } from '../../flows/policies/upload-policy.ts';
import { tryPolicy } from '../../flows/try-policy.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, idParams, reasonText, text } from './shapes.ts';

/** YAML. */
const TextShape = Type.Object({ text: text(1_000_000) }, closed);

const YAML = ['application/yaml', 'application/x-yaml', 'text/yaml'];
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const versionParams = Type.Object({ id: text(300), sha256: hash }, closed);
const ForceShape = Type.Object({ sha256: hash, from: Type.Optional(day), reason: reasonText }, closed);

export function policyRoutes(inner: Server, _served: Served): void {
  void inner.register((server, _options, done) => {
    // the file as it is, instead of a text in JSON
    server.addContentTypeParser(YAML, { parseAs: 'string' }, (_request, body, read) => read(null, { text: body }));
    routes(server);
    done();
  });
}

function routes(server: Server): void {
  const tags = ['policies'];
  const params = idParams;
  server.get('/policies', { schema: { tags, summary: 'The policies in use' } }, ({ acting }) => {
    permit(acting, 'policy.list');
    return {
      items: [...acting.policies.values()].map(({ policy, origin }) => ({ ...lineOf(policy), origin })),
    };
  });
  server.post(
    '/policies',
    {
      schema: {
        tags,
        summary: 'A version is kept, and not in force',
        description:
          'Also as the file itself, of type application/yaml. The same text again is the version that is kept.',
        body: TextShape,
      },
    },
    async ({ acting, body }, reply) =>
      reply.code(201).send(await uploadPolicy({ ...body, by: acting.actor.name }, acting)),
  );
  server.post(
    '/policies/checks',
    { schema: { tags, summary: 'Whether a text is a policy, with line and field; nothing is kept', body: TextShape } },
    ({ acting, body }) => {
      permit(acting, 'policy.read');
      return lineOf(checkedPolicy(body.text, acting.reference));
    },
  );
  server.get(
    '/policies/:id/versions',
    { schema: { tags, summary: 'The versions that were uploaded, the last first', params } },
    async (request) => ({ items: await policyVersions(request.params.id, request.acting) }),
  );
  server.get(
    '/policies/:id/versions/:sha256',
    { schema: { tags, summary: 'The text of a version', params: versionParams } },
    async ({ acting, params: { id, sha256 } }) => textOfVersion(id, sha256, acting),
  );
  server.post(
    '/policies/:id/activations',
    {
      schema: {
        tags,
        summary:
          'A version is in force from a day on, today when none is said, by the word of another person than who uploaded it',
        description: 'At once and everywhere; what was decided under the version before is looked at anew.',
        params,
        body: ForceShape,
      },
    },
    async ({ acting, body: { sha256, from, reason }, params: { id } }, reply) => {
      const word = { sha256, reason, by: acting.actor.name, ...(from !== undefined && { from }) };
      return reply.code(201).send(await putPolicyInForce(id, word, acting));
    },
  );
  server.get(
    '/policies/:id',
    { schema: { tags, summary: 'A policy and the text it was read from', params } },
    (request) => {
      permit(request.acting, 'policy.read');
      return policyNamed(request.params.id, request.acting);
    },
  );
  server.post(
    '/policies/:id/diff',
    { schema: { tags, summary: 'What a text says otherwise than the policy in use', params, body: TextShape } },
    (request) => {
      permit(request.acting, 'policy.read');
      const { policy } = policyNamed(request.params.id, request.acting);
      return { differences: diffPolicies(policy, checkedPolicy(request.body.text, request.acting.reference)) };
    },
  );
  server.post(
    '/policies/:id/trial',
    { schema: { tags, summary: 'What a text would have made of the past; nothing is kept', params, body: TextShape } },
    async (request) => {
      permit(request.acting, 'policy.read');
      return tryPolicy(
        checkedPolicy(request.body.text, request.acting.reference),
        { insteadOf: request.params.id },
        request.acting,
      );
    },
  );
}

function lineOf({ id, version, title, rules, sources, sha256 }: Policy) {
  return { id, version, title, rules: rules.length, sources, sha256 };
}

function policyNamed(id: string, { policies }: Parts): LoadedPolicy {
  const loaded = policies.get(id);
  if (!loaded) throw new Problem('policy.not-found', { policy: id });
  return loaded;
}
