// The territory names that Node's ICU carries (Unicode CLDR) in, cldr-names.tsv out. Run: node run.mjs data/territories/generate.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const languages = ['en', 'ja', 'zh', 'zh-Hant', 'ko', 'ru', 'ar', 'fr', 'es', 'pt', 'de', 'id'];
/** Groupings, test codes and parts that CLDR names but ISO 3166-1 does not; XK (Kosovo) is in use and stays. */
const notTerritories = new Set(
  'AC CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB YD YU ZR ZZ AN BU DY HV NH RH VD'.split(' '),
);
// The short names of other languages are abbreviations that mean other territories elsewhere (Spanish RU: gb).
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isTerritory);
const rows = new Map<string, readonly string[]>();
for (const language of languages)
  for (const style of language === 'en' ? (['long', 'short'] as const) : (['long'] as const)) {
    const names = new Intl.DisplayNames(language, { type: 'region', style });
    for (const code of codes) {
      const name = names.of(code) ?? code;
      rows.set(`${name}\t${code}`, rows.get(`${name}\t${code}`) ?? [code.toLowerCase(), name, language]);
    }
  }

const head =
  `# Made by generate.ts from Unicode CLDR ${process.versions['cldr']} as carried by ICU ${process.versions['icu']}` +
  ' (Unicode licence, https://www.unicode.org/license.txt).\n# Do not edit: names that CLDR lacks go into territories.tsv.\n';
const body = [['code', 'name', 'language'], ...rows.values()].map((row) => row.join('\t')).join('\n');
writeFileSync(path.join(import.meta.dirname, 'cldr-names.tsv'), `${head}${body}\n`);

function isTerritory(code: string): boolean {
  return !notTerritories.has(code) && new Intl.DisplayNames('en', { type: 'region' }).of(code) !== code;
}
