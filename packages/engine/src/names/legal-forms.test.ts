import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { foldText } from './fold.ts';
import { legalFormRelation, legalFormsCompatible, legalFormsRelation, splitLegalForm } from './legal-forms.ts';

const reference = buildNameReference(referenceFiles);

const cases: readonly (readonly [string, string, string])[] = [
  ['株式会社トヨタ自動車', 'トヨタ自動車', '<kk'],
  ['(株)ＡＯ', 'ao', '<kk'],
  ['株式会社 エスエー', 'エスエー', '<kk'],
  ['トヨタ自動車㈱', 'トヨタ自動車', '>kk'],
  ['三菱電機(株)東京支店', '三菱電機 東京支店', '>kk'],
  ['ミツビシデンキ(カ', 'ミツビシデンキ', '>kk'],
  ['ユ)サクラ', 'サクラ', '<yk'],
  ['有限会社さくら', 'さくら', '<yk'],
  ['特定非営利活動法人あおぞら', 'あおぞら', '<npo-hojin'],
  ['ＮＰＯ法人あおぞら', 'あおぞら', '<npo-hojin'],
  ['台湾範例(股)公司', '台湾範例', '>cn-joint-stock'],
  ['エグザンプルピーテイーイーエルテイーデイ', 'エグザンプル', '>ltd-kana'],
  ['エグザンプルアンリミテツドカンパニー', 'エグザンプル', '>unlimited'],
  ['華為技術有限公司', '華為技術', '>cn-company-limited'],
  ['某某股份有限公司', '某某', '>cn-joint-stock'],
  ['㈜한빛', '한빛', '<kr-jusik'],
  ['한빛 주식회사', '한빛', '>kr-jusik'],
  ['ООО «Ромашка»', 'ромашка', '<ooo'],
  ['Public Joint Stock Company "Orel"', 'orel', '<jsc'],
  ['Example Co., Ltd.', 'example', '>co-ltd'],
  ['Example CO.,LTD', 'example', '>co-ltd'],
  ['Example K. K.', 'example', '>kk'],
  ['Example G.m.b.H.', 'example', '>gmbh'],
  ['Example GmbH & Co. KG', 'example', '>gmbh-co-kg'],
  ['Example S. A.', 'example', '>sa'],
  ['PT. Contoh Tbk', 'contoh', '<pt >tbk'],
  ['Limited Liability Company Orel', 'orel', '<llc'],
  ['Orel Limited Liability Company', 'orel', '>llc'],
  ['ЗАО "Орёл"', 'орёл', '<ao'],
  ['ООО"Орёл"', 'орёл', '<ooo'],
  ['OOO Orel', 'orel', '<ooo'],
  ['Orel o.O.O.', 'orel', '>ooo'],
  ['Общество с ограниченной ответственностью «Орёл»', 'орёл', '<ooo'],
  ['общество с ограниченнойответственостью «Орёл»', 'орёл', '<ooo'],
  ['Закрытое акционерное обществобанк «Орёл»', 'банк «орёл»', '<ao'],
  ['ФГУП «Орёл»', 'орёл', '<fgup'],
  ['Муніципальне унітарне підприємство «Орел»', 'орел', '<fgup'],
  ['Дзяржаўнае прадпрыемства «Арол»', 'арол', '<fgup'],
  ['ЧАО «Орёл»', 'орёл', '<prat'],
  ['ПрАТ «Орел»', 'орел', '<prat'],
  ['公共株式会社エグザンプル', 'エグザンプル', '<ja-kokai'],
  ['連邦国家単一企業エグザンプル', 'エグザンプル', '<ja-state-enterprise'],
  ['コウエキザイダンホウジンサクラ', 'サクラ', '<koeki-zaidan'],
  ['イッパンシャダンホウジンサクラ', 'サクラ', '<ippan-shadan'],
  ['ゴウドウカイシヤサクラ', 'サクラ', '<gk'],
  ['Компанія з обмеженою відповідальністю «Орел»', 'орел', '<slavic-ltd'],
  ['Μονοπρόσωπη Ε.Π.Ε. Αετός', 'Μονοπρόσωπη Ε.Π.Ε. Αετός', ''],
  ['Αετός Μονοπρόσωπη Ε.Π.Ε.', 'Αετός', '>gr-epe'],
  ['Товариство з обмеженою відповідальністю «Орел»', 'орел', '<tov'],
  ['Example Sp. z o.o.', 'example', '>spzoo'],
  ['Example S.p.A.', 'example', '>spa'],
  ['Example, s.r.o.', 'example', '>sro'],
  ['Example d.o.o.', 'example', '>doo'],
  ['Example A/S', 'example', '>as'],
  ['Example Oyj', 'example', '>oyj'],
  ['Example Zrt.', 'example', '>zrt'],
  ['EXAMPLE EOOD', 'example', '>ood'],
  ['SIA Example', 'example', '<sia'],
  ['UAB "Example"', 'example', '<uab'],
  ['Example FZ-LLC', 'example', '>fz-llc'],
  ['Example DMCC', 'example', '>dmcc'],
  ['Example Trading W.L.L.', 'example trading', '>wll'],
  ['Example Sdn. Bhd.', 'example', '>sdn-bhd'],
  ['Example Pte. Ltd.', 'example', '>private-limited'],
  ['Example (Pvt) Ltd', 'example', '>private-limited'],
  ['Example (Pty) Ltd', 'example', '>pty-ltd'],
  ['Exemplo Ltda.', 'exemplo', '>ltda'],
  ['Ejemplo S.A. de C.V.', 'ejemplo', '>sa'],
  ['Exemplo EIRELI', 'exemplo', '>eireli'],
  ['EURL Exemple', 'exemple', '<eurl'],
  ['Exemple SARL', 'exemple', '>sarl'],
  ['Societatea cu Răspundere Limitată Exemplu', 'exemplu', '<srl'],
  ['Örnek Sanayi ve Ticaret Limited Şirketi', 'ornek', '>tr-ltd-sti'],
  ['บริษัท ตัวอย่าง จำกัด', 'ตัวอย่าง', '<th-company >th-company'],
  ['บริษัท ตัวอย่าง จำกัด (มหาชน)', 'ตัวอย่าง', '<th-company >th-public'],
  ['شركة المثال ذ.م.م', 'المثال', '<ar-company >ar-limited'],
  ['Công ty TNHH Ví Dụ', 'vi du', '<vn-tnhh'],
  ['שם לדוגמה בע"מ', 'שם לדוגמה', '>il-ltd'],
  ['某某集团有限公司', '某某', '>cn-group'],
  ['某某有限责任公司', '某某', '>cn-company-limited'],
  ['某某分公司', '某某分公司', ''],
  ['エグザンプルリミテツド', 'エグザンプル', '>ltd-kana'],
  ['エグザンプルエルエルシー', 'エグザンプル', '>llc-kana'],
  ['エグザンプルインク', 'エグザンプル', '>inc-kana'],
  ['エグザンプルカブシキガイシヤ', 'エグザンプル', '>kk'],
  ['Example COMP', 'example', '>co'],
  ['11420 CORP.', '11420', '>corp'],
  ['Example GmbH i.', 'example gmbh i.', ''],
  ['SARA', 'sara', ''],
  ['Example.Co.,Ltd', 'example', '>co-ltd'],
  ['Example.Inc', 'example', '>inc'],
  ['Example(Asia)Pte.Ltd.', 'example(asia)', '>private-limited'],
  ['Example & Co., Ltd.', 'example', '>co-ltd'],
  ['Example Kaisha, Ltd.', 'example', '>co-ltd'],
  ['エグザンプルピーテイワイリミテツド', 'エグザンプル', '>ltd-kana'],
  ['有限公司', '有限公司', ''],
  ['Co., Ltd.', 'co., ltd.', ''],
  ['Costa', 'costa', ''],
  ['Sagami', 'sagami', ''],
  ['', '', ''],
];
for (const [name, core, forms] of cases)
  test(`${name} is ${core} and ${forms || 'no form'}`, () => {
    const found = splitLegalForm(foldText(name, reference), reference);
    assert.equal(found.core, foldText(core, reference));
    assert.equal(found.forms.map(({ form, position }) => (position === 'before' ? '<' : '>') + form).join(' '), forms);
  });

