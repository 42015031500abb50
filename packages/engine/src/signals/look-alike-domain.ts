// CONTACT: mail and web domains that were chosen to be taken for another's.
import { buyerOf } from '../model/application.ts';
import type { Confirmation } from '../model/register.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { lettersBetween } from './letters-between.ts';
import { isSameDomain, mailDomain, providerKind, siteDomain } from '../identity/mail-domain.ts';
import {
  fromApplication,
  fromRegister,
  numberSetting,
  signal,
  wordsSetting,
  type Seen,
  type SignalsOf,
} from './observation.ts';
import { decodedDomain } from './punycode.ts';
import { reachedBy } from './reached-by.ts';

export const lookAlikeDomainSignals: SignalsOf = (evidence, reference) => {
  const { application, confirmations } = evidence;
  const buyer = buyerOf(application);
  const answers = confirmations.filter(({ party }) => party === buyer.id);
  const isOwned = (domain: string) => providerKind(domain, reference) === undefined;
  const registered = answers.flatMap(registeredDomains).filter(isOwned);
  const sites = domainsOfSites(buyer.websites ?? []).filter(isOwned);
  const sources = [...fromApplication, ...(0 < registered.length ? answers.flatMap(fromRegister) : [])];
  return reachedBy(application, 'emails').map((party) => {
    const mails = domainsOfMails(party.emails ?? []).filter(isOwned);
    const pairs = [
      ...pairsOf(mails, [...sites, ...registered]),
      ...(party === buyer ? pairsOf(sites, registered) : []),
    ];
    const isKnown = 0 < (party.emails ?? []).length && 0 < sites.length + registered.length;
    return signal(
      'CO-2',
      { party: party.id, sources, ...(lookAlike(pairs, reference) ?? { state: isKnown ? 'CLEAR' : 'UNKNOWN' }) },
      reference,
    );
  });
};

/** A domain beside one that it may be made to be taken for. */
interface DomainPair {
  readonly domain: string;
  readonly known: string;
}

/** Of each domain that is none of the known ones, with all of these. */
function pairsOf(domains: readonly string[], known: readonly string[]): readonly DomainPair[] {
  const unlike = domains.filter((domain) => !known.some((other) => isSameDomain(domain, other)));
  return unlike.flatMap((domain) => [...new Set(known)].map((other) => ({ domain, known: other })));
}

/** Of the company itself, and of those that it can be taken for by its name. */
function registeredDomains({ fact, lookAlikes = [] }: Confirmation): readonly string[] {
  return [
    ...domainsOfSites(fact?.current.websites ?? []),
    ...domainsOfMails(fact?.current.emails ?? []),
    ...lookAlikes.flatMap(({ websites = [] }) => domainsOfSites(websites)),
  ];
}

function domainsOfSites(websites: readonly string[]): readonly string[] {
  return websites.map(siteDomain).filter((domain) => domain !== undefined);
}

function domainsOfMails(emails: readonly string[]): readonly string[] {
  return emails.map(mailDomain).filter((domain) => domain !== undefined);
}

function lookAlike(pairs: readonly DomainPair[], reference: SignalReference): Seen | undefined {
  const found = pairs.flatMap(({ domain, known }): (Seen & { state: 'RAISED' })[] => {
    const as = likeness(domain, known, reference);
    return as === undefined ? [] : [{ state: 'RAISED', as, facts: { domain, known } }];
  });
  return found.find(({ as }) => as !== 'other-ending') ?? found[0];
}

/** How the first is made to be taken for the second; undefined when it is not like it. */
function likeness(domain: string, known: string, reference: SignalReference): string | undefined {
  const [one, two] = [registeredName(domain, reference), registeredName(known, reference)];
  if (one === two) return 'other-ending';
  if (skeleton(one, reference) === skeleton(two, reference)) return 'same-look';
  if ([...two].length < numberSetting('CO-2', 'shortest', reference)) return undefined;
  if (lettersBetween(one, two) <= numberSetting('CO-2', 'edits', reference)) return 'near';
  const words = wordsSetting('CO-2', 'words', reference);
  const rest = one.startsWith(two) ? one.slice(two.length) : one.endsWith(two) ? one.slice(0, -two.length) : '';
  return words.includes(rest.replace(/^-|-$/g, '')) ? 'with-word' : undefined;
}

/** What somebody registered, without what stands below it and without the ending: `mihon` of `mail.mihon.co.jp`. */
function registeredName(domain: string, reference: SignalReference): string {
  const labels = decodedDomain(domain).split('.');
  const second = labels.at(-2) ?? '';
  const isShared =
    2 < labels.length &&
    labels.at(-1)?.length === 2 &&
    wordsSetting('CO-2', 'sharedEndings', reference).includes(second);
  return labels.at(isShared ? -3 : -2) ?? '';
}

/** One spelling for names that look alike: letters of other scripts and digits as the Latin letters they look like. */
function skeleton(name: string, { spelling: { lookAlikes } }: SignalReference): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  return [...plain]
    .map((character) => lookAlikes.latin.get(character) ?? character)
    .join('')
    .replaceAll('-', '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[il]/g, 'l');
}
