// The tables of `data/contact` in, checked and frozen out: what mail domains and the beginnings of telephone numbers say.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface ContactTables {
  /** What is known of a mail domain, lower case. */
  readonly mailDomains: ReadonlyMap<string, 'free' | 'disposable'>;
  /** International calling code, without `+`, to the countries that have it. */
  readonly callingCodes: ReadonlyMap<string, readonly string[]>;
  /** How fixed numbers of Japan begin, from the 0 on, to the prefectures they are of; the longest that fits counts. */
  readonly areaCodes: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param prefectures those that an area can be of.
 * @throws Problem `reference.invalid`, with the file and the line.
 */
export function buildContactTables(files: ReferenceFiles, prefectures: readonly string[]): ContactTables {
  return {
    mailDomains: readMailDomains(files),
    callingCodes: readCallingCodes(files),
    areaCodes: readAreaCodes(files, prefectures),
  };
}

function readMailDomains(files: ReferenceFiles): ContactTables['mailDomains'] {
  const file = 'contact/mail-domains.tsv';
  const domains = new Map<string, 'free' | 'disposable'>();
  for (const { line, cells } of readTable(files, file, ['domain', 'kind'])) {
    const [domain = '', kind = ''] = cells;
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain))
      throw invalid(file, line, `"${domain}" is not a domain in lower case`);
    if (kind !== 'free' && kind !== 'disposable') throw invalid(file, line, `"${kind}" is neither free nor disposable`);
    if (domains.has(domain)) throw invalid(file, line, `"${domain}" has a row already`);
    domains.set(domain, kind);
  }
  return domains;
}

function readCallingCodes(files: ReferenceFiles): ContactTables['callingCodes'] {
  const file = 'contact/calling-codes.tsv';
  const codes = new Map<string, readonly string[]>();
  for (const { line, cells } of readTable(files, file, ['code', 'countries'])) {
    const [code = '', countries = ''] = cells;
    if (!/^[1-9]\d{0,3}$/.test(code)) throw invalid(file, line, `"${code}" is not a calling code`);
    if (!/^[a-z]{2}(?: [a-z]{2})*$/.test(countries)) throw invalid(file, line, `"${countries}" are not country codes`);
    if (codes.has(code)) throw invalid(file, line, `"${code}" has a row already`);
    codes.set(code, countries.split(' '));
  }
  return codes;
}

function readAreaCodes(files: ReferenceFiles, prefectures: readonly string[]): ContactTables['areaCodes'] {
  const file = 'contact/jp-area-codes.tsv';
  const codes = new Map<string, readonly string[]>();
  for (const { line, cells } of readTable(files, file, ['code', 'prefectures'])) {
    const [code = '', written = ''] = cells;
    const named = written.split(' ');
    if (!/^0[1-9]\d{0,5}$/.test(code)) throw invalid(file, line, `"${code}" is not the beginning of a number`);
    const unknown = named.find((prefecture) => !prefectures.includes(prefecture));
    if (unknown !== undefined) throw invalid(file, line, `"${unknown}" is not a prefecture`);
    if (codes.has(code)) throw invalid(file, line, `"${code}" has a row already`);
    codes.set(code, named);
  }
  return codes;
}
