// Legal status as claims: who says what of a person's standing in a procedure, and when. Never merged into one status.

/** Ordered by procedure, not by guilt; meaning and display in `data/legal-status.yml`. */
export const legalStatuses = [
  'REPORTED',
  'SUSPECTED',
  'WARRANT_ISSUED',
  'WANTED_NATIONAL',
  'WANTED_INTERNATIONAL',
  'ARRESTED',
  'REFERRED_TO_PROSECUTORS',
  'CHARGED',
  'NOT_INDICTED',
  'ACQUITTED',
  'CONVICTED',
  'SPENT',
  'SANCTIONED',
  'DEBARRED',
  'DELISTED',
  'RETRACTED',
] as const;
export type LegalStatus = (typeof legalStatuses)[number];

const accusations = legalStatuses.slice(0, legalStatuses.indexOf('CHARGED') + 1);

/** What takes the place of which earlier claims in every view: who was not indicted is not shown as a suspect. */
export const displacedBy: Readonly<Partial<Record<LegalStatus, readonly LegalStatus[]>>> = {
  NOT_INDICTED: accusations,
  ACQUITTED: [...accusations, 'CONVICTED'],
  RETRACTED: legalStatuses.filter((status) => status !== 'RETRACTED'),
};

export const notIndictedReasons = ['SUSPENDED', 'INSUFFICIENT', 'NO_SUSPICION', 'REASON_UNKNOWN'] as const;

export interface LegalStatusClaim {
  readonly status: LegalStatus;
  /** With NOT_INDICTED only. */
  readonly reason?: (typeof notIndictedReasons)[number];
  readonly offence?: string;
  /** The court, police or body whose act it is. */
  readonly authority: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: of the act, as far as known. */
  readonly date?: string;
  /** Who reports it: the list itself, a newspaper. */
  readonly reportedBy: string;
  readonly sourceUrl?: string;
}
