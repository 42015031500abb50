// PEOPLE: whether the contact is shown to belong to the company.
import { buyerOf, type Party } from '../model/application.ts';
import type { Signal } from '../model/evidence.ts';
import { isSameDomain, mailDomain, siteDomain } from './mail-domain.ts';
import { signal, type Observation, type SignalsOf } from './observation.ts';

export const peopleSignals: SignalsOf = ({ application }, reference) => {
  const buyer = buyerOf(application);
  const sites = (buyer.websites ?? []).map(siteDomain).filter((domain) => domain !== undefined);
  return application.parties
    .filter(({ roles }) => roles.includes('contact'))
    .map((contact): Signal => signal('PE-4', mailOutside(contact, sites), reference));
};

function mailOutside({ id, emails = [] }: Party, sites: readonly string[]): Observation {
  const domains = emails.map(mailDomain).filter((domain) => domain !== undefined);
  if (domains.length === 0 || sites.length === 0) return { party: id, state: 'UNKNOWN' };
  const outside = domains.find((domain) => !sites.some((site) => isSameDomain(domain, site)));
  if (outside === undefined) return { party: id, state: 'CLEAR' };
  return { party: id, state: 'RAISED', as: 'other-domain', facts: { mail: outside, site: sites.join(', ') } };
}
