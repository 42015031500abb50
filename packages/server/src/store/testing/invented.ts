// Invented nouns for the store's tests: whole, small, and different in every field that is searched for.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Alert, CaseStep, Decision } from '@sekisho/engine/model/decision.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Disposition } from '@sekisho/engine/model/case-note.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Checkpoint } from '@sekisho/engine/model/record-entry.ts';
import type { StoredCase } from '../store.ts';

export const AT = '2026-11-02T01:20:00.000Z';
export const LATER = '2026-11-03T09:00:00.000Z';

export const hashOfWord = (word: string): string => Buffer.from(word).toString('hex').padEnd(64, '0').slice(0, 64);

export const inventedApplication = (id: string, buyerName = '星見台電算株式会社'): Application => ({
  id,
  policy: 'jp-only-edition',
  receivedOn: '2026-11-02',
  product: { id: 'suite-7', quantity: 3 },
  parties: [{ id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: buyerName }] }],
});

export const inventedEdition = (id: string, source: string, publishedOn: string): Edition => ({
  id,
  source,
  kind: 'list',
  publishedOn,
  complete: true,
  files: [{ name: `${source}.csv`, sha256: hashOfWord(`${id} file`), bytes: 4096 }],
  counts: { entities: 3, problems: 1 },
  problems: [{ code: 'list.unknown-value', facts: { line: 7, value: '不明' } }],
  importerVersion: 1,
  contentSha256: hashOfWord(`${id} content`),
});

export const inventedDecision = (applicationId: string, outcome: Decision['outcome']): Decision => ({
  applicationId,
  outcome,
  findings: [
    {
      rule: 'identity-confirmed',
      outcome,
      message: 'identity-not-found',
      facts: { register: 'jp-nta', score: 0.1 + 0.2, complete: true },
      evidence: ['/confirmations/0'],
    },
  ],
  policy: { id: 'jp-only-edition', version: 1, sha256: hashOfWord('policy') },
  engineVersion: '0.1.0',
  decidedAt: AT,
  simulation: false,
});

export const inventedEvidence = (application: Application): Evidence => ({
  application,
  gatheredAt: AT,
  simulation: false,
  engineVersion: '0.1.0',
  sources: [{ source: 'jp-nta', kind: 'register', state: 'MISSING', required: true }],
  identifiers: [],
  confirmations: [],
  hits: [],
  paths: [],
  signals: [],
  gaps: [{ kind: 'source-missing', subject: 'jp-nta' }],
});

export const inventedCase = (id: string): StoredCase => ({
  id,
  state: 'HOLD',
  proposed: 'review',
  openedAt: AT,
  updatedAt: AT,
});

export const inventedJudgement = (verdict: MergeJudgement['verdict']): MergeJudgement => ({
  one: 'list-a:1',
  other: 'list-b:2',
  verdict,
  reason: 'both pages show one passport',
  by: 'A. Analyst',
  at: AT,
});

export const inventedStep = (caseId: string, state: CaseStep['state']): CaseStep => ({
  caseId,
  state,
  by: '倉持 澪',
  reason: `登記が見つからないため (${state})`,
  at: AT,
});

export const inventedAlert = (key: string, applicationId: string): Alert => ({
  id: `${applicationId}/alert-${key}`,
  key,
  applicationId,
  caseId: applicationId,
  party: 'contact',
  entityId: 'own-notices:17',
  source: 'own-notices',
  fromEditionId: hashOfWord('before'),
  toEditionId: hashOfWord('after'),
  change: 'added',
  scoreAfter: 0.1 + 0.2,
  verdictBefore: 'CONFIRMED (number-and-name-agree)',
  verdictAfter: 'MISMATCH (closed)',
  partyName: 'リン・シャオハイ',
  listedName: '凌曉海',
  raisedAt: AT,
});

export const inventedCheckpoint = (recordId: string, sequence: number): Checkpoint => ({
  recordId,
  sequence,
  hash: hashOfWord(`entry ${String(sequence)}`),
  at: AT,
  keyId: hashOfWord('key'),
  signature: 'c2lnbmVk',
});

export const inventedDisposition = (caseId: string, entityId: string): Disposition => ({
  kind: 'disposed',
  caseId,
  party: 'buyer',
  entityId,
  verdict: 'false-positive',
  ground: 'other-birth-date',
  reason: '生年月日が違う',
  policy: 'jp-only-edition',
  until: '2027-11-02',
  partySeal: hashOfWord('party'),
  entitySeal: hashOfWord('entity'),
  by: 'K. Hayashi',
  at: AT,
});
