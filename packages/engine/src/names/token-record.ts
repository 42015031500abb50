// A word with its place in a name in, one line that holds all that its token is read from out; and the token back.
import type { NameReference } from '../reference/name-reference.ts';
import type { NameToken, Script } from './name.ts';
import type { PlacedWord } from './placed-word.ts';
import { LazyToken } from './lazy-token.ts';
import { silentToken, type Place } from './token.ts';

/** The text of a record. */
export function textOfRecord(record: string): string {
  const parts = record.split(' ');
  return (parts.length === 2 ? parts[1] : parts[2]) ?? '';
}

/** Words with equal records have equal tokens: an index keeps records, and reads the tokens again as it needs them. */
export function tokenRecord(word: PlacedWord, { canBeFamily, ofOrganisation, isAtEnd, isOnly }: Place): string {
  const { text, script, dotted, isLight, isPatronymic, isDisguised, role, number, tellingPart, compound } = word;
  const bits =
    (canBeFamily ? BIT.canBeFamily : 0) +
    (ofOrganisation ? BIT.ofOrganisation : 0) +
    (isAtEnd ? BIT.isAtEnd : 0) +
    (isOnly ? BIT.isOnly : 0) +
    (dotted ? BIT.dotted : 0) +
    (isLight === true ? BIT.isLight : 0) +
    (isLight === false ? BIT.isNotLight : 0) +
    (isPatronymic === true ? BIT.isPatronymic : 0) +
    (isDisguised === true ? BIT.isDisguised : 0);
  // short to make, as every word of every name has one
  if (role === undefined && number === undefined && tellingPart === undefined)
    return (script === 'latin' ? (LATIN_BEGINNINGS[bits] as string) : `${String(bits)} ${script} `) + text;
  return `${String(bits)} ${script} ${text} ${role ?? ''} ${number ?? ''} ${tellingPart ?? ''} ${compound ?? ''}`;
}

const BIT = {
  canBeFamily: 1,
  ofOrganisation: 2,
  isAtEnd: 4,
  isOnly: 8,
  dotted: 16,
  isLight: 32,
  isPatronymic: 64,
  isDisguised: 128,
  isNotLight: 256,
} as const;

const LATIN_BEGINNINGS = Array.from({ length: 512 }, (_, bits) => `${String(bits)} `);

/** The token of a record that `tokenRecord` made. */
export function tokenOfRecord(record: string, reference: NameReference): NameToken {
  const parts = record.split(' ');
  const [flags = ''] = parts;
  const [script = '', text = '', role = '', number = '', tellingPart = '', compound = ''] =
    parts.length === 2 ? ['latin', parts[1]] : parts.slice(1);
  const bits = Number(flags);
  const has = (bit: number) => (bits & bit) !== 0;
  const word: PlacedWord = {
    text,
    script: script as Script,
    dotted: has(BIT.dotted),
    ...(has(BIT.isLight) || has(BIT.isNotLight) ? { isLight: has(BIT.isLight) } : {}),
    ...(has(BIT.isPatronymic) ? { isPatronymic: true } : {}),
    ...(has(BIT.isDisguised) ? { isDisguised: true } : {}),
    ...(role === '' ? {} : { role: role as 'family' | 'given' }),
    ...(number === '' ? {} : { number }),
    ...(tellingPart === '' ? {} : { tellingPart }),
    ...(compound === '' ? {} : { compound: compound as NonNullable<PlacedWord['compound']> }),
  };
  const place: Place = {
    canBeFamily: has(BIT.canBeFamily),
    ofOrganisation: has(BIT.ofOrganisation),
    isAtEnd: has(BIT.isAtEnd),
    isOnly: has(BIT.isOnly),
  };
  return new LazyToken(silentToken(word, place, reference), place, reference);
}
