// A field of contact details in, the addresses and numbers in it out.

/** Mail addresses, in lower or upper case as written. */
export function emailsIn(text: string): string[] {
  return [...text.matchAll(mailAddress)].map(([email]) => email);
}

const mailAddress = /(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Addresses of web sites, with or without `http://`; the host of a mail address is none. */
export function websitesIn(text: string): string[] {
  const site = /(?<![\w.-])(?:https?:\/\/\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?)(?!\w)/gi;
  return [...text.replace(mailAddress, ' ').matchAll(site)].map(([website]) => website.replace(/[).,;]+$/, ''));
}

/** Numbers that can be dialled; a part with fewer digits is an extension or the end of a range, and stays with the one before it. */
const MIN_DIGITS = 5;

/** Telephone numbers of a list of them: `+963 11 2121816. +963 11 2121834`, `(1) 218 213330927 (2) 218 213331533`. */
export function phonesIn(text: string): string[] {
  const phones: string[] = [];
  for (const written of text.split(/[.;]\s|\(\d{1,2}\)\s(?=\s*[+(\d])|,\s*(?=[+(]|\d{4})/)) {
    const part = written.trim().replace(/[.,;]$/, '');
    const digits = part.replace(/\D/g, '').length;
    if (MIN_DIGITS <= digits) phones.push(part);
    else if (digits > 0 && phones.length > 0) phones.push(`${phones.pop() ?? ''}, ${part}`);
  }
  return phones;
}
