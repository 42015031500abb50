// The description of the API in, the types that a client of it works with out, as openapi-fetch takes them.
import type { Shape } from './answer-shapes.ts';
import type { DescribedApi, Operation } from './described-api.ts';

export function clientTypes({ paths, components }: DescribedApi): string {
  const schemas = Object.entries(components.schemas).map(
    ([name, shape]) => `${documented(shape)}export type ${name} = ${typeOf(shape)};`,
  );
  const routes = Object.entries(paths).map(
    ([path, methods]) =>
      `${JSON.stringify(path)}: { ${Object.entries(methods)
        .map(([method, operation]) => `${comment(operation.summary)}${method}: ${operationType(operation)};`)
        .join('\n')} };`,
  );
  return [
    '// What the API takes and answers, as types. Made by scripts/api.ts: not edited by hand.',
    `export interface paths { ${routes.join('\n')} }`,
    ...schemas,
  ].join('\n\n');
}

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const places = (['path', 'query', 'header'] as const).flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return [];
    const fields = here.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)};`,
    );
    return [`${place}${here.some(({ required }) => required) ? '' : '?'}: { ${fields.join(' ')} };`];
  });
  const body = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `${JSON.stringify(type)}: ${typeOf(schema)};`,
  );
  const answers = Object.entries(responses).map(([status, { content = {} }]) => {
    const contents = Object.entries(content).map(([type, { schema }]) => `${JSON.stringify(type)}: ${typeOf(schema)};`);
    const name = status === '2XX' ? '200' : status;
    return `${name}: { ${contents.length === 0 ? 'content?: never;' : `content: { ${contents.join(' ')} };`} };`;
  });
  return `{ parameters: { ${places.length === 0 ? 'query?: never;' : places.join(' ')} }; ${body.length === 0 ? 'requestBody?: never;' : `requestBody: { content: { ${body.join(' ')} } };`} responses: { ${answers.join(' ')} }; }`;
}

function typeOf(shape: Shape): string {
  const {
    $ref,
    enum: words,
    anyOf,
    type,
    items,
    prefixItems,
    properties,
    required = [],
    additionalProperties,
  } = shape as {
    readonly $ref?: string;
    readonly enum?: readonly unknown[];
    readonly const?: unknown;
    readonly anyOf?: readonly Shape[];
    readonly type?: string;
    readonly items?: Shape;
    readonly prefixItems?: readonly Shape[];
    readonly properties?: Readonly<Record<string, Shape>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: Shape | boolean;
  };
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? 'unknown';
  if ('const' in shape) return JSON.stringify(shape['const']);
  if (words) return words.map((word) => JSON.stringify(word)).join(' | ');
  if (anyOf) return anyOf.map((one) => `(${typeOf(one)})`).join(' | ');
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  if (type === 'array') return `(${items ? typeOf(items) : 'unknown'})[]`;
  if (type === 'object') {
    const fields = Object.entries(properties ?? {}).map(
      ([name, field]) =>
        `${documented(field)}${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(field)};`,
    );
    const others = typeof additionalProperties === 'object' ? [`[name: string]: ${typeOf(additionalProperties)};`] : [];
    const all = [...fields, ...others];
    return all.length === 0 ? 'Readonly<Record<string, unknown>>' : `{ ${all.join('\n')} }`;
  }
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  return 'unknown';
}

function documented({ description }: Shape): string {
  return comment(typeof description === 'string' ? description : undefined);
}

function comment(text: string | undefined): string {
  return text === undefined ? '' : `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n`;
}
