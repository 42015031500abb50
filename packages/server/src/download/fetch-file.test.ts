// Against a server of this machine that answers well and badly.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { downloadDefaults, fetchFile, type DownloadSettings, type Validators } from './fetch-file.ts';

const BODY = 'id,name\n1,Example Trading\n';
let folder = '';
let base = '';
const asked: Record<string, number> = {};

const server = createServer((incoming, answer) => {
  const { pathname } = new URL(incoming.url ?? '/', 'http://x');
  asked[pathname] = (asked[pathname] ?? 0) + 1;
  (answers[pathname] ?? missing)(answer, incoming);
});

const missing = (answer: ServerResponse) => answer.writeHead(404).end('no such list');
const answers: Record<string, (answer: ServerResponse, incoming: IncomingMessage) => unknown> = {
  '/good': (answer) =>
    answer.writeHead(200, { etag: '"a"', 'last-modified': 'Fri, 27 Feb 2026 08:00:00 GMT' }).end(BODY),
  '/conditional': (answer, { headers }) =>
    headers['if-none-match'] === '"a"'
      ? answer.writeHead(304).end()
      : answer.writeHead(200, { etag: '"b"' }).end('new'),
  '/cut-off': (answer) => {
    answer.writeHead(200, { 'content-length': '1000' });
    answer.write(BODY, () => answer.destroy());
  },
  '/cut-off-chunks': (answer) => {
    answer.writeHead(200);
    answer.write(BODY, () => answer.destroy());
  },
  '/silent': () => undefined,
  '/slow': (answer) => answer.writeHead(200, { 'content-length': '1000' }).write(BODY),
  '/said-huge': (answer) => answer.writeHead(200, { 'content-length': '9999999' }).end(),
  '/huge': (answer) => {
    answer.writeHead(200);
    const more = () => {
      while (answer.write('x'.repeat(10_000)));
      answer.once('drain', more);
    };
    more();
  },
  '/packed': (answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('not asked for'),
  '/moved': (answer) => answer.writeHead(302, { location: '/good' }).end(),
  '/loop': (answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/busy-once': (answer) =>
    asked['/busy-once'] === 1 ? answer.writeHead(503, { 'retry-after': '0' }).end() : answer.writeHead(200).end(BODY),
  '/busy': (answer) => answer.writeHead(500).end(),
};

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-download-'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const settings: DownloadSettings = {
  ...downloadDefaults,
  allowsPrivate: true,
  maxBytes: 100_000,
  idleMs: 300,
  retryMs: [1, 1],
};

async function fetched(url: string, known: Validators = {}, change: Partial<DownloadSettings> = {}) {
  const file = path.join(folder, 'file');
  const answer = await fetchFile(url, file, known, { ...settings, ...change });
  return { answer, text: answer.result === 'fetched' ? await readFile(file, 'utf8') : undefined };
}

test('an answer comes whole, with what to ask with the next time', async () => {
  const { answer, text } = await fetched(`${base}/good`);
  assert.equal(text, BODY);
  assert.deepEqual(answer, {
    result: 'fetched',
    bytes: BODY.length,
    url: `${base}/good`,
    etag: '"a"',
    lastModified: 'Fri, 27 Feb 2026 08:00:00 GMT',
  });
});

test('what did not change is not sent', async () => {
  assert.deepEqual((await fetched(`${base}/conditional`, { etag: '"a"' })).answer, { result: 'unchanged' });
  assert.equal((await fetched(`${base}/conditional`, { etag: '"0"' })).text, 'new');
});

test('a redirect is followed, and the place it led to is told', async () => {
  const { answer, text } = await fetched(`${base}/moved`);
  assert.equal(text, BODY);
  assert.equal(answer.result === 'fetched' && answer.url, `${base}/good`);
});

test('a server in trouble is asked again', async () => {
  assert.equal((await fetched(`${base}/busy-once`)).text, BODY);
  assert.equal(asked['/busy-once'], 2);
});

const failures = [
  { place: '/cut-off', code: 'download.failed', times: 3 },
  { place: '/cut-off-chunks', code: 'download.failed', times: 3 },
  { place: '/silent', code: 'download.failed', times: 3 },
  { place: '/slow', code: 'download.failed', times: 3 },
  { place: '/busy', code: 'download.failed', times: 3 },
  { place: '/nothing', code: 'download.refused', times: 1 },
  { place: '/said-huge', code: 'download.refused', times: 1 },
  { place: '/huge', code: 'download.refused', times: 1 },
  { place: '/packed', code: 'download.refused', times: 1 },
  { place: '/loop', code: 'download.refused', times: 6 },
  { place: '/to-file', code: 'download.refused', times: 1 },
] as const;
for (const { place, code, times } of failures)
  test(`${place}: ${code}, asked ${times} times, and no file is left`, async () => {
    await assert.rejects(fetched(`${base}${place}`), (error) => error instanceof Problem && error.code === code);
    assert.equal(asked[place], times);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name !== 'file'),
      [],
    );
    assert.ok(!(await readdir(folder)).includes('file'));
  });

test('addresses of this machine and this network are not asked, nor any by http, unless allowed', async () => {
  const { port } = server.address() as AddressInfo;
  const before = { ...asked };
  for (const url of [
    `${base}/good`,
    `https://127.0.0.1:${port}/good`,
    `https://localhost:${port}/good`,
    `https://[::1]:${port}/good`,
    `https://10.0.0.1/good`,
    'https://169.254.169.254/latest/meta-data/',
    'https://user:secret@example.com/',
    'ftp://example.com/list.csv',
    'not a URL',
  ])
    await assert.rejects(
      fetched(url, {}, { allowsPrivate: false }),
      (error) => error instanceof Problem && error.code === 'download.refused',
      url,
    );
  assert.deepEqual(asked, before);
});

test('through a proxy, which is asked in place of the server', async () => {
  const seen: string[] = [];
  const proxy = createServer((incoming, answer) => {
    seen.push(incoming.url ?? '');
    answer.writeHead(200).end('by proxy');
  });
  proxy.on('connect', (incoming, socket) => {
    seen.push(incoming.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await assert.rejects(
    fetched('https://list.example/a.csv', {}, { proxy: { url }, allowsPrivate: false }),
    (error) => error instanceof Problem && error.code === 'download.failed',
  );
  assert.ok(seen.includes('list.example:443'));
  assert.equal((await fetched(`${base}/good`, {}, { proxy: { url, notFor: '127.0.0.1' } })).text, BODY);
  proxy.closeAllConnections();
  proxy.close();
});
