// The names a party claims and a company's row of a register in, how far they agree out.
import type { FieldComparison, RegisterRow } from '../model/register.ts';
import { compactText, foldText } from '../names/fold.ts';
import { japaneseKey } from '../names/japanese.ts';
import { legalFormsCompatible, splitLegalForm, type PlacedLegalForm } from '../names/legal-forms.ts';
import { romanise } from '../names/romanise.ts';
import { katakanaOf } from '../names/script.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { isInJisX0208 } from './jis-characters.ts';
import { kanaKey } from './kana-key.ts';

/** Why a name counts as similar, or as different in spite of its core. */
export const nameDetails = [
  'legal-form-not-claimed',
  'legal-form-position',
  'legal-form-translated',
  'same-reading',
  'romanisation',
  'substitute-glyph',
  'other-legal-form',
  'other-script',
] as const;
export type NameDetail = (typeof nameDetails)[number];

/**
 * SAME or SIMILAR when one claimed name agrees with the row's name, English name or reading; FORMER when it agrees with
 * an earlier row's; NOT_REGISTERED when every claimed name is in Latin letters and the register has none in them; else
 * DIFFERENT. Cores must be equal: a misspelt name is another name.
 */
export function compareCompanyName(
  claimed: readonly string[],
  current: RegisterRow,
  history: readonly RegisterRow[],
  reference: NameReference,
): FieldComparison {
  const names = claimed.map((text) => readName(text, reference));
  const agreements = names.flatMap((name) => agreementsWith(name, current, reference));
  const best = bestOf(agreements);
  if (best) return fieldOf(best, best.detail === undefined ? 'SAME' : 'SIMILAR', current.name);
  const former = [...formerNames(current), ...history.toReversed()]
    .map((row) => ({ row, agreement: bestOf(names.flatMap((name) => agreementsWith(name, row, reference))) }))
    .find(({ agreement }) => agreement);
  if (former?.agreement) return fieldOf(former.agreement, 'FORMER', former.row.name);
  const [first] = names;
  const otherForm = names.find((name) => name.core === readName(current.name, reference).core);
  if (otherForm) return fieldOf({ claimed: otherForm.text, detail: 'other-legal-form' }, 'DIFFERENT', current.name);
  const isOutOfReach = names.every(({ isLatin }) => isLatin) && !readName(current.name, reference).isLatin;
  return isOutOfReach && current.englishName === undefined
    ? fieldOf({ claimed: first?.text ?? '', detail: 'other-script' }, 'NOT_REGISTERED', current.name)
    : fieldOf({ claimed: first?.text ?? '' }, 'DIFFERENT', current.name);
}

/** Names that the standing row itself calls former, as rows of their own. */
function formerNames(row: RegisterRow): readonly RegisterRow[] {
  const former = (row.otherNames ?? []).filter(({ kind }) => kind === 'former');
  return former.map(({ text }) => {
    const { kana: _, englishName: __, otherNames: ___, ...rest } = row;
    return { ...rest, name: text };
  });
}

/** The legal form of the first claimed name that has one. */
export function claimedLegalForm(claimed: readonly string[], reference: NameReference): string | undefined {
  return claimed.map((text) => readName(text, reference).form).find((form) => form !== undefined)?.form;
}

/** True when the name is written in Latin letters alone. */
export function isLatinName(text: string, reference: NameReference): boolean {
  return readName(text, reference).isLatin;
}

interface ReadName {
  readonly text: string;
  /** Folded, letters and digits alone, without legal form. */
  readonly core: string;
  /** That by which the company is told from others of the name: the one of Japanese law, where it has such a one. */
  readonly form?: PlacedLegalForm;
  readonly isLatin: boolean;
}

function isJapanese({ form }: PlacedLegalForm, { legalForms }: NameReference): boolean {
  return legalForms.byId.get(form)?.elf !== undefined && legalForms.byId.get(form)?.territories.includes('jp') === true;
}

interface Agreement {
  readonly claimed: string;
  /** Absent when nothing differs. */
  readonly detail?: NameDetail;
}

function readName(text: string, reference: NameReference): ReadName {
  const folded = foldText(text, reference);
  const { core, forms } = splitLegalForm(folded, reference);
  const compact = compactText(core);
  const japanese = forms.find((form) => isJapanese(form, reference));
  const form = japanese ?? forms[0];
  // 合同会社見本カンパニー is not 合同会社見本: what is a form elsewhere is a word of the name beside one of Japan
  const words = japanese ? forms.filter((one) => one !== japanese).map((one) => ` ${one.form}`) : [];
  return {
    text,
    core: compact === '' ? '' : [compact, ...words.sort()].join(''),
    ...(form && { form }),
    isLatin: /\p{Script=Latin}/u.test(compact) && /^[\p{Script=Latin}\p{N}]+$/u.test(compactText(folded)),
  };
}

