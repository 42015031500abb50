// What is erased is nowhere any more: in no table, file, log or free page; the record stands, and says who erased what.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { verifyStore } from '../record/verify.ts';
import { decideCase } from './decide-case.ts';
import { eraseCase } from './erase-case.ts';
import { exportCase } from './export-case.ts';
import { documentsAgainstRecord } from './hold-documents.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { listApplications } from './list-applications.ts';
import { runLookBacks } from './look-back.ts';
import { noteCase } from './note-case.ts';
import { pastParties } from './past-parties.ts';
import { keptCases, runRetention } from './run-retention.ts';
import { invented, vetWithDocument } from './testing/case-with-document.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const HONEST = 'A-2016-0113';
const FICTITIOUS = 'A-2016-0114';
const wish = { by: 'K. Hayashi', reason: 'the period has ended', isEarly: false };
const second = { ...wish, by: 'R. Mori', reason: 'agreed, nothing asks for it' };

async function opened(t: TestContext): Promise<PlayedFolder> {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  await folder.prepare();
  await runLookBacks(folder.parts);
  return folder;
}

const notAllowed = (reason: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.code, 'case.erasure-not-allowed');
  assert.match(String(error.facts['reason']), reason);
  return true;
};

/** Which of the words stand in a file below the folder, whatever that is. */
async function foundBelow(folder: string, words: readonly (string | Uint8Array)[]): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    words.forEach((word, index) => {
      if (bytes.includes(word)) found.add(index);
    });
  }
  return [...found].sort((a, b) => a - b);
}

test('an erased case is in no file of the folder, neither names nor salts nor documents, and the record is whole', async (t) => {
  const folder = await opened(t);
  const { parts } = folder;
  const bytes = invented('a certificate of 新井 久美子');
  await vetWithDocument(folder, '2016-11-honest.yml', bytes);
  await vetWithDocument(folder, '2016-11-honest.yml', bytes, { receivedOn: '2016-11-13' });
  await noteCase(HONEST, 'K. Hayashi', { kind: 'commented', text: 'spoke with 新井 久美子' }, parts);
  await decideCase(HONEST, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: '新井 久美子 took it back' }, parts);
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  const open = (await parts.store.entriesUnder(HONEST)).filter(({ payload }) => payload !== undefined);
  const words = [
    '新井 久美子',
    'kumiko.arai@minato-kappan.example',
    '045-900-0113',
    'ミナトカツパン',
    bytes,
    ...open.flatMap(({ kind, salt = '' }) => (/^case-(opened|moved)$/.test(kind) ? [] : [salt])),
  ];
  const all = words.map((_, index) => index);
  await pastParties(parts);
  assert.deepEqual(await foundBelow(path.join(folder.path, 'index', 'past'), words), [0, 3]);
  assert.deepEqual(await foundBelow(folder.path, words), all);
  folder.playOn('2018-11-15');

  const erased = await eraseCase(HONEST, wish, parts);
  assert.equal(erased.state, 'erased');
  assert.equal(erased.documents.length, 1);
  assert.deepEqual(await foundBelow(folder.path, words), []);
  const report = await verifyStore(parts.store, new Map());
  assert.equal(report.firstBroken, undefined);
  assert.equal(report.erased, erased.entries.length);
  assert.deepEqual(await tablesAgainstRecord(parts.store), []);
  assert.deepEqual(await documentsAgainstRecord(parts), []);
  const listed = await listApplications(parts);
  assert.deepEqual(
    listed.map(({ id, state, buyer }) => [id, state, buyer === undefined]),
    [
      [HONEST, 'WITHDRAWN', true],
      [FICTITIOUS, 'HOLD', false],
    ],
  );
  const told = (await parts.store.entriesUnder(HONEST)).at(-1);
  assert.equal(told?.kind, 'case-erased');
  assert.partialDeepStrictEqual(JSON.parse(told.payload ?? ''), {
    by: 'K. Hayashi',
    state: 'WITHDRAWN',
    class: 'withdrawn',
    until: '2018-11-14',
    entries: erased.entries,
  });

  const again = await eraseCase(HONEST, wish, parts);
  assert.deepEqual([again.state, again.entries], ['erased', []]);
  await runLookBacks(parts);
  await vetApplication(await folder.application('2016-11-honest.yml'), parts);
  assert.equal((await parts.store.application(HONEST))?.revision, 3);
  assert.deepEqual(await tablesAgainstRecord(parts.store), []);
});

