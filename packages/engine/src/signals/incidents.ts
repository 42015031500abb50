// NETWORK: what a party has in common with an incident that somebody reported.
import type { IncidentLink } from '../model/incident.ts';
import { signal, type Observation, type SignalEvidence, type SignalsOf } from './observation.ts';

export const incidentSignals: SignalsOf = (evidence, reference) =>
  evidence.application.parties
    .map(({ id }) => observed(id, evidence))
    .map((observation) => signal('NE-3', observation, reference));

function observed(party: string, { incidents }: SignalEvidence): Observation {
  if (!incidents) return { party, state: 'UNKNOWN' };
  const links = incidents.filter((link) => link.party === party);
  if (links.length === 0) return { party, state: 'CLEAR' };
  const isNameAlone = links.every(({ matches }) => matches.every(({ type }) => type === 'name'));
  return {
    party,
    state: 'RAISED',
    as: isNameAlone ? 'name' : 'indicator',
    facts: { shared: links.map(sharedText).join('; '), reported: links.map(reportedText).join('; ') },
    sources: [...new Set(links.map(({ source }) => source.publisher))].map((source) => ({ source })),
  };
}

function sharedText({ incidentId, title, matches }: IncidentLink): string {
  return `${matches.map(({ type, stated }) => `${type} ${stated}`).join(', ')} (${title}, ${incidentId})`;
}

/** Who reported it. What is claimed of whom stands in the link alone, so that findings can be read without it. */
function reportedText({ source: { publisher, publishedOn, language } }: IncidentLink): string {
  return `by ${[publisher, publishedOn, language].filter((part) => part !== undefined).join(', ')}`;
}
