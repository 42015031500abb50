// A mail address or a web address in, its domain out; whether two domains are of one owner, and whether one is a provider's.
import type { SignalReference } from '../reference/signal-reference.ts';

/** The domain of a mail address, lower case; undefined when there is none. */
export function mailDomain(address: string): string | undefined {
  const [, domain] = /@([^@\s>]+\.[^@\s>.]+)\.?>?\s*$/.exec(address.normalize('NFKC').toLowerCase()) ?? [];
  return domain;
}

/** The domain of a web address without `www.`, lower case; undefined when there is none. */
export function siteDomain(address: string): string | undefined {
  const text = address.normalize('NFKC').toLowerCase().trim();
  const [, domain] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+\.[^/:?#\s.]+)/.exec(text) ?? [];
  return domain;
}

/** The same, or one below the other: `mail.example.co.jp` and `example.co.jp`. */
export function isSameDomain(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** What is known of a provider that gives addresses to anybody; a domain stands for those below it. */
export function providerKind(
  domain: string,
  { mailDomains }: Pick<SignalReference, 'mailDomains'>,
): 'free' | 'disposable' | undefined {
  const parents = domain.split('.').map((_, index, labels) => labels.slice(index).join('.'));
  return parents.map((parent) => mailDomains.get(parent)).find((kind) => kind !== undefined);
}
