// Documents on a case: kept under their hash, sealed, a translation never without its original and the warning that the original rules.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { speakerOf } from '@sekisho/engine/messages/speaker.ts';
import { attachDocument, caseDocuments, type Attachment } from './attach-document.ts';
import { documentLine } from './explain-application.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

describe('documents on a case', () => {
  let folder: PlayedFolder;
  before(async () => {
    folder = await openPlayedFolder();
  });
  after(() => folder.dispose());

  /** Of the test that runs. */
  let caseId = '';
  let tests = 0;
  beforeEach(async () => {
    caseId = `A-${String(++tests)}`;
    const application = await folder.application('2016-11-fictitious-company.yml');
    await vetApplication({ ...application, id: caseId }, folder.parts);
  });

  const attach = async (name: string, content: string | Uint8Array, change: Partial<Attachment> = {}) => {
    const file = path.join(folder.path, name);
    await writeFile(file, content);
    const given = { file, kind: 'news-report', language: 'id', by: 'S. Kudo', ...change };
    return attachDocument(caseId, given, folder.parts);
  };
  const refused = (reason: RegExp) => (error: unknown) =>
    error instanceof Problem && error.code === 'case.note-not-allowed' && reason.test(String(error.facts['reason']));

  test('a report and its translation: both kept, sealed, the translation pointing to its original with a warning', async () => {
    const original = await attach('laporan.txt', 'Polisi mencari seorang pria.');
    const translated = await attach('report.txt', 'The police look for a man.', {
      language: 'en',
      translationOf: original.sha256,
    });
    const documents = await caseDocuments(caseId, folder.parts);
    assert.deepEqual(documents, [original, translated]);
    assert.equal(translated.at.slice(0, 10), '2016-11-14');
    const [, line = ''] = documents.map((document) =>
      documentLine(document, speakerOf('en', folder.parts.reference.messages)),
    );
    assert.match(
      line,
      new RegExp(`Machine-made translation; the original \\(${original.sha256.slice(0, 12)}\\) rules`),
    );
    const kinds = (await folder.parts.store.entriesAbout([caseId])).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(-2), ['case-noted', 'case-noted']);
  });

  test('a person who translated it is named, and the original rules still', async () => {
    const { sha256 } = await attach('laporan.txt', 'Polisi mencari seorang pria.');
    const document = await attach('rapport.txt', 'La police recherche un homme.', {
      language: 'fr',
      translationOf: sha256.toUpperCase(),
      translatedBy: 'M. Ota',
    });
    assert.match(
      documentLine(document, speakerOf('fr', folder.parts.reference.messages)),
      /Traduction de M\. Ota ; l’original \([0-9a-f]{12}\) fait foi/,
    );
  });

  test('refused, and nothing is noted: no original, its own original, one language, attached twice, another kind', async () => {
    const { sha256 } = await attach('a.txt', 'Polisi mencari seorang pria.');
    const translationOf = 'f'.repeat(64);
    await assert.rejects(
      attach('b.txt', 'The police.', { language: 'en', translationOf }),
      refused(/attach the original/),
    );
    await assert.rejects(attach('b.txt', 'The police.', { translationOf: sha256 }), refused(/is in id too/));
    await assert.rejects(attach('b.txt', 'Polisi mencari seorang pria.'), refused(/attached already/));
    await assert.rejects(attach('b.txt', 'x', { kind: 'rumour' }), refused(/a kind is one of/));
    await assert.rejects(attach('b.txt', 'x', { language: 'no language' }), refused(/is no language/));
    await assert.rejects(attach('b.txt', 'x', { translatedBy: 'M. Ota' }), refused(/name the original/));
    await assert.rejects(attach('b.txt', 'x', { by: ' ' }), refused(/name them/));
    assert.equal((await caseDocuments(caseId, folder.parts)).length, 1);
  });

  test('bytes that are no document are refused, and so is a case that there is not', async () => {
    for (const bytes of [Uint8Array.of(0xff, 0xfe, 0x00), Uint8Array.of(), Uint8Array.of(0x41, 0x07)])
      await assert.rejects(attach('b.bin', bytes), { code: 'file.unexpected' });
    const file = path.join(folder.path, 'c.txt');
    await writeFile(file, 'text');
    const given = { file, kind: 'contract', language: 'ja', by: 'S. Kudo' };
    await assert.rejects(attachDocument('nobody', given, folder.parts), { code: 'case.not-found' });
  });

  test('a file that was altered or taken away is named when the documents are asked for', async () => {
    const { sha256 } = await attach('a.txt', 'Polisi mencari seorang pria.');
    const kept = path.join(folder.path, 'documents', `${sha256}.document`);
    await writeFile(kept, 'Polisi mencari seorang wanita.');
    await assert.rejects(caseDocuments(caseId, folder.parts), { code: 'edition.damaged' });
    await rm(kept);
    await assert.rejects(caseDocuments(caseId, folder.parts), { code: 'edition.damaged' });
  });
});
