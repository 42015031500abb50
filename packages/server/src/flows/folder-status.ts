// The store in, what is in use and how fresh it is out.
import type { SourceState } from '@sekisho/engine/model/edition.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Folder } from '../store/store.ts';
import { everyCase } from './every-case.ts';
import { damagedLists } from './hold-files.ts';
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';

export interface FolderStatus {
  readonly folder: Folder;
  readonly today: string;
  readonly sources: readonly (SourceState & {
    readonly counts: Readonly<Record<string, number>>;
    readonly statedBy?: string;
    /** What is wrong with the file of a list. */
    readonly damage?: string;
  })[];
  /** By policy: whether it could approve today, and what keeps it from it. */
  readonly policies: readonly {
    readonly id: string;
    readonly version: number;
    readonly origin: 'shipped' | 'own';
    readonly notReady: readonly string[];
  }[];
  readonly cases: Readonly<Partial<Record<CaseState, number>>>;
  readonly lookBacksOwed: number;
  readonly recordEntries: number;
}

export async function folderStatus(parts: Parts): Promise<FolderStatus> {
  const { store, policies } = parts;
  const today = parts.clock().slice(0, 10);
  const active = await store.activeEditions();
  const damaged = await damagedLists(
    active.map(({ edition }) => edition),
    parts,
  );
  const statesUnder = (wanted: Parameters<typeof sourceStates>[1]) => sourceStates(active, wanted, parts, today);
  const cases: Partial<Record<CaseState, number>> = {};
  for await (const { state } of everyCase(store)) cases[state] = (cases[state] ?? 0) + 1;
  return {
    folder: store.folder,
    today,
    sources: statesUnder({ sources: [] }).map((state) => {
      const inUse = active.find(({ edition }) => edition.source === state.source);
      const damage = inUse && damaged.get(inUse.edition.id);
      return {
        ...state,
        counts: inUse?.edition.counts ?? {},
        ...(inUse && { statedBy: inUse.statedBy }),
        ...(damage !== undefined && { damage }),
      };
    }),
    policies: [...policies.values()].map(({ policy, origin }) => ({
      id: policy.id,
      version: policy.version,
      origin,
      notReady: statesUnder(policy)
        .filter(({ required, state }) => required && state !== 'FRESH')
        .map(({ source, state, ageDays, maxAgeDays }) =>
          state === 'STALE'
            ? `${source} is ${String(ageDays)} days old (at most ${String(maxAgeDays)})`
            : `${source} is missing`,
        ),
    })),
    cases,
    lookBacksOwed: (await store.lookBacks('owed')).length,
    recordEntries: (await store.head())?.sequence ?? 0,
  };
}
