// A folded company name in, its core and the legal forms that stand before and after it out.
import { beginningOf, letters } from '../reference/legal-forms.ts';
import type { LegalFormAlias, NameReference } from '../reference/name-reference.ts';

export interface PlacedLegalForm {
  /** Of `data/names/legal-forms.yml`: `kk`, `gmbh`. */
  readonly form: string;
  readonly position: 'before' | 'after';
}

export interface SplitName {
  readonly core: string;
  /** In the order they stand in the name. */
  readonly forms: readonly PlacedLegalForm[];
}

/**
 * Takes the legal forms off both ends of a folded name (`foldText`), longest first, with or without spaces
 * (株式会社トヨタ自動車, "Huawei Technologies Co., Ltd."). A bracketed form may stand in the middle as well: 三菱電機(株)東京支店.
 * A name that is nothing but a form keeps it as its core.
 */
export function splitLegalForm(folded: string, reference: NameReference): SplitName {
  let core = GLUED.test(folded) ? folded.replace(GLUED_ALL, (end) => `${end.replace('.', '')} `) : folded;
  const written = core;
  const before: PlacedLegalForm[] = [];
  const after: PlacedLegalForm[] = [];
  for (let round = 0; round < MAX_FORMS; round++) {
    const end = formAtEnd(core, reference);
    // 株式会社AO: what is left would be a form alone, so the end is the name
    if (end && !isLegalForm(end.core, reference)) {
      core = end.core;
      if (after[0]?.form !== end.form) after.unshift({ form: end.form, position: 'after' });
      continue;
    }
    const start = formAtStart(core, reference);
    if (!start) break;
    core = start.core;
    before.push({ form: start.form, position: 'before' });
  }
  if (core !== written && isLegalForm(folded, reference)) return { core: folded, forms: [] };
  const middle = core.includes('(') ? bracketedForm(core, reference) : undefined;
  if (middle) {
    core = middle.core;
    after.unshift({ form: middle.form, position: 'after' });
  }
  return { core, forms: [...before, ...after] };
}

/** "Example.Inc", "Example(Asia)Pte": a space was left out. */
const GLUED = /[a-z]{3}\.(?=[a-z])|\)(?=[a-z])/;
const GLUED_ALL = new RegExp(GLUED, 'g');

/** No real name carries more: "PT … (Persero) Tbk", "Co., Ltd. (K.K.)". */
const MAX_FORMS = 4;

function isLegalForm(folded: string, { legalForms }: NameReference): boolean {
  const { spaced, joined, endings, beginnings } = legalForms;
  const last = letters(folded.slice(startOfWord(folded, folded.length)));
  const first = letters(folded.slice(0, endOfWord(folded, 0)));
  const canBeSpaced = last === '' || first === '' || endings.has(last) || beginnings.has(first);
  return (
    (canBeSpaced && spaced.has(letters(folded))) ||
    (joined.byStart.get(folded[0] ?? '') ?? NONE).some(({ text }) => text === folded)
  );
}

type Found = { readonly core: string; readonly form: string } | undefined;

function formAtEnd(text: string, reference: NameReference): Found {
  const { joined, spaced, longestSpaced, endings } = reference.legalForms;
  for (const { text: alias, form, positions } of joined.byEnd.get(text.at(-1) ?? '') ?? NONE)
    if (text.endsWith(alias) && positions.includes('after') && !endsInWord(text, alias, reference)) {
      const core = trimmed(text.slice(0, -alias.length));
      if (hasLetters(core)) return { core, form };
    }
  // Up to `longestSpaced` words from the end; a form is recognised by its letters alone: "Co., Ltd." is "coltd".
  let found: Found;
  let spelled = '';
  let index = text.length;
  for (let words = 0; words < longestSpaced && 0 < index; words++) {
    const wordStart = startOfWord(text, index);
    spelled = letters(text.slice(wordStart, index)) + spelled;
    index = wordStart;
    if (spelled !== '' && !endings.has(spelled)) break;
    const alias = spaced.get(spelled);
    if (alias?.positions.includes('after') !== true) continue;
    const core = trimmed(text.slice(0, index));
    if (hasLetters(core)) found = { core, form: alias.form };
  }
  return found;
}

