// What is kept of a person is found and given out, and nothing of a namesake, of the others of an order, or of what is withheld.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { subjectOf } from '@sekisho/engine/model/subject.ts';
import { casesOfParty } from './cases-of-party.ts';
import { exportPerson, type PersonRequest } from './export-person.ts';
import { findPerson, nodeOf } from './find-person.ts';
import { noteCase } from './note-case.ts';
import { invented, vetWithDocument } from './testing/case-with-document.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const word = { by: 'K. Hayashi', reason: 'asked in writing, identity card seen' };
let folder: PlayedFolder;
let file = 0;

/** An order of the printer whose contact is somebody. */
const orderOf = async (id: string, contact: Readonly<Record<string, unknown>>) => {
  const honest = await folder.application('2016-11-honest.yml');
  const parties = (honest['parties'] as readonly Record<string, unknown>[]).map((party) =>
    party['id'] === 'contact' ? { ...party, ...contact } : party,
  );
  await vetWithDocument(folder, '2016-11-honest.yml', invented(id), { id, parties });
};

before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  const name = [{ text: '見本 花子' }];
  await orderOf('B-1', { names: name, birthDate: '1980-04-01' });
  await orderOf('B-2', { names: [{ text: 'Hanako MIHON' }], birthDate: '1980-04-01' });
  await orderOf('B-3', { names: name });
  await orderOf('B-4', { names: name, birthDate: '1991-12-24' });
  await orderOf('B-5', { names: [{ text: '別名 次郎' }], identifiers: [{ type: 'passport', value: 'TZ-000 0001' }] });
});
after(() => folder.dispose());

const hanako = (changes: Partial<Parameters<typeof subjectOf>[0]> = {}): Subject =>
  subjectOf({
    id: 'p',
    roles: ['contact'],
    schema: 'Person',
    names: [{ text: '見本花子' }],
    birthDate: '1980-04-01',
    ...changes,
  });

const request = (changes: Partial<PersonRequest> = {}): PersonRequest => ({
  asked: hanako(),
  including: [],
  file: path.join(folder.path, '..', `person-${String(file++)}.json`),
  ...word,
  ...changes,
});

test('who is surely the person, who may be a namesake, and who is born on another day', async () => {
  const found = await findPerson(hanako(), folder.parts);
  assert.deepEqual(
    found.map((party) => [nodeOf(party), party.likeness]),
    [
      ['B-1/contact', 'same'],
      ['B-2/contact', 'same'],
      ['B-3/contact', 'possible'],
      ['B-4/contact', 'other'],
    ],
  );
});

test('a number leads to whoever has it, whatever the name', async () => {
  const asked = hanako({ identifiers: [{ type: 'passport', value: 'tz0000001' }] });
  const found = await findPerson(asked, folder.parts);
  assert.deepEqual(found.filter(({ likeness }) => likeness === 'same').map(nodeOf), [
    'B-1/contact',
    'B-2/contact',
    'B-5/contact',
  ]);
});

test('the file has what is kept of the person, with source, purpose, period and recipients, and nobody else', async () => {
  await folder.parts.store.write((writer) =>
    writer.seal(
      'case-exported',
      'B-1',
      { by: 'R. Mori', reason: 'for the auditor', sha256: 'ab'.repeat(32) },
      '2016-11-14T08:00:00.000Z',
    ),
  );
  const exported = await exportPerson(request(), folder.parts);
  assert.deepEqual(exported.included.map(nodeOf), ['B-1/contact', 'B-2/contact']);
  assert.deepEqual(exported.leftOut.map(nodeOf), ['B-3/contact', 'B-4/contact']);
  const text = await readFile(exported.file, 'utf8');
  const { kept, namesakesLeftOut } = JSON.parse(text) as { kept: Record<string, unknown>[]; namesakesLeftOut: number };
  assert.equal(namesakesLeftOut, 2);
  assert.partialDeepStrictEqual(kept[0], {
    application: 'B-1',
    purpose: 'to show that the buyer was vetted before a controlled sale',
    keptUntil: '2021-11-14',
    stated: [{ source: 'the application, as it was handed in', party: { birthDate: '1980-04-01' } }],
    found: { decisions: [{ decision: 'B-1/1', outcome: 'approve' }] },
    recipients: [{ what: 'case-exported', by: 'R. Mori', reason: 'for the auditor' }],
  });
  assert.match(text, /見本 花子/);
  assert.doesNotMatch(text, /みなと活版|1991-12-24|The Arai family/);
  const told = (await folder.parts.store.head()) ?? assert.fail();
  assert.deepEqual([told.kind, told.subject], ['person-exported', exported.sha256]);
  const sealed = (await folder.parts.store.entriesAbout([exported.sha256])).at(-1)?.payload ?? '';
  assert.doesNotMatch(sealed, /見本/);
  assert.partialDeepStrictEqual(JSON.parse(sealed), { ...word, parties: ['B-1/contact', 'B-2/contact'] });
});

test('somebody may put a namesake in who was found to be the person', async () => {
  const { included } = await exportPerson(request({ including: ['B-3/contact'] }), folder.parts);
  assert.deepEqual(included.map(nodeOf), ['B-1/contact', 'B-2/contact', 'B-3/contact']);
});

test('what the applicant is not to be told is left out, and it is said that something is', async () => {
  const reason = 'an investigation of the prefectural police';
  await noteCase('B-2', 'R. Mori', { kind: 'no-tip-off', isSet: true, reason }, folder.parts);
  const { file: written } = await exportPerson(request(), folder.parts);
  const { kept } = JSON.parse(await readFile(written, 'utf8')) as { kept: Record<string, unknown>[] };
  const [first, second] = kept;
  assert.ok(first?.['found'] && !first['withheld']);
  assert.ok(second && !second['found']);
  assert.partialDeepStrictEqual(second, { withheld: { ground: reason } });
});

test('nobody named, no reason, a party that was not found, a file that is there: nothing is sealed', async () => {
  const head = await folder.parts.store.head();
  const there = path.join(folder.path, 'sekisho.db');
  for (const [changes, code] of [
    [{ by: '' }, 'case.note-not-allowed'],
    [{ reason: 'x' }, 'case.note-not-allowed'],
    [{ including: ['B-5/contact'] }, 'case.note-not-allowed'],
    [{ file: there }, 'file.exists'],
  ] as const)
    await assert.rejects(
      exportPerson(request(changes), folder.parts),
      (error) => error instanceof Problem && error.code === code,
    );
  assert.deepEqual(await folder.parts.store.head(), head);
});

test('a party stands for every case in which it surely takes part', async () => {
  assert.deepEqual(await casesOfParty('B-3', folder.parts), { cases: ['B-3'], namesakes: [] });
  assert.deepEqual(await casesOfParty('B-2/contact', folder.parts), {
    cases: ['B-2', 'B-1'],
    namesakes: ['B-3/contact', 'B-4/contact'],
  });
  for (const named of ['B-9', 'B-1/nobody', 'B-9/buyer', ''])
    await assert.rejects(
      casesOfParty(named, folder.parts),
      (error) => error instanceof Problem && error.code === 'application.not-found',
    );
});
