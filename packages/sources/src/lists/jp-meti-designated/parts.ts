// The lines of an entry of a list of designated parties in, its names and addresses as METI writes them out.
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { joined } from '../../readers/pdf-lines.ts';
import { closedAll, parted } from './brackets.ts';

export interface PartsOfEntry {
  /** With all that stands behind it in Japanese, but for the aliases. */
  readonly japanese: string;
  readonly japaneseAliases: readonly string[];
  /** With what stands behind it: a name in Han characters in brackets, an explanation. */
  readonly english: string;
  readonly englishAliases: readonly string[];
  /** How many aliases METI says there are in English; undefined where it says nothing. */
  readonly aliasesAnnounced?: number;
  /** Behind `所在地：`; several, parted by semicolons. */
  readonly addresses: string;
}

const addressLabel = /^所\s*在\s*地\s*[：:]\s*/u;
const aliasLabel = /^別[称名]\s*[：:]\s*/u;
const aliasMark = /^[-‐‑–—―−]\s*/u;
const announced = /[,\s]*(?:\ba\.?k\.?a\.?[,\s]*)?(?:\bthe\s*)?follow(?:ing)?\s+(\w+?)\s*alias(?:es)?\s*[:：]$/iu;
const bracketedAliases = /^(.*?)\s*[（(]別[称名][、､,]\s*(.*)[）)]$/su;
/** Left in a name: written in a way that is not known. */
const otherAliases = /別[称名]|旧[称名]|\b[afn]\.k\.a/iu;
/** Addresses are in Latin letters: what is not is a label, a note, or an entry whose number was not seen. */
const noAddress = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const numberWords = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);

/**
 * Japanese name with its aliases in brackets; English name; English aliases, each behind a dash. Since 2025-09-12 both kinds
 * of aliases stand behind `別称：`, parted by semicolons. Then the address.
 * @throws Problem `list.missing-field`, `list.unexpected-shape` for lines that fit neither way.
 */
export function partsOfEntry(lines: readonly string[], where: ProblemFacts): PartsOfEntry {
  const addressAt = lines.findIndex((line) => addressLabel.test(line));
  if (addressAt === -1) throw new Problem('list.missing-field', { ...where, field: '所在地' });
  const behind = lines.slice(addressAt + 1);
  const astray = behind.find((line) => noAddress.test(line) || announced.test(line));
  if (astray !== undefined)
    throw new Problem('list.unexpected-shape', { ...where, reason: `"${astray}" stands behind the address` });
  const addresses = [lines[addressAt]?.replace(addressLabel, '') ?? '', ...behind].reduce(joined, '');
  const named = lines.slice(0, addressAt);
  const labelAt = named.findIndex((line) => aliasLabel.test(line));
  const japaneseCount = countOfJapanese(labelAt === -1 ? named : named.slice(0, labelAt));
  const japanese = named.slice(0, japaneseCount).reduce(joined, '');
  const rest = named.slice(japaneseCount);
  const names =
    labelAt === -1
      ? withDashes(japanese, rest, where)
      : withLabel(japanese, rest.slice(0, labelAt - japaneseCount), named.slice(labelAt));
  for (const [field, text] of Object.entries({ 名称: names.japanese, name: names.english, 所在地: addresses }))
    if (text === '') throw new Problem('list.missing-field', { ...where, field });
  const unread = [names.japanese, names.english].find((text) => otherAliases.test(text));
  if (unread !== undefined)
    throw new Problem('list.unexpected-shape', { ...where, reason: `the other names in "${unread}" are not known` });
  return { ...names, addresses };
}

/** The Japanese lines come first. One of them may be in Latin letters alone, within brackets that are still open. */
function countOfJapanese(lines: readonly string[]): number {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]|^[\p{Script=Han}、。）」]/u.test(line);
    if (index > 0 && !isJapanese && closedAll(text)) return index;
    text += line;
  }
  return lines.length;
}

function withDashes(text: string, lines: readonly string[], where: ProblemFacts): Omit<PartsOfEntry, 'addresses'> {
  const [, japanese = text, aliases = ''] = bracketedAliases.exec(text) ?? [];
  const dashAt = lines.findIndex((line) => aliasMark.test(line));
  const named = lines.slice(0, dashAt === -1 ? undefined : dashAt).reduce(joined, '');
  const [announcement, word] = announced.exec(named) ?? [];
  const count = numberWords.indexOf(word?.toLowerCase() ?? '') + 1;
  if ((dashAt === -1) !== (announcement === undefined) || (word !== undefined && count === 0))
    throw new Problem('list.unexpected-shape', { ...where, reason: `"${named}" and the aliases do not fit` });
  const english = named.slice(0, named.length - (announcement?.length ?? 0));
  const englishAliases = dashAt === -1 ? [] : paragraphs(lines.slice(dashAt), count);
  return {
    japanese,
    japaneseAliases: aliases === '' ? [] : japaneseList(aliases, count),
    english,
    englishAliases,
    ...(count > 0 && { aliasesAnnounced: count }),
  };
}

/** A line behind a dash begins an alias, unless a word with a hyphen was broken there: then there is one more than announced. */
function paragraphs(lines: readonly string[], count: number): string[] {
  const aliases: { text: string; before: string }[] = [];
  for (const line of lines) {
    const before = aliases.at(-1);
    if (before && !aliasMark.test(line)) before.text = joined(before.text, line);
    else aliases.push({ text: line, before: before?.text ?? ';' });
  }
  for (let index = aliases.length - 1; index > 0 && count < aliases.length; index--) {
    const [one, two] = [aliases[index - 1], aliases[index]];
    if (!one || !two || /(?:[;；:,.]|\band)$/u.test(two.before)) continue;
    one.text += two.text;
    aliases.splice(index, 1);
  }
  return aliases.map(({ text }) => text.replace(aliasMark, ''));
}

/** Japanese aliases, then English ones on lines of their own. */
function withLabel(
  japanese: string,
  english: readonly string[],
  lines: readonly string[],
): Omit<PartsOfEntry, 'addresses'> {
  const aliases = lines.map((line) => line.replace(aliasLabel, ''));
  const isJapanese = (line: string) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(line.replace(/[（(][^（）()]*[）)]/gu, ''));
  const firstEnglish = aliases.findLastIndex(isJapanese) + 1;
  const englishAliases = parted(aliases.slice(firstEnglish).reduce(joined, ''), ';；');
  return {
    japanese,
    japaneseAliases: japaneseList(aliases.slice(0, firstEnglish).reduce(joined, ''), englishAliases.length),
    english: english.reduce(joined, ''),
    englishAliases,
  };
}

/**
 * `A、B及びC`. A name may have 及び within it: it is taken as the last separator but where that makes another number of aliases
 * than there are in English, and leaving it does not.
 */
function japaneseList(text: string, englishCount: number): string[] {
  const pieces = parted(text, '、､;；');
  const last = pieces.pop() ?? '';
  const at = last.lastIndexOf('及び');
  const isWithin = at <= 0 || !closedAll(last.slice(0, at)) || pieces.length + 1 === englishCount;
  const ends = isWithin ? [last] : [last.slice(0, at), last.slice(at + 2)];
  return [...pieces, ...ends].map((piece) => piece.trim()).filter((piece) => piece !== '');
}
