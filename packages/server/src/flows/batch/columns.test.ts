import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { buildBatchColumns } from '@sekisho/engine/reference/batch-columns.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { columnReadings } from './columns.ts';

const known = buildBatchColumns(referenceFiles);
const fieldsOf = (columns: readonly string[], ...given: readonly string[]) =>
  columnReadings(columns, given, known, 'c.csv').map(({ field }) => field ?? '-');

const tables: readonly (readonly [columns: string, fields: string])[] = [
  ['Customer No., Full Name, DOB, Nationality', 'row-id name birth-date nationality'],
  ['FIRST_NAME,middleName,Last-Name,Gender', 'first-name middle-name last-name gender'],
  ['顧客番号,氏名,フリガナ,生年月日,住所,備考', 'row-id name reading birth-date address -'],
  ['商号,法人番号,本店所在地', 'name jp-corporate-number address'],
  ['Name;Vorname;Geburtsdatum', 'last-name first-name birth-date'],
  ['Nom;Prénom;Nationalité', 'last-name first-name nationality'],
  ['Nachname;Vorname', 'last-name first-name'],
  ['公司名称,统一社会信用代码', 'name registration-number'],
  ['회사명,사업자등록번호,국가', 'name registration-number country'],
  ['ФИО,Дата рождения,ИНН', 'name birth-date tax-id'],
  ['الاسم الكامل,الجنسية', 'name nationality'],
  ['Name1,Name2,Street,City,ZIP', 'name alias street city postal-code'],
  ['name,dob,birthday,status,contact name', 'name birth-date - - -'],
  ['vessel name,IMO,flag', 'name imo-number country'],
];
for (const [columns, fields] of tables)
  test(`${columns}`, () => {
    assert.equal(fieldsOf(columns.split(/[,;]/).map((column) => column.trim())).join(' '), fields);
  });

test('what is given stands over what is guessed', () => {
  const columns = ['who', 'name', 'born on', 'birthday'];
  assert.deepEqual(fieldsOf(columns, 'WHO=name', 'name=-', 'birthday=birth_date'), ['name', '-', '-', 'birth-date']);
});

for (const [what, columns, given, code] of [
  ['no column holds a name', ['id', 'remark'], [], 'batch.no-name'],
  ['a column that is not there', ['name'], ['who=name'], 'command.usage'],
  ['a field that is not there', ['name'], ['name=nom'], 'command.usage'],
  ['no field', ['name'], ['name'], 'command.usage'],
  ['the only name is not to be read', ['name'], ['name=-'], 'batch.no-name'],
] as const)
  test(`${what} is refused`, () => {
    assert.throws(
      () => fieldsOf(columns, ...given),
      (error) => error instanceof Problem && error.code === code,
    );
  });
