// A case taken out of its record: whole on another machine, the same bytes each time, and whatever is done to it found and named.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { zipOf } from '@sekisho/sources/readers/testing/zip.ts';
import { openWitnessFolder } from '../record/witness-folder.ts';
import type { RecordPlaces } from './checkpoint.ts';
import { exportCase, type CaseExport } from './export-case.ts';
import { noteCase } from './note-case.ts';
import { rotateKey } from './rotate-key.ts';
import { invented, vetWithDocument } from './testing/case-with-document.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { verifyBundle } from './verify-bundle.ts';
import { vetApplication } from './vet-application.ts';

const CASE = 'A-2016-0113';
const word = { by: 'K. Hayashi', reason: 'for the auditor of this year' };
let folder: PlayedFolder;
let stage: string;
let places: RecordPlaces;
let exported: CaseExport;
let files: ReadonlyMap<string, Buffer>;

before(async () => {
  folder = await openPlayedFolder();
  stage = await mkdtemp(path.join(tmpdir(), 'sekisho-bundle-'));
  const witness = await mkdtemp(path.join(stage, 'witness-'));
  places = { keysFolder: path.join(stage, 'keys'), dataFolder: folder.path, witnesses: [witness] };
  await folder.prepare();
  await vetWithDocument(folder, '2016-11-honest.yml', invented('a certificate'));
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  await noteCase(CASE, 'K. Hayashi', { kind: 'commented', text: 'called the number of the register' }, folder.parts);
  await exportCase(CASE, { ...word, file: path.join(stage, 'first.zip') }, folder.parts, places);
  await rotateKey({}, folder.parts, places);
  await noteCase(CASE, 'R. Mori', { kind: 'commented', text: 'nothing to add' }, folder.parts);
  exported = await exportCase(CASE, { ...word, file: path.join(stage, 'case.zip') }, folder.parts, places);
  files = storedFiles(await readFile(exported.file));
});
after(async () => {
  await folder.dispose();
  await rm(stage, { recursive: true });
});

/** Of a zip that stores its files as they are. */
function storedFiles(zip: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [bytes, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const begin = at + 30 + name;
    found.set(zip.toString('utf8', at + 30, begin), zip.subarray(begin, begin + bytes));
    at = begin + bytes;
  }
  return found;
}

test('a case is whole with nothing beside it, others are seals, and the witness vouches for it', async () => {
  const alone = await verifyBundle(exported.file);
  assert.equal(alone.report.state, 'intact-unwitnessed');
  assert.deepEqual(alone.differences, []);
  assert.deepEqual([alone.caseId, alone.open, alone.erased], [CASE, exported.entries.open, 0]);
  assert.equal(alone.report.keyIds.length, 2);
  const witness = openWitnessFolder(places.witnesses[0] ?? '', { clock: folder.parts.clock });
  assert.equal((await verifyBundle(exported.file, { witnesses: [witness] })).report.state, 'intact-witnessed');
  const everything = [...files.values()].map((bytes) => bytes.toString('utf8')).join('\n');
  assert.match(everything, /called the number of the register/);
  const buyer = (await folder.parts.store.application('A-2016-0114'))?.application?.parties[0]?.names[0]?.text ?? '';
  assert.ok(0 < buyer.length && !everything.includes(buyer));
});

test('the record says who took it out and what for, and the next one says so too', async () => {
  const entries = await folder.parts.store.entriesUnder(CASE);
  const told = entries.filter(({ kind }) => kind === 'case-exported');
  assert.equal(told.length, 2);
  assert.partialDeepStrictEqual(JSON.parse(told[1]?.payload ?? '{}'), {
    ...word,
    sha256: exported.sha256,
    documents: 1,
  });
  assert.match(files.get('case.json')?.toString() ?? '', /case-exported/);
});

type Files = Map<string, Buffer>;
const edited = (name: string, edit: (text: string) => string) => (all: Files) =>
  all.set(name, Buffer.from(edit(all.get(name)?.toString('utf8') ?? '')));
const nameOf = (all: Files, kind: string) => [...all.keys()].find((name) => name.startsWith(`${kind}/`)) ?? '';
const MANIFEST = 'manifest.json';

/** What somebody may do who also writes the manifest anew. */
const attacks: readonly {
  readonly what: string;
  readonly edit: (all: Files) => unknown;
  readonly found: RegExp;
}[] = [
  {
    what: 'a word of a payload altered',
    edit: edited('record.jsonl', (text) => text.replace('called the number', 'never called the number')),
    found: /broken altered seal-differs/,
  },
  {
    what: 'an entry taken out',
    edit: edited('record.jsonl', (text) => without(text, 'case-noted')),
    found: /broken removed/,
  },
  {
    what: 'the payload of an entry taken out and passed off as erased',
    edit: edited('record.jsonl', (text) =>
      text.replace(/,"payload":"[^\n]*?called the number[^\n]*?"(?=,"previous")/, ''),
    ),
    found: /broken altered salt-without-payload/,
  },
  {
    what: 'what people read says something else',
    edit: edited('case.json', (text) => text.replace('called the number', 'never called the number')),
    found: /case\.json does not say what was sealed/,
  },
  {
    what: 'another policy in the place of the one that decided',
    edit: (all) => edited(nameOf(all, 'policies'), (text) => `${text}\n# looser`)(all),
    found: /policies\/\w+\.yml does not have the hash that was sealed/,
  },
  {
    what: 'another document in the place of the one that was handed in',
    edit: (all) => all.set(nameOf(all, 'documents'), Buffer.from('%PDF-1.4 another')),
    found: /documents\/\w+\.document does not have the hash that was sealed/,
  },
  {
    what: 'a document left out',
    edit: (all) => all.delete(nameOf(all, 'documents')),
    found: /documents\/\w+\.document, which is named in what was sealed, is missing/,
  },
  {
    what: 'a document put in',
    edit: (all) => all.set(`documents/${'ab'.repeat(32)}.document`, Buffer.from('%PDF')),
    found: /documents\/abab\w+\.document is named in nothing that was sealed/,
  },
  {
    what: 'an edition described otherwise',
    edit: edited('editions.json', (text) => text.replace('"source":"un-sc"', '"source":"un-xx"')),
    found: /edition \w+ is not described/,
  },
  {
    what: 'the case of somebody else',
    edit: edited(MANIFEST, (text) => text.replace(CASE, 'A-2016-0114')),
    found: /case\.json does not say what was sealed/,
  },
];

