// Where a test's store lies: made empty for one test, thrown away after it.
import type { StoreOptions } from '../open-store.ts';

/** As JSON it can be handed to another process. */
export type StoreAddress = Pick<StoreOptions, 'databaseUrl' | 'folderPath'>;

export interface StorePlace {
  readonly address: StoreAddress;
  /** Runs a statement behind the store's back, as somebody with access to the database could. */
  execute(statement: string): Promise<void>;
  dispose(): Promise<void>;
}
