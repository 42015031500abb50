import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationReasons } from '../identity/confirm.ts';
import { batchNotes, batchRowFaults } from '../model/batch.ts';
import { attachmentKinds } from '../model/document.ts';
import { effects } from '../model/entity.ts';
import { gapKinds, pairReasons } from '../model/evidence.ts';
import { identifierTypes } from '../model/identifier.ts';
import { legalStatuses, notIndictedReasons } from '../model/legal-status.ts';
import { ownershipStates } from '../model/ownership.ts';
import { problemCodes } from '../model/problem.ts';
import { guardMessages } from '../policy/guard.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { buildQuestionnaires } from '../reference/questionnaires.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildSignalReference } from '../reference/signal-reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { explanationWords } from '../../testing/explanation-words.ts';
import type { MessageCatalogue } from './sentence.ts';
import { neededPlaceholdersOf } from './template.ts';

const catalogue = JSON.parse(referenceFiles.get('messages/en.json') ?? '{}') as MessageCatalogue;

const policies = [...referenceFiles]
  .filter(([file]) => /^policies\/[^/]+\/policy\.yml$/.test(file))
  .map(([file, text]) => parsePolicy(text, { file, sha256: '0'.repeat(64) }));
const rules = policies.flatMap((policy) => policy.rules);
const questions = [...buildQuestionnaires(referenceFiles).values()].flatMap((questionnaire) => questionnaire.questions);

/** The words that stand behind each kind of code. */
const wordsByGroup: Readonly<Record<string, readonly string[]>> = {
  problem: problemCodes,
  finding: [...rules.map(({ message }) => message), ...guardMessages, ...gapKinds.map((kind) => `gap-${kind}`)],
  gap: gapKinds,
  signal: [...buildSignalReference(referenceFiles, buildNameReference(referenceFiles)).definitions.keys()],
  'legal-status': legalStatuses,
  'legal-status-name': legalStatuses,
  'not-indicted': notIndictedReasons,
  effect: effects,
  ownership: ownershipStates,
  question: questions.map(({ question }) => question),
  // those of policies, and those of the importers: the test of their catalogue holds them against each other
  source: [...policies.flatMap(({ sources }) => sources.map(({ source }) => source)), ...wordsBehind('source')],
  'source-state': ['FRESH', 'STALE', 'MISSING'],
  confirmation: [...confirmationReasons, 'not-asked'],
  document: attachmentKinds,
  ...explanationWords,
  'identifier-type': identifierTypes,
  mail: ['alerts', 'alerts-subject', 'cases-due', 'cases-subject', 'cases-waiting', 'simulation', 'why'],
  'pair-reason': pairReasons,
  'batch-row': batchRowFaults,
  'batch-note': batchNotes,
  // the operating system's words, of which we know some
  'system-code': wordsBehind('system-code').filter((word) => /^E[A-Z0-9]+$/.test(word)),
  'register-kind': ['101', '201', '301', '302', '303', '304', '305', '399', '401', '499'],
};

function wordsBehind(group: string): string[] {
  return Object.keys(catalogue).flatMap((code) => (code.startsWith(`${group}.`) ? code.slice(group.length + 1) : []));
}

const needed = new Set(
  Object.entries(wordsByGroup).flatMap(([group, words]) => words.map((word) => `${group}.${word}`)),
);

test('every code has a sentence, and every sentence a code', () => {
  const known = Object.keys(catalogue);
  assert.deepEqual(
    [...needed].filter((code) => !known.includes(code)),
    [],
    'without a sentence',
  );
  assert.deepEqual(
    known.filter((code) => !needed.has(code)),
    [],
    'without a code',
  );
});

test('every group of words that a sentence looks up exists', () => {
  const groups = Object.values(catalogue).flatMap((text) =>
    [...text.matchAll(/\{\w+:([a-z-]+)\}/g)].map(([, group]) => group),
  );
  assert.deepEqual(
    groups.filter((group) => group === undefined || !Object.hasOwn(wordsByGroup, group)),
    [],
  );
});

test('every sentence outside brackets speaks of facts that its rule gives', () => {
  for (const { id, message, facts } of rules) {
    const needed = neededPlaceholdersOf(catalogue[`finding.${message}`] ?? '');
    const missing = needed.filter((name) => !Object.hasOwn(facts, name));
    assert.deepEqual(missing, [], `${id}: ${message}`);
  }
});

test('no sentence about a problem depends on a fact that may be absent', () => {
  const problems = Object.entries(catalogue).filter(([code]) => code.startsWith('problem.'));
  for (const [code, text] of problems) assert.deepEqual(neededPlaceholdersOf(text), [], code);
});

test('nobody is accused: no sentence calls a person or a company something', () => {
  const accusing = /\b(criminals?|fraud(ster|ulent)?|fake|guilty|terrorists?|spy|spies|suspicious|suspects?)\b/i;
  assert.deepEqual(
    Object.values(catalogue).filter((text) => accusing.test(text)),
    [],
  );
});