const relations: readonly (readonly [string, string, ReturnType<typeof legalFormRelation>])[] = [
  ['kk', 'kk', 'same'],
  ['co-ltd', 'kk', 'compatible'],
  ['co-ltd', 'gk', 'compatible'],
  ['ltd', 'yk', 'compatible'],
  ['llc', 'gk', 'compatible'],
  ['ooo', 'llc', 'compatible'],
  ['ooo', 'tov', 'compatible'],
  ['ao', 'jsc', 'compatible'],
  ['ao', 'kk', 'compatible'],
  ['gmbh', 'llc', 'compatible'],
  ['gmbh', 'sarl', 'compatible'],
  ['oy', 'ab', 'compatible'],
  ['cn-company-limited', 'ltd', 'compatible'],
  ['kk', 'yk', 'contradicting'],
  ['gk', 'yk', 'contradicting'],
  ['ooo', 'ao', 'contradicting'],
  ['llc', 'jsc', 'contradicting'],
  ['gmbh', 'bv', 'contradicting'],
  ['kk', 'npo-hojin', 'contradicting'],
  ['ano', 'llc', 'contradicting'],
  ['unheard-of', 'kk', 'contradicting'],
];
for (const [a, b, expected] of relations)
  test(`${a} and ${b} are ${expected}`, () => {
    assert.equal(legalFormRelation(a, b, reference), expected);
    assert.equal(legalFormRelation(b, a, reference), expected);
    assert.equal(legalFormsCompatible(a, b, reference), expected !== 'contradicting');
  });

test('of several forms the best relation counts, and a missing form says nothing', () => {
  const [pt, tbk, llc, kk] = ['pt', 'tbk', 'llc', 'kk'].map((form) => ({ form, position: 'after' as const }));
  assert.ok(pt && tbk && llc && kk);
  assert.equal(legalFormsRelation([pt, tbk], [tbk], reference), 'same');
  assert.equal(legalFormsRelation([pt, tbk], [llc], reference), 'compatible');
  assert.equal(legalFormsRelation([llc], [kk], reference), 'contradicting');
  assert.equal(legalFormsRelation([llc], [], reference), 'unknown');
});
