// The description of the API in, a page that people read out: no script, nothing from elsewhere.
import type { Served, Server } from './serving.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: object;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

export function referencePage(server: Server, { parts }: Served): void {
  let page: string | undefined;
  server.get('/reference', { schema: { hide: true } }, (_, reply) => {
    page ??= pageOf(server.swagger() as never, parts.engineVersion);
    return reply.type('text/html').send(page);
  });
  server.get('/reference.css', { schema: { hide: true } }, (_, reply) => reply.type('text/css').send(STYLE));
}

function pageOf(
  described: {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
  },
  version: string,
): string {
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other');
  const sections = [...byTag].map(
    ([tag, listed]) =>
      `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${listed.map(operationOf).join('')}</section>`,
  );
  const schemas = Object.entries(described.components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${shapeOf(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sekisho API</title><link rel="stylesheet" href="/reference.css"></head><body><header><h1>Sekisho API</h1><p>Version ${escaped(version)}. The same for programs: <a href="/openapi.json">openapi.json</a>. Send a key as <code>Authorization: Bearer &lt;id&gt;.&lt;secret&gt;</code>.</p><nav>${[...byTag.keys()].map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' ')} <a href="#schemas">schemas</a></nav></header><main>${sections.join('')}<section id="schemas"><h2>schemas</h2>${schemas.join('')}</section></main></body></html>`;
}

function operationOf({ method, path, operation }: { method: string; path: string; operation: Operation }): string {
  const { summary = '', description = '', parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name, in: place, required = false, schema = {} }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${escaped(place)}${required ? ', required' : ''}</td><td>${shapeOf(schema)}</td></tr>`,
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h4>Takes ${escaped(type)}</h4>${shapeOf(schema)}`,
  );
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    status === 'default' ? [] : Object.values(content).map(({ schema }) => `<h4>Answers</h4>${shapeOf(schema)}`),
  );
  return `<article><h3><span class="method">${method}</span> <code>${escaped(path)}</code></h3><p>${escaped(summary)}${description === '' ? '' : `. ${escaped(description)}`}</p>${rows.length === 0 ? '' : `<table>${rows.join('')}</table>`}${bodies.join('')}${answers.join('')}</article>`;
}

/** JSON Schema as it stands, its named shapes as links. */
function shapeOf(schema: object): string {
  const text = escaped(JSON.stringify(schema, undefined, 1));
  return `<pre>${text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>')}</pre>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

const STYLE = `:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent)}
body{font:15px/1.5 system-ui,sans-serif;max-width:68rem;margin:0 auto;padding:1.5rem}
nav a{margin-right:.75rem}
h2{margin-top:3rem;border-bottom:1px solid var(--line)}
article{padding:.5rem 0;border-bottom:1px solid var(--line)}
.method{font:600 .8rem ui-monospace,monospace;padding:.1rem .4rem;border:1px solid var(--line);border-radius:.25rem}
pre{overflow:auto;max-height:22rem;font-size:.8rem;background:color-mix(in srgb,currentColor 5%,transparent);padding:.6rem;border-radius:.35rem}
table{width:100%;border-collapse:collapse}td{vertical-align:top;padding:.2rem .6rem .2rem 0}`;
