// What proves a person besides a passphrase: codes of a device, codes on paper, the word of an identity provider.
import type { Instant } from '@sekisho/engine/model/calendar.ts';

/** The secret that a person's device and this place share. */
export interface SecondFactor {
  readonly personId: string;
  /** Encrypted with a key of the keys folder (`record/secret-box.ts`). */
  readonly sealedSecret: string;
  /** Absent until a code proved that the device has it: nobody is asked for codes before. */
  readonly confirmedAt?: Instant;
  /** The period whose code was taken last; it and earlier ones are taken no more. */
  readonly lastPeriod: number;
  /** SHA-256, lower-case hex, of codes that work once each. */
  readonly recoveryHashes: readonly string[];
}

/** Whom an identity provider means by a subject. An administrator says so. */
export interface BoundSubject {
  readonly issuer: string;
  readonly subject: string;
  readonly personId: string;
}

export interface SecondFactorReader {
  secondFactor(personId: string): Promise<SecondFactor | undefined>;
  boundSubjects(): Promise<readonly BoundSubject[]>;
  boundSubject(issuer: string, subject: string): Promise<BoundSubject | undefined>;
}

export interface SecondFactorWriter extends SecondFactorReader {
  /** Adds or changes. */
  saveSecondFactor(factor: SecondFactor): Promise<void>;
  removeSecondFactor(personId: string): Promise<void>;
  /** In place of what the person was bound to at this issuer. */
  bindSubject(bound: BoundSubject): Promise<void>;
}
