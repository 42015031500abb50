// A row of METI's Foreign End User List in, its Entity out.
import { entityOf, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { slugOf } from '../name-slug.ts';

const [NUMBER, COUNTRY, NAME, ALIASES, WMD, CONVENTIONAL] = [
  'No.',
  '国名、地域名 Country or Region',
  '企業名、組織名 Company or Organization',
  '別名 Also Known As',
  '懸念区分 Type of WMD',
  '通常兵器 Conventional Weapons',
] as const;

/** Header names in NFKC, line ends as blanks. */
export const columns = [NUMBER, COUNTRY, NAME, ALIASES, WMD, CONVENTIONAL] as const;

/** Before 2025-09-29 there were no entries for conventional weapons. */
export const columnsOfEarlierEditions = [NUMBER, COUNTRY, NAME, ALIASES, WMD] as const;

/** Concerns in the order of the list. A cell has the words and the codes, and both say the same. */
const codeByWord = { 生物: 'B', 化学: 'C', ミサイル: 'M', 核: 'N', 通常兵器: 'CW' } as const;
const codes = { B: 'B', C: 'C', M: 'M', N: 'N', CW: 'CW' } as const;

/**
 * The entry has no number of its own: its id is made of country and name, so that it stays when other entries come and go.
 * @throws Problem `list.unknown-value` for a concern outside the vocabulary, words and codes that differ, or a country that
 *   is another one in Japanese than in English; `list.missing-field`.
 */
export function mapRow(row: StrictRecord, description: CheckedDescription, reader: CountryReader): Entity {
  row.ignore(NUMBER);
  const country = countryOf(row.take(COUNTRY), row, reader);
  const [primary, ...variants] = namesIn(row.take(NAME));
  const aliases = aliasesIn(row.takeOptional(ALIASES) ?? '');
  const programmes = [
    ...concernsIn(row.takeOptional(WMD), { ...row.where, field: WMD }),
    ...concernsIn(row.takeOptional(CONVENTIONAL), { ...row.where, field: CONVENTIONAL }),
  ];
  row.done();
  if (!primary) throw new Problem('list.missing-field', { ...row.where, column: NAME });
  if (programmes.length === 0) throw new Problem('list.missing-field', { ...row.where, column: WMD });
  return entityOf({
    source: description.id,
    recordId: `${country ?? 'xx'}-${slugOf(primary.text)}`,
    schema: 'Organization',
    names: distinctBy([{ text: primary.text, kind: 'primary' }, ...variants, ...aliases], ({ text }) => text),
    countries: distinct([country]),
    topics: description.topics,
    effects: description.effects,
    programmes,
    sourceUrl: description.officialPage,
  });
}

/** Japanese on the first line, English on the second. */
function countryOf(cell: string, row: StrictRecord, reader: CountryReader): string | undefined {
  const found = linesOf(cell).map((line) => countryIn(line, COUNTRY, row.where, reader));
  const [code, other] = distinct(found);
  if (other !== undefined) throw new Problem('list.unknown-value', { ...row.where, field: COUNTRY, value: cell });
  return code;
}

/** The name on the first line; below it, or behind it in brackets, the same in Han characters or an abbreviation. */
function namesIn(cell: string): EntityName[] {
  const names: EntityName[] = [];
  for (const line of linesOf(cell)) addLine(line.replace(/^・\s*/, ''), names); // one name of 2025-01-31 has a bullet
  return names;
}

/** One alias a line, each behind a `・`; without any `・` too. A line without one goes with the line before it. */
function aliasesIn(cell: string): EntityName[] {
  const names: EntityName[] = [];
  const lines = linesOf(cell);
  const isBulleted = lines.some((line) => line.startsWith('・'));
  for (const line of lines) {
    if (isBulleted && !line.startsWith('・')) addLine(line, names);
    else names.push(...splitOwnScript(line.replace(/^・\s*/, '')));
  }
  return names;
}

/** A line in brackets or in Han characters is a name by itself; any other goes on with the name before it. */
function addLine(line: string, names: EntityName[]): void {
  const before = names.at(-1);
  const bracketed = /^[(（](.+)[)）]$/.exec(line)?.[1];
  if (bracketed !== undefined) names.push(nameOf(bracketed));
  else if (before === undefined || isCjk(line)) names.push(...splitOwnScript(line));
  else names.splice(-1, 1, { ...before, text: `${before.text} ${line}` });
}

/** `Latin Name (漢字名)` on one line; anything else is one name. */
function splitOwnScript(line: string): EntityName[] {
  const [, outer, inner] = /^([^(（]+?)\s*[(（]((?:[^()（）]|[(（][^()（）]*[)）])+)[)）]$/.exec(line) ?? [];
  if (outer === undefined || inner === undefined || isCjk(outer) || !isCjk(inner)) return [nameOf(line)];
  return [nameOf(outer), nameOf(inner)];
}

function nameOf(text: string): EntityName {
  return { text, kind: isCjk(text) ? 'original-script' : 'alias' };
}

function isCjk(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** `生物、化学、核↵B,C,N`; also `ミサイル、核↵M、N`, `ミサイルM`, `核↵Ｎ`. */
function concernsIn(cell: string | undefined, where: FieldOfList): string[] {
  if (cell === undefined) return [];
  const [, wordPart = '', codePart = ''] =
    /^([^A-Z]*)([A-Z,、 ]*)$/.exec(cell.normalize('NFKC').replace(/\s+/g, ' ')) ?? [];
  const partsOf = (text: string) => text.split(/[、,]/).map((part) => part.trim());
  const said = partsOf(wordPart).map((word) => lookUp(codeByWord, word, where));
  const coded = partsOf(codePart).map((code) => lookUp(codes, code, where));
  if (said.join() !== coded.join()) throw new Problem('list.unknown-value', { ...where, value: cell });
  return coded;
}

function linesOf(cell: string): string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
