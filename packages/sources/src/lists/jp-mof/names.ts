// A cell with names in, its names with their kinds out, and what stands between them that is no name.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import { isLatin, splitOutside, trimmed } from './brackets.ts';
import { spellingsOf, type NameReading, type NamesOfCell } from './spellings.ts';
import { isNothing, markerOf } from './vocabulary.ts';

/**
 * The names of a cell that has one, as each line: the name, its spellings in brackets, and `(original script: …)`.
 * `Sergey(Sergei) AKSYONOV(AKSENOV)` is four names; `AFGHAN SUPPORT COMMITTEE(ASC)` is two.
 */
export function primaryNames(cell: string, language: string, reading: NameReading): NamesOfCell {
  const { rest, names } = withoutOwnScript(plainText(cell));
  const lines = splitOutside(rest, reading.isPerson ? /\n/u : /[\n、]/u)
    .map(trimmed)
    .filter((line) => !isNothing(line));
  const found = lines.map((line) => spellingsOf(line, 'alias', reading));
  const [first, ...others] = found.flatMap((each) => each.names);
  const primary = first && { ...first, kind: 'primary' as const, language };
  return {
    names: [...(primary ? [primary] : []), ...others, ...names],
    notes: found.flatMap(({ notes }) => notes),
  };
}

/**
 * The names of a cell that has any number: numbered `(a)`, behind `a.k.a.`, in lines, between semicolons or commas, in two
 * languages one behind the other or one in the other's brackets.
 * @param kind of names that no `旧称` or `f.k.a.` stands before.
 */
export function otherNames(cell: string, kind: NameKind, reading: NameReading): NamesOfCell {
  const { rest, names } = withoutOwnScript(plainText(cell));
  const found = itemsOf(rest, kind).map((item) => spellingsOf(item.text, item.kind, reading));
  return { names: [...found.flatMap((each) => each.names), ...names], notes: found.flatMap(({ notes }) => notes) };
}

/** What `(original script: …)` says anywhere in a text. */
export function ownScriptNames(cell: string): readonly EntityName[] {
  return withoutOwnScript(plainText(cell)).names;
}

/** `(a) … (b) …`, `(i) … (ii) …` and lines or semicolons between them; each without the number. In NFKC. */
export function itemsOfCell(cell: string): string[] {
  return plainText(cell)
    .replaceAll(label, NEXT)
    .split(new RegExp(`[${NEXT};\n]`, 'u'))
    .map(trimmed)
    .filter((item) => !isNothing(item));
}

/** NFKC, without marks that say in which direction to write; a line end within brackets is a blank. */
function plainText(cell: string): string {
  return withoutInnerLineEnds(cell.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, ''));
}

function withoutInnerLineEnds(text: string): string {
  let depth = 0;
  return [...text]
    .map((sign) => {
      depth = Math.max(0, depth + Number(sign === '(') - Number(sign === ')'));
      return sign === '\n' && 0 < depth ? ' ' : sign;
    })
    .join('');
}

const [NEXT, ALIAS, FORMER] = ['\u0001', '\u0002', '\u0003'];
const label = /\(\s*(?:[a-z]{1,2}|[ivx]{1,4}|C)\s*\)|©|(?<=^|\s)(?:\d|[b-z])\)\s*/gu;
const ownScript = /\(\s*original sc\w*pt\s*:\s*([^()]*)\)?|\(([^()]*):\s*original script\s*\)/giu;

function withoutOwnScript(text: string): { readonly rest: string; readonly names: readonly EntityName[] } {
  const names = [...text.matchAll(ownScript)]
    .map(([, after, before]) => trimmed(after ?? before ?? ''))
    .filter((name) => !isNothing(name));
  return {
    rest: text.replaceAll(ownScript, ''),
    names: names.map((name) => ({ text: name, kind: 'original-script' })),
  };
}

interface Item {
  readonly text: string;
  readonly kind: NameKind;
}

/** A marker holds for all names up to the next marker, but not for a line of Latin letters when other such lines have their own. */
function itemsOf(text: string, kind: NameKind): Item[] {
  const marked = text.replaceAll(markerOf('former'), FORMER).replaceAll(markerOf('alias'), ALIAS);
  const numbered = marked.replaceAll(/【[^】]*】/gu, '').replaceAll(label, NEXT);
  const lines = numbered.split('\n');
  const latinMarked = lines.some((line) => isLatin(line) && /[\u0002\u0003]/u.test(line));
  const counts = lines.map((line) => (isSeparated(line) ? 0 : splitOutside(line, /、/u).length));
  const items: Item[] = [];
  let current = kind;
  for (const line of lines) {
    if (latinMarked && isLatin(line)) current = kind;
    for (const part of line.split(/(?=[\u0001-\u0003])|;|\t/u)) {
      if (part.startsWith(FORMER)) current = 'former';
      if (part.startsWith(ALIAS)) current = kind;
      const unmarked = trimmed(part.replace(/^[\u0001-\u0003]+/u, ''));
      for (const piece of piecesOf(unmarked, !isSeparated(line), counts))
        if (!isNothing(trimmed(piece))) items.push({ text: trimmed(piece), kind: current });
    }
  }
  return items.flatMap(({ text: name, kind: of }) => inTwoLanguages(name).map((each) => ({ text: each, kind: of })));
}

function isSeparated(line: string): boolean {
  return /[\u0001;]/u.test(line);
}

/** Japanese names lie between `、`. Latin ones lie between commas only where they are as many as the Japanese ones. */
function piecesOf(text: string, mayHoldSeveral: boolean, counts: readonly number[]): string[] {
  if (!mayHoldSeveral) return [text];
  const outside = splitOutside(text, /、/u);
  if (outside.length > 1 || !isLatin(text)) return outside;
  const commas: string[] = [];
  for (const part of splitOutside(text, /,/u))
    if (/^\s*(?:ltd|limited|inc|llc|co|jr|sr|i+)\b\.?\s*$/iu.test(part)) commas.push(`${commas.pop() ?? ''},${part}`);
    else commas.push(part);
  return commas.length > 1 && counts.includes(commas.length) ? commas : [text];
}

/** `アブ・ガイス Abo Ghaith`: a Japanese name and at least two Latin words. */
function inTwoLanguages(text: string): string[] {
  const [, japanese, latin] =
    /^([^A-Za-z]*[\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}][^A-Za-z]*?)\s+([A-Z][^\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}]*\s[^\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}]+)$/u.exec(
      text,
    ) ?? [];
  return japanese !== undefined && latin !== undefined ? [japanese, latin] : [text];
}
