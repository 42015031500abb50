// The evidence of an application in, every front-company and diversion indicator with its state and what was seen out.
import type { Signal } from '../model/evidence.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { addressExistenceSignals } from './address-existence.ts';
import { addressSignals } from './address.ts';
import { ageSignals } from './age.ts';
import { certificateSignals } from './certificate.ts';
import { contactSignals } from './contact.ts';
import { earlierSignals } from './earlier-applications.ts';
import { existenceSignals } from './existence.ts';
import { hostingSignals } from './hosting.ts';
import { listedOwnerSignals } from './listed-owners.ts';
import { incidentSignals } from './incidents.ts';
import { lookAlikeCompanySignals } from './look-alike-company.ts';
import { lookAlikeDomainSignals } from './look-alike-domain.ts';
import { moneySignals } from './money.ts';
import type { SignalEvidence } from './observation.ts';
import { ownershipSignals } from './ownership.ts';
import { peopleSignals } from './people.ts';
import { phoneSignals } from './phone.ts';
import { purposeSignals } from './purpose.ts';
import { statedSignals } from './stated.ts';

/**
 * All signals of `data/signals.yml`, in its order, and of each in the order of the parties. UNKNOWN is never CLEAR: what could
 * not be computed says so. No signal looks at a nationality, a birth date or the script of a name.
 */
export function raiseSignals(evidence: SignalEvidence, reference: SignalReference): Signal[] {
  const ids = [...reference.definitions.keys()];
  return [
    existenceSignals,
    lookAlikeCompanySignals,
    certificateSignals,
    ageSignals,
    addressSignals,
    addressExistenceSignals,
    contactSignals,
    lookAlikeDomainSignals,
    phoneSignals,
    earlierSignals,
    incidentSignals,
    peopleSignals,
    ownershipSignals,
    listedOwnerSignals,
    moneySignals,
    purposeSignals,
    hostingSignals,
    statedSignals,
  ]
    .flatMap((signalsOf) => signalsOf(evidence, reference))
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
