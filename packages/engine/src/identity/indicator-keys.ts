// An application and an incident in, what both could have in common out: the same text for the same thing.
import { buyerOf, type Application } from '../model/application.ts';
import type { JoiningFact, KnownFact, KnownKey } from '../model/chain.ts';
import type { Incident, Indicator, IncidentMatch } from '../model/incident.ts';
import {
  bitsOfVersion,
  firstBits,
  networkHolds,
  parseIpAddress,
  parseIpNetwork,
  type IpAddress,
} from '../model/ip-address.ts';
import { phoneKey } from './contact-key.ts';
import { joiningKeys, mailKey, ownDomain, type KeyReference } from './joining-keys.ts';
import { siteDomain } from './mail-domain.ts';

/** What is found is kept under it; whether it is the same is told by `sharedIndicators`. */
export type IndicatorKey = Pick<KnownKey, 'fact' | 'value'>;

/** Facts of applications that incidents speak of too. */
const sharedFacts: readonly JoiningFact[] = ['phone', 'mail', 'domain'];

/** Of a network, the keys of its addresses begin with these many bits. */
const keyedBits = { 4: [16, 24, 32], 6: [32, 48, 64] } as const;

/** All that an incident may name too: what joins parties, the pages of their sites, and the address that the order came from. */
export function incidentKeys(application: Application, reference: KeyReference): readonly KnownKey[] {
  return [
    ...joiningKeys(application, reference).filter(({ fact }) => sharedFacts.includes(fact)),
    ...keysForIncidents(application),
  ];
}

/** Those of them that join no parties. */
export function keysForIncidents(application: Application): readonly KnownKey[] {
  const { parties, network } = application;
  const buyer = buyerOf(application).id;
  const written = network?.ipAddress ?? '';
  const address = parseIpAddress(written);
  const networks = (address ? keyedBits[address.version] : []).map((prefix) => ({
    party: buyer,
    fact: 'network' as const,
    value: ipKey(address as IpAddress, prefix),
    written,
  }));
  const pages = parties.flatMap(({ id: party, websites = [] }) =>
    websites.flatMap((website) => {
      const value = pageKey(website);
      return value === undefined ? [] : [{ party, fact: 'url' as const, value, written: website }];
    }),
  );
  return [...new Map([...networks, ...pages].map((key) => [`${key.party} ${key.fact} ${key.value}`, key])).values()];
}

/**
 * Undefined for what links to no application: a name (that is searched for), an account, a hash, what was taken back, a domain
 * under which anybody can have an address, a number without the code of its country.
 */
export function indicatorKey(indicator: Indicator, reference: Pick<KeyReference, 'signals'>): IndicatorKey | undefined {
  const { type, value, revoked = false } = indicator;
  if (revoked) return undefined;
  const of = (fact: KnownFact, key: string | undefined) => (key === undefined ? undefined : { fact, value: key });
  switch (type) {
    case 'domain':
      return of('domain', ownDomain(siteDomain(value), reference));
    case 'mail':
      return of('mail', mailKey(value));
    case 'phone':
      return /^\s*(?:\+|00)/.test(value.normalize('NFKC'))
        ? of('phone', phoneKey(value, undefined, reference.signals.callingCodes))
        : undefined;
    case 'url': {
      const page = siteOf(value);
      if (page?.pathname === '/' && page.search === '')
        return indicatorKey({ type: 'domain', value: page.hostname }, reference);
      return of('url', pageKey(value));
    }
    case 'ip': {
      const network = parseIpNetwork(value);
      const prefix = network && keyedBits[network.version].findLast((bits) => bits <= network.prefix);
      return prefix === undefined ? undefined : of('network', ipKey(network as IpAddress, prefix));
    }
    case 'name':
    case 'account':
    case 'file-hash':
      return undefined;
  }
}

/** What parties of the application have in common with the incident, but for names, by party. */
export function sharedIndicators(
  keys: readonly KnownKey[],
  incident: Incident,
  reference: Pick<KeyReference, 'signals'>,
): ReadonlyMap<string, readonly IncidentMatch[]> {
  const byKey = Map.groupBy(keys, ({ fact, value }) => `${fact} ${value}`);
  const shared = new Map<string, Map<string, IncidentMatch>>();
  for (const indicator of incident.indicators) {
    const key = indicatorKey(indicator, reference);
    for (const { party, written } of key ? (byKey.get(`${key.fact} ${key.value}`) ?? []) : []) {
      if (indicator.type === 'ip' && !holds(indicator.value, written)) continue;
      const match: IncidentMatch = { type: indicator.type, indicator: indicator.value, stated: written };
      const known = shared.get(party) ?? new Map<string, IncidentMatch>();
      shared.set(party, known.set(`${indicator.type} ${indicator.value}`, match));
    }
  }
  return new Map([...shared].map(([party, matches]) => [party, [...matches.values()]]));
}

function holds(network: string, address: string): boolean {
  const [one, other] = [parseIpNetwork(network), parseIpAddress(address)];
  return one !== undefined && other !== undefined && networkHolds(one, other);
}

function ipKey(address: IpAddress, prefix: number): string {
  const isWhole = prefix === bitsOfVersion[address.version];
  return `${String(address.version)}/${isWhole ? 'address' : String(prefix)} ${firstBits(address, prefix).toString(16)}`;
}

/** Host, path and query of a page; of the first page of a site nothing, which is its domain. */
function pageKey(website: string): string | undefined {
  const page = siteOf(website);
  if (!page || (page.pathname === '/' && page.search === '')) return undefined;
  return `${page.hostname.replace(/^www\d?\./, '')}${page.pathname.replace(/\/+$/, '')}${page.search}`;
}

/** A web address, with its protocol or without. */
function siteOf(website: string): URL | undefined {
  const text = website.normalize('NFKC').trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
