import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildQuestionnaires } from '../reference/questionnaires.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { sampleEvidence } from '../../testing/sample-evidence.ts';
import { decide } from './decide.ts';
import { hit, reported } from './decision-cases.ts';
import { customerCases } from './customer-screening-cases.ts';
import { hostingCases } from './hosting-cases.ts';
import { editionCases } from './jp-only-edition-cases.ts';
import { parsePolicy } from './parse-policy.ts';
import { worldwideCases } from './worldwide-cases.ts';

function shipped(id: string) {
  const file = `policies/${id}/policy.yml`;
  return parsePolicy(referenceFiles.get(file) ?? '', { file, sha256: '0'.repeat(64) });
}
const edition = shipped('jp-only-edition');
const hosting = shipped('hosting');
const customers = shipped('customer-screening');
const worldwide = shipped('controlled-software-worldwide');
for (const [policy, cases] of [
  [edition, editionCases],
  [hosting, hostingCases],
  [customers, customerCases],
  [worldwide, worldwideCases],
] as const) {
  for (const { name, changes, expected } of cases)
    test(`${policy.id}: ${name}`, () => {
      const { outcome, findings } = decide({ ...sampleEvidence, ...changes }, policy);
      assert.equal([outcome, ...findings.map(({ message }) => message)].join(' '), expected);
    });

  test(`${policy.id}: every rule has a case that fires it`, () => {
    const fired = new Set(
      cases.flatMap(({ changes }) =>
        decide({ ...sampleEvidence, ...changes }, policy).findings.map(({ rule }) => rule),
      ),
    );
    assert.deepEqual(
      policy.rules.map(({ id }) => id).filter((id) => !fired.has(id)),
      [],
    );
  });

  test(`${policy.id}: no rule fails on evidence with every part filled in`, () => {
    for (const { name, changes } of cases)
      assert.deepEqual(
        decide({ ...sampleEvidence, ...changes }, policy).findings.filter(({ message }) => message === 'rule-error'),
        [],
        name,
      );
  });

  test(`${policy.id}: no score refuses, and every question is one of the questionnaire`, () => {
    for (const { each, outcome } of policy.rules) assert.ok(each !== 'hits' || outcome === 'review');
    const asked = [...buildQuestionnaires(referenceFiles).values()].flatMap(({ questions }) =>
      questions.map(({ question }) => question),
    );
    assert.deepEqual(
      policy.requiredAnswers.filter((question) => !asked.includes(question)),
      [],
    );
    const named = policy.rules.flatMap(({ when }) =>
      [...when.matchAll(/answerTo\(application, "([^"]+)"\)/g)].map(([, question]) => question ?? ''),
    );
    assert.deepEqual(
      named.filter((question) => !asked.includes(question)),
      [],
    );
  });
}

test('a reported status is the newest that stands, told with who reports it and when', () => {
  const [undated] = decide(
    {
      ...sampleEvidence,
      ...hit({ ...reported, legalStatus: [{ status: 'SUSPECTED', authority: 'police', reportedBy: 'a paper' }] }),
    },
    edition,
  ).findings;
  assert.equal(undated?.facts['statusDate'], '');
  const [finding] = decide({ ...sampleEvidence, ...hit(reported) }, edition).findings;
  assert.deepEqual(finding?.facts, {
    name: 'Mihon',
    listedName: 'Mihon Trading',
    source: 'un-sc',
    entity: 'un-sc:QDe.1',
    nameOnly: true,
    status: 'NOT_INDICTED',
    reportedBy: 'a paper',
    statusDate: '2021-10',
  });
});
