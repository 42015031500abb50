// Two editions of OFAC's list over buyers of the past: the alerts of the look-back are what screening all of them anew finds.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runLookBacks } from '@sekisho/server/flows/look-back.ts';
import type { OpenParts } from '@sekisho/server/open-parts.ts';
import {
  importOfac,
  namedEntities,
  newsByPlainScreening,
  officialEditions,
  openPast,
  toldBy,
  vetPast,
} from './support/past-buyers.ts';

const BUYERS = 2000;
const DAY = '2024-01-02';

let stage: string;
let parts: OpenParts;
before(async () => {
  stage = await mkdtemp(path.join(tmpdir(), 'sekisho-past-'));
  parts = await openPast(stage, DAY);
});
after(async () => {
  await parts.close();
  await rm(stage, { recursive: true, force: true });
});

test(`${String(BUYERS)} buyers, OFAC of 2021-07 and of 2023-12-28`, async () => {
  const editions = officialEditions(process.env['SEKISHO_DEV_DATA'] ?? '');
  const named = await namedEntities(path.join(stage, 'names'), editions, DAY);
  const earlier = await importOfac(editions.earlier, parts);
  await runLookBacks(parts);
  await vetPast(named, BUYERS, parts);
  const later = await importOfac(editions.later, parts);
  await runLookBacks(parts);
  const told = toldBy(await parts.store.alerts());
  assert.ok(100 < told.length);
  assert.deepEqual(told, await newsByPlainScreening(earlier, later, parts));
});
