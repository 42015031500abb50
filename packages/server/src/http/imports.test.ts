// Official files sent over the API: brought in as a job whose progress is told; what is refused leaves nothing, whatever it holds.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { operator } from '@sekisho/engine/model/person.ts';
import { zipOf } from '@sekisho/sources/readers/testing/zip.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { formOf, type SentFile } from './testing/form-of.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const LARGEST = 3_000_000;
/** What is due each minute is not waited for. */
const kinds = Object.fromEntries(Object.entries(jobKinds).filter(([name]) => /^import$|^asked/.test(name)));

let served: ServedFolder;
before(async () => {
  served = await openServedFolder({ largestUpload: LARGEST });
});
after(() => served.dispose());

test('a list is refused outside its bounds, taken with a reason, and both can be followed', async () => {
  const file = { name: 'consolidated.xml', bytes: await readFile(served.folder.file('lists/consolidated.xml')) };
  const refused = await imported('un-sc', { published: '2016-11-10' }, [file]);
  assert.deepEqual([refused.state, refused.outcome.result], ['done', 'refused']);
  assert.equal(refused.outcome.problem, 'edition.bounds');
  await nothingIsLeft();
  const taken = await imported('un-sc', { published: '2016-11-10', accept: 'an invented sample' }, [file]);
  const { result, counts, changes, accepted, alerts } = taken.outcome;
  assert.deepEqual([result, alerts, accepted.length], ['imported', 0, 1]);
  assert.equal(changes.added, counts.entities);
  assert.equal(taken.content.by, 'officer');
  const again = await imported('un-sc', { published: '2016-11-10' }, [file]);
  assert.equal(again.outcome.result, 'unchanged');
  assert.equal((await served.ask(['analyst'], 'GET /v1/sources/un-sc/editions')).json.items.length, 1);
  assert.deepEqual(await uploads(), []);
});

test('an own list comes with its column mapping', async () => {
  const [notices, mapping] = await Promise.all(
    ['notices-2016-09.csv', 'mapping.yml'].map((name) => readFile(served.folder.file(`own-notices/${name}`))),
  );
  assert.ok(notices && mapping);
  const terms = { published: '2016-09-01', accept: 'a sample' };
  const { outcome } = await imported('own-notices', terms, [
    { name: 'notices.csv', bytes: notices },
    { name: 'mapping.yml', bytes: mapping, field: 'mapping' },
  ]);
  assert.equal(outcome.result, 'imported', JSON.stringify(outcome));
});

test('whoever follows a job is told how far it is, and when it is over', async () => {
  const bytes = await readFile(served.folder.file('register/00_zenkoku_all_20161031.csv'));
  const terms = { published: '2016-10-31', accept: 'a sample' };
  const { json } = await sent('jp-nta', terms, [{ name: '00_zenkoku_all_20161031.csv', bytes }]);
  const [{ text }, job] = await Promise.all([
    served.ask(['officer'], `GET /v1/jobs/${json.id}/events`),
    ended(json.id),
  ]);
  const events = [...text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, event, data = '']) => [
    event,
    JSON.parse(data),
  ]);
  assert.deepEqual([events[0]?.[0], events.at(-1)?.[0]], ['progress', 'ended']);
  assert.deepEqual(events.at(-1)?.[1], job);
  assert.equal(job.progress, undefined);
});

