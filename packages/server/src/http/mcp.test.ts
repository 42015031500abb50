// Messages of an assistant in: tools it may use, what they answer, and what is refused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Duty } from '@sekisho/engine/model/person.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

let served: ServedFolder;
before(async () => {
  served = await openServedFolder({ mcp: 'read' });
  await served.folder.prepare();
});
after(() => served.dispose());

const send = (held: readonly Duty[], method: string, params: object = {}) =>
  served.ask(held, 'POST /mcp', { jsonrpc: '2.0', id: 1, method, params });
const call = (held: readonly Duty[], name: string, given: object) =>
  send(held, 'tools/call', { name, arguments: given });

test('it says what it is and which tools there are; none that writes', async () => {
  const hello = await send(['analyst'], 'initialize', { protocolVersion: '2025-03-26', capabilities: {} });
  assert.equal(hello.json.result.protocolVersion, '2025-03-26');
  const listed = await send(['analyst'], 'tools/list');
  assert.deepEqual(
    listed.json.result.tools.map(({ name }: { name: string }) => name),
    ['screen', 'explain', 'status'],
  );
  assert.equal((await call(['analyst'], 'vet', {})).json.error.code, -32602);
  const noted = await served.ask(['analyst'], 'POST /mcp', { jsonrpc: '2.0', method: 'notifications/initialized' });
  assert.equal(noted.status, 202);
});

test('a name is screened and read for whoever may', async () => {
  const screened = await call(['analyst'], 'screen', { name: 'Nobody Whosoever' });
  assert.deepEqual(screened.json.result.structuredContent.hits, []);
  assert.deepEqual(
    screened.json.result.structuredContent.lists.map(({ source }: { source: string }) => source),
    ['interpol-red', 'jp-meti-eul', 'ofac-sdn', 'un-sc'],
  );
  const read = await call(['analyst'], 'explain', { name: '陳国強', schema: 'Person' });
  assert.equal(read.json.result.structuredContent.words.length, 2);
  const refused = await call(['submitter'], 'screen', { name: 'Chen' });
  assert.equal(refused.json.result.isError, true);
  assert.match(refused.json.result.content[0].text, /not among the duties/);
});

test('what is wrong is told, and nobody is told anything', async () => {
  const wrong = await call(['analyst'], 'screen', { nam: 'Chen' });
  assert.match(wrong.json.result.content[0].text, /name/);
  assert.equal((await send(['analyst'], 'resources/list')).json.error.code, -32601);
  assert.equal((await send([], 'tools/list')).status, 401);
});

test('without being asked for it is not there; with writing an order is vetted', async () => {
  const without = await openServedFolder();
  try {
    assert.equal((await without.ask(['analyst'], 'POST /mcp', {})).status, 404);
  } finally {
    await without.dispose();
  }
  const writing = await openServedFolder({ mcp: 'write' });
  try {
    await writing.folder.prepare();
    const order = await writing.folder.application('2016-11-honest.yml');
    const params = { name: 'vet', arguments: order };
    const vetted = await writing.ask(['analyst'], 'POST /mcp', {
      jsonrpc: '2.0',
      id: 'a',
      method: 'tools/call',
      params,
    });
    assert.equal(vetted.json.result.structuredContent.decision.outcome, 'approve', vetted.text);
  } finally {
    await writing.dispose();
  }
});
