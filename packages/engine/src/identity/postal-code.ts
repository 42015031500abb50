// A claimed address in, the Japanese postal code given beside it or at its beginning or end out.

export interface PostalCode {
  /** Seven digits; of one that is not well formed, whatever stands there. */
  readonly digits: string;
  readonly isWellFormed: boolean;
}

/** `〒106-0032`, `1060032`, `１０６－００３２`: what the party gives as the code first, else what the text has; undefined when neither does. */
export function postalCodeOf({
  full,
  postalCode,
}: {
  readonly full: string;
  readonly postalCode?: string;
}): PostalCode | undefined {
  const given = plain(postalCode ?? '').replace(/[\s〒]/gu, '');
  if (given !== '') {
    const digits = given.replace(/-/g, '');
    return { digits, isWellFormed: /^\d{3}-?\d{4}$/.test(given) };
  }
  const text = plain(full);
  const [, area, rest] =
    /〒\s*(\d{3})-?(\d{4})(?!\d)/u.exec(text) ??
    /^(?:日本国?)?\s*(\d{3})-?(\d{4})(?![\d-])/u.exec(text) ??
    /(?<![\d-])(\d{3})-(\d{4})(?![\d-])/u.exec(text) ??
    [];
  return area === undefined || rest === undefined ? undefined : { digits: area + rest, isWellFormed: true };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−－ー](?=\d)/gu, '-')
    .trim();
}
