// One name of the list in, with what stands in its brackets and behind it; each way to spell it, and other names of it, out.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { isLatin, piecesInAndOutside, trimmed, withBothBrackets } from './brackets.ts';
import { endOfName, isNotName, isNote, isNothing, markerOf } from './vocabulary.ts';

export interface NamesOfCell {
  readonly names: readonly EntityName[];
  /** What the cell says of a name, with the name: `アレフラー・アレフ: 以前掲載の氏名`. */
  readonly notes: readonly string[];
}

export interface NameReading {
  readonly isPerson: boolean;
  readonly territories: Territories;
}

/** `Sergey(Sergei) AKSYONOV(AKSENOV)` is four names; `AFGHAN SUPPORT COMMITTEE(ASC)` is two; `FOUNDATION(PAKISTAN)` is one. */
export function spellingsOf(text: string, kind: NameKind, reading: NameReading): NamesOfCell {
  const balanced = withBothBrackets(text);
  const outside = nextToBrackets(balanced);
  const found: Found = { plain: trimmed(outside.slice(0, endOfName(outside))), slots: [], names: [], notes: [] };
  let place = 0;
  for (const [piece, inner] of piecesInAndOutside(balanced)) {
    const end = inner === undefined ? endOfName(piece) : piece.length;
    if (end < piece.length) found.notes.push(`${found.plain}: ${trimmed(balanced.slice(place + end))}`);
    place += piece.length;
    if (inner === undefined) takeWords(piece.slice(0, end), found);
    else if (isNotName(inner) || isPlace(inner, found.plain, reading)) found.slots.push([piece]);
    else if (!startsWithMarker(inner) && isNote(nextToBrackets(inner))) found.notes.push(`${found.plain}: ${inner}`);
    else takeBrackets(inner, kind, reading, found);
    if (end < piece.length) break;
  }
  const own = spelledOut(found.slots).flatMap((words) => nameOf(words.join(''), kind));
  return { names: [...own, ...found.names], notes: found.notes };
}

/** Nothing for a text without a letter or digit. */
function nameOf(text: string, kind: NameKind): EntityName[] {
  const name = trimmed(text.replace(/\s+/gu, ' '));
  if (!/[\p{L}\p{N}]/u.test(name)) return [];
  return [{ text: name, kind, ...(/[\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}]/u.test(name) && { language: 'ja' }) }];
}

interface Found {
  /** The text without its brackets. */
  readonly plain: string;
  /** The words, and the blanks and dots between them, each with the ways to spell it. */
  readonly slots: string[][];
  readonly names: EntityName[];
  readonly notes: string[];
}

const separator = /^(?:\s+|・|=)$/u;

/** `Aleksey(Alexei)Krivoruchko` has no blank where the brackets are. */
function takeWords(piece: string, { slots }: Found): void {
  if (slots.length > 0 && /^[A-Za-z]/u.test(piece) && /[A-Za-z]$/u.test(slots.at(-1)?.[0] ?? '')) slots.push([' ']);
  for (const word of piece.split(/(\s+|・|=)/u)) if (word !== '') slots.push([word]);
}

/**
 * Of a person, a single word in brackets is another spelling of the word before it; behind `f.k.a.` or `旧姓` it is the name before.
 * Anything else is a name by itself.
 */
function takeBrackets(inner: string, kind: NameKind, reading: NameReading, found: Found): void {
  const { isPerson } = reading;
  const wordAt = found.slots.findLastIndex(([word = '']) => !separator.test(word));
  const word = found.slots[wordAt];
  const separators = isPerson ? /[;、/]|,\s|(?=\b[af]\.\s?k\.\s?a)/u : /[;、]|,\s(?!co\b|ltd|inc|llc)/iu;
  for (const part of inner.replace(/\b(n[ée]e),/iu, '$1').split(separators)) {
    const isFormer = markerOf('former').test(part);
    const name = trimmed(part.replace(markerOf('former'), '').replace(markerOf('alias'), ''));
    if (isNothing(name)) continue;
    const isWord = isPerson && word !== undefined && isLatin(name) === isLatin(found.plain) && !/[\s・]/u.test(name);
    const isMarked = name !== part.trim();
    if (isWord && !isMarked) word.push(name);
    else if (isWord && isFormer)
      found.names.push(
        ...nameOf(
          found.slots
            .map(([first = '']) => first)
            .with(wordAt, name)
            .join(''),
          'former',
        ),
      );
    else {
      const within = spellingsOf(name.replace(/^including\s+/iu, ''), isFormer ? 'former' : kind, reading);
      found.names.push(...within.names);
      found.notes.push(...within.notes);
    }
  }
}

function startsWithMarker(inner: string): boolean {
  return (['alias', 'former'] as const).some((kind) => inner.search(markerOf(kind)) === 0);
}

/** `SL` and `IM` are abbreviations here, not Sierra Leone and the Isle of Man; `イスラエル(Israel)` is one name twice. */
function isPlace(text: string, before: string, { territories }: NameReading): boolean {
  return /[^A-Z]|.{4}/u.test(text) && isLatin(text) === isLatin(before) && territories.codeOf(text) !== undefined;
}

const MAX_SPELLINGS = 24;

/** Every way to take one of each slot; when that were too many, the first of all, and each other one once. */
function spelledOut(slots: readonly (readonly string[])[]): string[][] {
  const ways = slots.reduce((count, slot) => count * slot.length, 1);
  const first = slots.map(([word = '']) => word);
  if (MAX_SPELLINGS < ways)
    return [first, ...slots.flatMap((slot, at) => slot.slice(1).map((word) => first.with(at, word)))];
  return slots.reduce<string[][]>(
    (spellings, slot) => spellings.flatMap((words) => slot.map((word) => [...words, word])),
    [[]],
  );
}

function nextToBrackets(text: string): string {
  const pieces = [...piecesInAndOutside(withBothBrackets(text))];
  const outside = pieces.flatMap(([piece, inner]) => (inner === undefined ? [piece] : []));
  return trimmed(outside.join(' ').replace(/\s+/gu, ' '));
}
