import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LegalStatusClaim } from '../model/legal-status.ts';
import { standingClaims } from './standing-claims.ts';

/** `STATUS date authority reporter [offence]`; `-` for no date. */
function claim(written: string): LegalStatusClaim {
  const [status = '', date = '', authority = '', reportedBy = '', offence] = written.split(' ');
  return {
    status: status as LegalStatusClaim['status'],
    authority,
    reportedBy,
    ...(date !== '-' && { date }),
    ...(offence !== undefined && { offence }),
  };
}

const cases: readonly { name: string; claims: readonly string[]; standing: readonly string[] }[] = [
  {
    name: 'of one authority the newest',
    claims: ['ARRESTED 2021-03 police paper', 'REFERRED_TO_PROSECUTORS 2021-04 police paper'],
    standing: ['REFERRED_TO_PROSECUTORS 2021-04 police paper'],
  },
  {
    name: 'of several authorities one each, oldest first',
    claims: ['WANTED_INTERNATIONAL 2021-12-28 interpol list', 'WARRANT_ISSUED 2021-12-20 court paper'],
    standing: ['WARRANT_ISSUED 2021-12-20 court paper', 'WANTED_INTERNATIONAL 2021-12-28 interpol list'],
  },
  {
    name: 'two reports of one act differ: both stand',
    claims: ['NOT_INDICTED 2021-10 prosecutors first', 'NOT_INDICTED 2021-10-05 prosecutors second'],
    standing: ['NOT_INDICTED 2021-10 prosecutors first', 'NOT_INDICTED 2021-10-05 prosecutors second'],
  },
  {
    name: 'who was not indicted is no suspect any more, whoever said so before',
    claims: [
      'REFERRED_TO_PROSECUTORS 2021-04 police paper',
      'SUSPECTED - police paper',
      'NOT_INDICTED 2021-10 prosecutors paper',
    ],
    standing: ['NOT_INDICTED 2021-10 prosecutors paper'],
  },
  {
    name: 'on the same day too',
    claims: ['ARRESTED 2021-10-05 police paper', 'NOT_INDICTED 2021-10 prosecutors paper'],
    standing: ['NOT_INDICTED 2021-10 prosecutors paper'],
  },
  {
    name: 'what came after a decision not to indict stands',
    claims: ['NOT_INDICTED 2021-10 prosecutors paper', 'CHARGED 2022-01 prosecutors-2 paper'],
    standing: ['NOT_INDICTED 2021-10 prosecutors paper', 'CHARGED 2022-01 prosecutors-2 paper'],
  },
  {
    name: 'another offence is another matter',
    claims: ['ARRESTED 2021-03 police paper fraud', 'NOT_INDICTED 2021-10 prosecutors paper theft'],
    standing: ['ARRESTED 2021-03 police paper fraud', 'NOT_INDICTED 2021-10 prosecutors paper theft'],
  },
  {
    name: 'an acquittal takes a conviction away',
    claims: ['CONVICTED 2020 court-1 paper', 'ACQUITTED 2021 court-2 paper'],
    standing: ['ACQUITTED 2021 court-2 paper'],
  },
  {
    name: 'a decision not to indict does not',
    claims: ['CONVICTED 2020 court paper', 'NOT_INDICTED 2021 prosecutors paper'],
    standing: ['CONVICTED 2020 court paper', 'NOT_INDICTED 2021 prosecutors paper'],
  },
  {
    name: 'a sanction is no accusation',
    claims: ['SANCTIONED 2020 treasury list', 'NOT_INDICTED 2021 prosecutors paper'],
    standing: ['SANCTIONED 2020 treasury list', 'NOT_INDICTED 2021 prosecutors paper'],
  },
  {
    name: 'a retraction takes back what its own reporter said, and nothing else',
    claims: ['SUSPECTED 2021-01 police one', 'REPORTED 2021-01 nobody two', 'RETRACTED 2021-02 desk one'],
    standing: ['REPORTED 2021-01 nobody two', 'RETRACTED 2021-02 desk one'],
  },
  { name: 'none', claims: [], standing: [] },
];

for (const { name, claims, standing } of cases)
  test(name, () => assert.deepEqual(standingClaims(claims.map(claim)), standing.map(claim)));
