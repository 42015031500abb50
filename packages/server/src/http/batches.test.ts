// Tables sent over the API: columns guessed and corrected, screened as a job, read, fetched, seen by their owner alone, gone at their end.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { operator } from '@sekisho/engine/model/person.ts';
import { forgetBatches } from '../flows/batch/batches.ts';
import { noticeRow } from '../flows/testing/played-folder.ts';
import { runJobs, type Worker } from '../jobs/run-jobs.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

let served: ServedFolder;
let worker: Worker;
before(async () => {
  served = await openServedFolder();
  const { folder } = served;
  await folder.importNotices([noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-13');
  worker = runJobs(
    { ...folder.parts, actor: operator('test') },
    {
      places: { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] },
      delivery: { allowsPrivate: false },
    },
  );
});
after(async () => {
  await worker.stop();
  await served.dispose();
});

const table = 'no,customer,born\n1,Chen Zhiyuan,1989\n2,Anna Keller,1990\n3,,1991\n4,志远 陈,not a day\n';

test('a table is read, corrected, screened, shown and fetched', async () => {
  const received = await send('customers.csv', table);
  assert.equal(received.status, 201, received.text);
  const { id, state, columns, sample, endsAt } = received.json;
  assert.equal(state, 'received');
  assert.deepEqual(sample[0], ['1', 'Chen Zhiyuan', '1989']);
  assert.equal(endsAt.slice(0, 10), '2016-11-21');
  assert.deepEqual(
    columns.map(({ field }: { field?: string }) => field ?? '-'),
    ['row-id', 'name', 'birth-date'],
  );
  const unnamed = await ask(`POST /v1/batches/${id}/screenings`, { columns: [{ column: 'customer' }] });
  assert.deepEqual([unnamed.status, unnamed.json.code], [400, 'batch.no-name']);
  const strange = await ask(`POST /v1/batches/${id}/screenings`, { columns: [{ column: 'nom', field: 'name' }] });
  assert.deepEqual([strange.status, strange.json.code], [400, 'request.invalid']);
  assert.equal((await ask(`GET /v1/batches/${id}/results`)).json.code, 'batch.not-ready');

  const begun = await ask(`POST /v1/batches/${id}/screenings`, { columns: [{ column: 'born', field: 'birth-date' }] });
  assert.equal(begun.status, 201, begun.text);
  const { counts } = await done(id);
  assert.deepEqual([counts.rows, counts.matches, counts.rejected], [4, 1, 2]);

  const rows = async (kind: string, more = '') => (await ask(`GET /v1/batches/${id}/rows?kind=${kind}${more}`)).json;
  const { items, columns: own } = await rows('match');
  assert.deepEqual(own, ['no', 'customer', 'born']);
  assert.deepEqual([items.length, items[0].cells[1], items[0].list], [1, 'Chen Zhiyuan', 'own-notices']);
  assert.deepEqual(
    (await rows('rejected')).items.map(({ line, reason }: { line: number; reason: string }) => [line, reason]),
    [
      [4, 'it has no name'],
      [5, 'born is not a date that can be read: "not a day"'],
    ],
  );
  const first = (await ask(`GET /v1/batches/${id}/rows?limit=1`)).json;
  assert.equal(first.next, 1);
  const second = (await ask(`GET /v1/batches/${id}/rows?limit=1&after=${String(first.next)}`)).json;
  assert.deepEqual([second.items[0].cells[1], second.next], ['Anna Keller', undefined]);

  const results = await ask(`GET /v1/batches/${id}/results`);
  assert.match(String(results.headers['content-disposition']), /^attachment; .*customers\.results\.csv$/);
  assert.match(results.text, /^no,customer,born,match,score,.*\n1,Chen Zhiyuan,1989,true,/);
  assert.match(
    (await ask(`GET /v1/batches/${id}/rejected`)).text,
    /^line,reason,no,customer,born\n4,it has no name,3,,1991\n/,
  );

  const others = await served.ask(['officer'], `GET /v1/batches/${id}`);
  assert.deepEqual([others.status, others.json.code], [404, 'batch.not-found']);
  assert.deepEqual((await served.ask(['officer'], 'GET /v1/batches')).json.items, []);
  assert.deepEqual(
    (await ask('GET /v1/batches')).json.items.map((batch: { id: string }) => batch.id),
    [id],
  );
});

test('what is no table is refused, and nothing of it is kept', async () => {
  const before = (await ask('GET /v1/batches')).json.items.length;
  for (const [file, content, code] of [
    ['letter.pdf', '%PDF', 'file.unexpected'],
    ['empty.csv', 'name\n', 'file.unexpected'],
    ['nothing.csv', '', 'file.unexpected'],
    ['book.xlsx', 'not a workbook', 'file.unexpected'],
  ] as const) {
    const answer = await send(file, content);
    assert.deepEqual([answer.status, answer.json.code], [400, code], answer.text);
  }
  assert.equal((await ask('GET /v1/batches')).json.items.length, before);
});

test('a table goes when its owner deletes it, or at its end', async () => {
  const { id } = (await send('a/b\\customers.jsonl', '{"name":"Anna Keller"}\n')).json;
  assert.equal((await ask(`DELETE /v1/batches/${id}`)).status, 204);
  assert.equal((await ask(`GET /v1/batches/${id}`)).status, 404);
  await send('later.csv', table);
  served.folder.playOn('2016-11-22');
  assert.ok(0 < (await forgetBatches(served.folder.parts)));
  assert.deepEqual((await ask('GET /v1/batches')).json.items, []);
});

const ask = (asked: string, body?: unknown) => served.ask(['analyst'], asked, body);

async function send(file: string, content: string) {
  const type = { 'content-type': 'text/csv' };
  return served.ask(['analyst'], `POST /v1/batches?file=${encodeURIComponent(file)}`, Buffer.from(content), type);
}

async function done(id: string) {
  for (;;) {
    const { json } = await ask(`GET /v1/batches/${id}`);
    if (json.state === 'done') return json;
    assert.notEqual(json.state, 'failed', JSON.stringify(json));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