test('a document that another case names too stays until that one is erased', async (t) => {
  const folder = await opened(t);
  const bytes = invented('handed in twice');
  for (const id of [HONEST, 'A-2016-0115']) await vetWithDocument(folder, '2016-11-honest.yml', bytes, { id });
  for (const id of [HONEST, 'A-2016-0115'])
    await decideCase(
      id,
      { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'was taken back by the buyer' },
      folder.parts,
    );
  folder.playOn('2019-01-01');
  const one = await eraseCase(HONEST, wish, folder.parts);
  assert.deepEqual([one.documents.length, one.sharedDocuments.length], [0, 1]);
  assert.deepEqual(await foundBelow(folder.path, [bytes]), [0]);
  const two = await eraseCase('A-2016-0115', wish, folder.parts);
  assert.deepEqual(two.documents, one.sharedDocuments);
  assert.deepEqual(await foundBelow(folder.path, [bytes]), []);
});

test('what stands in the way of erasing is said, and nothing changes', async (t) => {
  const folder = await opened(t);
  const { parts } = folder;
  await vetWithDocument(folder, '2016-11-honest.yml', invented('x'));
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  await refuseCase(FICTITIOUS, parts);
  const refused = async (id: string, reason: RegExp, changed = {}) => {
    const head = await parts.store.head();
    await assert.rejects(eraseCase(id, { ...wish, ...changed }, parts), notAllowed(reason));
    assert.deepEqual(await parts.store.head(), head);
  };
  await refused(FICTITIOUS, /it is kept until 2018-11-14 \(refused-by-vendor\)/);
  await refused(FICTITIOUS, /name them/, { by: ' ' });
  await refused(FICTITIOUS, /at least 10/, { reason: 'old' });
  await refused(HONEST, /it is kept until 2021-11-14 \(accepted: Japan, standards for exporters/);
  folder.playOn('2018-11-15');
  const { application } = (await parts.store.application(FICTITIOUS)) ?? {};
  const name = application?.parties[0]?.names[0]?.text ?? '';
  await refused(FICTITIOUS, /names a party/, { reason: `of ${name} nothing is needed` });
  await noteCase(FICTITIOUS, 'R. Mori', { kind: 'legal-hold', isSet: true, reason: 'a claim is announced' }, parts);
  await refused(FICTITIOUS, /legal hold stands since 2018-11-15, set by R\. Mori/);
  await refused(FICTITIOUS, /legal hold/, { isEarly: true });
  const held = { kind: 'legal-hold', isSet: false, reason: 'no claim was made' } as const;
  await noteCase(FICTITIOUS, 'R. Mori', held, parts);
  await assert.rejects(noteCase(FICTITIOUS, 'R. Mori', held, parts), /no legal hold/);
  await decideCase(FICTITIOUS, { by: 'K. Hayashi', outcome: 'HOLD', reason: 'somebody asks again' }, parts);
  await refused(FICTITIOUS, /the case is open, in HOLD/);
  await decideCase(FICTITIOUS, { by: 'K. Hayashi', outcome: 'REFUSE', reason: 'nothing came of it' }, parts);
  await refused(FICTITIOUS, /something waits for a second person/);
});

test('a refused order and an early erasure need two people, and the first may not be the second', async (t) => {
  const folder = await opened(t);
  const { parts } = folder;
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  await vetWithDocument(folder, '2016-11-honest.yml', invented('x'));
  await refuseCase(FICTITIOUS, parts);
  folder.playOn('2018-11-15');
  assert.equal((await eraseCase(FICTITIOUS, wish, parts)).state, 'requested');
  assert.equal((await eraseCase(FICTITIOUS, { ...wish, by: 'k.  HAYASHI' }, parts)).state, 'requested');
  assert.ok((await parts.store.application(FICTITIOUS))?.application);
  const erased = await eraseCase(FICTITIOUS, second, parts);
  assert.equal(erased.state, 'erased');
  const told = (await parts.store.entriesUnder(FICTITIOUS)).at(-1);
  assert.partialDeepStrictEqual(JSON.parse(told?.payload ?? ''), { by: 'R. Mori', requestedBy: 'k.  HAYASHI' });

  const early = { ...wish, reason: 'the person asked for it', isEarly: true };
  assert.equal((await eraseCase(HONEST, early, parts)).state, 'requested');
  await assert.rejects(eraseCase(HONEST, second, parts), notAllowed(/kept until/));
  // what happened since makes the request void
  folder.playOn('2018-11-16');
  await decideCase(HONEST, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'was given back' }, parts);
  assert.equal((await eraseCase(HONEST, { ...second, isEarly: true }, parts)).state, 'requested');
  assert.equal((await eraseCase(HONEST, early, parts)).state, 'erased');
});

