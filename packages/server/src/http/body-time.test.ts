// Half of a body in: the connection closed where words are sent, kept open where files are.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import fastify from 'fastify';
import { limitBodyTime } from './body-time.ts';
import type { Server } from './serving.ts';

test('a body that does not come to its end is not waited for', async (context) => {
  const server = fastify({ forceCloseConnections: true }) as unknown as Server;
  context.after(() => server.close());
  limitBodyTime(server, { usualMs: 50, filesMs: 600_000 });
  server.post('/words', () => 'told');
  server.post('/files', { config: { takesFiles: true } }, () => 'told');
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const half = async (path: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"half":`,
    );
    return socket;
  };
  const files = await half('/files');
  const words = await half('/words');
  words.resume();
  await once(words, 'close');
  assert.equal(files.destroyed, false);
  const answered = once(files, 'data');
  files.write(`${' '.repeat(90)}1}`); // the end of it comes late
  assert.match(String((await answered)[0]), /^HTTP\/1\.1 200/);
  files.destroy();
});
