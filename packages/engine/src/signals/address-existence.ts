// ADDRESS: whether the claimed addresses exist, and have the postal codes they are given with, as gazetteers say.
import { buyerOf } from '../model/application.ts';
import type { AddressCheck } from '../model/gazetteer.ts';
import { signal, type Observation, type SignalsOf } from './observation.ts';

export const addressExistenceSignals: SignalsOf = ({ application, addressChecks = [] }, reference) => {
  const buyer = buyerOf(application);
  const byParty = Map.groupBy(addressChecks, ({ party }) => party);
  const parties = [buyer.id, ...[...byParty.keys()].filter((party) => party !== buyer.id)];
  return parties.map((party) => signal('AD-5', existence(party, byParty.get(party) ?? []), reference));
};

/** The gravest that is said of any address of the party. */
function existence(party: string, checks: readonly AddressCheck[]): Observation {
  const sources = [
    { source: 'application' },
    ...new Map(checks.flatMap((check) => check.sources).map((one) => [one.editionId, one])).values(),
  ];
  for (const { as, isSeen } of grades) {
    const check = checks.find(isSeen);
    if (check)
      return {
        party,
        sources,
        state: 'RAISED',
        as,
        facts: {
          address: check.address,
          postalCode: check.postalCode,
          ...(0 < check.postalPlaces.length && { placesOfCode: check.postalPlaces.join(', ') }),
        },
      };
  }
  return { party, sources, state: 0 < checks.length && checks.every(isConfirmed) ? 'CLEAR' : 'UNKNOWN' };
}

/** From the gravest. */
const grades: readonly { readonly as: string; readonly isSeen: (check: AddressCheck) => boolean }[] = [
  { as: 'no-such-code', isSeen: ({ postal }) => postal === 'NO_SUCH_CODE' },
  { as: 'other-prefecture', isSeen: ({ postal }) => postal === 'OTHER_PREFECTURE' },
  { as: 'other-municipality', isSeen: ({ postal }) => postal === 'OTHER_MUNICIPALITY' },
  { as: 'no-such-municipality', isSeen: ({ municipalityFound }) => municipalityFound === 'NOT_FOUND' },
  { as: 'no-such-town', isSeen: ({ townFound }) => townFound === 'NOT_FOUND' },
  { as: 'other-town', isSeen: ({ postal }) => postal === 'OTHER_TOWN' },
];

function isConfirmed({ postal, municipalityFound, townFound }: AddressCheck): boolean {
  return municipalityFound === 'FOUND' && townFound === 'FOUND' && (postal === 'AGREES' || postal === 'NOT_CLAIMED');
}
