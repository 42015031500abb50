// An application and what registers say of its companies in, the state of every number that it claims out.
import type { Application } from '../model/application.ts';
import type { Identifier, IdentifierCheck, IdentifierType } from '../model/identifier.ts';
import type { Confirmation } from '../model/register.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';

/**
 * The check digit first; then what the register said that was asked for the number; then, of a company that a register confirmed,
 * what it and the registers joined with it state of that company: the number, or another one of its kind. A joined row of
 * another name states nothing of the company.
 */
export function identifierStates(
  application: Application,
  confirmations: readonly Confirmation[],
): readonly IdentifierCheck[] {
  return application.parties.flatMap((party) =>
    (party.identifiers ?? []).map((identifier): IdentifierCheck => {
      const checked = checkIdentifier(identifier);
      const answers = confirmations.filter((confirmation) => confirmation.party === party.id);
      const { state, stated } =
        checked.state === 'VALID_UNCONFIRMED'
          ? stateByRegisters({ type: identifier.type, value: checked.normalised ?? '' }, answers)
          : { state: checked.state };
      return { party: party.id, identifier, ...checked, state, ...(stated && { stated }) };
    }),
  );
}

type StatedNumber = NonNullable<IdentifierCheck['stated']>;

function stateByRegisters(
  number: Pick<Identifier, 'type' | 'value'>,
  answers: readonly Confirmation[],
): { readonly state: IdentifierCheck['state']; readonly stated?: StatedNumber } {
  const asked = answers.find((answer) => answer.basis === 'number' && answer.number === number.value);
  if (asked && asked.verdict !== 'NOT_CHECKABLE')
    return asked.verdict === 'CONFIRMED'
      ? { state: 'CONFIRMED', ...(asked.editionId !== undefined && { stated: statedBy(asked, number.value) }) }
      : { state: 'CONTRADICTED' };
  const known = answers
    .filter(({ verdict }) => verdict === 'CONFIRMED')
    .flatMap(numbersOf)
    .filter(({ type }) => type === number.type);
  const same = known.find(
    ({ stated }) => comparable(number.type, stated.value) === comparable(number.type, number.value),
  );
  if (same) return { state: 'CONFIRMED', stated: same.stated };
  const [other] = oneOfEachCompany.includes(number.type) ? known : [];
  return other ? { state: 'CONTRADICTED', stated: other.stated } : { state: 'VALID_UNCONFIRMED' };
}

function statedBy(
  { register, editionId = '' }: Pick<Confirmation, 'register' | 'editionId'>,
  value: string,
): StatedNumber {
  return { register, editionId, value };
}

/** What the register itself and those joined with it state of a company that it confirmed. */
function numbersOf(answer: Confirmation): readonly { readonly type: IdentifierType; readonly stated: StatedNumber }[] {
  const own = (answer.fact?.current.identifiers ?? []).map(({ type, value }) => ({
    type,
    stated: statedBy(answer, value),
  }));
  const joined = (answer.joins ?? [])
    .filter(({ fields }) => !fields.some(({ field, verdict }) => field === 'name' && verdict === 'DIFFERENT'))
    .flatMap((join) => (join.numbers ?? []).map(({ type, value }) => ({ type, stated: statedBy(join, value) })));
  return [...own, ...joined];
}

/** Of these a company has one at a time; of others several can be right. */
const oneOfEachCompany: readonly IdentifierType[] = [
  'lei',
  'jp-corporate-number',
  'jp-edinet-code',
  'jp-securities-code',
];

/** A code of a class of share is one of the company. */
function comparable(type: IdentifierType, value: string): string {
  const { normalised = value } = checkIdentifier({ type, value });
  return type === 'jp-securities-code' ? normalised.slice(0, SECURITIES_COMPANY) : normalised;
}

const SECURITIES_COMPANY = 4;
