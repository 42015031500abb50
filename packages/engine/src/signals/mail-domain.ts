// A mail address or a web address in, its domain out; and whether two domains are of one owner.

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
