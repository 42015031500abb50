// The founding case, played through the command line on its real formats, every step asserted.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Alert, Decision } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
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

  test('the honest order is approved and accepted without a human', () => {
    const { decision, evidence, case: opened } = vetted('2016-11-honest.yml');
    assert.equal(decision.outcome, 'approve');
    assert.deepEqual(decision.findings, []);
    assert.equal(opened.state, 'ACCEPT');
    const [confirmation] = evidence.confirmations;
    assert.equal(confirmation?.verdict, 'CONFIRMED');
    assert.equal(confirmation.fact?.current.name, '有限会社みなと活版');
    assert.deepEqual(evidence.gaps, []);
  });

  test('the fictitious company is refused as a proposal: the complete register does not know it', () => {
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

  test('the chain leads from the buyer to the listed unit, each hop with who says so', () => {
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

  test('only people refuse, and never one alone', () => {
    const proposed = answer<DecidedCase>('decide A-2016-0114');
    assert.deepEqual([proposed.case.state, proposed.proposal?.state], ['HOLD', 'REFUSE']);
    const confirmed = answer<DecidedCase>('confirm-decision A-2016-0114');
    assert.deepEqual([confirmed.case.state, confirmed.case.proposed], ['REFUSE', 'refuse']);
  });

  test('the server rental is looked at by a person, asked, and closed as withdrawn', () => {
    const { decision, evidence } = vetted('2017-02-server-rental.yml');
    assert.equal(decision.outcome, 'review');
    assert.deepEqual(evidence.gaps, [], 'its lists were confirmed that morning');
    assert.ok(evidence.signals.some(({ id, state }) => id === 'MO-1' && state === 'RAISED'));
    assert.equal(answer<{ case: { state: string } }>('decide H-2017-0207', 1).case.state, 'WITHDRAWN');
  });

  test('a year later, with nothing renewed, the same honest order is not approved', () => {
    const { decision, evidence, case: held } = vetted('2016-11-honest.yml', 1);
    assert.equal(decision.outcome, 'review');
    assert.ok(evidence.gaps.some(({ kind, subject }) => kind === 'source-stale' && subject === 'jp-nta'));
    assert.equal(held.state, 'HOLD');
  });

  test('the notice of 2021, in Han and pinyin, joins the man of 2016, who stood on the form in katakana', () => {
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

  test('the claims about the man of 2017 stand side by side: referred, not indicted, with and without a reason', () => {
    const { alerts, alertEntities } = answer<ApplicationAnswer>('applications show H-2017-0207');
    assert.deepEqual(
      alerts.map(({ kind, entityId }) => kind ?? entityId.split(':')[0]),
      ['re-application', 'own-notices'],
      'it shares somebody with the order that was refused in 2016, and is noticed in 2021',
    );
    const claims = alertEntities[0]?.legalStatus.map(({ status, reason, reportedBy }) => [status, reason, reportedBy]);
    assert.deepEqual(claims, [
      ['REFERRED_TO_PROSECUTORS', undefined, 'Example Daily'],
      ['NOT_INDICTED', 'SUSPENDED', 'Example Daily'],
      ['NOT_INDICTED', 'REASON_UNKNOWN', 'Example Wire'],
    ]);
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
