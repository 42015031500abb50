// The command line over the life of a case: taken out and verified elsewhere, its key handed over, held, erased, asked for, replayed.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const foundingCase = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));
const REFUSED = 'A-2016-0114';
const by = ['--by', 'K. Hayashi'];
const second = ['--by', 'R. Mori'];
const why = ['--reason', 'the period has ended'];
let line: CommandLine;
let stage: string;
const at = (name: string) => path.join(stage, name);
const on = (day: string, ...words: string[]) => line.run('--as-of', day, ...words);

before(async () => {
  line = await newCommandLine('--simulation');
  stage = path.dirname(line.folder);
  const notices = path.join(foundingCase, 'own-notices/notices-2016-09.csv');
  const [header = '', ...rows] = (await readFile(notices, 'utf8')).split('\n');
  await writeFile(at('notices.csv'), [header, ...rows].join('\n'));
  const mapping = path.join(foundingCase, 'own-notices/mapping.yml');
  const imported = await on(
    '2016-11-14',
    'import',
    'own-notices',
    at('notices.csv'),
    '--mapping',
    mapping,
    '--published',
    '2016-09-01',
    '--accept',
    'invented',
  );
  assert.equal(imported.code, 0, imported.err + imported.out);
  const order = path.join(foundingCase, 'applications/2016-11-fictitious-company.yml');
  await on('2016-11-14', 'vet', order);
  await on('2016-11-14', 'decide', REFUSED, ...by, '--outcome', 'REFUSE', '--reason', 'not confirmed to exist');
  await on('2016-11-14', 'confirm-decision', REFUSED, ...second, '--reason', 'the register has no such company');
});
after(() => line.dispose());

test('a case is taken out and verified where nothing else is; one that was altered is found', async () => {
  const out = at('case.zip');
  const exported = await on('2016-11-15', 'record', 'export-case', REFUSED, '--out', out, ...by, ...why);
  assert.equal(exported.code, 0, exported.err);
  const elsewhere = at('elsewhere');
  await mkdir(elsewhere);
  await cp(out, path.join(elsewhere, 'case.zip'));
  const file = path.join(elsewhere, 'case.zip');
  const nobody = { folder: path.join(elsewhere, 'none'), witness: ' ' };
  const alone = await line.runWith(nobody, 'record', 'verify', file);
  assert.equal(alone.code, 4, alone.err);
  assert.deepEqual([alone.json.caseId, alone.json.differences], [REFUSED, []]);
  const witnessed = await line.runWith({ folder: nobody.folder }, 'record', 'verify', file);
  assert.equal(witnessed.code, 0, witnessed.err);
  const bytes = await readFile(file);
  const place = bytes.indexOf('not confirmed to exist');
  bytes.write('now', place);
  await writeFile(file, bytes);
  const altered = await line.runWith(nobody, 'record', 'verify', file);
  assert.equal(altered.code, 2, 'the checksum of the zip finds it first');
});

test('a key hands over, and the record stays whole and witnessed', async () => {
  const rotated = await on('2016-11-15', 'record', 'rotate-key');
  assert.equal(rotated.code, 0, rotated.err);
  assert.equal((await on('2016-11-16', 'record', 'checkpoint')).code, 0);
  const verified = await on('2016-11-16', 'record', 'verify');
  assert.equal(verified.code, 0, verified.out);
  assert.deepEqual(
    verified.json.report.keyChanges.map(({ isSigned }: { isSigned: boolean }) => isSigned),
    [true],
  );
  assert.equal((await on('2016-11-16', 'record', 'rotate-key', '--lost-key', ...by, ...why)).code, 2);
});

test('a decision is replayed, and it is said what is different today', async () => {
  const replayed = await on('2021-12-28', 'replay', `${REFUSED}/1`, '--search-again');
  assert.equal(replayed.code, 0, replayed.err);
  assert.deepEqual([replayed.json.same, replayed.json.searchedAgain], [true, []]);
  assert.deepEqual(replayed.json.today.outcome, { then: 'review', now: 'review' });
});

test('what is kept of somebody is given out', async () => {
  const { application } = (await on('2016-11-16', 'applications', 'show', REFUSED)).json;
  const { id, names } = application.parties.find(({ schema }: { schema: string }) => schema === 'Person');
  const given = await on(
    ...(['2016-11-16', 'subject-access', names[0].text, '--out', at('person.json'), ...by] as const),
    ...['--reason', 'asked in writing', '--including', `${REFUSED}/${String(id)}`],
  );
  assert.equal(given.code, 0, given.err + given.out);
  const file = await readFile(at('person.json'), 'utf8');
  assert.match(file, /"purpose": "to answer questions about the refusal/);
});

test('held while a claim stands, erased by two people when it is due, whole afterwards', async () => {
  const day = '2018-11-15';
  assert.equal((await on(day, 'hold', 'set', REFUSED, ...second, '--reason', 'a claim is announced')).code, 0);
  assert.deepEqual((await on(day, 'retention', 'run')).json.due, []);
  assert.equal((await on(day, 'erase', REFUSED, ...by, ...why)).code, 2);
  assert.equal((await on(day, 'hold', 'release', REFUSED, ...second, '--reason', 'no claim was made')).code, 0);
  const due = await on(day, 'retention', 'run');
  assert.deepEqual(
    due.json.due.map(({ id }: { id: string }) => id),
    [REFUSED],
  );
  assert.deepEqual((await on(day, 'retention', 'run', '--apply', ...by)).json.requested, [REFUSED]);
  const own = path.join(line.folder, 'retention.yml');
  const shipped = await readFile(new URL('../data/retention.yml', import.meta.url), 'utf8');
  await writeFile(own, shipped.replaceAll('months: 24', 'months: 2400'));
  const refused = await on(day, 'retention', 'show');
  assert.partialDeepStrictEqual(refused.json.problem, { code: 'retention.invalid', file: 'retention.yml', line: 84 });
  assert.equal((await on(day, 'retention', 'check', own)).json.problem.field, '/classes/0/months');
  await writeFile(own, shipped.replaceAll('months: 24', 'months: 36'));
  assert.equal((await on(day, 'retention', 'check', own)).code, 0);
  const longer = (await on(day, 'retention', 'show')).json;
  assert.deepEqual(
    [longer.own.file, longer.cases[0].until, longer.cases[0].isDue],
    ['retention.yml', '2019-11-14', false],
  );
  await rm(own);
  const erased = await on(day, 'erase', REFUSED, ...second, ...why);
  assert.equal(erased.json.erasures[0].state, 'erased', erased.out);
  assert.equal(erased.json.erasures[0].exports.length, 2);
  assert.deepEqual((await on(day, 'retention', 'show')).json.cases, []);
  await on(day, 'record', 'checkpoint');
  const verified = await on(day, 'record', 'verify');
  assert.equal(verified.code, 0, verified.out);
  assert.equal(verified.json.report.erased, erased.json.erasures[0].entries.length);
});
