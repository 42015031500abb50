// The founding case, played through the command line on its real formats, every step asserted.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Alert, Decision } from '@sekisho/engine/model/decision.ts';
import type { AttachedDocument, EscalatedCase } from '@sekisho/engine/model/case-note.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import { newCli } from '@sekisho/server/cli/run.ts';
import type { DecidedCase } from '@sekisho/server/flows/decide-case.ts';
import { playStory } from '@sekisho/server/cli/commands/story.ts';
import { runArguments } from '@sekisho/server/cli/run-arguments.ts';
import { readStory, type Scene } from '@sekisho/server/cli/story.ts';

const story = fileURLToPath(new URL('../cases/founding-case/story.yml', import.meta.url));

/** What a command gave with `--json`. */
interface Played {
  readonly run: readonly string[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of each answer is what the tests assert
  readonly json: any;
}

interface ApplicationAnswer {
  readonly simulation: boolean;
  readonly case: { readonly state: string; readonly proposed: string };
  readonly alerts: readonly Alert[];
  readonly alertEntities: readonly Entity[];
}

describe('the founding case', () => {
  let stage: string;
  let scenes: readonly Scene[];
  const played: Played[] = [];
  let unexpected = -1;

  before(async () => {
    stage = await mkdtemp(path.join(tmpdir(), 'sekisho-founding-case-'));
    scenes = readStory(await readFile(story, 'utf8'));
    for (const scene of scenes)
      for (const command of scene.commands) {
        let output = '';
        const cli = newCli({
          environment: {},
          out: (text) => (output += text),
          err: (text) => (output += text),
          exit: () => undefined,
        });
        const alone = [{ ...scene, commands: [{ ...command, run: [...command.run, '--json'] }] }];
        unexpected = Math.max(unexpected, 0) + (await playStory(alone, stage, cli, runArguments));
        const json = /^\{[\s\S]*^\}$/m.exec(output)?.[0];
        assert.ok(json !== undefined, `no JSON from ${command.run.join(' ')}: ${output}`);
        played.push({ run: command.run, json: JSON.parse(json) });
      }
  });
  after(() => rm(stage, { recursive: true, force: true }));

  /** The nth answer of the command whose words begin so. */
  const answer = <T>(words: string, nth = 0): T => {
    const found = played.filter(({ run }) => run.join(' ').startsWith(words))[nth];
    assert.ok(found, `the story does not run "${words}" ${String(nth + 1)} times`);
    return found.json as T;
  };
  const vetted = (file: string, nth = 0) =>
    answer<{ decision: Decision; evidence: Evidence; case: { state: string }; decisionId: string }>(
      `vet case:applications/${file}`,
      nth,
    );

  /** The lines of an explanation, the nth of its kind. */
  const explained = (application: string, reader: string, nth = 0) =>
    answer<{ lines: readonly string[] }>(`applications explain ${application} --for ${reader}`, nth).lines.join('\n');

  test('every command ends as the story says', () => assert.equal(unexpected, 0));

  test('everything says that it is a simulation', () => {
    for (const { run, json } of played) assert.equal(json.simulation, true, run.join(' '));
    assert.equal(vetted('2016-11-honest.yml').decision.simulation, true);
    assert.equal(vetted('2016-11-honest.yml').evidence.simulation, true);
  });

  test('the register is complete: a full set and every working day after it, a holiday among them', () => {
    const full = answer<{ edition: { complete: boolean; counts: Record<string, number> } }>('import jp-nta', 0);
    const diffs = answer<{ edition: { complete: boolean; publishedOn: string } }>('import jp-nta', 1);
    assert.equal(full.edition.complete, true);
    assert.equal(diffs.edition.complete, true);
    assert.equal(diffs.edition.publishedOn, '2016-11-14');
  });

  test('S1: the honest order is approved and accepted without a human', () => {
    const { decision, evidence, case: opened } = vetted('2016-11-honest.yml');
    assert.equal(decision.outcome, 'approve');
    assert.deepEqual(decision.findings, []);
    assert.equal(opened.state, 'ACCEPT');
    const [confirmation] = evidence.confirmations;
    assert.equal(confirmation?.verdict, 'CONFIRMED');
    assert.equal(confirmation.fact?.current.name, '有限会社みなと活版');
    assert.deepEqual(evidence.gaps, []);
  });

  test('S1, S2: the fictitious company is refused as a proposal: the complete register does not know it', () => {
    const { decision, evidence, case: opened } = vetted('2016-11-fictitious-company.yml');
    assert.equal(decision.outcome, 'refuse');
    assert.equal(opened.state, 'HOLD');
    assert.equal(evidence.confirmations[0]?.verdict, 'NOT_FOUND');
    assert.equal(evidence.identifiers[0]?.state, 'CONTRADICTED', 'a right check digit is no evidence of existence');
    assert.ok(
      decision.findings.some(
        ({ outcome, evidence: pointers }) => outcome === 'refuse' && pointers.includes('/confirmations/0'),
      ),
    );
    const raised = evidence.signals.filter(({ state }) => state === 'RAISED').map(({ id }) => id);
    assert.ok(raised.includes('EX-2'), `raised: ${raised.join(' ')}`);
    assert.ok(raised.includes('MO-1'), `raised: ${raised.join(' ')}`);
    assert.ok(5 <= new Set(evidence.signals.map(({ id }) => id)).size, 'five signals at least are asked');
  });

  test('S3: the chain leads from the buyer to the listed unit, each hop with who says so', () => {
    const { evidence } = vetted('2016-11-fictitious-company.yml');
    const toUnit = evidence.paths.find(({ to }) => to === 'unit');
    assert.ok(toUnit, 'no path to the unit');
    assert.equal(toUnit.from, 'buyer');
    assert.deepEqual(toUnit.hops.map(({ from, kind, to }) => `${from} ${kind} ${to}`).slice(-2), [
      'instructing spouse-of husband',
      'husband member-of unit',
    ]);
    assert.ok(toUnit.hops.slice(-2).every(({ statedBy }) => statedBy.includes('on the telephone')));
  });

  test('in 2016 nobody on the lists is the contact', () => {
    const { evidence } = vetted('2016-11-fictitious-company.yml');
    assert.deepEqual(
      evidence.hits.filter(({ party }) => party === 'contact'),
      [],
    );
  });

  test('S1: only people refuse, and never one alone', () => {
    const proposed = answer<DecidedCase>('decide A-2016-0114');
    assert.deepEqual([proposed.case.state, proposed.proposal?.state], ['HOLD', 'REFUSE']);
    const confirmed = answer<DecidedCase>('confirm-decision A-2016-0114');
    assert.deepEqual([confirmed.case.state, confirmed.case.proposed], ['REFUSE', 'refuse']);
  });

  test('S5: the server rental is looked at by a person, asked, and closed as withdrawn', () => {
    const { decision, evidence } = vetted('2017-02-server-rental.yml');
    assert.equal(decision.outcome, 'review');
    assert.deepEqual(evidence.gaps, [], 'its lists were confirmed that morning');
    assert.ok(evidence.signals.some(({ id, state }) => id === 'MO-1' && state === 'RAISED'));
    assert.equal(answer<{ case: { state: string } }>('decide H-2017-0207', 1).case.state, 'WITHDRAWN');
  });

  test('S6: a campaign that is reported links to the order before it, and the next report to the order after it', () => {
    const { alerts } = answer<ApplicationAnswer>('applications show H-2017-0207', 0);
    assert.deepEqual(
      alerts.filter(({ kind }) => kind === 'incident').map(({ entityId }) => entityId),
      ['CAMPAIGN-2017-06'],
    );
    const { decision, evidence } = vetted('2018-02-server-rental-again.yml');
    assert.equal(decision.outcome, 'review');
    assert.ok(evidence.signals.some(({ id, state }) => id === 'NE-3' && state === 'RAISED'));
  });

  test('a year later, with nothing renewed, the same honest order is not approved', () => {
    const { decision, evidence, case: held } = vetted('2016-11-honest.yml', 1);
    assert.equal(decision.outcome, 'review');
    assert.ok(evidence.gaps.some(({ kind, subject }) => kind === 'source-stale' && subject === 'jp-nta'));
    assert.equal(held.state, 'HOLD');
  });

  test('S4: the notice of 2021, in Han and pinyin, joins the man of 2016, who stood on the form in katakana', () => {
    const { alerts, alertEntities, case: reopened } = answer<ApplicationAnswer>('applications show A-2016-0114');
    assert.equal(alerts.length, 1);
    const [alert] = alerts;
    assert.equal(alert?.party, 'contact');
    assert.equal(alert.partyName, 'チン シエン');
    assert.equal(alert.source, 'own-notices');
    assert.equal(alert.change, 'added');
    assert.equal(alert.scoreBefore, undefined);
    assert.equal(reopened.state, 'HOLD', 'the refused case is open again');
    const [listed] = alertEntities;
    assert.ok(listed);
    assert.ok(listed.names.some(({ text }) => text === '陈志远'));
    assert.ok(
      listed.names.every(({ text }) => !/\p{Script=Katakana}/u.test(text)),
      'the notice gives no kana',
    );
    assert.deepEqual(
      listed.legalStatus.map(({ status }) => status),
      ['WARRANT_ISSUED'],
    );
  });

  test('S7: the claims about the man of 2017 stand side by side: referred, not indicted, with and without a reason', () => {
    const { alerts, alertEntities } = answer<ApplicationAnswer>('applications show H-2017-0207', 1);
    assert.deepEqual(
      alerts.map(({ kind, entityId }) => kind ?? entityId.split(':')[0]),
      ['re-application', 'incident', 'own-notices'],
      'it shares somebody with the order that was refused in 2016 and with a campaign, and is noticed in 2021',
    );
    const claims = alertEntities[0]?.legalStatus.map(({ status, reason, reportedBy }) => [status, reason, reportedBy]);
    assert.deepEqual(claims, [
      ['REFERRED_TO_PROSECUTORS', undefined, 'Example Daily'],
      ['NOT_INDICTED', 'SUSPENDED', 'Example Daily'],
      ['NOT_INDICTED', 'REASON_UNKNOWN', 'Example Wire'],
    ]);
  });

  test('S7: who was not indicted is shown as that, as each paper reports it, and never as referred to prosecutors', () => {
    const { alertEntities } = answer<ApplicationAnswer>('applications show H-2017-0207', 1);
    const shown = standingClaims(alertEntities[0]?.legalStatus ?? []);
    assert.deepEqual(
      shown.map(({ status, reason, reportedBy }) => [status, reason, reportedBy]),
      [
        ['NOT_INDICTED', 'SUSPENDED', 'Example Daily'],
        ['NOT_INDICTED', 'REASON_UNKNOWN', 'Example Wire'],
      ],
    );
    const officer = explained('H-2017-0207', 'officer');
    assert.match(officer, /dilaporkan sebagai tidak didakwa \(alasan: penuntutan ditangguhkan\) oleh Example Daily/);
    assert.match(officer, /dilaporkan sebagai tidak didakwa \(alasan: tidak diketahui\) oleh Example Wire/);
    assert.doesNotMatch(officer, /dilimpahkan kepada penuntut umum/);
  });

  test('S5: he is asked in a letter, does not answer, and the case past its day goes to an officer', () => {
    const letter = explained('H-2017-0207', 'applicant');
    assert.match(letter, /お申込みについて決定するために、追加の情報が必要です/);
    assert.doesNotMatch(letter, /山岸|YAMAGISHI|カード/);
    const { escalated } = answer<{ escalated: readonly EscalatedCase[] }>('case escalate');
    assert.deepEqual(
      escalated.map(({ caseId, dueOn }) => [caseId, dueOn]),
      [['H-2017-0207', '2017-02-21']],
    );
  });

  test('S1: the buyer is told that it was decided and on what ground, and nothing of who was found', () => {
    const letter = explained('A-2016-0114', 'applicant');
    assert.match(letter, /Keputusan telah diambil: kami tidak dapat menerima permohonan Anda/);
    assert.match(letter, /Kami tidak dapat memastikan kebenaran data pemohon/);
    assert.doesNotMatch(letter, /Coastal|jp-nta|register|sinyal|チン|リュウ/);
  });

  test('S8: the report and five translations are kept, each pointing to its original, with the warning shown', () => {
    const { documents } = answer<{ documents: readonly (AttachedDocument & { warning?: string })[] }>('case documents');
    const [original, ...translations] = documents;
    assert.deepEqual(
      documents.map(({ language }) => language),
      ['id', 'en', 'zh', 'ja', 'ar', 'fr'],
    );
    assert.equal(original?.warning, undefined);
    for (const { translationOf, warning } of translations) {
      assert.equal(translationOf, original?.sha256);
      assert.match(warning ?? '', /^Terjemahan mesin; teks asli \(8a4d1ecfb64b\) yang berlaku\.$/);
    }
    const officer = explained('A-2016-0114', 'officer');
    assert.equal(officer.split('Terjemahan mesin; teks asli').length, 6, 'the warning stands in the explanation too');
    assert.match(officer, /dilaporkan sebagai subjek surat perintah penangkapan oleh Example Daily/);
  });

  test('where an inquiry would be given away, the letter says what any order under review is told', () => {
    const letter = explained('A-2016-0114', 'applicant', 1);
    assert.match(letter, /お申込みは現在審査中です/);
    assert.match(letter, /機械翻訳されたもので、人による確認を受けていません/);
    assert.doesNotMatch(letter, /確認することができません|お受けすることができない/);
  });

  test('the same import again makes no second alert', () => {
    const again = answer<{ result: string; lookBacks: unknown[] }>('import own-notices', 2);
    assert.equal(again.result, 'unchanged');
    assert.deepEqual(again.lookBacks, []);
  });

  test('the decision of 2016 is replayed byte for byte, and a witness vouches for the record', () => {
    assert.equal(answer<{ same: boolean }>('replay').same, true);
    assert.equal(answer<{ report: { state: string } }>('record verify').report.state, 'intact-witnessed');
  });
});
