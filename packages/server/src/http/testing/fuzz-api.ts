// A served folder and a number of tries in, how each was answered out: requests made of the API's own description, right and wrong.
import type { Duty } from '@sekisho/engine/model/person.ts';
import { randomOf, type SeededRandom } from '../../flows/testing/seeded-random.ts';
import type { ServedFolder } from './served-folder.ts';

export interface FuzzCounts {
  /** By status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests answered with 500 or more, the first few whole. */
  readonly failed: readonly string[];
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly body?: Schema;
}

type Schema = Readonly<Record<string, unknown>>;

const everyDuty: readonly Duty[] = ['submitter', 'analyst', 'officer', 'administrator', 'auditor', 'service'];
/** Streams without an end, and the session that all others go by. */
const leftOut = new Set(['GET /v1/events', 'GET /v1/jobs/{id}/events']);
const SHOWN = 5;

export async function fuzzApi(served: ServedFolder, tries: number, seed: number): Promise<FuzzCounts> {
  await served.server.ready();
  const random = randomOf(seed);
  const operations = operationsOf(served.server.swagger() as unknown as Described);
  const answers: Record<string, number> = {};
  const failed: string[] = [];
  for (let made = 0; made < tries; made++) {
    const operation = random.oneOf(operations);
    const { address, body, headers } = requestFor(operation, random);
    if (isLimit(body)) continue;
    const answer = await served.ask(everyDuty, address, body, headers);
    answers[answer.status] = (answers[answer.status] ?? 0) + 1;
    if (500 <= answer.status && failed.length < SHOWN)
      failed.push(`${address} ${JSON.stringify(body ?? '')} ${JSON.stringify(headers)}: ${answer.text}`);
  }
  return { answers, failed };
}

/** A limit of requests that is taken would answer all that come after it. */
function isLimit(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('requests.per-minute');
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: Operation['parameters'];
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
          }
        >
      >
    >
  >;
}

function operationsOf({ paths }: Described): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]): Operation[] => {
      const body = requestBody?.content['application/json']?.schema;
      if (leftOut.has(`${method.toUpperCase()} ${path}`)) return [];
      return [{ method: method.toUpperCase(), path, parameters, ...(body && { body }) }];
    }),
  );
}

function requestFor({ method, path, parameters, body }: Operation, random: SeededRandom) {
  const valueOf = (schema: Schema) => (random.once(8) ? wild(random, 0) : fitting(schema, random, 0));
  const said = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const address = said('path').reduce(
    (so, { name, schema }) => so.replace(`{${name}}`, encodeURIComponent(textOf(valueOf(schema))) || 'x'),
    path,
  );
  const query = said('query')
    .filter(() => !random.once(3))
    .map(({ name, schema }) => `${name}=${encodeURIComponent(textOf(valueOf(schema)))}`);
  const headers = random.once(10) ? { 'content-type': random.oneOf(['text/plain', 'application/json', 'x']) } : {};
  const sent = body ? (random.once(20) ? wild(random, 0) : valueOf(body)) : undefined;
  return {
    address: `${method} ${address}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    ...(sent !== undefined && method !== 'GET' && { body: random.once(33) ? '{"not": json' : asSent(sent) }),
    headers: 'content-type' in headers && sent === undefined ? {} : (headers as Record<string, string>),
  };
}

/** An injected body is an object or a text. */
function asSent(value: unknown): object | string {
  return typeof value === 'object' && value !== null ? value : JSON.stringify(value);
}

/** A value that has the shape, mostly: now and then one part of it does not. */
function fitting(schema: Schema, random: SeededRandom, depth: number): unknown {
  if (random.once(25)) return wild(random, depth);
  const {
    type,
    enum: words,
    anyOf,
    items,
    properties,
    required = [],
    minItems = 0,
  } = schema as {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly Schema[];
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly minItems?: number;
  };
  if ('const' in schema) return schema['const'];
  if (words) return random.oneOf(words);
  if (anyOf) return fitting(random.oneOf(anyOf), random, depth);
  if (type === 'object') {
    const fields = Object.entries(properties ?? {}).filter(([name]) => required.includes(name) || random.once(3));
    const value = Object.fromEntries(fields.map(([name, field]) => [name, fitting(field, random, depth + 1)]));
    if (random.once(33)) value[random.oneOf(['__proto__', 'constructor', 'unknown'])] = wild(random, depth);
    if (random.once(33)) for (const name of required.slice(0, 1)) Reflect.deleteProperty(value, name);
    return value;
  }
  if (type === 'array')
    return Array.from({ length: minItems + random.below(3) }, () => fitting(items ?? {}, random, depth + 1));
  if (type === 'integer' || type === 'number') return random.oneOf([0, 1, 2, 10, 0.5, 500, 501, -1, 1e9]);
  if (type === 'boolean') return random.once(2);
  return wordFor(schema, random);
}

function wordFor({ format, pattern, maxLength }: Schema, random: SeededRandom): string {
  if (format === 'calendar-date' || format === 'partial-date')
    return random.oneOf(['2016-11-14', '2016-02-30', '1951', '9999-12-31', '0000-00-00']);
  if (pattern === '^[a-z]{2}$') return random.oneOf(['jp', 'cn', 'xx', 'JP']);
  const text = random.oneOf([
    'A-1',
    'jp-only-edition',
    'un-sc',
    'jp-nta',
    'Chen Guoqiang',
    '陳国強',
    'محمد',
    '株式会社',
    '7000012050002',
    'Sakura Security K.K.',
    'a reason of some length',
  ]);
  return typeof maxLength === 'number' && random.once(50) ? 'x'.repeat(maxLength + 1) : text;
}

function wild(random: SeededRandom, depth: number): unknown {
  return random.oneOf<() => unknown>([
    () => null,
    () => '',
    () => ' ',
    () => '\u0000',
    () => '\ud800',
    () => '\u202e\u0301'.repeat(50),
    () => '％００/../../etc/passwd',
    () => "'; drop table people; --",
    () => '<script>alert(1)</script>',
    () => 'x'.repeat(20_000),
    () => -1,
    () => Number.MAX_SAFE_INTEGER,
    () => 1e308,
    () => [],
    () => ({}),
    () => ({ ['__proto__']: { polluted: true } }),
    () => (depth < 3 ? Array.from({ length: 3 }, () => wild(random, depth + 1)) : 0),
    () => nested(200),
  ])();
}

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.isWellFormed() ? text : text.toWellFormed();
}
