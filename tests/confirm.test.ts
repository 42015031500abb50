// Confirmation from the command line to the decision: what a register's silence means, when it is too old or a company too new.
import assert from 'node:assert/strict';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readApplicationFile } from '@sekisho/server/flows/application-file.ts';
import { newCommandLine, type CommandLine, type Ran } from './support/command-line.ts';

const foundingCase = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));
const given = (name: string) => path.join(foundingCase, name);

let line: CommandLine;
let honest: Readonly<Record<string, unknown>> & { readonly parties: readonly Readonly<Record<string, unknown>>[] };

before(async () => {
  line = await newCommandLine('--simulation');
  honest = (await readApplicationFile(given('applications/2016-11-honest.yml'))) as typeof honest;
  const imports = [
    ['jp-nta', '2016-10-31', 'register/00_zenkoku_all_20161031.csv'],
    [
      'jp-nta',
      '2016-11-14',
      ...['01', '02', '04', '07', '08', '09', '10', '11', '14'].map((day) => `register/diff_201611${day}.csv`),
    ],
    ['jp-meti-eul', '2016-06-01', 'lists/end-user-list.xlsx'],
    ['un-sc', '2016-11-10', 'lists/consolidated.xml'],
    ['ofac-sdn', '2016-11-10', 'lists/sdn.csv', 'lists/alt.csv', 'lists/add.csv'],
    ['interpol-red', '2016-11-14', 'lists/red-notices.json'],
  ];
  for (const [source = '', published = '', ...files] of imports) {
    const about = ['--published', published, '--current-as-of', '2016-11-14', '--by', 'T', '--accept', 'invented'];
    const { code, err } = await on('2016-11-14', 'import', source, ...files.map(given), ...about);
    assert.equal(code, 0, err);
  }
});
after(() => line.dispose());

const on = (day: string, ...words: string[]): Promise<Ran> => line.run('--as-of', day, ...words);

/** The honest order with another buyer, in a file; another company shares nothing with it that would join the two orders. */
async function ordered(name: string, buyer: Readonly<Record<string, unknown>>): Promise<string> {
  const file = path.join(line.folder, '..', `${name}.json`);
  const [standing, ...others] = honest.parties;
  const { payment: _, delivery: __, ...unjoined } = honest;
  const elsewhere = {
    addresses: [{ full: '神奈川県川崎市川崎区宮本町9', country: 'jp', use: 'seat' }],
    emails: [`${name}@elsewhere.example`],
    phones: [],
    websites: [],
  };
  const order =
    'names' in buyer
      ? { ...unjoined, delivery: { country: 'jp' }, parties: [{ ...standing, ...elsewhere, ...buyer }] }
      : { ...honest, parties: [{ ...standing, ...buyer }, ...others] };
  await writeFile(file, JSON.stringify({ ...order, id: name }));
  return file;
}

const unpublished = {
  names: [{ text: '株式会社海岸見本' }],
  identifiers: [{ type: 'jp-corporate-number', value: '6990001000002' }],
};

async function told(file: string, day: string) {
  const confirmed = await on(day, 'confirm', file);
  const vetted = await on(day, 'vet', file);
  const [answer, second] = confirmed.json.confirmations;
  assert.equal(second, undefined);
  const reasons = vetted.json.decision.findings
    .filter(({ message }: { message: string }) => /^company-not-/.test(message))
    .map(({ message, facts }: { message: string; facts: { reason?: string } }) => [message, facts.reason]);
  return {
    exits: [confirmed.code, vetted.code],
    answer: [answer.verdict, answer.reason],
    reasons,
    outcome: vetted.json.decision.outcome,
  };
}

test('a company of the register is confirmed, and its order approved', async () => {
  const { exits, answer } = await told(await ordered('A-1', {}), '2016-11-14');
  assert.deepEqual(
    [exits, answer],
    [
      [0, 0],
      ['CONFIRMED', 'number-and-name-agree'],
    ],
  );
});

