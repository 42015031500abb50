// What an applicant may read and what an officer reads, in every language: nothing of hits, lists, signals or scores reaches the applicant.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { languages, type Language } from '@sekisho/engine/reference/message-catalogues.ts';
import { decideCase } from './decide-case.ts';
import { explainApplication, type ExplanationReader } from './explain-application.ts';
import { noteCase } from './note-case.ts';
import { openPlayedFolder, noticeRow, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const ID = 'A-2016-0114';

describe('explanations', () => {
  let folder: PlayedFolder;
  before(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
    await folder.importNotices([noticeRow('N-1', { han: '陈志远', latin: 'Chen Zhiyuan' })], '2016-11-14');
    const application = await folder.application('2016-11-fictitious-company.yml');
    const answers = (application['answers'] as { question: string }[]).filter(({ question }) => question !== 'end-use');
    await vetApplication({ ...application, answers }, folder.parts);
  });
  after(() => folder.dispose());

  const explain = async (reader: ExplanationReader, language: Language) =>
    (await explainApplication(ID, { for: reader, language }, folder.parts)).lines.join('\n');

  test('the officer reads reasons, hits, signals and gaps in each language, and no code is left unsaid', async () => {
    for (const language of languages) {
      const text = await explain('officer', language);
      assert.match(text, /陈志远|Chen Zhiyuan/, language);
      assert.doesNotMatch(
        text,
        /(finding|signal|confirmation|question|explanation|source|legal-status|outcome)\.[\w-]+|\{|\}/,
      );
      const { sentences = {} } = folder.parts.reference.messages.get(language) ?? {};
      for (const code of ['explanation.reasons', 'explanation.signals', 'explanation.gaps', 'question.end-use'])
        assert.ok(text.includes(sentences[code] ?? '?'), `${language} ${code}`);
    }
  });

  test('a translation that no person has confirmed says so, and names what it was made from', async () => {
    const warned = [];
    for (const language of languages) {
      const { machineMadeFrom, lines } = await explainApplication(ID, { for: 'applicant', language }, folder.parts);
      if (machineMadeFrom !== undefined) warned.push(language);
      const [note = '?'] = (
        folder.parts.reference.messages.get(language)?.sentences['translation.machine-made'] ?? ''
      ).split('{');
      assert.equal(lines.at(-1)?.startsWith(note), machineMadeFrom === 'id', language);
    }
    assert.deepEqual(warned, ['zh', 'ja', 'ar', 'fr']);
  });

  test('the applicant is asked for what is needed and told nothing of what was found', async () => {
    await decideCase(
      ID,
      { by: 'K. Hayashi', outcome: 'NEED_INFORMATION', reason: 'the use and a certificate' },
      folder.parts,
    );
    for (const language of languages) {
      const text = await explain('applicant', language);
      const { sentences = {} } = folder.parts.reference.messages.get(language) ?? {};
      assert.ok(text.includes(sentences['question.end-use'] ?? '?'), language);
      assert.ok(text.includes(sentences['need.registration-document'] ?? '?'), language);
      assert.doesNotMatch(text, /陈志远|Chen Zhiyuan|Coastal|own-|jp-nta|N-1|0\.\d\d|[A-Z]{2}-\d\b|リュウ/, language);
      for (const [code, sentence] of Object.entries(sentences))
        if (
          /^(source|signal|legal-status-name|finding|confirmation)\./.test(code) &&
          !sentence.includes('{') &&
          8 < sentence.length
        )
          assert.ok(!text.includes(sentence), `${language} ${code}`);
    }
  });

  test('where the applicant is not to be told, a refusal reads word for word as an order that is still looked at', async () => {
    await decideCase(ID, { by: 'K. Hayashi', outcome: 'HOLD', reason: 'the certificate is looked at' }, folder.parts);
    const looked = await Promise.all(languages.map((language) => explain('applicant', language)));
    await refuseCase(ID, folder.parts);
    const refused = await explain('applicant', 'en');
    assert.match(refused, /A decision has been made: we cannot accept your application/);
    await noteCase(
      ID,
      'K. Hayashi',
      { kind: 'no-tip-off', isSet: true, reason: 'an inquiry is under way' },
      folder.parts,
    );
    assert.deepEqual(await Promise.all(languages.map((language) => explain('applicant', language))), looked);
    assert.match(await explain('officer', 'en'), /Do not tell the applicant/);
  });

  test('a ground is given only by a reason code that may be told', async () => {
    await noteCase(
      ID,
      'K. Hayashi',
      { kind: 'no-tip-off', isSet: false, reason: 'the inquiry has ended' },
      folder.parts,
    );
    for (const [code, isTold] of [
      ['information-missing', true],
      ['name-to-compare', false],
    ] as const) {
      await decideCase(ID, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'no answer for weeks' }, folder.parts);
      await decideCase(ID, { by: 'K. Hayashi', outcome: 'HOLD', reason: 'it is looked at again', code }, folder.parts);
      assert.equal((await explain('applicant', 'en')).includes('has not been given'), isTold, code);
    }
    await assert.rejects(
      decideCase(
        ID,
        { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'no answer at all', code: 'listed-party' },
        folder.parts,
      ),
      { code: 'case.outcome-not-allowed' },
    );
  });

  test('there is nothing to explain of an application that there is not', async () => {
    await assert.rejects(explainApplication('nobody', { for: 'officer', language: 'id' }, folder.parts), {
      code: 'application.not-found',
    });
  });
});
