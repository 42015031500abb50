// Companies of the registers in use by address, telephone number and domain; and how many share the seat that a buyer claims.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { confirmApplication } from './confirm-application.ts';
import { importEdition } from './import-edition.ts';
import { lookUpPlace, type Place } from './look-up-place.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const OWN = 'own-register-chamber';
const sample = (name: string) =>
  fileURLToPath(new URL(`../../../sources/src/registers/own/sample/${name}`, import.meta.url));
let folder: PlayedFolder;

before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  folder.playOn('2026-10-31');
  await importEdition(
    {
      source: OWN,
      files: [sample('chamber.csv')],
      mapping: sample('chamber.yml'),
      publishedOn: '2026-10-31',
      by: 'test',
    },
    folder.parts,
  );
});
after(() => folder.dispose());

async function found(place: Place, register: string, limit = 5) {
  const [answer] = await lookUpPlace(place, { registers: [register], limit }, folder.parts);
  assert.ok(answer);
  const { isReadable, companies, isCutOff, count, percentile } = answer;
  return { isReadable, isCutOff, count, percentile, names: companies.map(({ current }) => current.name) };
}

const minato = { isReadable: true, isCutOff: false, names: ['有限会社みなと活版'] };

test('an address, however it is written, with and without its prefecture', async () => {
  for (const address of [
    '神奈川県横浜市中区海岸通９丁目２番地',
    '横浜市中区海岸通9-2',
    '〒231-0002 横浜市中区海岸通九丁目2 見本ビル3F',
  ]) {
    const { percentile, ...answer } = await found({ address }, 'jp-nta');
    assert.deepEqual(answer, { ...minato, count: 1 }, address);
    assert.equal(percentile, 0);
  }
});

test('none at an address that nobody has; nothing known of one that cannot be read', async () => {
  const none = await found({ address: '横浜市中区海岸通9-3' }, 'jp-nta');
  assert.deepEqual([none.isReadable, none.count, none.names], [true, 0, []]);
  const unread = await found({ address: 'somewhere in Yokohama' }, 'jp-nta');
  assert.deepEqual([unread.isReadable, unread.count], [false, undefined]);
});

test('a telephone number and a domain of a register that states them', async () => {
  const sakura = {
    isReadable: true,
    isCutOff: false,
    count: undefined,
    percentile: undefined,
    names: ['さくら見本株式会社'],
  };
  for (const phone of ['06-0000-0001', '+81 6 0000 0001', '０６（００００）０００１'])
    assert.deepEqual(await found({ phone }, OWN), sakura, phone);
  for (const domain of ['sakura.example', 'https://www.sakura.example/about', 'SAKURA.example'])
    assert.deepEqual(await found({ domain }, OWN), sakura, domain);
  assert.deepEqual((await found({ phone: '06-0000-0002' }, OWN)).names, []);
  assert.equal((await found({ phone: 'reception' }, OWN)).isReadable, false);
  assert.equal((await found({ domain: 'no domain' }, OWN)).isReadable, false);
});

test('a seat abroad is found as the register writes it', async () => {
  const { names, count } = await found({ address: '1 MIHON ROAD SINGAPORE 018956', country: 'sg' }, OWN);
  assert.deepEqual([names, count], [['Mihon Trading Pte. Ltd.'], 1]);
});

test('a register that is not in use is named', async () => {
  await assert.rejects(
    found({ phone: '03-0000-0000' }, 'gleif'),
    (error) => error instanceof Problem && error.code === 'source.unknown',
  );
});

test('a confirmation says how many companies have the claimed seat', async () => {
  folder.playOn('2016-11-14');
  const {
    confirmations: [honest],
  } = await confirmApplication(await folder.application('2016-11-honest.yml'), folder.parts);
  assert.equal(honest?.addressCompanies?.register, 'jp-nta');
  assert.equal(honest.addressCompanies.edition, honest.editionId);
  assert.deepEqual([honest.addressCompanies.count, honest.addressCompanies.percentile], [1, 0]);
});