test('one that says nothing of its age and is not in there does not exist: the proposal is to refuse', async () => {
  assert.deepEqual(await told(await ordered('A-2', unpublished), '2016-11-14'), {
    exits: [10, 20],
    answer: ['NOT_FOUND', 'number-not-found'],
    reasons: [['company-not-found', undefined]],
    outcome: 'refuse',
  });
});

test('one founded less than a month ago may not be published yet: a person asks for its certificate', async () => {
  const young = { ...unpublished, foundedOn: '2016-11-01' };
  assert.deepEqual(await told(await ordered('A-3', young), '2016-11-14'), {
    exits: [10, 10],
    answer: ['NOT_CHECKABLE', 'not-yet-published'],
    reasons: [['company-not-checkable', 'not-yet-published']],
    outcome: 'review',
  });
  const { identifiers: _, ...unnumbered } = young;
  const answer = await told(await ordered('A-4', { ...unnumbered, identifiers: [] }), '2016-11-14');
  assert.deepEqual(answer.answer, ['NOT_CHECKABLE', 'not-yet-published']);
  const older = await told(await ordered('A-5', { ...young, foundedOn: '2016-10-01' }), '2016-11-14');
  assert.deepEqual(older.answer, ['NOT_FOUND', 'number-not-found']);
});

test('of a register that is too old neither presence nor absence is told', async () => {
  for (const [name, buyer] of [
    ['A-6', {}],
    ['A-7', unpublished],
    ['A-8', { ...unpublished, foundedOn: '2016-11-01' }],
  ] as const) {
    const { exits, answer, reasons, outcome } = await told(await ordered(name, buyer), '2016-11-22');
    assert.deepEqual(
      [exits, answer],
      [
        [10, 10],
        ['NOT_CHECKABLE', 'register-stale'],
      ],
      name,
    );
    assert.deepEqual([reasons, outcome], [[['company-not-checkable', 'register-stale']], 'review'], name);
  }
  const stillFresh = await told(await ordered('A-9', {}), '2016-11-21');
  assert.deepEqual(stillFresh.answer, ['CONFIRMED', 'number-and-name-agree']);
});

const PDF = Buffer.from('%PDF-1.4\n% an invented certificate\n');
const stated = {
  name: '有限会社みなと活版',
  number: '8000-01-000022',
  address: '神奈川県横浜市中区海岸通九丁目２番',
  representatives: ['新井久美子'],
};
const certificate = {
  file: 'papers/certificate.pdf',
  kind: 'full-register-certificate',
  issuer: '横浜地方法務局',
  issuedOn: '2016-10-20',
  certificateNo: '第0001号',
  statedBy: 'K. Arai',
  fields: stated,
};

/** The honest order with a certificate beside it. */
async function certified(name: string, ...changes: readonly object[]): Promise<string> {
  const folder = path.join(line.folder, '..', name);
  await mkdir(path.join(folder, 'papers'), { recursive: true });
  await writeFile(path.join(folder, 'papers', 'certificate.pdf'), PDF);
  const file = path.join(folder, 'order.json');
  const documents = changes.map((change) => ({ ...certificate, ...change }));
  await writeFile(file, JSON.stringify({ ...honest, id: name, documents }));
  return file;
}

const differing = ({ fields }: { fields: { against: string; field: string; verdict: string }[] }) =>
  fields.filter(({ verdict }) => verdict === 'DIFFERENT').map(({ against, field }) => `${against} ${field}`);
const findings = ({ json }: Ran): string[] => json.decision.findings.map(({ message }: { message: string }) => message);

test('a certificate that agrees is kept by its hash, sealed, and changes nothing in the decision', async () => {
  const file = await certified('C-1', {});
  const confirmed = await on('2016-11-14', 'confirm', file);
  assert.equal(confirmed.code, 0, confirmed.out);
  assert.deepEqual(confirmed.json.documents.flatMap(differing), []);
  const vetted = await on('2016-11-14', 'vet', file);
  assert.deepEqual([vetted.code, findings(vetted)], [0, []]);
  const [document] = vetted.json.evidence.documents;
  assert.deepEqual([document.ageDays, document.register, document.fields.length], [25, 'jp-nta', 7]);
  const [sealed] = vetted.json.evidence.application.documents;
  assert.deepEqual([sealed.sha256, sealed.bytes], [document.sha256, PDF.length]);
  assert.deepEqual(await readdir(path.join(line.folder, 'documents')), [`${document.sha256}.document`]);
  assert.equal((await on('2016-11-14', 'replay', vetted.json.decisionId)).json.same, true);
});

