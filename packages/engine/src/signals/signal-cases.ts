// For tests: evidence that differs from an honest company's in one thing, and what a case of a signal is.
import type { Application, Party } from '../model/application.ts';
import type { EarlierApplication, Evidence } from '../model/evidence.ts';
import type { Confirmation, FieldComparison, RegisterRow } from '../model/register.ts';
import {
  sampleApplication,
  sampleBuyer,
  sampleConfirmation,
  sampleContact,
  sampleFact,
  sampleNotFound,
  sampleRow,
} from '../../testing/sample-evidence.ts';

export interface SignalCase {
  readonly id: string;
  readonly name: string;
  readonly changes: Partial<Evidence>;
  /** State, and the severity of one that is raised. */
  readonly expected: `${'RAISED' | 'CLEAR' | 'UNKNOWN' | 'NOT_APPLICABLE'}${'' | ' B' | ' H' | ' M' | ' L' | ' I'}`;
  readonly party?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

export const applied = (changes: Partial<Application>): Partial<Evidence> => ({
  application: { ...sampleApplication, ...changes },
});
export const buying = (changes: Partial<Party>, ...others: Party[]): Partial<Evidence> =>
  applied({ parties: [{ ...sampleBuyer, ...changes }, ...others] });
export const contacted = (changes: Partial<Party>): Partial<Evidence> => buying({}, { ...sampleContact, ...changes });
export const confirmed = (changes: Partial<Confirmation>): Partial<Evidence> => ({
  confirmations: [sampleConfirmation(changes)],
});
export const registered = (current: Partial<RegisterRow>, history: readonly RegisterRow[] = []): Partial<Evidence> =>
  confirmed({ fact: sampleFact(current, history) });
export const compared = (field: FieldComparison): Partial<Evidence> =>
  confirmed({ verdict: 'MISMATCH', fields: [field] });
export const unknown: Partial<Evidence> = { confirmations: [sampleNotFound()] };
export const unchecked: Partial<Evidence> = { confirmations: [sampleNotFound({ verdict: 'NOT_CHECKABLE' })] };
export const unasked: Partial<Evidence> = { confirmations: [] };
export const checked = (state: Evidence['identifiers'][number]['state']): Partial<Evidence> => ({
  identifiers: [{ party: 'buyer', identifier: { type: 'jp-corporate-number', value: '123' }, state }],
});
export const changed = (...rows: [process: string, on: string][]) =>
  rows.map(([process, changedOn]) => sampleRow({ process, changedOn, latest: false }));
export const paid = (payerName: string, changes: Partial<Party> = {}): Partial<Evidence> => ({
  application: { ...sampleApplication, payment: { payerName }, parties: [{ ...sampleBuyer, ...changes }] },
});

export const answered = (question: string, answer: string, changes: Partial<Application> = {}): Partial<Evidence> =>
  applied({
    ...changes,
    answers: [
      ...(sampleApplication.answers ?? []).filter((given) => given.question !== question),
      { question, answer },
    ],
  });
/** Somebody else's order that shares something with this one, unless the changes say otherwise. */
export const shared = (...marks: Partial<EarlierApplication>[]): Partial<Evidence> => ({
  earlierApplications: marks.map((mark) => ({
    applicationId: 'A-0',
    outcome: 'ACCEPT',
    shared: 'phone',
    sameBuyer: false,
    ...mark,
  })),
});
