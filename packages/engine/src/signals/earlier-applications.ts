// CONTACT, NETWORK, HOSTING: what an application has in common with those of others that came before it.
import { buyerOf } from '../model/application.ts';
import type { EarlierApplication, SharedMark } from '../model/evidence.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { massAddress } from './address.ts';
import { numberSetting, signal, type Observation, type SignalEvidence, type SignalsOf } from './observation.ts';
import { appliesTo } from './stated.ts';

export const earlierSignals: SignalsOf = (evidence, reference) => [
  signal('CO-6', sharedContact(evidence, reference), reference),
  signal('NE-1', linked(evidence, reference), reference),
  signal('HO-2', manyAccounts(evidence, reference), reference),
];

/** What belongs to one person or office; the others are shared by many who know nothing of each other. */
const ownMarks: readonly SharedMark[] = ['phone', 'mail', 'device'];

function sharedContact(evidence: SignalEvidence, reference: SignalReference): Observation {
  const party = buyerOf(evidence.application).id;
  const found = sharedWith(evidence, reference)?.filter(({ sameBuyer, shared }) => !sameBuyer && shared !== 'end-use');
  if (!found) return { party, state: 'UNKNOWN' };
  if (found.length === 0) return { party, state: 'CLEAR' };
  const refused = found.filter(({ outcome }) => outcome === 'REFUSE');
  if (0 < refused.length) return { party, state: 'RAISED', as: 'refused', facts: factsOf(refused) };
  const own = found.filter(({ shared }) => ownMarks.includes(shared));
  return 0 < own.length
    ? { party, state: 'RAISED', as: 'contact', facts: factsOf(own) }
    : { party, state: 'RAISED', as: 'surroundings', facts: factsOf(found) };
}

/** Of the building of many companies nothing follows. */
function sharedWith(
  { earlierApplications, ...evidence }: SignalEvidence,
  reference: SignalReference,
): readonly EarlierApplication[] | undefined {
  const isMass = massAddress(evidence, reference).state === 'RAISED';
  return earlierApplications?.filter(({ shared }) => shared !== 'address' || !isMass);
}

function factsOf(found: readonly EarlierApplication[]): Readonly<Record<string, string>> {
  const distinct = (values: readonly string[]) => [...new Set(values)].join(', ');
  return {
    shared: distinct(found.map(({ shared }) => shared)),
    applications: distinct(found.map(({ applicationId, outcome }) => `${applicationId} (${outcome})`)),
  };
}

/** A listed party at most two steps off, or an order that a person refused, the buyer's own too. */
function linked(evidence: SignalEvidence, reference: SignalReference): Observation {
  const { paths, application } = evidence;
  const party = buyerOf(application).id;
  const most = numberSetting('NE-1', 'steps', reference);
  const near = paths.filter(({ to, hops }) => to !== party && hops.length <= most);
  if (0 < near.length)
    return {
      party,
      state: 'RAISED',
      as: 'listed',
      facts: { parties: near.map(({ to, entityId }) => `${to} (${entityId})`).join(', ') },
    };
  const earlier = sharedWith(evidence, reference);
  const refused = earlier?.filter(({ outcome, shared }) => outcome === 'REFUSE' && shared !== 'end-use') ?? [];
  if (0 < refused.length) return { party, state: 'RAISED', as: 'refused', facts: factsOf(refused) };
  return { party, state: earlier ? 'CLEAR' : 'UNKNOWN' };
}

/** Other buyers who ordered from the same device. */
function manyAccounts(evidence: SignalEvidence, reference: SignalReference): Observation {
  const { application, earlierApplications } = evidence;
  const party = buyerOf(application).id;
  const definition = reference.definitions.get('HO-2');
  if (definition && !appliesTo(definition, application)) return { party, state: 'NOT_APPLICABLE' };
  if (application.network?.deviceId === undefined || !earlierApplications) return { party, state: 'UNKNOWN' };
  const others = earlierApplications.filter(({ shared, sameBuyer }) => shared === 'device' && !sameBuyer);
  return numberSetting('HO-2', 'others', reference) <= new Set(others.map(({ applicationId }) => applicationId)).size
    ? { party, state: 'RAISED', as: 'one-device', facts: factsOf(others) }
    : { party, state: 'CLEAR' };
}