/** 分公司 is a branch: the ending of an ordinary word is no form. */
function endsInWord(text: string, alias: string, { words: { joinedConcepts } }: NameReference): boolean {
  return (joinedConcepts.get(alias.at(-1) ?? '') ?? NO_WORDS).some(
    (word) => alias.length < word.length && word.endsWith(alias) && text.endsWith(word),
  );
}

const NO_WORDS: readonly string[] = [];

function formAtStart(text: string, reference: NameReference): Found {
  const { joined, spaced, longestSpaced, beginnings } = reference.legalForms;
  for (const { text: alias, form, positions } of joined.byStart.get(text[0] ?? '') ?? NONE)
    if (text.startsWith(alias) && positions.includes('before')) {
      const core = trimmed(text.slice(alias.length));
      if (hasLetters(core)) return { core, form };
    }
  let found: Found;
  let spelled = '';
  let index = 0;
  for (let words = 0; words < longestSpaced && index < text.length; words++) {
    const wordEnd = endOfWord(text, index);
    spelled += letters(text.slice(index, wordEnd));
    index = wordEnd;
    if (spelled !== '' && !beginnings.has(spelled)) break;
    // "A B C Trading", "A. B. Example": single letters in front are no form
    if (0 < words && spelled.length < MIN_SPACED_LETTERS) continue;
    const alias = spaced.get(spelled);
    if (alias?.positions.includes('before') !== true) continue;
    const core = trimmed(text.slice(index));
    if (hasLetters(core)) found = { core, form: alias.form };
  }
  return found ?? misspeltFormAtStart(text, reference);
}

/** "Общество с ограниченнойответственостью": long forms are written with slips, and spaces are left out in them. */
function misspeltFormAtStart(text: string, { legalForms: { long } }: NameReference): Found {
  const candidates = long.get(beginningOf(letters(text.slice(0, 12))));
  if (!candidates) return undefined;
  let spelled = '';
  for (let words = 0, index = 0; words < MAX_WORDS_OF_FORM && index < text.length; words++) {
    const wordEnd = endOfWord(text, index);
    spelled += letters(text.slice(index, wordEnd));
    index = wordEnd;
    const core = trimmed(text.slice(index));
    if (!hasLetters(core)) return undefined;
    const alias = candidates.find(
      ({ letters: right, positions }) => positions.includes('before') && isNearly(spelled, right),
    );
    if (alias) return { core, form: alias.form };
    const word = text.slice(index - lastWord(text, index), index);
    const glued = candidates.find(({ letters: right, positions }) => {
      const rest = spelled.length - right.length;
      return (
        FEWEST_GLUED <= rest &&
        rest <= word.length - FEWEST_GLUED &&
        positions.includes('before') &&
        spelled.startsWith(right)
      );
    });
    if (glued) return { core: text.slice(index - (spelled.length - glued.letters.length)), form: glued.form };
  }
  return undefined;
}

/** "Закрытое акционерное обществобанк": letters of a word whose space was left out. */
const FEWEST_GLUED = 4;

/** How many letters the word that ends here has. */
function lastWord(text: string, end: number): number {
  return /[\p{L}\p{N}]*$/u.exec(text.slice(0, end))?.[0].length ?? 0;
}

const MIN_SPACED_LETTERS = 4;
const MAX_WORDS_OF_FORM = 6;