test('one that states otherwise than the register, and one that is too old, are for a person', async () => {
  const other = await certified('C-2', {
    fields: { ...stated, name: '有限会社架空活版', representatives: ['架空 一郎'] },
  });
  const confirmed = await on('2016-11-14', 'confirm', other);
  assert.equal(confirmed.code, 10);
  const expected = ['register name', 'application name', 'application representative'];
  assert.deepEqual(confirmed.json.documents.flatMap(differing), expected);
  assert.equal(confirmed.json.confirmations[0].verdict, 'CONFIRMED');
  const vetted = await on('2016-11-14', 'vet', other);
  assert.deepEqual([vetted.code, findings(vetted)], [10, ['document-differs']]);
  const [raised] = vetted.json.evidence.signals.filter(({ id }: { id: string }) => id === 'EX-8');
  assert.equal(raised.state, 'RAISED');
  const old = await on('2016-11-14', 'vet', await certified('C-3', { issuedOn: '2016-07-01' }));
  assert.deepEqual([old.code, findings(old)], [10, ['document-not-recent']]);
});

test('a certificate never confirms a company that the register does not have', async () => {
  const folder = path.dirname(await certified('C-4', {}));
  const file = path.join(folder, 'order.json');
  const [standing, ...others] = honest.parties;
  const parties = [{ ...standing, ...unpublished, foundedOn: '2016-11-01' }, ...others];
  const fields = { name: '株式会社海岸見本', number: '6990001000002' };
  await writeFile(file, JSON.stringify({ ...honest, id: 'C-4', parties, documents: [{ ...certificate, fields }] }));
  const vetted = await on('2016-11-14', 'vet', file);
  assert.equal(vetted.json.decision.outcome, 'review');
  assert.ok(findings(vetted).includes('company-not-checkable'));
  assert.equal(vetted.json.evidence.confirmations[0].reason, 'not-yet-published');
});

const wrongDocuments: readonly (readonly [what: string, change: object, code: string, field?: string])[] = [
  ['a file that is not there', { file: 'papers/none.pdf' }, 'file.not-found'],
  ['a folder', { file: 'papers' }, 'file.unreadable'],
  ['a place outside', { file: '../outside.pdf' }, 'application.invalid', '/documents/0/file'],
  ['an absolute path', { file: '/etc/hostname' }, 'application.invalid', '/documents/0/file'],
  ['a link that leads outside', { file: 'papers/link.pdf' }, 'application.invalid', '/documents/0/file'],
  ['what is no document', { file: 'papers/text.pdf' }, 'file.unexpected'],
  ['what is too large', { file: 'papers/large.pdf' }, 'file.too-large'],
  ['another hash than stated', { sha256: 'f'.repeat(64) }, 'file.unexpected'],
  ['an unknown kind', { kind: 'photograph' }, 'application.invalid', '/documents/0/kind'],
];
for (const [what, change, code, field] of wrongDocuments)
  test(`${what} in place of a certificate is refused, and nothing is kept`, async () => {
    const file = await certified('C-9', change);
    const papers = path.join(path.dirname(file), 'papers');
    await writeFile(path.join(papers, 'text.pdf'), 'MZ no certificate');
    await writeFile(path.join(papers, 'large.pdf'), Buffer.concat([PDF, Buffer.alloc(20_000_000)]));
    const outside = path.join(line.folder, '..', 'outside.pdf');
    await writeFile(outside, PDF);
    await symlink(outside, path.join(papers, 'link.pdf')).catch(() => undefined);
    for (const command of ['vet', 'confirm']) {
      const { code: exit, out, json } = await on('2016-11-14', command, file);
      assert.equal(exit, 2, out);
      assert.deepEqual([json.problem.code, json.problem.field], [code, field]);
    }
    assert.equal((await on('2016-11-14', 'applications', 'show', 'C-9')).code, 2);
  });
