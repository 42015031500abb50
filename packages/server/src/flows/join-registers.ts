// Confirmations and the registers in use in, the same with what other registers say of each company that was found out.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { compareRegisters } from '@sekisho/engine/identity/compare-registers.ts';
import { registerNumberKey } from '@sekisho/engine/identity/register-name-keys.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { Identifier, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { Confirmation, RegisterFact, RegisterJoin } from '@sekisho/engine/model/register.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { openRegister } from './register-names.ts';

type JoinParts = Pick<Parts, 'editionFiles' | 'registerFiles' | 'registerImporters' | 'reference' | 'nameKeysVersion'>;

interface OpenRegister {
  readonly source: string;
  readonly numbers: IdentifierType;
  readonly country: string | undefined;
  readonly reader: RegisterReader;
}

/** Rows that one number of a company leads to; more are no longer one company. */
const MAX_ROWS = 5;

/**
 * A company is the same in two registers when one of them states the other's number of it, or both state one number: EDINET
 * the corporate number, GLEIF that of the registration authority. Numbers found so lead on to further registers.
 * @throws Problem `edition.damaged`.
 */
export async function joinRegisters(
  confirmations: readonly Confirmation[],
  active: readonly ActiveEdition[],
  parts: JoinParts,
): Promise<readonly Confirmation[]> {
  const editions = active.map(({ edition }) => edition).filter(({ kind }) => kind === 'register');
  if (editions.length < 2 || confirmations.every(({ fact }) => !fact)) return confirmations;
  const open: OpenRegister[] = [];
  try {
    for (const edition of editions) {
      const register = await registerOf(edition, parts);
      if (!register) continue;
      const { numbers, country } = register;
      open.push({ source: edition.source, numbers, country, reader: await openRegister(edition, parts) });
    }
    return confirmations.map((confirmation) => {
      const joins = confirmation.fact ? joinsOf(confirmation.fact, open, parts) : [];
      return joins.length === 0 ? confirmation : { ...confirmation, joins };
    });
  } finally {
    for (const { reader } of open) reader.close();
  }
}

interface KnownNumber extends Pick<Identifier, 'type' | 'value'> {
  readonly statedBy: string;
}

function joinsOf(ours: RegisterFact, open: readonly OpenRegister[], { reference }: JoinParts): readonly RegisterJoin[] {
  const own = open.find(({ source }) => source === ours.register);
  const country = ours.current.seat?.country ?? own?.country ?? 'jp';
  const joined = new Map<string, RegisterJoin>();
  const known: KnownNumber[] = own ? numbersOf(ours, own.numbers) : [];
  // grows while it is walked: what is found states numbers too
  for (const { statedBy, ...number } of known)
    for (const register of open)
      for (const theirs of register.source === ours.register ? [] : factsOf(number, register)) {
        const at = `${theirs.register} ${theirs.current.number}`;
        if (joined.has(at)) continue;
        joined.set(at, {
          register: theirs.register,
          editionId: theirs.editionId,
          number: theirs.current.number,
          by: number.type,
          statedBy: register.numbers === number.type ? statedBy : theirs.register,
          numbers: [
            { type: register.numbers, value: theirs.current.number },
            ...(theirs.current.identifiers ?? []).map(({ type, value }) => ({ type, value })),
          ],
          fields: compareRegisters(ours, theirs, country, reference),
        });
        known.push(...numbersOf(theirs, register.numbers));
      }
  return [...joined.values()];
}

function numbersOf({ register, current }: RegisterFact, type: IdentifierType): KnownNumber[] {
  const stated = [{ type, value: current.number }, ...(current.identifiers ?? [])];
  return stated
    .filter((identifier) => registerNumberKey(identifier) !== undefined)
    .map((identifier) => ({ type: identifier.type, value: identifier.value, statedBy: register }));
}

/** The company whose number it is in the register, or those of which the register states it. */
function factsOf(number: Identifier, { numbers, reader }: OpenRegister): readonly RegisterFact[] {
  if (numbers === number.type) {
    const fact = reader.byNumber(checkIdentifier(number).normalised ?? number.value);
    return fact ? [fact] : [];
  }
  return reader.byNameKey(registerNumberKey(number) ?? '', MAX_ROWS);
}
