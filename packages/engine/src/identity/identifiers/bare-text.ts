// An identifier as people write it in, the same in plain upper-case characters without blanks and hyphens out.

/** NFKC, upper case, without invisible characters, blanks, dashes, and the long-vowel mark that Japanese keyboards put for a dash. */
export function bareText(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\s\p{Pd}\u2212]|(?<=\d)ー(?=\d)/gu, '')
    .toUpperCase();
}
