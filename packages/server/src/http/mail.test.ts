// Mail of a served folder, taken by a real mail server: once for each person and event, later when it was down, and of nobody a name.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sendMail } from '../download/send-mail.ts';
import { runLookBacks } from '../flows/look-back.ts';
import { noticeRow } from '../flows/testing/played-folder.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { readSettings } from '../settings.ts';
import { openServedFolder, type Answered, type ServedFolder } from './testing/served-folder.ts';
import { madeCertificate } from './testing/made-certificate.ts';
import { openSmtpListener, type SmtpListener } from './testing/smtp-listener.ts';

const passphrase = 'a passphrase of some length';
const somebodyElse = noticeRow('N-1', { kanji: '架空 一郎', latin: 'Ichiro Kaku', born: '1970' });
const theContact = noticeRow('N-2', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1985' });
const theContactOlder = noticeRow('N-2', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1984' });

let served: ServedFolder;
let listener: SmtpListener;
let officer: Awaited<ReturnType<typeof newPerson>>;
let analyst: Awaited<ReturnType<typeof newPerson>>;
before(async () => {
  listener = await openSmtpListener();
  served = await openServedFolder({ sendsMail: true });
  const { folder } = served;
  await folder.prepare();
  await folder.importNotices([somebodyElse], '2016-11-14');
  await runLookBacks(folder.parts);
  for (const file of ['2016-11-honest.yml', '2016-11-fictitious-company.yml'])
    await served.ask(['service'], 'POST /v1/applications', await folder.application(file));
  officer = await newPerson('Abe', 'officer');
  analyst = await newPerson('Baba', 'analyst');
  await newPerson('Chiba', 'officer');
});
after(async () => {
  await listener.stop();
  await served.dispose();
});

async function newPerson(name: string, duty: string) {
  const added = (await served.ask(['administrator'], 'POST /v1/people', { name, duties: [duty] })).json;
  const sent = sentBy(await served.ask([], 'POST /v1/invitations/accept', { token: added.invitation, passphrase }));
  return {
    id: added.person.id as string,
    set: (body: object) => served.ask([], 'PATCH /v1/session/person', body, sent),
    sent,
  };
}

/** What goes with each request of whoever was let in. */
function sentBy({ headers, json }: Answered) {
  return { cookie: String(headers['set-cookie']).split(';', 1)[0] ?? '', 'x-csrf-token': json.csrf as string };
}

/** Jobs are done until none is due: with a mail server, or without. */
async function work(hasServer = true, scheme = 'smtp', port = listener.port): Promise<void> {
  const { parts, path: dataFolder } = served.folder;
  const places = { keysFolder: path.join(dataFolder, '..', 'keys'), dataFolder, witnesses: [] };
  const url = `${scheme}://sekisho:p%40ss@127.0.0.1:${String(port)}`;
  const { mail: server } = readSettings({}, { SEKISHO_SMTP_URL: url, SEKISHO_MAIL_FROM: 'sekisho@office.example' });
  assert.ok(server);
  const worker = runJobs(
    { ...parts, actor: operator('sekisho') },
    {
      places,
      delivery: { allowsPrivate: false },
      ...(hasServer && { mail: { server, publicUrl: 'https://sekisho.example' } }),
    },
  );
  const { jobs, accounts } = parts.store;
  const kinds = ['look-back', ...(hasServer ? ['daily-mail', 'mail'] : [])];
  const isBusy = async () => {
    const head = (await parts.store.head())?.sequence ?? 0;
    const isBehind = (await accounts.people()).some(({ mail }) => mail && mail.toldUpTo < head);
    return (
      (hasServer && isBehind) ||
      0 < ((await jobs.jobCounts()).running ?? 0) ||
      (await jobs.dueJob(kinds, parts.clock())) !== undefined ||
      (await jobs.job('look-back'))?.endedAt === undefined
    );
  };
  while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 20));
  await worker.stop();
}

const alertOn = async (day: string, row: string) => {
  served.folder.playOn(day);
  await served.folder.importNotices([somebodyElse, row], day);
  await runLookBacks(served.folder.parts);
};
const jobsOfMail = () => served.folder.parts.store.jobs.jobs({ kind: 'mail', limit: 50 });

