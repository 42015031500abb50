// A folded company name in, its core and the legal forms that stand before and after it out.
import { letters } from '../reference/legal-forms.ts';
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
  if (isLegalForm(folded, reference)) return { core: folded, forms: [] };
  let core = folded;
  const before: PlacedLegalForm[] = [];
  const after: PlacedLegalForm[] = [];
  for (let round = 0; round < MAX_FORMS; round++) {
    const end = formAtEnd(core, reference);
    if (end) {
      core = end.core;
      after.unshift({ form: end.form, position: 'after' });
      continue;
    }
    const start = formAtStart(core, reference);
    if (!start) break;
    core = start.core;
    before.push({ form: start.form, position: 'before' });
  }
  const middle = bracketedForm(core, reference);
  if (middle) {
    core = middle.core;
    after.unshift({ form: middle.form, position: 'after' });
  }
  return { core, forms: [...before, ...after] };
}

/** No real name carries more: "PT … (Persero) Tbk", "Co., Ltd. (K.K.)". */
const MAX_FORMS = 4;

function isLegalForm(folded: string, { legalForms }: NameReference): boolean {
  const { spaced, joined } = legalForms;
  return (
    spaced.has(letters(folded)) || (joined.byStart.get(folded[0] ?? '') ?? NONE).some(({ text }) => text === folded)
  );
}

type Found = { readonly core: string; readonly form: string } | undefined;

function formAtEnd(text: string, reference: NameReference): Found {
  const { joined, spaced, longestSpaced } = reference.legalForms;
  for (const { text: alias, form, positions } of joined.byEnd.get(text.at(-1) ?? '') ?? NONE)
    if (positions.includes('after') && text.endsWith(alias)) {
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
    const core = trimmed(text.slice(0, index));
    const alias = spaced.get(spelled);
    if (alias?.positions.includes('after') && hasLetters(core)) found = { core, form: alias.form };
  }
  return found;
}

function formAtStart(text: string, reference: NameReference): Found {
  const { joined, spaced, longestSpaced } = reference.legalForms;
  for (const { text: alias, form, positions } of joined.byStart.get(text[0] ?? '') ?? NONE)
    if (positions.includes('before') && text.startsWith(alias)) {
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
    const core = trimmed(text.slice(index));
    const alias = spaced.get(spelled);
    if (alias?.positions.includes('before') && hasLetters(core)) found = { core, form: alias.form };
  }
  return found;
}

function bracketedForm(text: string, reference: NameReference): Found {
  for (const { 0: bracketed, index } of text.matchAll(/\([^()]{1,12}\)/g)) {
    const alias = reference.legalForms.joined.byStart.get('(')?.find((candidate) => candidate.text === bracketed);
    if (alias && 0 < index)
      return { core: trimmed(`${text.slice(0, index)} ${text.slice(index + bracketed.length)}`), form: alias.form };
  }
  return undefined;
}

const NONE: readonly LegalFormAlias[] = [];
const SEPARATORS = ' ,';

function startOfWord(text: string, end: number): number {
  let index = end;
  while (0 < index && SEPARATORS.includes(text[index - 1] ?? '')) index--;
  while (0 < index && !SEPARATORS.includes(text[index - 1] ?? '')) index--;
  return index;
}

function endOfWord(text: string, start: number): number {
  let index = start;
  while (index < text.length && SEPARATORS.includes(text[index] ?? '')) index++;
  while (index < text.length && !SEPARATORS.includes(text[index] ?? '')) index++;
  return index;
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
const DANGLING_END = ' ,・-/(';

/** The form as it stands on records: 株式会社, GmbH. */
export function legalFormDisplay(form: string, { legalForms }: NameReference): string {
  return legalForms.byId.get(form)?.display ?? form;
}

/** True when the two forms can stand for each other in a translation, or are one. */
export function legalFormsCompatible(a: string, b: string, { legalForms }: NameReference): boolean {
  return a === b || (legalForms.byId.get(a)?.generic ?? a) === (legalForms.byId.get(b)?.generic ?? b);
}