/** At most two letters wrong, missing or too many; letters that agree at both ends are left out first. */
function isNearly(a: string, b: string): boolean {
  if (MOST_SLIPS < Math.abs(a.length - b.length)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return a.length - start - end <= MOST_SLIPS && b.length - start - end <= MOST_SLIPS;
}

const MOST_SLIPS = 2;

function bracketedForm(text: string, reference: NameReference): Found {
  for (const { 0: bracketed, index } of text.matchAll(/\([^()]{1,12}\)/g)) {
    const alias = reference.legalForms.joined.byStart.get('(')?.find((candidate) => candidate.text === bracketed);
    if (alias && 0 < index)
      return { core: trimmed(`${text.slice(0, index)} ${text.slice(index + bracketed.length)}`), form: alias.form };
  }
  return undefined;
}

const NONE: readonly LegalFormAlias[] = [];

function startOfWord(text: string, end: number): number {
  let index = end;
  while (0 < index && isSeparator(text.charCodeAt(index - 1))) index--;
  while (0 < index && !isSeparator(text.charCodeAt(index - 1))) index--;
  return index;
}

function endOfWord(text: string, start: number): number {
  let index = start;
  while (index < text.length && isSeparator(text.charCodeAt(index))) index++;
  while (index < text.length && !isSeparator(text.charCodeAt(index))) index++;
  return index;
}

/** A space or a comma. */
function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2c;
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Without separators and dangling punctuation at the ends. A closing bracket or full stop belongs to the name. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && DANGLING_START.includes(text[start] ?? '')) start++;
  while (start < end && DANGLING_END.includes(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

const DANGLING_START = ' ,.・-/';
const DANGLING_END = ' ,・-/(&';

/** The form as it stands on records: 株式会社, GmbH. */
export function legalFormDisplay(form: string, { legalForms }: NameReference): string {
  return legalForms.byId.get(form)?.display ?? form;
}

/** True when the two forms can stand for each other in a translation, or are one. */
export function legalFormsCompatible(a: string, b: string, reference: NameReference): boolean {
  return legalFormRelation(a, b, reference) !== 'contradicting';
}

/**
 * How two forms stand to each other: `compatible` when one may be the other's translation (Ltd. for 有限公司, LLC for ООО, 株式会社
 * for АО); `contradicting` when they are of different kinds (OOO, AO), two forms of one law (合同会社, 有限会社), or forms of two
 * laws that are not translated (GmbH, B.V.). A form without entry is only itself.
 */
export function legalFormRelation(
  a: string,
  b: string,
  { legalForms: { byId } }: NameReference,
): 'same' | 'compatible' | 'contradicting' {
  if (a === b) return 'same';
  const one = byId.get(a);
  const two = byId.get(b);
  if (!one || !two || !areOfOneKind(one.generic, two.generic)) return 'contradicting';
  if (one.counterparts?.includes(b) === true || two.counterparts?.includes(a) === true) return 'compatible';
  if (one.translation === true || two.translation === true) return 'compatible';
  if (one.generic === ANY_COMPANY || two.generic === ANY_COMPANY) return 'compatible';
  if (one.territories.some((territory) => two.territories.includes(territory))) return 'contradicting';
  return isLatin(one.display) && isLatin(two.display) ? 'contradicting' : 'compatible';
}

/** The best relation among the forms of two names; `unknown` when one of them has none. */
export function legalFormsRelation(
  a: readonly PlacedLegalForm[],
  b: readonly PlacedLegalForm[],
  reference: NameReference,
): 'same' | 'compatible' | 'contradicting' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown';
  let best: 'compatible' | 'contradicting' = 'contradicting';
  for (const one of a)
    for (const two of b) {
      const relation = legalFormRelation(one.form, two.form, reference);
      if (relation === 'same') return 'same';
      if (relation === 'compatible') best = relation;
    }
  return best;
}

const ANY_COMPANY = 'company';
const COMPANIES = new Set([ANY_COMPANY, 'limited', 'joint-stock']);

function areOfOneKind(a: string, b: string): boolean {
  return a === b || ((a === ANY_COMPANY || b === ANY_COMPANY) && COMPANIES.has(a) && COMPANIES.has(b));
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