test('an address is set by the person alone, sealed, and is one address and nothing else', async () => {
  for (const mailAddress of [
    'abe@office.example\r\nBcc: all@elsewhere.example',
    'abe@office.example\n',
    'abe@office.example, all@elsewhere.example',
    'Abe <abe@office.example>',
    'abe',
    '@office.example',
    `${'a'.repeat(65)}@office.example`,
  ])
    assert.equal((await officer.set({ mailAddress })).json.code, 'person.invalid', mailAddress);
  const set = await officer.set({ mailAddress: 'abe@office.example', language: 'en' });
  assert.equal(set.json.mailAddress, 'abe@office.example');
  await analyst.set({ mailAddress: 'baba@office.example', language: 'ja' });
  const own = (await served.ask([], 'GET /v1/session', undefined, officer.sent)).json;
  assert.deepEqual([own.sendsMail, own.person.mailAddress], [true, 'abe@office.example']);
  assert.doesNotMatch((await served.ask(['administrator'], 'GET /v1/people')).text, /@office/);
  const { store } = served.folder.parts;
  const differences = async () => (await served.ask(['auditor'], 'GET /v1/record/verification')).json.differences;
  assert.deepEqual(await differences(), []);
  const known = await store.accounts.person(officer.id);
  assert.ok(known?.mail);
  const elsewhere = { ...known, mail: { ...known.mail, address: 'x@elsewhere.example' } };
  await store.write((writer) => writer.accounts.savePerson(elsewhere));
  assert.deepEqual(await differences(), ['person Abe: another address for mail than the record says']);
  await store.write((writer) => writer.accounts.savePerson(known));
});

test('without a mail server nothing is queued', async () => {
  await work(false);
  assert.deepEqual(await jobsOfMail(), []);
  assert.equal(await served.folder.parts.store.jobs.job('daily-mail'), undefined);
});

