// The evidence of an application in, every front-company and diversion indicator with its state and what was seen out.
import type { Evidence, Signal } from '../model/evidence.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { addressSignals } from './address.ts';
import { ageSignals } from './age.ts';
import { contactSignals } from './contact.ts';
import { existenceSignals } from './existence.ts';
import { hostingSignals } from './hosting.ts';
import { moneySignals } from './money.ts';
import { ownershipSignals } from './ownership.ts';
import { peopleSignals } from './people.ts';

/**
 * All signals of `data/signals.yml`, by family and in the order of the parties. UNKNOWN is never CLEAR: what could not be
 * computed says so. No signal looks at a nationality, a birth date or the script of a name.
 */
export function raiseSignals(evidence: Omit<Evidence, 'signals'>, reference: SignalReference): Signal[] {
  return [
    existenceSignals,
    ageSignals,
    addressSignals,
    contactSignals,
    peopleSignals,
    ownershipSignals,
    moneySignals,
    hostingSignals,
  ].flatMap((signalsOf) => signalsOf(evidence, reference));
}
