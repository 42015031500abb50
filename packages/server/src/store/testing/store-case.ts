// A kind of store in, two ways to register a case on it out, and what every case needs.
import { test } from 'node:test';
import type { RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import { Problem, type ProblemCode } from '@sekisho/engine/model/problem.ts';
import { openStore, type StoreOptions } from '../open-store.ts';
import type { Store, StoreWriter } from '../store.ts';
import { AT, type inventedApplication } from './invented.ts';
import type { StorePlace } from './store-place.ts';

export interface KindOfStore {
  readonly kind: string;
  readonly makePlace: () => Promise<StorePlace>;
  /** The reason when this kind of store cannot be had here. */
  readonly skip: string | false;
}

export interface OpenedStore {
  readonly store: Store;
  readonly place: StorePlace;
  /** Opens the same place once more, beside what is open. */
  readonly open: (options?: Partial<StoreOptions>) => Promise<Store>;
}

/** Registers a case on a place of its own, which is thrown away after it. */
export function placeCase(
  { kind, makePlace, skip }: KindOfStore,
  title: string,
  run: (place: StorePlace) => Promise<void>,
): void {
  void test(`${kind}: ${title}`, { skip }, async (t) => {
    const place = await makePlace();
    t.after(() => place.dispose());
    await run(place);
  });
}

/** Registers a case on a store that was just made. */
export function storeCase(of: KindOfStore, title: string, run: (opened: OpenedStore) => Promise<void>): void {
  placeCase(of, title, async (place) => {
    const stores: Store[] = [];
    const open = async (options: Partial<StoreOptions> = {}) => {
      const store = await openStore({ ...place.address, now: () => AT, ...options });
      stores.push(store);
      return store;
    };
    try {
      await run({ store: await open({ create: { simulation: false } }), place, open });
    } finally {
      for (const store of stores) await store.close();
    }
  });
}

export const seal = (writer: StoreWriter, subject: string): Promise<RecordEntry> =>
  writer.seal('record-exported', subject, { subject }, AT);

export const saveApplication = (
  store: Store,
  application: ReturnType<typeof inventedApplication>,
  revision: number,
): Promise<void> =>
  store.write(async (writer) => {
    const { id } = application;
    const { sequence } = await writer.seal('application-received', id, { application, revision }, AT);
    await writer.saveApplication({ id, revision, receivedAt: AT, entry: sequence });
  });

/** For `assert.rejects`: a Problem of this code, whose reason matches. */
export const problem =
  (code: ProblemCode, reason = /(?:)/) =>
  (error: unknown): boolean =>
    error instanceof Problem && error.code === code && reason.test(String(error.facts['reason']));
