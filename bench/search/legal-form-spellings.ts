// The text of a company's name in, its legal form or the same form as others write it out.
// Spellings are as they stand side by side on the official lists (OFAC, UN, METI) and in registers; a table of the bench alone.
import { oneOf, type Random } from './random.ts';

const spellings: readonly (readonly string[])[] = [
  ['Co., Ltd.', 'Company Limited', 'Co Ltd', 'CO.,LTD', 'Co. Limited', 'Co., Limited', 'Company Ltd.'],
  ['Ltd', 'Limited', 'LTD.', 'Ltd.'],
  ['LLC', 'L.L.C.', 'Limited Liability Company'],
  ['Inc.', 'Inc', 'Incorporated', 'INC'],
  ['Corporation', 'Corp.', 'Corp'],
  ['PLC', 'P.L.C.', 'Public Limited Company'],
  ['GmbH', 'G.m.b.H.', 'Gesellschaft mit beschränkter Haftung'],
  ['AG', 'Aktiengesellschaft'],
  ['S.A. de C.V.', 'SA de CV', 'S.A. DE C.V.'],
  ['S. de R.L.', 'S de RL'],
  ['S.A.S.', 'SAS'],
  ['S.A.', 'SA', 'Sociedad Anonima'],
  ['SARL', 'S.A.R.L.', 'S.à r.l.'],
  ['B.V.', 'BV'],
  ['S.r.l.', 'SRL', 'Srl'],
  ['Ltda.', 'Ltda', 'Limitada'],
  ['OOO', 'Obshchestvo s ogranichennoy otvetstvennostyu', 'LLC'],
  ['OAO', 'Otkrytoe Aktsionernoe Obshchestvo', 'OJSC'],
  ['PAO', 'Publichnoe Aktsionernoe Obshchestvo', 'PJSC'],
  ['PJSC', 'Public Joint Stock Company', 'P.J.S.C.'],
  ['JSC', 'Joint Stock Company', 'J.S.C.'],
  ['AO', 'Aktsionernoe Obshchestvo', 'JSC'],
  ['FZE', 'F.Z.E.', 'Free Zone Establishment'],
  ['FZCO', 'FZ Co', 'F.Z.Co.'],
  ['K.K.', 'KK', 'Kabushiki Kaisha', 'Co., Ltd.'],
  ['Company', 'Co.', 'Co'],
  ['ООО', 'Общество с ограниченной ответственностью'],
  ['ПАО', 'Публичное акционерное общество'],
  ['ЗАО', 'Закрытое акционерное общество'],
  ['ОАО', 'Открытое акционерное общество'],
  ['АО', 'Акционерное общество'],
  ['株式会社', '(株)', '㈱', '（株）'],
  ['有限会社', '(有)', '㈲'],
  ['合同会社', '(同)'],
  ['股份有限公司', '股份公司'],
  ['有限责任公司', '有限公司'],
  ['주식회사', '(주)', '㈜'],
  ['Α.Ε.', 'ΑΕ', 'Ανώνυμη Εταιρεία'],
  ['Ε.Π.Ε.', 'ΕΠΕ'],
  ['בע"מ', 'בעמ'],
  ['カブシキガイシャ', '株式会社'],
];

/** Longer ones are looked for first, so that `Co., Ltd.` is not read as `Ltd.`. */
const forms = spellings.flat().sort((a, b) => b.length - a.length);
const CJK = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u;

/** As it stands in the name: at one of its ends, and in spaced writing a word of its own. */
export function legalFormIn(text: string): string | undefined {
  const lower = text.toLowerCase();
  for (const form of forms) {
    const sought = form.toLowerCase();
    const isApart = CJK.test(form);
    if (lower.length <= sought.length) continue;
    if (lower.endsWith(isApart ? sought : ` ${sought}`)) return text.slice(-form.length);
    if (lower.startsWith(isApart ? sought : `${sought} `)) return text.slice(0, form.length);
  }
  return undefined;
}

export function otherFormOf(form: string, random: Random): string {
  const known = form.toLowerCase();
  const row = spellings.find((alternatives) => alternatives.some((one) => one.toLowerCase() === known));
  const others = (row ?? []).filter((one) => one.toLowerCase() !== known);
  return others.length === 0 ? '' : oneOf(others, random);
}