const without = (text: string, kind: string): string => {
  const lines = text.split('\n');
  const place = lines.findIndex((line) => line.includes(`"kind":"${kind}"`));
  const count = lines.length - 1;
  return lines
    .filter((_, index) => index !== place)
    .join('\n')
    .replace(/"entries":(\d+)/, (_, entries: string) => `"entries":${Number(entries) - 1}`)
    .slice(0, count < 0 ? 0 : undefined);
};

for (const { what, edit, found } of attacks)
  test(`${what}: found, with the place named`, async () => {
    const all = new Map(files);
    edit(all);
    const manifest = JSON.parse(all.get(MANIFEST)?.toString() ?? '{}') as { files: unknown };
    const { createHash } = await import('node:crypto');
    manifest.files = [...all]
      .filter(([name]) => name !== MANIFEST)
      .map(([name, bytes]) => ({
        name,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }));
    all.set(MANIFEST, Buffer.from(canonicalJson(manifest)));
    const file = path.join(stage, 'attacked.zip');
    await writeFile(file, zipOf([...all]));
    const { report, differences } = await verifyBundle(file);
    const { kind = '', reason = '' } = report.firstBroken ?? {};
    assert.match([`${report.state} ${kind} ${reason}`, ...differences].join('\n'), found);
  });

test('a manifest that does not fit what is there', async () => {
  const all = new Map(files);
  all.delete('editions.json');
  all.set(`policies/${'ab'.repeat(32)}.yml`, Buffer.from('id: x'));
  edited('case.json', (text) => `${text} `)(all);
  const file = path.join(stage, 'attacked.zip');
  await writeFile(file, zipOf([...all]));
  await assert.rejects(verifyBundle(file), (error) => error instanceof Problem && error.code === 'record.unreadable');
  all.set('editions.json', files.get('editions.json') ?? Buffer.alloc(0));
  await writeFile(file, zipOf([...all]));
  const { differences } = await verifyBundle(file);
  for (const found of [/case\.json is not what the manifest says/, /policies\/abab\w+\.yml is no part of the bundle/])
    assert.ok(differences.some((difference) => found.test(difference)));
});

const strange: readonly (readonly [what: string, files: (all: Files) => [string, Uint8Array][], code: string])[] = [
  ['a name that leads outside', (all) => [...all, ['../outside', Buffer.from('x')]], 'file.unreadable'],
  ['an absolute name', (all) => [...all, ['/etc/outside', Buffer.from('x')]], 'file.unreadable'],
  ['a name that is not agreed', (all) => [...all, ['documents/certificate.pdf', Buffer.from('x')]], 'file.unexpected'],
  ['a name twice', (all) => [...all, ['case.json', Buffer.from('{}')]], 'file.unexpected'],
  [
    'more files than a case has',
    (all) => [
      ...all,
      ...Array.from({ length: 2001 }, (_, index): [string, Uint8Array] => [
        `documents/${index.toString(16).padStart(64, '0')}.document`,
        Buffer.from('x'),
      ]),
    ],
    'file.too-large',
  ],
  ['a bomb', (all) => [...new Map(all).set('case.json', Buffer.alloc(64 * 2 ** 20))], 'file.too-large'],
  ['no manifest', (all) => [...all].filter(([name]) => name !== MANIFEST), 'record.unreadable'],
];

for (const [what, filesOf, code] of strange)
  test(`${what} is refused`, async () => {
    const file = path.join(stage, 'strange.zip');
    await writeFile(file, zipOf(filesOf(new Map(files))));
    await assert.rejects(verifyBundle(file), (error) => error instanceof Problem && error.code === code);
  });

test('a bundle that was cut off is refused', async () => {
  const file = path.join(stage, 'cut.zip');
  const bytes = await readFile(exported.file);
  await writeFile(file, bytes.subarray(0, bytes.length - 30));
  await assert.rejects(verifyBundle(file), (error) => error instanceof Problem && error.code === 'file.unreadable');
});

test('a case that is not there, nobody named, a file that is there: nothing is sealed and nothing written', async () => {
  const head = await folder.parts.store.head();
  for (const [id, request, code] of [
    ['A-0', { ...word, file: path.join(stage, 'none.zip') }, 'case.not-found'],
    [CASE, { ...word, by: ' ', file: path.join(stage, 'none.zip') }, 'case.note-not-allowed'],
    [CASE, { ...word, file: exported.file }, 'file.exists'],
  ] as const)
    await assert.rejects(
      exportCase(id, request, folder.parts, places),
      (error) => error instanceof Problem && error.code === code,
    );
  assert.deepEqual(await folder.parts.store.head(), head);
  await assert.rejects(readFile(path.join(stage, 'none.zip')));
});
