// Look-back over everything ever applied for: what is added, changed, removed, closed; once, whatever dies in between.
import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { importEdition } from './import-edition.ts';
import { runLookBacks } from './look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const somebodyElse = noticeRow('N-1', { kanji: '架空 一郎', latin: 'Ichiro Kaku', born: '1970' });
const theContact = noticeRow('N-2', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1985' });
const theContactOlder = noticeRow('N-2', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1984' });

describe('look-back', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
    await folder.importNotices([somebodyElse], '2016-11-14');
    await runLookBacks(folder.parts);
    await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
    await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  });
  afterEach(() => folder.dispose());

  const alerts = async () =>
    (await folder.parts.store.alerts()).map(
      ({ applicationId, party, change }) => `${applicationId} ${party} ${change}`,
    );

  test('an added entry, a changed one, a removed one: an alert each, with the score before and after', async () => {
    await refuseCase('A-2016-0114', folder.parts);
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), ['A-2016-0114 contact added']);
    assert.equal((await folder.parts.store.case('A-2016-0114'))?.state, 'HOLD', 'a refused case is open again');
    assert.equal((await folder.parts.store.case('A-2016-0113'))?.state, 'ACCEPT', 'the others are left alone');

    await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
    folder.playOn('2016-11-16');
    await folder.importNotices([somebodyElse, theContactOlder], '2016-11-16');
    await runLookBacks(folder.parts);
    folder.playOn('2016-11-17');
    await folder.importNotices([somebodyElse], '2016-11-17');
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), [
      'A-2016-0114 contact added',
      'A-2016-0114 contact changed',
      'A-2016-0114 contact removed',
    ]);
    const [added, changed, removed] = await folder.parts.store.alerts();
    assert.equal(added?.scoreBefore, undefined);
    assert.ok(
      added?.scoreAfter !== undefined && changed?.scoreBefore !== undefined && changed.scoreAfter !== undefined,
    );
    assert.ok(removed?.scoreBefore !== undefined);
    assert.equal(removed.scoreAfter, undefined);
  });

  test('every revision of an application is looked back on', async () => {
    const corrected = structuredClone(await folder.application('2016-11-fictitious-company.yml'));
    corrected['parties'] = (corrected['parties'] as { id: string }[]).filter(({ id }) => id === 'buyer');
    delete corrected['links'];
    assert.equal((await vetApplication(corrected, folder.parts)).revision, 2);
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), ['A-2016-0114 contact added']);
  });

  test('a look-back that died before it was done is run again and raises nothing twice', async () => {
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    const [owed] = await folder.parts.store.lookBacks('owed');
    assert.ok(owed, 'importing notes what is owed in the same transaction');
    const [first] = await runLookBacks(folder.parts);
    assert.equal(first?.alerts.length, 1);
    await folder.parts.store.write((writer) => writer.saveLookBack(owed));
    const [again] = await runLookBacks(folder.parts);
    assert.equal(again?.alerts.length, 0);
    assert.equal((await alerts()).length, 1);
    assert.deepEqual(await runLookBacks(folder.parts), []);
  });

  test('editions that came in before any look-back ran are looked back on all the same', async () => {
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    await folder.importNotices([somebodyElse, theContact, noticeRow('N-3', { kanji: '誰野 何某' })], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), ['A-2016-0114 contact added']);
  });

  test('a buyer whose record is closed, and one that comes to exist', async () => {
    folder.playOn('2016-11-15');
    const closed =
      '1,4800001000022,21,0,2016-11-15,2016-11-11,"有限会社みなと活版",,302,"神奈川県","横浜市中区","海岸通９丁目２番地",,14,104,2310002,,,2016-11-11,01,,,2015-10-05,1,,,,,,0';
    const founded =
      '2,5900007000030,01,0,2016-11-15,2016-11-11,"株式会社日和見システム設計",,301,"東京都","新宿区","百人町９丁目９９番９号",,13,104,1690073,,,,,,,2016-11-11,1,,,,,,0';
    await folder.importDiff([closed, founded], '2016-11-15');
    await runLookBacks(folder.parts);
    const raised = await folder.parts.store.alerts();
    assert.deepEqual(
      raised
        .map(({ applicationId, entityId }) => [applicationId, entityId])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      [
        ['A-2016-0113', 'jp-nta:4800001000022'],
        ['A-2016-0114', 'jp-nta:5900007000030'],
      ],
    );
    const ofPrinter = raised.find(({ applicationId }) => applicationId === 'A-2016-0113');
    assert.equal(ofPrinter?.verdictBefore, 'CONFIRMED (number-and-name-agree)');
    assert.equal(ofPrinter.verdictAfter, 'MISMATCH (closed)');
    assert.equal((await folder.parts.store.case('A-2016-0113'))?.state, 'HOLD');
  });

  test('listed, delisted and listed again: each is news', async () => {
    for (const [day, rows] of [
      ['2016-11-15', [somebodyElse, theContact]],
      ['2016-11-16', [somebodyElse]],
      ['2016-11-17', [somebodyElse, theContact]],
    ] as const) {
      folder.playOn(day);
      await folder.importNotices(rows, day);
      await runLookBacks(folder.parts);
      await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
    }
    assert.deepEqual(await alerts(), [
      'A-2016-0114 contact added',
      'A-2016-0114 contact removed',
      'A-2016-0114 contact added',
    ]);
  });

  test('an edition before that cannot be read any more hides nothing', async () => {
    const [before] = (await folder.parts.store.activeEditions()).filter(
      ({ edition }) => edition.source === 'own-notices',
    );
    assert.ok(before);
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    const stored = await readdir(path.join(folder.path, 'editions'), { recursive: true });
    const file = stored.find((name) => name.includes(before.edition.contentSha256));
    assert.ok(file !== undefined);
    await rm(path.join(folder.path, 'editions', file));
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), ['A-2016-0114 contact added']);
  });

  test('a buyer whose seat is claimed in Latin letters is confirmed with the gazetteers, as in vetting', async () => {
    const file = path.join(folder.path, 'utf_ken_all.csv');
    const place = '"カナガワケン","ヨコハマシナカク","カイガンドオリ","神奈川県","横浜市中区","海岸通"';
    await writeFile(file, `14104,"231  ","2310002",${place},0,0,0,0,0,0\n`);
    const places = { source: 'jp-post', files: [file], publishedOn: '2016-11-14', by: 'test', accept: 'one row' };
    await importEdition(places, folder.parts);
    const honest = await folder.application('2016-11-honest.yml');
    const [buyer, ...others] = honest['parties'] as [object, ...object[]];
    const addresses = [{ full: '9-2 Kaigandori, Naka-ku, Yokohama', country: 'jp', use: 'seat' }];
    const order = { ...honest, id: 'A-2016-0999', parties: [{ ...buyer, addresses }, ...others] };
    const { evidence } = await vetApplication(order, folder.parts);
    assert.equal(evidence.confirmations[0]?.verdict, 'CONFIRMED');
    folder.playOn('2016-11-15');
    const moved =
      '1,4800001000022,12,0,2016-11-15,2016-11-11,"有限会社みなと活版",,302,"大阪府","大阪市北区","梅田９丁目８番",,27,127,5300001,,,,,,,2015-10-05,1,,,,,,0';
    await folder.importDiff([moved], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual((await alerts()).sort(), ['A-2016-0113 buyer changed', 'A-2016-0999 buyer changed']);
  });

  test('a buyer that is renamed twice, and one whose new name is listed', async () => {
    const renamed = (name: string, day: string) =>
      `1,4800001000022,11,0,${day},2016-11-11,"${name}",,302,"神奈川県","横浜市中区","海岸通９丁目２番地",,14,104,2310002,,,,,,,2015-10-05,1,,,,,,0`;
    folder.playOn('2016-11-15');
    await folder.importDiff([renamed('有限会社港北活字', '2016-11-15')], '2016-11-15');
    folder.playOn('2016-11-16');
    await folder.importDiff([renamed('有限会社潮見図書', '2016-11-16')], '2016-11-16');
    await runLookBacks(folder.parts);
    assert.deepEqual(
      (await folder.parts.store.alerts()).map(({ listedName }) => listedName),
      ['有限会社港北活字', '有限会社潮見図書'],
    );
    folder.playOn('2016-11-17');
    await folder.importDiff([renamed('有限会社ＳＡＭＰＬＥ　ＭＡＣＨＩＮＥ　ＷＯＲＫＳ', '2016-11-17')], '2016-11-17');
    const { evidence } = await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
    assert.deepEqual(
      evidence.hits.map(({ entity }) => entity.id),
      ['ofac-sdn:90002'],
      'an order under the former name is screened under the registered one',
    );
  });

  test('somebody who only stands as payer on the transfer', async () => {
    const order = {
      ...(await folder.application('2016-11-honest.yml')),
      id: 'A-9',
      payment: { payerName: 'Chen Zhiyuan' },
    };
    const first = await vetApplication(order, folder.parts);
    assert.deepEqual(first.evidence.hits, []);
    folder.playOn('2016-11-15');
    await folder.importNotices([somebodyElse, theContact], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), ['A-2016-0114 contact added', 'A-9 buyer added']);
    const again = await vetApplication(order, folder.parts);
    assert.deepEqual(
      again.evidence.hits.map(({ partyName }) => partyName),
      ['Chen Zhiyuan'],
    );
  });
});
