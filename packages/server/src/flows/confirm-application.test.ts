// Confirmation as `sekisho confirm` asks for it, of an invented register: honest and false claims, and what silence means.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { confirmApplication } from './confirm-application.ts';
import { importEdition } from './import-edition.ts';
import { DIFF_ON, FULL_SET_ON, inventedRegister } from './testing/invented-register.ts';
import { falseClaims, honestClaims, seatedCompanies, type Company, type MadeClaim } from './testing/made-claims.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const SEED = 7;
const CLAIMS = 330;
let folder: PlayedFolder;
let companies: readonly Company[] = [];

before(async () => {
  folder = await openPlayedFolder();
  folder.playOn('2026-11-03');
  const { numbers, full, diff } = inventedRegister(200, SEED);
  await importRows('00_zenkoku_all_20261030.csv', full, FULL_SET_ON);
  const { edition } = await importRows('diff_20261102.csv', diff, DIFF_ON);
  assert.ok(edition.complete);
  const reader = folder.parts.registerFiles.open(edition);
  companies = seatedCompanies(numbers.map((number) => reader.byNumber(number)));
  reader.close();
  assert.equal(companies.length, 200);
});
after(() => folder.dispose());

async function importRows(name: string, rows: readonly string[], publishedOn: string) {
  const file = path.join(folder.path, '..', name);
  await writeFile(file, `${rows.join('\n')}\n`);
  return importEdition(
    { source: 'jp-nta', files: [file], publishedOn, by: 'test', accept: 'invented companies' },
    folder.parts,
  );
}

async function answerTo({ application }: Pick<MadeClaim, 'application'>): Promise<Confirmation> {
  const { confirmations } = await confirmApplication(application, folder.parts);
  const [answer, second] = confirmations;
  assert.ok(answer && !second);
  return answer;
}

const told = ({ how, application }: MadeClaim, { reason, fields }: Confirmation) =>
  `${how}: ${reason} ${JSON.stringify({ parties: application['parties'], fields })}`;

test('every class of honest application is made, and every application confirmed', async () => {
  const claims = honestClaims(companies, CLAIMS, SEED);
  assert.equal(new Set(claims.map(({ how }) => how)).size, 11);
  for (const claim of claims) {
    const answer = await answerTo(claim);
    assert.equal(answer.verdict, 'CONFIRMED', told(claim, answer));
  }
});

test('every class of false application is made, and none confirmed', async () => {
  const claims = falseClaims(companies, CLAIMS, SEED);
  assert.equal(new Set(claims.map(({ how }) => how)).size, 17);
  for (const claim of claims) {
    const answer = await answerTo(claim);
    assert.notEqual(answer.verdict, 'CONFIRMED', told(claim, answer));
  }
});

/** A table of one company that states a number of another register, imported as an own register. */
async function importOther(
  id: string,
  numbers: string,
  identifier: string,
  row: readonly [number: string, name: string, address: string, state: string, stated: string],
): Promise<void> {
  const mapping = path.join(folder.path, '..', `${id}.yml`);
  const columns =
    'no: number, name: name, seat: address, state: { to: status, values: { open: OPEN, gone: CLOSED } }, other: { to: identifier, type: ' +
    `${identifier} }`;
  await writeFile(
    mapping,
    `id: ${id}\ntitle: t\npublisher: p\nterritory: jp\ncountry: jp\nnumbers: ${numbers}\ncolumns: { ${columns} }\n`,
  );
  const file = path.join(folder.path, '..', `${id}.csv`);
  await writeFile(file, `no,name,seat,state,other\n${row.join(',')}\n`);
  await importEdition({ source: id, files: [file], mapping, publishedOn: DIFF_ON, by: 'test' }, folder.parts);
}

test('what other registers say of the company is held against what this one says, found by the numbers they state', async () => {
  const open = companies.filter(({ current, history }) => current.closedOn === undefined && history.length === 0);
  const [{ current } = {}, { current: second } = {}] = open;
  assert.ok(current && second);
  const lei = Array.from({ length: 99 }, (_, check) => `SEKISHO0MIHON00001${String(check).padStart(2, '0')}`).find(
    (value) => checkIdentifier({ type: 'lei', value }).state === 'VALID_UNCONFIRMED',
  );
  const seat = `${current.prefecture}${current.city}${current.street}`;
  await importOther('own-register-lei', 'lei', 'jp-corporate-number', [
    lei ?? '',
    current.name,
    seat,
    'open',
    current.number,
  ]);
  await importOther('own-register-filers', 'jp-edinet-code', 'lei', [
    'E99001',
    '株式会社架空通商',
    '沖縄県那覇市見本9-9-9',
    'gone',
    lei ?? '',
  ]);
  const answerOf = async (row: typeof current) => {
    const made = honestClaims([{ current: row, history: [] }], 1, SEED)[0];
    assert.ok(made);
    return answerTo(made);
  };
  const { verdict, joins = [] } = await answerOf(current);
  assert.equal(verdict, 'CONFIRMED');
  assert.deepEqual(
    joins.map(({ register, number, by, statedBy, fields }) => [
      [register, number, by, statedBy],
      fields.map((field) => `${field.field} ${field.verdict}`),
    ]),
    [
      [
        ['own-register-lei', lei, 'jp-corporate-number', 'own-register-lei'],
        ['name SAME', 'address SAME', 'status SAME'],
      ],
      [
        ['own-register-filers', 'E99001', 'lei', 'own-register-filers'],
        ['name DIFFERENT', 'address DIFFERENT', 'status DIFFERENT'],
      ],
    ],
  );
  assert.deepEqual(
    joins.map(({ numbers }) => numbers?.map(({ type, value }) => `${type} ${value}`)),
    [
      [`lei ${lei ?? ''}`, `jp-corporate-number ${current.number}`],
      ['jp-edinet-code E99001', `lei ${lei ?? ''}`],
    ],
  );
  for (const { editionId } of joins) assert.ok(await folder.parts.store.edition(editionId));
  assert.equal((await answerOf(second)).joins, undefined);
});