function agreementsWith(claimed: ReadName, row: RegisterRow, reference: NameReference): readonly Agreement[] {
  const others = (row.otherNames ?? []).filter(({ kind }) => kind !== 'former').map(({ text }) => text);
  const registered = [row.name, ...(row.englishName === undefined ? [] : [row.englishName]), ...others];
  const named = registered.flatMap((text) => {
    const name = readName(text, reference);
    return isOneCore(claimed, name, row.nameIsSubstitute, reference) ? formAgreement(claimed, name, reference) : [];
  });
  return [...named, ...soundAgreement(claimed, row, reference)];
}

/**
 * A character that the register says is a stand-in may differ: one, and only where the claimed one is not among those that
 * the register can write, which need no stand-in.
 */
function isOneCore(claimed: ReadName, registered: ReadName, isSubstitute: boolean, reference: NameReference): boolean {
  if (claimed.core === registered.core) return claimed.core !== '';
  const [one, two] = [[...claimed.core], [...registered.core]];
  const different = one.filter((character, index) => character !== two[index]);
  const [standIn] = two.filter((character, index) => character !== one[index]);
  return (
    isSubstitute &&
    one.length === two.length &&
    different.length === 1 &&
    1 < one.length &&
    [...different, standIn ?? ''].every((character) => /\p{Script=Han}/u.test(character)) &&
    [...claimed.text].some(
      (character) => !isInJisX0208(character) && compactText(foldText(character, reference)) === different[0],
    )
  );
}

function formAgreement(claimed: ReadName, registered: ReadName, reference: NameReference): readonly Agreement[] {
  const agreement = (detail?: NameDetail): readonly Agreement[] => [
    { claimed: claimed.text, ...(detail !== undefined && { detail }) },
  ];
  const [form, stands] = [claimed.form, registered.form];
  if (claimed.core !== registered.core) return isSameForm(form, stands) ? agreement('substitute-glyph') : [];
  if (isSameForm(form, stands))
    return form?.position === stands?.position ? agreement() : agreement('legal-form-position');
  if (!form) return agreement('legal-form-not-claimed');
  if (!stands) return [];
  return isTranslation(form.form, stands.form, reference) ? agreement('legal-form-translated') : [];
}

function isSameForm(a: PlacedLegalForm | undefined, b: PlacedLegalForm | undefined): boolean {
  return a?.form === b?.form;
}

/**
 * "Co., Ltd." may stand for 株式会社, 有限会社 or 合同会社, which are never one another: of two forms of Japanese law each is
 * only itself.
 */
function isTranslation(a: string, b: string, reference: NameReference): boolean {
  const { byId } = reference.legalForms;
  const [one, two] = [byId.get(a), byId.get(b)];
  const areBothJapanese = one?.territories.includes('jp') && two?.territories.includes('jp');
  return !areBothJapanese && one !== undefined && two !== undefined && legalFormsCompatible(a, b, reference);
}

/** A name claimed in kana or romaji against the row's reading, which carries no legal form. */
function soundAgreement(claimed: ReadName, row: RegisterRow, reference: NameReference): readonly Agreement[] {
  if (row.kana === undefined) return [];
  const stands = readName(row.name, reference).form;
  const { form } = claimed;
  const isFormAgreed =
    !form || form.form === stands?.form || (stands && isTranslation(form.form, stands.form, reference));
  if (!isFormAgreed) return [];
  const reading = compactText(foldText(row.kana, reference));
  const [claimedKey, readingKey] = [kanaKey(claimed.core), kanaKey(reading)];
  if (claimedKey !== undefined && claimedKey === readingKey) return [{ claimed: claimed.text, detail: 'same-reading' }];
  if (!claimed.isLatin) return [];
  const { romaji } = reference.romanisation;
  const spoken = japaneseKey(romanise(katakanaOf(reading), 'kana', reference), romaji);
  return spoken !== undefined && spoken !== '' && spoken === japaneseKey(claimed.core, romaji)
    ? [{ claimed: claimed.text, detail: 'romanisation' }]
    : [];
}

function bestOf(agreements: readonly Agreement[]): Agreement | undefined {
  const rank = ({ detail }: Agreement) => (detail === undefined ? -1 : nameDetails.indexOf(detail));
  return agreements.toSorted((a, b) => rank(a) - rank(b))[0];
}

function fieldOf(
  { claimed, detail }: Agreement,
  verdict: FieldComparison['verdict'],
  registered: string,
): FieldComparison {
  return { field: 'name', verdict, claimed, registered, ...(detail !== undefined && { detail }) };
}
