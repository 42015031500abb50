// Policies: read, compared, tried on the decisions of the past before they are put in use.
import { createHash } from 'node:crypto';
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { checkQuestions } from '@sekisho/engine/policy/required-questions.ts';
import { diffPolicies } from '../../flows/diff-policies.ts';
import type { LoadedPolicy, Parts } from '../../flows/parts.ts';
import { permit } from '../../flows/permit.ts';
import { tryPolicy } from '../../flows/try-policy.ts';
import type { Served, Server } from '../serving.ts';
import { closed, idParams, text } from './shapes.ts';

/** YAML. */
const TextShape = Type.Object({ text: text(1_000_000) }, closed);

export function policyRoutes(server: Server, _served: Served): void {
  const tags = ['policies'];
  const params = idParams;
  server.get('/policies', { schema: { tags, summary: 'The policies in use' } }, ({ acting }) => {
    permit(acting, 'policy.list');
    return {
      items: [...acting.policies.values()].map(({ policy, origin }) => {
        const { id, version, title, rules, sources, sha256 } = policy;
        return { id, version, title, origin, rules: rules.length, sources, sha256 };
      }),
    };
  });
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
      return { differences: diffPolicies(policy, policyIn(request.body.text, request.acting)) };
    },
  );
  server.post(
    '/policies/:id/trial',
    { schema: { tags, summary: 'What a text would have made of the past; nothing is kept', params, body: TextShape } },
    async (request) => {
      permit(request.acting, 'policy.read');
      return tryPolicy(policyIn(request.body.text, request.acting), { insteadOf: request.params.id }, request.acting);
    },
  );
}

function policyNamed(id: string, { policies }: Parts): LoadedPolicy {
  const loaded = policies.get(id);
  if (!loaded) throw new Problem('policy.not-found', { policy: id });
  return loaded;
}

/** As a start would read it. */
function policyIn(text: string, { reference }: Parts): LoadedPolicy['policy'] {
  const policy = parsePolicy(text, { file: 'policy.yml', sha256: createHash('sha256').update(text).digest('hex') });
  checkQuestions(policy, reference.questionnaires);
  return policy;
}
