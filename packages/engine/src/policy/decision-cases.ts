// For tests of policies: an honest order spoiled in one thing, and what a decision about it is to be.
import type { Application, Party } from '../model/application.ts';
import type { DocumentCheck } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { Evidence, Path, Signal } from '../model/evidence.ts';
import type { IdentifierCheck } from '../model/identifier.ts';
import type { Confirmation } from '../model/register.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleEntity,
  sampleHit,
} from '../../testing/sample-evidence.ts';

export interface DecisionCase {
  readonly name: string;
  readonly changes: Partial<Evidence>;
  /** The outcome, and the message of every finding. */
  readonly expected: string;
}

export const applied = (changes: Partial<Application>): Partial<Evidence> => ({
  application: { ...sampleApplication, ...changes },
});
export const buying = (changes: Partial<Party>): Partial<Evidence> =>
  applied({ parties: [{ ...sampleBuyer, ...changes }, sampleContact] });
export const abroad: Partial<Party> = {
  country: 'sg',
  addresses: [{ full: '9 Sample Road', country: 'sg' }],
  identifiers: [],
};
/** With one company more, of no stated country, that pays. */
export const joined = (changes: Partial<Party>): Partial<Evidence> => {
  const third: Party = { id: 'third', roles: ['payer'], schema: 'Company', names: [{ text: '見本産業' }], ...changes };
  return applied({ parties: [...sampleApplication.parties, third] });
};
const { delivery: _, ...undelivered } = sampleApplication;
export { undelivered };
export const inPart = (detail: string): Partial<Confirmation> => ({
  fields: [
    { field: 'address', verdict: 'SIMILAR', detail, claimed: '東京都千代田区', registered: '東京都千代田区霞が関' },
  ],
});
export const atFormerSeat: Partial<Confirmation> = {
  reason: 'number-and-former-address-agree',
  fields: [{ field: 'address', verdict: 'FORMER', detail: 'FORMER_ADDRESS', claimed: '大阪市', registered: '大阪市' }],
};
export const certified = (changes: Partial<DocumentCheck>): Partial<Evidence> => ({
  documents: [
    {
      party: 'buyer',
      file: 'certificate.pdf',
      sha256: '0'.repeat(64),
      kind: 'full-register-certificate',
      issuer: '見本法務局',
      issuedOn: '2026-10-20',
      ageDays: 13,
      fields: [{ against: 'register', field: 'name', verdict: 'SAME', stated: '株式会社見本電機' }],
      ...changes,
    },
  ],
});
export const inName: DocumentCheck['fields'] = [
  {
    against: 'application',
    field: 'name',
    verdict: 'DIFFERENT',
    stated: '株式会社見本電気',
    other: '株式会社見本電機',
  },
];
export const joinedIn = (field: 'name' | 'address'): Partial<Confirmation> => ({
  joins: [
    {
      register: 'jp-edinet',
      editionId: 'e-edinet',
      number: 'E99001',
      by: 'jp-corporate-number',
      statedBy: 'jp-edinet',
      fields: [{ field, verdict: 'DIFFERENT', claimed: 'A', registered: 'B' }],
    },
  ],
});
export const confirmed = (...changes: Partial<Confirmation>[]): Partial<Evidence> => ({
  confirmations: changes.map(sampleConfirmation),
});
export const answering = (question: string, answer: string): NonNullable<Application['answers']> => [
  ...(sampleApplication.answers ?? []).filter((given) => given.question !== question),
  { question, answer },
];
export const checked = (party: string, state: IdentifierCheck['state']): Partial<Evidence> => ({
  identifiers: [{ party, identifier: { type: 'jp-corporate-number', value: '4800001000023' }, state }],
});
export const hit = (entity: Partial<Entity>): Partial<Evidence> => ({
  hits: [sampleHit('contact', sampleEntity(entity))],
});
export const reported: Partial<Entity> = {
  effects: ['wanted'],
  legalStatus: [
    { status: 'REFERRED_TO_PROSECUTORS', authority: 'police', date: '2021-04', reportedBy: 'a paper' },
    { status: 'NOT_INDICTED', authority: 'prosecutors', date: '2021-10', reportedBy: 'a paper' },
  ],
};
export const raised = (...signals: string[]): Partial<Evidence> => ({
  signals: signals.map((written): Signal => {
    const [id = '', family = '', severity = ''] = written.split(' ');
    const facts = [{ name: 'domain', value: 'a.example' }];
    return {
      id,
      family,
      severity: severity as Signal['severity'],
      state: 'RAISED',
      party: 'buyer',
      facts,
      sources: [],
    };
  }),
});
export const path: Path = {
  from: 'buyer',
  to: 'contact',
  entityId: 'un-sc:QDe.1',
  hops: [{ from: 'buyer', to: 'contact', kind: 'contact', direction: 'backward', statedBy: 'application' }],
};
export const beside: Path = {
  ...path,
  entityId: 'un-sc:QDe.2',
  hops: [
    ...path.hops,
    { from: 'contact', to: 'un-sc:QDe.1', kind: 'hit', direction: 'forward', statedBy: 'un-sc' },
    { from: 'un-sc:QDe.1', to: 'un-sc:QDe.2', kind: 'linked-to', direction: 'forward', statedBy: 'un-sc' },
  ],
};
/** A telephone in common with an application that was refused. */
export const toRefused: Path = {
  from: 'buyer',
  to: 'buyer',
  entityId: 'A-0/buyer',
  hops: [
    {
      from: 'buyer',
      to: 'A-0/buyer',
      kind: 'shares-phone',
      direction: 'forward',
      statedBy: 'application A-0',
      date: '2016-11-14',
    },
  ],
  reaches: 'refused',
};
/** A director whom a register names, and who may be listed. */
export const beyond: Path = {
  from: 'buyer',
  to: 'buyer',
  entityId: 'un-sc:QDi.1',
  hops: [
    { from: 'buyer', to: 'gleif:1/A', kind: 'directed-by', direction: 'forward', statedBy: 'gleif', date: '2020' },
    { from: 'gleif:1/A', to: 'un-sc:QDi.1', kind: 'hit', direction: 'forward', statedBy: 'un-sc', date: '2026-11-02' },
  ],
  reaches: 'listed',
};
