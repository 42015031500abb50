// EXISTENCE: what certificates that were handed in state, held against the register.
import { buyerOf } from '../model/application.ts';
import type { DocumentCheck, DocumentKind } from '../model/document.ts';
import type { Signal } from '../model/evidence.ts';
import { signal, type Observation, type SignalEvidence, type SignalsOf } from './observation.ts';

export const certificateSignals: SignalsOf = (evidence, reference) => {
  const { application } = evidence;
  const certificates = (evidence.documents ?? []).filter(({ kind }) => ofRegister.includes(kind));
  const buyer = buyerOf(application).id;
  const parties = [...new Set([buyer, ...certificates.map(({ party }) => party)])];
  return parties.map((party): Signal => {
    const own = certificates.filter((certificate) => certificate.party === party);
    return signal('EX-8', contradiction(party, own, evidence), reference);
  });
};

/** What a register states and somebody certifies or passes on. */
const ofRegister: readonly DocumentKind[] = [
  'full-register-certificate',
  'current-register-certificate',
  'closed-register-certificate',
  'representative-certificate',
  'register-information',
  'seal-certificate',
  'foreign-register-extract',
];

/** A register that is out of date cannot be contradicted. */
function contradiction(
  party: string,
  certificates: readonly DocumentCheck[],
  { sources }: SignalEvidence,
): Observation {
  if (certificates.length === 0) return { party, state: 'NOT_APPLICABLE' };
  const isFresh = ({ register }: DocumentCheck) =>
    sources.some(({ source, state }) => source === register && state === 'FRESH');
  const compared = certificates
    .filter(isFresh)
    .flatMap((certificate) =>
      certificate.fields.filter(({ against }) => against === 'register').map((field) => ({ certificate, field })),
    );
  const different = compared.filter(({ field }) => field.verdict === 'DIFFERENT');
  const [first] = different;
  if (first) {
    const { file, issuedOn, register = '', editionId } = first.certificate;
    const facts = {
      file,
      issuedOn,
      stated: different.map(({ field }) => `${field.field} ${field.stated}`).join(', '),
      registered: different.map(({ field }) => `${field.field} ${field.other ?? ''}`).join(', '),
    };
    const sources = [{ source: 'application' }, { source: register, ...(editionId !== undefined && { editionId }) }];
    return { party, state: 'RAISED', as: 'contradicts', facts, sources };
  }
  const isCompared = certificates.every(
    (certificate) =>
      isFresh(certificate) &&
      certificate.fields.some(({ against, verdict }) => against === 'register' && agreeing.includes(verdict)),
  );
  return { party, state: isCompared ? 'CLEAR' : 'UNKNOWN' };
}

const agreeing: readonly string[] = ['SAME', 'SIMILAR', 'FORMER'];
