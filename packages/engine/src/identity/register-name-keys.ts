// A company's name in, the keys it is looked up by in a register out.
import { compactText, foldText } from '../names/fold.ts';
import { splitLegalForm } from '../names/legal-forms.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import type { Identifier, IdentifierType } from '../model/identifier.ts';
import { kanaKey } from './kana-key.ts';
import type { NameReference } from '../reference/name-reference.ts';

/**
 * The name without its legal form and the name whole, both folded to letters and digits alone; and what is all kana by
 * its sound as well, for readings are written in either kana and with small letters or large. Made alike for the names,
 * readings and English names that a register has and for those that a party claims: companies of one name share a key.
 */
export function registerNameKeys(name: string, reference: NameReference): readonly string[] {
  const folded = foldText(name, reference);
  const whole = compactText(folded);
  const core = compactText(splitLegalForm(folded, reference).core);
  const keys = [core, whole, kanaKey(core) ?? ''].filter((key) => key !== '');
  return [...new Set(keys)];
}

/**
 * The key of a number that a register states of a company beside its own; no name has such a key. Undefined for a number
 * that another company can have too.
 */
export function registerNumberKey({ type, value }: Identifier): string | undefined {
  if (!ofOneCompany.includes(type)) return undefined;
  const { normalised } = checkIdentifier({ type, value });
  return normalised === undefined ? undefined : `#${type} ${normalised}`;
}

/** Numbers that name one company in the world. */
const ofOneCompany: readonly IdentifierType[] = [
  'jp-corporate-number',
  'jp-edinet-code',
  'jp-securities-code',
  'lei',
  'uk-company-number',
  'us-cik',
  'cn-uscc',
  'kr-business-number',
  'kr-corporate-number',
];

/** Raise it when the same row would get other keys from the same tables of `data/`: registers are keyed anew then. */
export const registerNameKeysVersion = 5;
