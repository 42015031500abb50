// Names of countries and regions in, ISO 3166-1 codes out.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface Territories {
  /** The alpha-2 code, lower case, of a country or region named in any way lists write it; undefined when unknown. */
  codeOf(name: string): string | undefined;
}

/** Both ways. */
export interface NamedTerritories extends Territories {
  /** The English name of a code in lower case; undefined for a code of no territory of today. */
  nameOf(code: string): string | undefined;
}

const CLDR_FILE = 'territories/cldr-names.tsv';
const OWN_FILE = 'territories/territories.tsv';

/**
 * Names in twelve languages from CLDR, names in full, former names, adjectives; alpha-2 and alpha-3 codes in capitals
 * only, because "na" in a list means that there is none, not Namibia.
 * A state that is gone and has no one successor has its ISO 3166-3 code (`su`, `yu`).
 * @throws Problem `reference.invalid` when a table is damaged or a name stands for two codes.
 */
export function buildTerritories(files: ReferenceFiles): NamedTerritories {
  const codeByKey = new Map<string, string>();
  const codeByCode = new Map<string, string>();
  const englishNames = new Map<string, string>();
  const put = (code: string, name: string, file: string, line: number) => {
    if (!/^[a-z]{2}$/.test(code)) throw invalid(file, line, `"${code}" is not two lower-case letters`);
    const key = keyOf(name);
    const other = codeByKey.get(key);
    if (key === '' || (other !== undefined && other !== code))
      throw invalid(file, line, `"${name}" stands for "${code}" and for "${other ?? 'nothing'}"`);
    codeByKey.set(key, code);
  };
  for (const [file, columns] of [
    [CLDR_FILE, ['code', 'name', 'language']],
    [OWN_FILE, ['code', 'name', 'kind', 'source']],
  ] as const)
    for (const { line, cells } of readTable(files, file, columns)) {
      const [code = '', name = '', kind] = cells;
      if (kind === 'en' && !englishNames.has(code)) englishNames.set(code, name);
      if (kind === 'alpha-3') codeByCode.set(name, code);
      else put(code, name, file, line);
      codeByCode.set(code.toUpperCase(), code);
    }
  return Object.freeze({
    codeOf: (name: string) =>
      codeByCode.get(name.trim()) ?? codeByKey.get(keyOf(name)) ?? codeByKey.get(keyOf(turned(name))),
    nameOf: (code: string) => englishNames.get(code),
  });
}

/** Case, accents, punctuation and an article take no part in the comparison; marks that make another letter (ガ) do. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('&', ' and ')
    .replace(/['’‘ʼ`´.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the | the$/g, '');
}

/** `Korea, North` → `North Korea`; `Iran (Islamic Republic of)` → `Islamic Republic of Iran`. */
function turned(name: string): string {
  const [, main, before] = /^([^,(]+)(?:,\s*|\s*\()([^,()]+)\)?$/.exec(name.trim()) ?? [];
  return main === undefined || before === undefined ? '' : `${before} ${main}`;
}
