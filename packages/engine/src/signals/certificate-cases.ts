// For tests: what EX-8 is to make of certificates.
import type { DocumentCheck, DocumentField } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import { sampleEvidence } from '../../testing/sample-evidence.ts';
import type { SignalCase } from './signal-cases.ts';

/** A certificate that agrees in its name. */
function sampleDocument(...fields: readonly Partial<DocumentField>[]): DocumentCheck {
  return {
    party: 'buyer',
    file: 'certificate.pdf',
    sha256: '0'.repeat(64),
    kind: 'full-register-certificate',
    issuer: '見本法務局',
    issuedOn: '2026-10-20',
    ageDays: 13,
    register: 'jp-nta',
    editionId: 'e-nta',
    fields: [{}, ...fields].map((field) => ({
      against: 'register',
      field: 'name',
      verdict: 'SAME',
      stated: '株式会社見本電機',
      other: '株式会社見本電機',
      ...field,
    })),
  };
}

const certified = (...documents: readonly DocumentCheck[]): Partial<Evidence> => ({ documents });
const otherSeat: Partial<DocumentField> = {
  field: 'address',
  verdict: 'DIFFERENT',
  stated: '大阪市北区9-9-9',
  other: '東京都千代田区霞が関９丁目９番９号',
};
const { register: _, editionId: __, ...unheld } = sampleDocument();

export const certificateCases: readonly SignalCase[] = [
  {
    id: 'EX-8',
    name: 'another seat',
    changes: certified(sampleDocument(otherSeat)),
    expected: 'RAISED H',
    facts: {
      file: 'certificate.pdf',
      issuedOn: '2026-10-20',
      stated: 'address 大阪市北区9-9-9',
      registered: 'address 東京都千代田区霞が関９丁目９番９号',
    },
  },
  {
    id: 'EX-8',
    name: 'one of two differs',
    changes: certified(sampleDocument(), sampleDocument(otherSeat)),
    expected: 'RAISED H',
  },
  { id: 'EX-8', name: 'agrees', changes: certified(sampleDocument()), expected: 'CLEAR' },
  {
    id: 'EX-8',
    name: 'differs from the application alone',
    changes: certified(sampleDocument({ ...otherSeat, against: 'application' })),
    expected: 'CLEAR',
  },
  { id: 'EX-8', name: 'no certificate', changes: {}, expected: 'NOT_APPLICABLE' },
  {
    id: 'EX-8',
    name: 'a list of owners, which no register has',
    changes: certified({ ...sampleDocument(otherSeat), kind: 'beneficial-owner-list' }),
    expected: 'NOT_APPLICABLE',
  },
  { id: 'EX-8', name: 'in no register', changes: certified({ ...unheld, fields: [] }), expected: 'UNKNOWN' },
  {
    id: 'EX-8',
    name: 'nothing read in it',
    changes: certified({ ...sampleDocument(), fields: [] }),
    expected: 'UNKNOWN',
  },
  {
    id: 'EX-8',
    name: 'a register that is out of date',
    changes: {
      ...certified(sampleDocument(otherSeat)),
      sources: sampleEvidence.sources.map((source) => ({ ...source, state: 'STALE' })),
    },
    expected: 'UNKNOWN',
  },
];
