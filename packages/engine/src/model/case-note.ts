// What people say about a case besides deciding it: proposals for a second person, dispositions of hits, who works on it, until when.
import type { Party } from './application.ts';
import type { CalendarDate, Instant } from './calendar.ts';
import type { CaseState } from './decision.ts';
import type { AttachmentKind } from './document.ts';
import type { Entity } from './entity.ts';

/** What a person makes of a hit. */
export const dispositionVerdicts = ['true-match', 'possible', 'false-positive', 'undetermined'] as const;
export type DispositionVerdict = (typeof dispositionVerdicts)[number];

/** What the comparison of both sides rests on: facts, never a score. */
export const dispositionGrounds = [
  'other-birth-date',
  'other-gender',
  'other-nationality',
  'other-country',
  'other-address',
  'other-identifier',
  'other-kind', // a person beside a company, a ship beside a company
  'other-name',
  'other-business',
  'no-longer-listed',
  'same-identifier',
  'same-birth-date',
  'same-address',
  'same-facts',
  'too-little-known',
  'other-ground',
] as const;
export type DispositionGround = (typeof dispositionGrounds)[number];

/** Fields of a party that a clearance rests on unless the policy says otherwise. */
export const significantOfParty = [
  'schema',
  'names',
  'birthDate',
  'gender',
  'nationalities',
  'country',
  'identifiers',
  'addresses',
] as const satisfies readonly (keyof Party)[];
export type SignificantOfParty = (typeof significantOfParty)[number];

/** The same of an entry. */
export const significantOfEntity = [
  'schema',
  'names',
  'birthDates',
  'genders',
  'nationalities',
  'countries',
  'identifiers',
  'addresses',
  'delistedOn',
] as const satisfies readonly (keyof Entity)[];
export type SignificantOfEntity = (typeof significantOfEntity)[number];

interface Said {
  readonly caseId: string;
  readonly by: string;
  readonly at: Instant;
}

/** A state that a second person must agree with before the case is moved there. */
export interface ProposedStep extends Said {
  readonly kind: 'proposed';
  readonly state: CaseState;
  readonly reason: string;
  /** The decision that was the last when it was proposed: after another one, or an alert, it must be proposed anew. */
  readonly decisionId: string;
  readonly alerts: number;
  /** Of `data/reason-codes.yml`. */
  readonly code?: string;
}

/** What became of the proposal that stood. */
export interface SettledProposal extends Said {
  readonly kind: 'settled';
  /** `superseded`: the case was decided otherwise. */
  readonly how: 'confirmed' | 'rejected' | 'superseded';
  readonly reason: string;
}

/** A hit disposed of, for one party and one entry as they stood. */
export interface Disposition extends Said {
  readonly kind: 'disposed';
  readonly party: string;
  readonly entityId: string;
  readonly verdict: DispositionVerdict;
  readonly ground: DispositionGround;
  readonly reason: string;
  /** The policy that the hit was found under: a clearance holds under no other. */
  readonly policy: string;
  /** Of a false positive: the last day on which it is a clearance. */
  readonly until?: CalendarDate;
  /** SHA-256 of what the party and the entry said in the fields that the policy calls significant, lower-case hex. */
  readonly partySeal: string;
  readonly entitySeal: string;
}

export interface AssignedCase extends Said {
  readonly kind: 'assigned';
  /** Empty: nobody. */
  readonly to: string;
}

export interface CaseComment extends Said {
  readonly kind: 'commented';
  readonly text: string;
}

export interface CaseDueDate extends Said {
  readonly kind: 'due';
  readonly on: CalendarDate;
  readonly reason: string;
}

/** The applicant is not told what stands against the order, so that an investigation is not given away; with its legal ground. */
export interface TipOffWarning extends Said {
  readonly kind: 'no-tip-off';
  readonly isSet: boolean;
  readonly reason: string;
}

/** While it is set nothing of the case is erased, whatever its period. */
export interface LegalHold extends Said {
  readonly kind: 'legal-hold';
  readonly isSet: boolean;
  readonly reason: string;
}

/** While it is set what is kept of the order is kept and not used: neither screened, looked back on nor worked on. */
export interface Restriction extends Said {
  readonly kind: 'restriction';
  /** `requested`: a second person must agree. */
  readonly step: 'requested' | 'set' | 'lifted';
  readonly reason: string;
}

/** That the case is to be erased, which a second person must agree with. */
export interface ErasureRequest extends Said {
  readonly kind: 'erasure-requested';
  /** Before the end of its period. */
  readonly isEarly: boolean;
  readonly reason: string;
}

/** A file that somebody put with the case: its bytes are kept under their hash, and nothing of it was read by the program. */
export interface AttachedDocument extends Said {
  readonly kind: 'attached';
  readonly sha256: string;
  readonly bytes: number;
  /** Its name where it came from, without folders. */
  readonly file: string;
  readonly documentKind: AttachmentKind;
  /** BCP 47: of what stands in it. */
  readonly language: string;
  /** SHA-256 of the document of the same case that it says in another language. The original rules. */
  readonly translationOf?: string;
  /** Of a translation: who made it; absent: a machine. */
  readonly translatedBy?: string;
}

/** The day of a case has passed: it is handed to whom the policy names. */
export interface EscalatedCase extends Said {
  readonly kind: 'escalated';
  readonly to: string;
  /** The day that has passed. */
  readonly dueOn: CalendarDate;
}

export type CaseNote =
  | LegalHold
  | Restriction
  | ErasureRequest
  | ProposedStep
  | SettledProposal
  | Disposition
  | AssignedCase
  | CaseComment
  | CaseDueDate
  | TipOffWarning
  | AttachedDocument
  | EscalatedCase;

/** The proposal that waits for a second person. */
export function openProposal(notes: readonly CaseNote[]): ProposedStep | undefined {
  const last = notes.findLast(({ kind }) => kind === 'proposed' || kind === 'settled');
  return last?.kind === 'proposed' ? last : undefined;
}

/** The legal hold that is set. */
export function holdOn(notes: readonly CaseNote[]): LegalHold | undefined {
  const last = notes.findLast((note): note is LegalHold => note.kind === 'legal-hold');
  return last?.isSet ? last : undefined;
}

/** The restriction that is in force. */
export function restrictionOn(notes: readonly CaseNote[]): Restriction | undefined {
  const last = notes.findLast((note): note is Restriction => note.kind === 'restriction' && note.step !== 'requested');
  return last?.step === 'set' ? last : undefined;
}

/** What the notes of a case come to. */
export interface CaseStanding {
  /** Who works on it. */
  readonly assignee?: string;
  readonly dueOn?: CalendarDate;
  /** The applicant is not told what stands against the order. */
  readonly noTipOff: boolean;
}

/** Kinds of notes whose last one says how a case stands: `standingOf`, `openProposal`. */
export const standingKinds = [
  'assigned',
  'due',
  'no-tip-off',
  'proposed',
  'settled',
] as const satisfies CaseNote['kind'][];

/** By the last word on each. */
export function standingOf(notes: readonly CaseNote[]): CaseStanding {
  const assigned = notes.findLast((note) => note.kind === 'assigned');
  const due = notes.findLast((note) => note.kind === 'due');
  const withheld = notes.findLast((note) => note.kind === 'no-tip-off');
  return {
    ...(assigned && assigned.to !== '' && { assignee: assigned.to }),
    ...(due && { dueOn: due.on }),
    noTipOff: withheld?.isSet ?? false,
  };
}
