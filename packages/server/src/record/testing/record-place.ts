// For tests: a real store with its record, a folder of keys and a witness's folder, made empty and thrown away after the test.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { checkpointRecord } from '../checkpointing.ts';
import { postgresPlace } from '../../store/testing/postgres-place.ts';
import { openRecordKey, rotateRecordKey } from '../record-keys.ts';
import { openSigningKey, readPublicKeys, type SigningKey } from '../signing-key.ts';
import { openWitnessFolder } from '../witness-folder.ts';
import type { Witness } from '../witness.ts';

export const START: Instant = '2026-11-02T01:20:00.000Z';

export interface RecordPlace {
  readonly folder: string;
  readonly dataFolder: string;
  readonly keysFolder: string;
  readonly store: Store;
  readonly key: SigningKey;
  readonly witness: Witness;
  /** Runs statements behind the store's back, as somebody with access to the database could. */
  readonly execute: (statements: string) => Promise<void>;
  /** The same store once more, as another process has it. */
  readonly open: () => Promise<Store>;
}

/** @param databaseUrl of a PostgreSQL server; without it the record is in SQLite. */
export async function makeRecordPlace(t: TestContext, databaseUrl?: string): Promise<RecordPlace> {
  const folder = await makeFolder(t);
  const dataFolder = path.join(folder, 'data');
  const keysFolder = path.join(folder, 'keys');
  const witnessFolder = path.join(folder, 'witness');
  await mkdir(witnessFolder);
  const postgres = databaseUrl === undefined ? undefined : await postgresPlace(databaseUrl);
  const opened: Store[] = [];
  t.after(async () => {
    for (const store of opened) await store.close();
    await postgres?.dispose();
  });
  const open = async () => {
    const address = postgres ? { ...postgres.address, folderPath: dataFolder } : { folderPath: dataFolder };
    const store = await openStore({ ...address, create: { simulation: false }, now: () => START });
    opened.push(store);
    return store;
  };
  const store = await open();
  return {
    folder,
    dataFolder,
    keysFolder,
    store,
    key: await openSigningKey({ keysFolder, dataFolder, recordId: store.folder.id }),
    witness: openWitnessFolder(witnessFolder, { clock: () => START, dataFolder }),
    async execute(statements) {
      if (postgres) return postgres.execute(`set session_replication_role = replica; ${statements}`);
      const database = new DatabaseSync(path.join(dataFolder, 'sekisho.db'));
      database.exec(`pragma foreign_keys = off; ${statements}`);
      database.close();
    },
    open,
  };
}

/** An empty folder for one test. */
export async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-record-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** Seals entries until there are `last`; the first is the folder's own. */
export async function sealUpTo(store: Store, last: number): Promise<void> {
  await store.write(async (writer) => {
    for (let sequence = ((await writer.head())?.sequence ?? 0) + 1; sequence <= last; sequence++)
      await writer.seal('application-received', `A-${sequence}`, { name: '陳国強', note: `sealed ${sequence}` }, START);
  });
}

/** A record of 53 entries with a witnessed checkpoint after each ten. */
export async function fillRecord({ store, key, witness }: RecordPlace): Promise<void> {
  for (const last of [10, 20, 30, 40, 50]) {
    await sealUpTo(store, last);
    await checkpointRecord(store, key, [witness], START);
  }
  await sealUpTo(store, 53);
}

/** The same, but that entry 21 is the one with which the key hands over; gives the key that signs from there on. */
export async function fillWithRotation(place: RecordPlace): Promise<SigningKey> {
  const { store, witness, keysFolder, dataFolder } = place;
  const keys = { keysFolder, dataFolder, recordId: store.folder.id };
  for (const last of [10, 20]) {
    await sealUpTo(store, last);
    await checkpointRecord(store, place.key, [witness], START);
  }
  await rotateRecordKey(store, keys, START);
  const key = await openRecordKey(store, keys);
  for (const last of [30, 40, 50]) {
    await sealUpTo(store, last);
    await checkpointRecord(store, key, [witness], START, await readPublicKeys(keys));
  }
  await sealUpTo(store, 53);
  return key;
}
