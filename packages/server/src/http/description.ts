// The routes as they validate and the shapes of what they answer in, the OpenAPI description of the API out.
import { readFileSync } from 'node:fs';
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

import type { Answers } from './answers.ts';

type Shape = Readonly<Record<string, unknown>>;

/** The shapes of answers by method and address, and the named ones they speak of. */
export interface AnswerShapes {
  readonly answers: Readonly<Record<string, Shape>> & Readonly<Partial<Record<keyof Answers, Shape>>>;
  readonly schemas: Readonly<Record<string, Shape>>;
}

/** As `scripts/api.ts` made them of `answers.ts`. */
export function keptAnswerShapes(): AnswerShapes {
  return JSON.parse(readFileSync(new URL('answer-shapes.json', import.meta.url), 'utf8')) as AnswerShapes;
}

const problemShape: Shape = {
  type: 'object',
  description: 'RFC 9457; `title` is a sentence in English, `code` and `facts` are for programs.',
  required: ['type', 'title', 'status', 'code', 'facts'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    facts: { type: 'object' },
  },
};

/** What @fastify/swagger makes the description with. */
export function description(version: string, { answers, schemas }: AnswerShapes): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sekisho', version, description: 'Vets a buyer before a controlled sale, and looks back.' },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A key of a program: `<id>.<secret>`.' },
          session: { type: 'apiKey', in: 'cookie', name: 'sekisho-session' },
        },
        schemas: { ...schemas, ProblemDetails: problemShape } as Record<string, object>,
      },
      security: [{ key: [] }, { session: [] }],
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      const { openapiObject } = document;
      for (const [path, methods] of Object.entries(openapiObject.paths ?? {}))
        for (const [method, operation] of Object.entries(methods ?? {}))
          Object.assign(operation as object, { responses: responsesOf(answers[`${method.toUpperCase()} ${path}`]) });
      return openapiObject;
    },
  };
}

function responsesOf(answer: Shape | undefined): Shape {
  const json = (schema: Shape) => ({ 'application/json': { schema } });
  return {
    ...(answer ? { '2XX': { description: 'Done.', content: json(answer) } } : { '2XX': { description: 'Done.' } }),
    default: {
      description: 'A problem.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
    },
  };
}