test('an alert is one mail for each who asked for it, in their language, with a link and without a name', async () => {
  await alertOn('2016-11-15', theContact);
  await work();
  const sent = listener.mails.filter(({ text }) => text.includes('/#/alerts'));
  assert.equal(sent.length, 2);
  const told = new Map(sent.map(({ to, login, head, text }) => [to.join(', '), [login, head, text].join('\r\n')]));
  const english = told.get('abe@office.example') ?? '';
  assert.match(english, /^sekisho p@ss\r\n/);
  assert.match(english, /^Subject: Sekisho: 1 new alert\r$/m);
  assert.match(english, /^1 alert was raised.*\r\n\r\nhttps:\/\/sekisho\.example\/#\/alerts\r\n/m);
  assert.match(told.get('baba@office.example') ?? '', /アラートが 1 件/);
  const parties = (await served.folder.parts.store.application('A-2016-0114'))?.application?.parties ?? [];
  const names = parties.flatMap((party) => party.names.map(({ text }) => text));
  assert.ok(0 < names.length);
  for (const { head, text } of listener.mails)
    for (const name of [...names, '陈志远', 'Chen Zhiyuan', 'A-2016'])
      assert.ok(!head.includes(name) && !text.includes(name), name);
  const before = listener.mails.length;
  await work();
  assert.equal(listener.mails.length, before);
});

test('cases that are due and theirs, or wait for a second person, are one mail a day', async () => {
  const day = '2016-11-16';
  served.folder.playOn(day);
  const id = 'A-2016-0114';
  await served.ask(['analyst'], 'POST /v1/cases/assignments', { cases: [id], to: 'Baba' });
  await served.ask(['analyst'], `POST /v1/cases/${id}/notes`, { kind: 'due', on: day, reason: 'asked by the seller' });
  const before = listener.mails.length;
  await work();
  await work();
  const [mail, ...others] = listener.mails.slice(before);
  assert.deepEqual([mail?.to, others], [['baba@office.example'], []]);
  assert.match(mail?.text ?? '', /案件 1 件が期日/);
  const refused = { outcome: 'REFUSE', reason: 'no such company' };
  const proposed = await served.ask(['analyst'], `POST /v1/cases/${id}/decisions`, refused);
  assert.equal(proposed.status, 201, proposed.text);
  served.folder.playOn('2016-11-17');
  await work();
  const next = listener.mails.slice(before + 1).find(({ to }) => to[0] === 'abe@office.example');
  assert.match(next?.text ?? '', /^1 case waits for a second person/m);
});

test('a mail server that is down or refuses gets the mail later, once; whoever turned it off gets none', async () => {
  await listener.stop();
  // what they were signed in with has ended: days have passed
  const sent = sentBy(await served.ask([], 'POST /v1/session', { name: 'Baba', passphrase }));
  const off = await served.ask([], 'PATCH /v1/session/person', { mailAddress: '' }, sent);
  assert.equal(off.json.mailAddress, undefined, off.text);
  const before = listener.mails.length;
  await alertOn('2016-11-18', theContactOlder);
  await work();
  const waiting = async () => (await jobsOfMail()).filter(({ state }) => state === 'waiting');
  const down = await waiting();
  assert.ok(down.some(({ subject }) => subject === officer.id) && down.every(({ subject }) => subject === officer.id));
  assert.match(down[0]?.outcome ?? '', /mail\.failed/);
  await listener.start();
  listener.refuse(true);
  served.folder.playOn('2016-11-19');
  await work();
  for (const { outcome = '' } of await waiting()) {
    assert.match(outcome, /451/);
    assert.doesNotMatch(outcome, /@office/);
  }
  listener.refuse(false);
  served.folder.playOn('2016-11-20');
  await work();
  assert.deepEqual(await waiting(), []);
  const taken = listener.mails.slice(before);
  assert.deepEqual(new Set(taken.flatMap(({ to }) => to)), new Set(['abe@office.example']));
  assert.equal(taken.filter(({ text }) => text.includes('/#/alerts')).length, 1);
});

test('a mail server whose certificate cannot be trusted gets the mail once it can, over TLS', async () => {
  const [trusted, ofNobody] = [1, 2].map(() => madeCertificate({ addresses: ['127.0.0.1'] }));
  assert.ok(trusted && ofNobody);
  setDefaultCACertificates([...getCACertificates('default'), trusted.cert]);
  const secure = await openSmtpListener({ way: 'tls', ...ofNobody });
  try {
    await alertOn('2016-11-21', theContact);
    await work(true, 'smtps', secure.port);
    const waiting = (await jobsOfMail()).filter(({ state }) => state === 'waiting');
    assert.equal(secure.mails.length, 0);
    assert.ok(0 < waiting.length);
    for (const { outcome = '' } of waiting) assert.match(outcome, /SELF_SIGNED_CERT/);
    await secure.stop();
    secure.renew(trusted);
    await secure.start();
    served.folder.playOn('2016-11-22');
    await work(true, 'smtps', secure.port);
    assert.deepEqual(
      (await jobsOfMail()).filter(({ state }) => state === 'waiting'),
      [],
    );
    const alerts = secure.mails.filter(({ text }) => text.includes('/#/alerts'));
    assert.deepEqual(
      alerts.map(({ to, login, isEncrypted }) => [to, login, isEncrypted]),
      [[['abe@office.example'], 'sekisho p@ss', true]],
    );
  } finally {
    await secure.stop();
  }
});

test('another machine is told nothing before the conversation is encrypted', async () => {
  // an address that leads to the listener and is none of those of this machine
  const server = { host: '0.0.0.0', port: listener.port, isTls: false, from: 'sekisho@office.example' };
  const before = listener.mails.length;
  await assert.rejects(
    sendMail({ id: 'x', to: 'abe@office.example', subject: 'x', text: 'x' }, server),
    (error) => error instanceof Problem && error.code === 'mail.failed' && error.facts['reason'] === 'ETLS 502',
  );
  assert.equal(listener.mails.length, before);
});

test('settings of mail are whole, and no error repeats the passphrase', () => {
  const from = { SEKISHO_MAIL_FROM: 'sekisho@office.example' };
  for (const environment of [
    from,
    { SEKISHO_SMTP_URL: 'smtps://mail.example' },
    { ...from, SEKISHO_SMTP_URL: 'https://u:open-sesame@mail.example' },
    { ...from, SEKISHO_SMTP_URL: 'smtps://u:open-sesame@mail.example/?tls=no' },
    { ...from, SEKISHO_SMTP_URL_FILE: '/nowhere/open-sesame-file' },
    { SEKISHO_SMTP_URL: 'smtps://u:open-sesame@mail.example', SEKISHO_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' },
  ])
    assert.throws(
      () => readSettings({}, environment),
      (error: Error) => error.message.startsWith('command.usage') && !error.message.includes('open-sesame'),
      JSON.stringify(environment),
    );
  const { mail } = readSettings({}, { ...from, SEKISHO_SMTP_URL: 'smtp://abe:p%40ss@[::1]' });
  assert.deepEqual(mail, {
    host: '::1',
    port: 587,
    isTls: false,
    login: { user: 'abe', pass: 'p@ss' },
    from: 'sekisho@office.example',
  });
});
