// One company as two registers state it in, what the one says beside the other, field by field, out.
import type { Party } from '../model/application.ts';
import type { FieldComparison, RegisterFact, RegisterRow } from '../model/register.ts';
import { addressOf, compareClaimedAddress } from './claimed-address.ts';
import { compareCompanyName } from './company-name.ts';
import { compareStatus } from './company-status.ts';
import type { ConfirmReference } from './confirm.ts';

/**
 * Name, address and status. `claimed` is what the other register says, `registered` what ours says. Names of either script
 * count; addresses that cannot be compared are UNPARSEABLE, which contradicts nothing.
 * @param country of our register, ISO 3166-1 alpha-2.
 */
export function compareRegisters(
  ours: RegisterFact,
  theirs: RegisterFact,
  country: string,
  reference: ConfirmReference,
): readonly FieldComparison[] {
  const { current } = theirs;
  const names = [current.name, current.englishName, ...(current.otherNames ?? []).flatMap(standingName)];
  const seat = addressOf(current);
  const stated: Party = {
    id: current.number,
    roles: ['related-person'],
    schema: 'Company',
    names: names.filter((text) => text !== undefined).map((text) => ({ text })),
    ...(seat !== '' && { addresses: [{ full: seat, ...seatCountry(current, country), use: 'seat' as const }] }),
  };
  const said = stated.names.map(({ text }) => text);
  return [
    compareCompanyName(said, ours.current, ours.history, reference.names),
    compareClaimedAddress(stated, ours, country, reference),
    statusesCompared(ours.current, current),
  ];
}

function standingName({ text, kind }: NonNullable<RegisterRow['otherNames']>[number]): readonly string[] {
  return kind === 'foreign' ? [text] : [];
}

function seatCountry({ seat, addressAbroad }: RegisterRow, country: string): { readonly country?: string } {
  const stated = seat?.country ?? (addressAbroad === undefined ? country : undefined);
  return stated === undefined ? {} : { country: stated };
}

/** Open in the one and closed in the other is DIFFERENT; a lapsed number says nothing of the company. */
function statusesCompared(ours: RegisterRow, theirs: RegisterRow): FieldComparison {
  const [here, there] = [compareStatus(ours), compareStatus(theirs)];
  const isOne = (here.verdict === 'DIFFERENT') === (there.verdict === 'DIFFERENT');
  const verdict = isOne ? (here.verdict === there.verdict ? 'SAME' : 'SIMILAR') : 'DIFFERENT';
  return { field: 'status', verdict, claimed: there.registered ?? '', registered: here.registered ?? '' };
}
