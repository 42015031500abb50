// A data folder and how many threads search in, a server that answers `POST /match` out: its port on standard output, its CPU time at `/cpu`.
import Fastify from 'fastify';
import { yenteRoutes } from '@sekisho/server/http/yente/routes.ts';
import { readReferenceFiles } from '@sekisho/server/open-parts.ts';
import { shippedFolders } from '@sekisho/server/shipped-folders.ts';
import { searchHere, searchInThreads } from '@sekisho/server/threads/searcher.ts';
import { openFolder } from './kept-lists.ts';

const [folder = '', threads = '0'] = process.argv.slice(2);
const readFiles = () => readReferenceFiles(shippedFolders.data);
const searcher = threads === '0' ? searchHere : searchInThreads({ count: Number(threads), readFiles });
const parts = { ...(await openFolder(folder)), searcher };
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
