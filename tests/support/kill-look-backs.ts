// A data folder with buyers of the past and look-backs that are owed, and a number of kills, in; how many kills met how much work out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { importIncidents } from '@sekisho/server/flows/import-incidents.ts';
import { runLookBacks } from '@sekisho/server/flows/look-back.ts';
import { tablesAgainstRecord } from '@sekisho/server/flows/hold-tables.ts';
import type { Store } from '@sekisho/server/store/store.ts';
import {
  changedBetween,
  importOfac,
  namedEntities,
  newsByPlainScreening,
  openPast,
  toldBy,
  vetPast,
  type OfacEditions,
} from './past-buyers.ts';

const main = fileURLToPath(new URL('../../packages/server/src/cli/main.ts', import.meta.url));
const DAY = '2024-01-02';
/** A look-back that was not killed by what it wrote is killed within this time after its start. */
const LATEST_MS = 6000;

export interface KilledLookBacks {
  readonly buyers: number;
  readonly kills: number;
  /** Alerts that were there when it was killed, by kill. */
  readonly alertsAtKill: readonly number[];
  readonly alerts: number;
}

/**
 * Two editions of a list and an incident that names one of its entries are looked back on by processes that are killed. In the end
 * every alert of a plain screening of everything is there once, and the record is whole.
 */
export async function killLookBacks(
  stage: string,
  editions: OfacEditions,
  { buyers, kills }: { readonly buyers: number; readonly kills: number },
  onKill?: (alerts: number) => void,
): Promise<KilledLookBacks> {
  const parts = await openPast(stage, DAY);
  try {
    const named = await namedEntities(path.join(stage, 'names'), editions, DAY);
    const earlier = await importOfac(editions.earlier, parts);
    await runLookBacks(parts);
    await vetPast(named, buyers, parts);
    const later = await importOfac(editions.later, parts);
    const file = path.join(stage, 'incidents.json');
    const indicators = named
      .slice(0, NAMED_BY_INCIDENT)
      .map(({ names: [name] }) => ({ type: 'name', value: name?.text ?? '' }));
    const incident = { id: 'C-1', title: 'Invented campaign', source: { publisher: 'Example Daily' }, indicators };
    await writeFile(file, JSON.stringify({ incidents: [incident] }));
    await importIncidents({ file, by: 'test' }, parts);

    const alertsAtKill: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await lookBackUntilKilled(stage, parts.store, kill % 2 === 0);
      alertsAtKill.push((await parts.store.alerts()).length);
      onKill?.(alertsAtKill.at(-1) ?? 0);
    }
    await runLookBacks(parts);
    assert.deepEqual(await parts.store.lookBacks('owed'), []);
    const alerts = await parts.store.alerts();
    const ofList = toldBy(alerts.filter(({ kind }) => kind === undefined));
    assert.deepEqual(ofList, await newsByPlainScreening(earlier, later, parts), 'none is lost, none is doubled');
    const ofIncident = alerts.filter(({ kind }) => kind === 'incident').map(({ applicationId }) => applicationId);
    assert.ok(0 < ofIncident.length);
    assert.equal(new Set(ofIncident).size, ofIncident.length, 'each buyer once');
    await runLookBacks(parts, { since: DAY });
    const told = new Set(alerts.map(({ id }) => id));
    const isChanged = await changedBetween(earlier, later, parts);
    // since before the first edition every entry is compared anew, and words are as rare as the newer list has them
    assert.deepEqual(
      (await parts.store.alerts()).filter(({ id, entityId }) => !told.has(id) && isChanged(entityId)),
      [],
      'gone through once more, nothing is new of what changed',
    );
    assert.deepEqual(await tablesAgainstRecord(parts.store), []);
    return { buyers, kills, alertsAtKill, alerts: alerts.length };
  } finally {
    await parts.close();
  }
}

const NAMED_BY_INCIDENT = 50;

/** @param isAfterWriting it is killed as soon as something new is in the record, else at any moment. */
async function lookBackUntilKilled(stage: string, store: Store, isAfterWriting: boolean): Promise<void> {
  const before = (await store.head())?.sequence ?? 0;
  const words = [main, '--data', path.join(stage, 'data'), '--simulation', '--as-of', DAY, 'look-back', '--json'];
  const environment = { ...process.env, SEKISHO_KEYS: path.join(stage, 'keys') };
  const child = spawn(process.execPath, words, { stdio: 'ignore', env: environment });
  const ended = once(child, 'exit');
  const deadline = performance.now() + (isAfterWriting ? 10 * LATEST_MS : randomInt(LATEST_MS));
  while (child.exitCode === null && performance.now() < deadline) {
    if (isAfterWriting && before < ((await store.head())?.sequence ?? 0)) break;
    await pause(2);
  }
  child.kill('SIGKILL');
  await ended;
}
