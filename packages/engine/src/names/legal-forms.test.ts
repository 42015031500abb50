import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { foldText } from './fold.ts';
import { legalFormsCompatible, splitLegalForm } from './legal-forms.ts';

const reference = buildNameReference(referenceFiles);

const cases: readonly (readonly [string, string, string])[] = [
  ['株式会社トヨタ自動車', 'トヨタ自動車', '<kk'],
  ['トヨタ自動車㈱', 'トヨタ自動車', '>kk'],
  ['三菱電機(株)東京支店', '三菱電機 東京支店', '>kk'],
  ['ミツビシデンキ(カ', 'ミツビシデンキ', '>kk'],
  ['ユ)サクラ', 'サクラ', '<yk'],
  ['有限会社さくら', 'さくら', '<yk'],
  ['特定非営利活動法人あおぞら', 'あおぞら', '<npo-hojin'],
  ['ＮＰＯ法人あおぞら', 'あおぞら', '<npo-hojin'],
  ['華為技術有限公司', '華為技術', '>cn-company-limited'],
  ['某某股份有限公司', '某某', '>cn-joint-stock'],
  ['㈜한빛', '한빛', '<kr-jusik'],
  ['한빛 주식회사', '한빛', '>kr-jusik'],
  ['ООО «Ромашка»', 'ромашка', '<ooo'],
  ['Public Joint Stock Company "Orel"', 'orel', '<ao'],
  ['Example Co., Ltd.', 'example', '>co-ltd'],
  ['Example CO.,LTD', 'example', '>co-ltd'],
  ['Example K. K.', 'example', '>kk'],
  ['Example G.m.b.H.', 'example', '>gmbh'],
  ['Example GmbH & Co. KG', 'example', '>gmbh'],
  ['Example S. A.', 'example', '>sa'],
  ['PT. Contoh Tbk', 'contoh', '<pt >tbk'],
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

test('English forms stand for any company, not for an association', () => {
  assert.ok(legalFormsCompatible('co-ltd', 'kk', reference));
  assert.ok(legalFormsCompatible('llc', 'gk', reference));
  assert.ok(!legalFormsCompatible('kk', 'npo-hojin', reference));
});
