// For tests: an honest invented buyer, everything about it in order, and the parts to spoil it with.
import type { Application, Party } from '../src/model/application.ts';
import type { SourceState } from '../src/model/edition.ts';
import { entityOf, type Entity } from '../src/model/entity.ts';
import type { Evidence, Hit } from '../src/model/evidence.ts';
import type { Confirmation, RegisterFact, RegisterRow } from '../src/model/register.ts';

export const sampleBuyer: Party = {
  id: 'buyer',
  roles: ['buyer', 'end-user'],
  schema: 'Company',
  names: [{ text: '株式会社見本電機' }],
  identifiers: [{ type: 'jp-corporate-number', value: '4800001000022' }],
  addresses: [{ full: '東京都千代田区霞が関9-9-9', country: 'jp', use: 'seat' }],
  emails: ['info@mihon-denki.example'],
  phones: ['03-9999-0001'],
  websites: ['https://www.mihon-denki.example/'],
  country: 'jp',
};

export const sampleContact: Party = {
  id: 'contact',
  roles: ['contact'],
  schema: 'Person',
  names: [{ text: '見本 花子' }],
  emails: ['hanako@mihon-denki.example'],
};

export const sampleApplication: Application = {
  id: 'A-1',
  policy: 'jp-only-edition',
  receivedOn: '2026-11-02',
  product: { id: 'edition', quantity: 2 },
  parties: [sampleBuyer, sampleContact],
  answers: [
    { question: 'instructed-by', answer: 'nobody' },
    { question: 'end-use', answer: 'Our own office.' },
    { question: 'resale', answer: 'no' },
    { question: 'owners', answer: 'The Mihon family.' },
  ],
  payment: { payerName: 'カ)ミホンデンキ', method: 'bank-transfer', country: 'jp' },
  delivery: { method: 'download', country: 'jp' },
  network: { ipAddress: '192.0.2.7', country: 'jp' },
};

export function sampleRow(changes: Partial<RegisterRow> = {}): RegisterRow {
  return {
    number: '4800001000022',
    sequence: 1,
    process: '01',
    latest: true,
    updatedOn: '2015-10-05',
    changedOn: '2015-10-05',
    name: '株式会社見本電機',
    nameIsSubstitute: false,
    kana: 'ミホンデンキ',
    kind: '301',
    prefecture: '東京都',
    city: '千代田区',
    street: '霞が関９丁目９番９号',
    addressIsSubstitute: false,
    assignedOn: '2015-10-05',
    excludedFromSearch: false,
    ...changes,
  };
}

export function sampleFact(current: Partial<RegisterRow> = {}, history: readonly RegisterRow[] = []): RegisterFact {
  return { register: 'jp-nta', editionId: 'e-nta', current: sampleRow(current), history };
}

/** The buyer confirmed by its number, unless the changes say otherwise. */
export function sampleConfirmation(changes: Partial<Confirmation> = {}): Confirmation {
  return {
    party: 'buyer',
    register: 'jp-nta',
    editionId: 'e-nta',
    verdict: 'CONFIRMED',
    basis: 'number',
    reason: 'number-and-name-agree',
    number: '4800001000022',
    fields: [
      { field: 'name', verdict: 'SAME', claimed: '株式会社見本電機', registered: '株式会社見本電機' },
      { field: 'address', verdict: 'SAME', detail: 'SAME' },
    ],
    fact: sampleFact(),
    candidates: [],
    ...changes,
  };
}

/** The register was asked and knows no such company. */
export function sampleNotFound(changes: Partial<Confirmation> = {}): Confirmation {
  const { fact: _, ...asked } = sampleConfirmation({ verdict: 'NOT_FOUND', reason: 'not-found', fields: [] });
  return { ...asked, ...changes };
}

export function sampleEntity(changes: Partial<Entity> = {}): Entity {
  return {
    ...entityOf({
      source: 'un-sc',
      recordId: 'QDe.1',
      schema: 'Company',
      names: [{ text: 'Mihon Trading', kind: 'primary' }],
    }),
    effects: ['block'],
    ...changes,
  };
}

export function sampleHit(party: string, entity: Entity = sampleEntity()): Hit {
  return {
    party,
    partyName: 'Mihon',
    listedName: entity.names[0]?.text ?? '',
    entity,
    editionId: `e-${entity.source}`,
    score: 0.8,
    contributions: [{ factor: 'name', points: 1.4 }],
    pairs: [],
    nameOnly: true,
    disputedBy: [],
  };
}

export function sampleSource(source: string, changes: Partial<SourceState> = {}): SourceState {
  return {
    source,
    kind: source === 'jp-nta' ? 'register' : 'list',
    state: 'FRESH',
    editionId: `e-${source}`,
    publishedOn: '2026-11-01',
    confirmedCurrentOn: '2026-11-02',
    ageDays: 0,
    maxAgeDays: 7,
    required: true,
    complete: true,
    ...changes,
  };
}

/** Evidence that nothing can be said against under `jp-only-edition`. */
export const sampleEvidence: Evidence = {
  application: sampleApplication,
  gatheredAt: '2026-11-02T01:20:00.000Z',
  simulation: false,
  engineVersion: '0.1.0',
  sources: ['interpol-red', 'jp-meti-eul', 'jp-nta', 'ofac-sdn', 'un-sc'].map((source) => sampleSource(source)),
  identifiers: [
    {
      party: 'buyer',
      identifier: { type: 'jp-corporate-number', value: '4800001000022' },
      normalised: '4800001000022',
      state: 'CONFIRMED',
    },
  ],
  confirmations: [sampleConfirmation()],
  hits: [],
  earlierApplications: [],
  paths: [],
  signals: [],
  gaps: [],
};
