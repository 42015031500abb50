// Calls of the Model Context Protocol in, answers of the product out: what an assistant may ask on behalf of whoever holds the key.
//
// Streamable HTTP without sessions (revision 2025-06-18): each POST is one message of JSON-RPC 2.0 and gets one JSON answer.
import Type, { type Static, type TSchema } from 'typebox';
import { ApplicationShape } from '@sekisho/engine/model/application.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { folderStatus } from '../flows/folder-status.ts';
import { lowestThreshold } from '../flows/lowest-threshold.ts';
import type { Parts } from '../flows/parts.ts';
import { permit } from '../flows/permit.ts';
import { readName } from '../flows/read-name.ts';
import { screenSubject } from '../flows/screen-name.ts';
import { vetApplication } from '../flows/vet-application.ts';
import { closed, text, word } from './routes/shapes.ts';
import { withheldFromCase } from '../flows/withheld.ts';
import type { Served, Server } from './serving.ts';
import { somebodyAsks } from './who-asks.ts';

const VERSIONS = ['2025-06-18', '2025-03-26'];

const MessageShape = Type.Object({
  jsonrpc: Type.Literal('2.0'),
  id: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()])),
  method: text(200),
  params: Type.Optional(Type.Object({})),
});

interface Tool<Shape extends TSchema = TSchema> {
  readonly name: string;
  readonly description: string;
  readonly shape: Shape;
  /** Something is kept of it: it is there when writing was allowed. */
  readonly writes: boolean;
  readonly call: (given: Static<Shape>, parts: Parts) => Promise<object> | object;
}

const NameShape = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S', description: 'A name in any script.' }),
    schema: Type.Optional(word(schemata)),
  },
  closed,
);

const USUAL_HITS = 10;

const tools: readonly Tool[] = [
  tool({
    name: 'screen',
    description:
      'Compare one name with the sanctions, export-control and wanted lists in use. A hit is a name to compare, not a finding about anybody. Nothing is kept.',
    shape: NameShape,
    writes: false,
    call: async ({ name, schema = 'LegalEntity' }, parts) => {
      const settings = { limit: USUAL_HITS, minScore: lowestThreshold(parts) };
      const { hits, editions, isUnreadable } = await screenSubject(subjectNamed(name, schema), settings, parts);
      return {
        isUnreadable,
        hits: hits.map(({ score, listedName, entity, contributions }) => ({
          score,
          listedName,
          entityId: entity.id,
          contributions,
        })),
        lists: editions.map(({ edition, confirmedCurrentOn }) => ({ source: edition.source, confirmedCurrentOn })),
      };
    },
  }),
  tool({
    name: 'explain',
    description: 'How a name is read: its words, script, readings, titles and legal forms.',
    shape: NameShape,
    writes: false,
    call: ({ name, schema = 'LegalEntity' }, parts) => readName(name, schema, parts),
  }),
  tool({
    name: 'status',
    description: 'Which lists and registers are in use and how fresh they are, and what each policy lacks.',
    shape: Type.Object({}, closed),
    writes: false,
    call: async (_, parts) => {
      permit(parts, 'source.read');
      return { ...(await folderStatus(parts)) };
    },
  }),
  tool({
    name: 'vet',
    description: 'Vet an order: it is kept, decided and sealed in the record. A refusal is a proposal to people.',
    shape: ApplicationShape,
    writes: true,
    call: async (given, parts) => {
      const { decisionId, case: known, ...made } = await vetApplication(given, parts);
      const { decision, withheld } = withheldFromCase(made, known.id, parts.reference);
      return { decisionId, case: known, decision, withheld };
    },
  }),
];

/** Types the call by the shape that is checked before it. */
function tool<Shape extends TSchema>(one: Tool<Shape>): Tool {
  return one;
}

/** `POST /mcp`, where it was asked for. @param writes whether tools that keep something are there. */
export function mcpEndpoint(server: Server, { parts, say }: Served, { writes }: { readonly writes: boolean }): void {
  const offered = tools.filter((one) => writes || !one.writes);
  server.post(
    '/mcp',
    { onRequest: somebodyAsks, schema: { hide: true, body: MessageShape } },
    async ({ body, acting }, reply) => {
      if (body.id === undefined) return reply.code(202).send(); // a notification asks for no answer
      const { id, method, params = {} } = body;
      const result = await answer(method, params as Record<string, unknown>);
      return 'error' in result ? { jsonrpc: '2.0', id, error: result.error } : { jsonrpc: '2.0', id, result };

      async function answer(called: string, given: Record<string, unknown>): Promise<object> {
        if (called === 'ping') return {};
        if (called === 'initialize') {
          const version = VERSIONS.find((known) => known === given['protocolVersion']) ?? VERSIONS[0];
          const serverInfo = { name: 'sekisho', version: parts.engineVersion };
          return { protocolVersion: version, capabilities: { tools: {} }, serverInfo };
        }
        if (called === 'tools/list')
          return {
            tools: offered.map(({ name, description, shape, writes: isWriting }) => ({
              name,
              description,
              inputSchema: shape,
              annotations: { readOnlyHint: !isWriting },
            })),
          };
        if (called !== 'tools/call') return { error: { code: -32601, message: `no method ${called}` } };
        const one = offered.find(({ name }) => name === given['name']);
        if (!one) return { error: { code: -32602, message: 'no such tool' } };
        return callTool(one, given['arguments'] ?? {}, acting);
      }
    },
  );

  async function callTool(one: Tool, given: unknown, acting: Parts): Promise<object> {
    try {
      const told = await one.call(parseShape(one.shape, given, 'request.invalid', { place: one.name }), acting);
      return { content: [{ type: 'text', text: JSON.stringify(told) }], structuredContent: told };
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'internal') throw error;
      // the assistant reads what is wrong and can put it right
      return { isError: true, content: [{ type: 'text', text: say(`problem.${error.code}`, error.facts) }] };
    }
  }
}
