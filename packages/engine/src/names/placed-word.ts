// A word of a name with what is known of it before its sounds are looked up.
import type { Word } from './script.ts';

export interface PlacedWord extends Word {
  readonly role?: 'family' | 'given';
  /** The number that it stands for, in digits. */
  readonly number?: string;
  /** It carries little here, whatever it is elsewhere: "No." before a number, a word said twice. False: it does not. */
  readonly isLight?: boolean;
  readonly isPatronymic?: boolean;
  /** Of a compound, the part that tells it apart: rahman of Abd al-Rahman. */
  readonly tellingPart?: string;
  /** What the other part says: servant of, father or mother of, … of the faith, … of God. */
  readonly compound?: 'servant' | 'parent' | 'faith' | 'god';
}