test('whoever holds what was taken out of the record is told of', async (t) => {
  const folder = await opened(t);
  const { parts } = folder;
  await vetWithDocument(folder, '2016-11-honest.yml', invented('x'));
  await decideCase(HONEST, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'was taken back by the buyer' }, parts);
  const places = { keysFolder: `${folder.path}-keys`, dataFolder: folder.path, witnesses: [] };
  const file = `${folder.path}.zip`;
  const word = { by: 'K. Hayashi', reason: 'for the auditor' };
  const { sha256 } = await exportCase(HONEST, { ...word, file }, parts, places);
  await parts.store.write((writer) => writer.seal('record-exported', 'ab'.repeat(32), { file: 'x' }, parts.clock()));
  folder.playOn('2019-01-01');
  const { exports } = await eraseCase(HONEST, wish, parts);
  assert.deepEqual(
    exports.map((one) => [one.kind, one.sha256]),
    [
      ['case-exported', sha256],
      ['record-exported', 'ab'.repeat(32)],
    ],
  );
});

test('what is due is told first and erased then; what two people decide waits for the second', async (t) => {
  const folder = await opened(t);
  const { parts } = folder;
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  await refuseCase(FICTITIOUS, parts);
  for (const id of ['A-1', 'A-2', 'A-3']) {
    await vetWithDocument(folder, '2016-11-honest.yml', invented(id), { id });
    if (id !== 'A-3')
      await decideCase(id, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'was taken back by the buyer' }, parts);
  }
  await noteCase('A-2', 'R. Mori', { kind: 'legal-hold', isSet: true, reason: 'a claim is announced' }, parts);
  folder.playOn('2018-11-15');
  const kept = await Array.fromAsync(keptCases(parts));
  assert.deepEqual(
    kept.map(({ id, class: name, until, isDue, isOnHold }) => [id, name, until, isDue, isOnHold]),
    [
      ['A-1', 'withdrawn', '2018-11-14', true, false],
      ['A-2', 'withdrawn', '2018-11-14', false, true],
      [FICTITIOUS, 'refused-by-vendor', '2018-11-14', true, false],
      ['A-3', 'accepted', '2021-11-14', false, false],
    ].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
  const first = await runRetention(wish, parts);
  assert.deepEqual([first.erased, first.requested, first.refused], [['A-1'], [FICTITIOUS], []]);
  const then = await runRetention(second, parts);
  assert.deepEqual([then.erased, then.requested, then.refused], [[FICTITIOUS], [], []]);
  assert.deepEqual(
    (await Array.fromAsync(keptCases(parts))).map(({ id }) => id),
    ['A-2', 'A-3'],
  );
});
