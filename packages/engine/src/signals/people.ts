// PEOPLE: who acts for the company, and whether the contact is shown to belong to it.
import { buyerOf, type Application, type Party } from '../model/application.ts';
import type { Signal } from '../model/evidence.ts';
import { compareJapaneseAddresses } from '../identity/japanese-address.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { answerGiven, wholeNumber } from './answers.ts';
import { isSameDomain, mailDomain, siteDomain } from '../identity/mail-domain.ts';
import { numberSetting, signal, type Observation, type SignalEvidence, type SignalsOf } from './observation.ts';
import { statedAs } from './stated.ts';

export const peopleSignals: SignalsOf = (evidence, reference) => {
  const { application } = evidence;
  const buyer = buyerOf(application);
  const sites = (buyer.websites ?? []).map(siteDomain).filter((domain) => domain !== undefined);
  return [
    signal('PE-2', manyCompanies(application, reference), reference),
    signal('PE-3', nominee(evidence, reference), reference),
    ...application.parties
      .filter(({ roles }) => roles.includes('contact'))
      .map((contact): Signal => signal('PE-4', mailOutside(contact, sites), reference)),
  ];
};

const actingLinks: readonly string[] = ['director-of', 'represents', 'owns'];

/** By the links of the application and by what a reviewer counted elsewhere. */
function manyCompanies(application: Application, reference: SignalReference): Observation {
  const { parties, links = [] } = application;
  const buyer = buyerOf(application);
  const party = buyer.id;
  if (buyer.schema === 'Person') return { party, state: 'NOT_APPLICABLE' };
  const counted = wholeNumber(answerGiven(application, 'companies-of-representative'));
  const representatives = parties.filter(({ roles }) => roles.includes('representative'));
  const linked = representatives.map(
    ({ id }) =>
      new Set(links.filter(({ from, kind }) => from === id && actingLinks.includes(kind)).map(({ to }) => to)).size,
  );
  const most = Math.max(0, counted ?? 0, ...linked);
  if (numberSetting('PE-2', 'companies', reference) <= most)
    return { party, state: 'RAISED', as: 'many', facts: { companies: String(most) } };
  return { party, state: counted === undefined ? 'UNKNOWN' : 'CLEAR' };
}

/** The address of an agent who forms companies, or what somebody said. */
function nominee(evidence: SignalEvidence, reference: SignalReference): Observation {
  const { application } = evidence;
  const buyer = buyerOf(application);
  if (buyer.schema === 'Person') return { party: buyer.id, state: 'NOT_APPLICABLE' };
  const agents = reference.virtualOffices.filter(({ kind }) => kind === 'formation-agent');
  const { japaneseAddresses } = reference;
  const found = application.parties
    .filter(({ roles }) => roles.includes('representative'))
    .flatMap(({ id, addresses = [] }) => addresses.map(({ full }) => ({ id, full })))
    .find(({ full }) =>
      agents.some(({ address }) => compareJapaneseAddresses(full, address, japaneseAddresses).verdict === 'SAME'),
    );
  if (found) return { party: found.id, state: 'RAISED', as: 'agent-address', facts: { address: found.full } };
  return { party: buyer.id, ...statedAs('PE-3', evidence, reference) };
}

function mailOutside({ id, emails = [] }: Party, sites: readonly string[]): Observation {
  const domains = emails.map(mailDomain).filter((domain) => domain !== undefined);
  if (domains.length === 0 || sites.length === 0) return { party: id, state: 'UNKNOWN' };
  const outside = domains.find((domain) => !sites.some((site) => isSameDomain(domain, site)));
  if (outside === undefined) return { party: id, state: 'CLEAR' };
  return { party: id, state: 'RAISED', as: 'other-domain', facts: { mail: outside, site: sites.join(', ') } };
}
