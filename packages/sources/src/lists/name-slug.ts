// A name in, what is left of it for the id of an entry whose list gives it no number out.

/** Lower-case letters and digits of any alphabet, without accents, joined by hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
