import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effects } from '../model/entity.ts';
import { legalStatuses } from '../model/legal-status.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildQuestionnaires } from './questionnaires.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildEffects, buildLegalStatuses } from './vocabularies.ts';

test('every word of the model has its meaning, and no other has', () => {
  assert.deepEqual([...buildEffects(referenceFiles).keys()], effects);
  assert.deepEqual([...buildLegalStatuses(referenceFiles).keys()], legalStatuses);
});

test('the basic questionnaire', () => {
  const questions = buildQuestionnaires(referenceFiles).get('basic')?.questions ?? [];
  assert.deepEqual(
    questions.map(({ question, choices }) => [question, ...(choices ?? [])].join(' ')),
    ['instructed-by nobody', 'end-use', 'resale no yes', 'owners', 'foreign-instruction no yes', 'employees'],
  );
});

interface Spoiled {
  readonly name: string;
  readonly file: string;
  readonly change: (text: string) => string;
  readonly build: (files: ReferenceFiles) => unknown;
}

const spoiled: readonly Spoiled[] = [
  {
    name: 'an effect left out',
    file: 'effects.yml',
    change: (text) => text.slice(0, text.indexOf('- effect: information')),
    build: buildEffects,
  },
  {
    name: 'an unknown effect',
    file: 'effects.yml',
    change: (text) => text.replace('effect: wanted', 'effect: disliked'),
    build: buildEffects,
  },
  {
    name: 'an unknown field',
    file: 'effects.yml',
    change: (text) => text.replace('stops:', 'halts:'),
    build: buildEffects,
  },
  {
    name: 'a status out of order',
    file: 'legal-status.yml',
    change: (text) => text.replace('status: REPORTED', 'status: SUSPECTED'),
    build: buildLegalStatuses,
  },
  {
    name: 'a reason left out',
    file: 'legal-status.yml',
    change: (text) => text.replace('reason: SUSPENDED', 'reason: INSUFFICIENT'),
    build: buildLegalStatuses,
  },
  {
    name: 'a question twice',
    file: 'questionnaires/basic.yml',
    change: (text) => text.replace('question: owners', 'question: resale'),
    build: buildQuestionnaires,
  },
  {
    name: 'a choice without choices',
    file: 'questionnaires/basic.yml',
    change: (text) => text.replace('answer: text', 'answer: choice'),
    build: buildQuestionnaires,
  },
  {
    name: 'a questionnaire under another name',
    file: 'questionnaires/basic.yml',
    change: (text) => text.replace('id: basic', 'id: other'),
    build: buildQuestionnaires,
  },
  {
    name: 'a file that is something else',
    file: 'questionnaires/basic.yml',
    change: () => '[]',
    build: buildQuestionnaires,
  },
];

for (const { name, file, change, build } of spoiled)
  test(`refused: ${name}`, () => {
    const text = referenceFiles.get(file) ?? '';
    assert.notEqual(change(text), text);
    const files = new Map([...referenceFiles, [file, change(text)]]);
    assert.throws(
      () => build(files),
      (error: { code?: string; facts?: Record<string, unknown> }) => {
        assert.equal(error.code, 'reference.invalid');
        assert.equal(error.facts?.['file'], file);
        return true;
      },
    );
  });
