// A data folder in, a server that answers `POST /match` out: its port on standard output, its CPU time at `/cpu`.
import Fastify from 'fastify';
import { yenteRoutes } from '@sekisho/server/http/yente/routes.ts';
import { openFolder } from './kept-lists.ts';

const parts = await openFolder(process.argv[2] ?? '');
const app = Fastify();
await app.register(yenteRoutes(parts, { servesHealth: true, say: (key) => key }));
app.get('/cpu', () => {
  const { user, system } = process.cpuUsage();
  return { milliseconds: (user + system) / 1000 };
});
await app.listen({ port: 0, host: '127.0.0.1' });
await app.inject('/readyz'); // the index is loaded
const [address] = app.addresses();
console.log(typeof address === 'object' ? address.port : address);