test('an administrator, an officer and an auditor follow a job; nobody else', async () => {
  const { items } = (await served.ask(['officer'], 'GET /v1/jobs?kind=import')).json;
  for (const duty of ['administrator', 'auditor', 'officer'] as const)
    assert.equal((await served.ask([duty], `GET /v1/jobs/${items[0].id}`)).json.kind, 'import');
  assert.equal((await served.ask(['analyst'], `GET /v1/jobs/${items[0].id}`)).status, 403);
  const { headers, text } = await served.ask(['auditor'], `GET /v1/jobs/${items[0].id}/events`);
  assert.match(String(headers['content-type']), /event-stream/);
  assert.match(text, /^event: ended\ndata: \{.*"state":"done"/);
});

test('companies are found at an address of the register, and a place that is none is told', async () => {
  const at = async (query: Record<string, string>) =>
    served.ask(['service'], `GET /v1/companies/at?${new URLSearchParams(query).toString()}`);
  const named = (await served.ask(['service'], `GET /v1/companies?text=${encodeURIComponent('7000012050002')}`)).json;
  assert.equal(named.registers[0].register, 'jp-nta');
  const bytes = await readFile(served.folder.file('register/00_zenkoku_all_20161031.csv'), 'utf8');
  const [, , , , , , name = '', , , prefecture = '', city = '', street = ''] = (bytes.split('\n')[0] ?? '')
    .split(',')
    .map((cell) => cell.replaceAll('"', ''));
  const { registers } = (await at({ address: `${prefecture}${city}${street}` })).json;
  const found: { current: { name: string } }[] = registers[0].companies;
  assert.ok(
    found.some(({ current }) => current.name === name),
    JSON.stringify(registers),
  );
  assert.equal((await at({ phone: 'nonsense' })).json.registers[0].isReadable, false);
  assert.equal((await at({})).status, 400);
  assert.equal((await at({ phone: '1', domain: 'x.example' })).status, 400);
});

test('the past is looked back on when somebody asks for it', async () => {
  const asked = await served.ask(['officer'], 'POST /v1/look-backs', { since: '2016-01-01' });
  assert.equal(asked.status, 202, asked.text);
  const { outcome } = await ended(asked.json.id);
  assert.equal(outcome.alerts, 0);
  assert.equal((await served.ask(['officer'], 'POST /v1/look-backs')).status, 202);
});

const xml = (text: string) => Buffer.from(text);
const notUtf8 = Buffer.concat([Buffer.from('"株式会社",'), Buffer.from([0x83, 0x65, 0xff, 0xfe]), Buffer.from('\n')]);
const bomb = zipOf([['diff_20161114.csv', Buffer.alloc(50_000_000)]]);

/** Refused once they are read. */
const refusedFiles: readonly (readonly [what: string, source: string, file: SentFile, code: RegExp])[] = [
  [
    'half a list',
    'un-sc',
    { name: 'consolidated.xml', bytes: xml('<?xml version="1.0"?><CONSOLIDATED_LIST>') },
    /^list\.|^file\./,
  ],
  ['another list', 'un-sc', { name: 'consolidated.xml', bytes: xml('<other/>') }, /^list\.|^file\./],
  ['another encoding', 'jp-nta', { name: 'diff_20161114.csv', bytes: notUtf8 }, /^file\.encoding$/],
  ['a zip bomb', 'jp-nta', { name: 'diff_20161114.zip', bytes: bomb }, /^file\.too-large$/],
  [
    'a zip with a place outside in it',
    'jp-nta',
    { name: 'diff_20161114.zip', bytes: zipOf([['../../x.csv', xml('1')]]) },
    /^file\./,
  ],
  ['a file of zeros', 'jp-meti-eul', { name: 'end-user-list.xlsx', bytes: Buffer.alloc(100_000) }, /^file\./],
];

for (const [what, source, file, code] of refusedFiles)
  test(`${what}: refused with its file, and everything is as it was`, async () => {
    const editions = await served.folder.parts.store.activeEditions();
    const { state, outcome } = await imported(source, { published: '2016-11-14', accept: 'a test' }, [file]);
    assert.deepEqual([state, outcome.result], ['done', 'refused']);
    assert.match(outcome.problem, code);
    assert.equal(outcome.facts.file ?? file.name, file.name);
    assert.deepEqual(await served.folder.parts.store.activeEditions(), editions);
    await nothingIsLeft();
  });

test('what is wrong with a row is told with its line', async () => {
  const row = '1,"9000000000001",01,0,2016-11-14,2016-11-14,"株式会社架空",,101';
  const file = { name: 'diff_20161114.csv', bytes: Buffer.from(`${row}\n${row.replace('"9', '9"')}\n`) };
  const { outcome } = await imported('jp-nta', { published: '2016-11-14' }, [file]);
  assert.equal(outcome.result, 'refused');
  assert.ok(0 < outcome.facts.line, JSON.stringify(outcome));
});

const fine = { name: 'consolidated.xml', bytes: xml('<x/>') };
/** Refused before a job is made of them. */
const refusedForms: readonly (readonly [what: string, fields: object, files: readonly SentFile[], status: number])[] = [
  ['no file', { published: '2016-11-14' }, [], 400],
  ['an empty file', { published: '2016-11-14' }, [{ ...fine, bytes: Buffer.alloc(0) }], 400],
  ['a file twice', { published: '2016-11-14' }, [fine, fine], 400],
  ['no day', {}, [fine], 400],
  ['a day that is none', { published: '2016-02-30' }, [fine], 400],
  ['a day to come', { published: '2099-01-01' }, [fine], 400],
  ['an unknown field', { published: '2016-11-14', path: '/etc/passwd' }, [fine], 400],
  ['a field of a prototype', { published: '2016-11-14', ['__proto__']: 'x' }, [fine], 400],
  ['a name of a parent', { published: '2016-11-14' }, [{ ...fine, name: '..' }], 400],
  ['a name with a control character', { published: '2016-11-14' }, [{ ...fine, name: 'a\u0007.xml' }], 400],
  ['a name too long for a file', { published: '2016-11-14' }, [{ ...fine, name: 'x'.repeat(300) }], 400],
  [
    'two mappings',
    { published: '2016-11-14' },
    [fine, ...['a', 'b'].map((name) => ({ ...fine, name, field: 'mapping' }))],
    400,
  ],
  ['more than may be sent', { published: '2016-11-14' }, [{ ...fine, bytes: Buffer.alloc(LARGEST + 1) }], 413],
  [
    'more than may be sent, in two files',
    { published: '2016-11-14' },
    ['a', 'b'].map((name) => ({ name, bytes: Buffer.alloc(LARGEST / 2 + 1) })),
    413,
  ],
];

for (const [what, fields, files, status] of refusedForms)
  test(`a form with ${what} is refused, and nothing of it is kept`, async () => {
    const jobs = (await served.ask(['officer'], 'GET /v1/jobs?kind=import&limit=500')).json.items.length;
    const answer = await sent('un-sc', fields, files);
    assert.equal(answer.status, status, answer.text);
    await nothingIsLeft();
    assert.equal((await served.ask(['officer'], 'GET /v1/jobs?kind=import&limit=500')).json.items.length, jobs);
  });

test('a name that leads elsewhere is taken without its folders, or refused', async () => {
  for (const name of ['../../../evil.xml', '/etc/evil.xml', 'C:\\evil.xml', '..\\..\\evil.xml']) {
    const { status, json } = await sent('un-sc', { published: '2016-11-14' }, [{ ...fine, name }]);
    if (status === 202) assert.deepEqual((await ended(json.id)).content.files, ['evil.xml']);
    else assert.equal(status, 400, name);
  }
  await nothingIsLeft();
});

test('a body that is no form, and a source that nobody knows', async () => {
  assert.equal(
    (await served.ask(['officer'], 'POST /v1/sources/un-sc/imports', { published: '2016-11-14' })).status,
    400,
  );
  assert.equal((await sent('nothing-like-it', { published: '2016-11-14' }, [fine])).status, 404);
});

async function sent(source: string, fields: object, files: readonly SentFile[]) {
  const { body, headers } = await formOf(fields, files);
  return served.ask(['officer'], `POST /v1/sources/${source}/imports`, body, headers);
}

/** The job, once it is over. */
async function imported(source: string, fields: object, files: readonly SentFile[]) {
  const { status, headers, json, text } = await sent(source, fields, files);
  assert.equal(status, 202, text);
  assert.equal(headers['location'], `/v1/jobs/${json.id}`);
  return ended(json.id);
}

/** A worker that begins looks at the queue at once. */
async function ended(id: string) {
  const { parts, path: dataFolder } = served.folder;
  const places = { keysFolder: path.join(dataFolder, '..', 'keys'), dataFolder, witnesses: [] };
  const settings = { places, delivery: { allowsPrivate: false }, kinds };
  const worker = runJobs({ ...parts, actor: operator('sekisho') }, settings);
  const job = async () => (await served.ask(['officer'], `GET /v1/jobs/${id}`)).json;
  while ((await job()).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 10));
  await worker.stop();
  return job();
}

async function nothingIsLeft(): Promise<void> {
  for (let look = 0; look < 50 && 0 < (await uploads()).length; look++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(await uploads(), []);
}

async function uploads(): Promise<readonly string[]> {
  return readdir(path.join(served.folder.path, 'uploads')).catch(() => []);
}
