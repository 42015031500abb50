// Confirmation on the real differences of the corporate register: what honest buyers write is confirmed, what is false never is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { confirmApplication } from './confirm-application.ts';
import { importEdition } from './import-edition.ts';
import { falseClaims, honestClaims, seatedCompanies, type Company, type MadeClaim } from './testing/made-claims.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const real = process.env['SEKISHO_DEV_DATA'];
const days = ['20260817', '20260818', '20260819', '20260820', '20260821'];
const CLAIMS = 1000;
const SEED = 20260821;

describe('claims made of five real diffs', { skip: real === undefined && 'SEKISHO_DEV_DATA is not set' }, () => {
  let folder: PlayedFolder;
  let companies: readonly Company[] = [];

  before(async () => {
    folder = await openPlayedFolder();
    folder.playOn('2026-08-22');
    const files = days.map((day) => path.join(real ?? '', 'registers/jp-nta/diff', `diff_${day}.csv`));
    const { edition } = await importEdition(
      { source: 'jp-nta', files, publishedOn: '2026-08-21', by: 'test' },
      folder.parts,
    );
    const numbers = new Set(files.flatMap((file) => readFileSync(file, 'latin1').match(/(?<=^\d+,)\d{13}/gm) ?? []));
    const reader = folder.parts.registerFiles.open(edition);
    companies = seatedCompanies([...numbers].sort().map((number) => reader.byNumber(number)));
    reader.close();
  });
  after(() => folder.dispose());

  test(`of ${CLAIMS} honest applications 98 % are confirmed`, async () => {
    const missed = await those('not confirmed', honestClaims(companies, CLAIMS, SEED));
    assert.ok(missed.length <= CLAIMS * 0.02, report(missed));
  });

  test(`of ${CLAIMS} false applications none is`, async () => {
    const confirmed = await those('confirmed', falseClaims(companies, CLAIMS, SEED));
    assert.equal(confirmed.length, 0, report(confirmed));
  });

  test('companies that EDINET names by their corporate number are joined with it', async () => {
    const file = path.join(real ?? '', 'registers/jp-edinet/Edinetcode_20231031.zip');
    const { edition } = await importEdition(
      { source: 'jp-edinet', files: [file], publishedOn: '2023-10-31', by: 'test' },
      folder.parts,
    );
    const reader = folder.parts.registerFiles.open(edition);
    const filers = new Map(
      [...reader.standing()].flatMap(({ number, identifiers = [] }) =>
        identifiers.flatMap(({ type, value }) => (type === 'jp-corporate-number' ? [[value, number] as const] : [])),
      ),
    );
    reader.close();
    const filing = companies.filter(({ current }) => current.closedOn === undefined && filers.has(current.number));
    assert.ok(0 < filing.length);
    for (const company of filing) {
      const [claim] = honestClaims([company], 1, SEED);
      assert.ok(claim);
      const [answer] = (await confirmApplication(claim.application, folder.parts)).confirmations;
      const codes = answer?.joins?.map(({ register, number }) => `${register} ${number}`);
      assert.deepEqual(codes, [`jp-edinet ${filers.get(company.current.number) ?? ''}`]);
    }
  });

  interface Answered extends MadeClaim {
    readonly reason: string;
  }

  async function those(
    what: 'confirmed' | 'not confirmed',
    claims: readonly MadeClaim[],
  ): Promise<readonly Answered[]> {
    assert.equal(claims.length, CLAIMS);
    const found: Answered[] = [];
    for (const claim of claims) {
      const { confirmations } = await confirmApplication(claim.application, folder.parts);
      const [answer, second] = confirmations;
      assert.ok(answer && !second);
      if ((answer.verdict === 'CONFIRMED') === (what === 'confirmed')) found.push({ ...claim, reason: answer.reason });
    }
    return found;
  }

  function report(answered: readonly Answered[]): string {
    const lines = answered.map(
      ({ how, reason, application }) => `${how}: ${reason} ${JSON.stringify(application['parties'])}`,
    );
    return `${String(answered.length)}\n${lines.join('\n')}`;
  }
});
