// What an identifier says by itself: its format and its check digit.
import type { IdentifierState } from '../../model/identifier.ts';

/** A valid identifier is still unconfirmed: only a register that knows it earns trust. */
export interface IdentifierReading {
  readonly state: Extract<IdentifierState, 'FORMAT_INVALID' | 'CHECK_INVALID' | 'VALID_UNCONFIRMED'>;
  /** The value in its one normal form; absent when the format is invalid. */
  readonly normalised?: string;
}
