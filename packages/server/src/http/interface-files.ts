// The folder of the built interface in, its pages served; every address that is no route and no file is the first page.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Served, Server } from './serving.ts';

export async function interfaceFiles(server: Server, { settings }: Served): Promise<void> {
  const { interfaceFolder } = settings;
  if (interfaceFolder === undefined) return;
  const page = await readFile(path.join(interfaceFolder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(interfaceFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  server.get('/', { schema: { hide: true } }, (_, reply) => reply.type('text/html').send(page));
}
