// A decision as a person reads it: how old each list was, and what was only told for information.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Decision } from '@sekisho/engine/model/decision.ts';
import { sampleEntity, sampleEvidence, sampleHit, sampleSource } from '@sekisho/engine/testing/sample-evidence.ts';
import { newCli } from '../run.ts';
import { decisionLines } from './decision-text.ts';

const cli = newCli({ environment: {}, out: () => undefined, err: () => undefined, exit: () => undefined });
const decision: Decision = {
  applicationId: 'A-1',
  outcome: 'approve',
  findings: [],
  policy: { id: 'jp-only-edition', version: 1, sha256: '' },
  engineVersion: '0',
  decidedAt: '2026-11-02T00:00:00.000Z',
  simulation: false,
};
const linesOf = (changes: Partial<typeof sampleEvidence>) =>
  decisionLines(decision, { ...sampleEvidence, ...changes }, cli).map(stripVTControlCharacters);

test('each list with its age and the most it may have', () => {
  const sources = [
    sampleSource('un-sc', { confirmedCurrentOn: '2026-11-01', ageDays: 1, maxAgeDays: 7 }),
    sampleSource('own-x', { state: 'STALE', confirmedCurrentOn: '2026-11-02', ageDays: 0 }),
  ];
  const lines = linesOf({ sources });
  assert.ok(lines.includes('  un-sc: fresh, current on 2026-11-01 (1 day old, at most 7)'), lines.join('\n'));
  assert.ok(lines.some((line) => line.startsWith('  own-x: stale, current on 2026-11-02 (0 days old')));
});

test('what is no longer listed is told apart from the hits', () => {
  const former = sampleHit('contact', { ...sampleEntity(), delistedOn: '2020-05-06' });
  const lines = linesOf({ hits: [], formerHits: [former] });
  const place = lines.indexOf('No longer listed (for information)');
  assert.ok(0 < place);
  assert.match(lines[place + 1] ?? '', /\(no longer listed since 2020-05-06\)$/);
  assert.ok(!linesOf({}).includes('No longer listed (for information)'));
});
