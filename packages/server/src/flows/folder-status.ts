// The store in, what is in use and how fresh it is out.
import type { SourceState } from '@sekisho/engine/model/edition.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Folder } from '../store/store.ts';
import { everyCase } from './every-case.ts';
import { layoutIn } from './edition-delta.ts';
import { damagedLists } from './hold-files.ts';
import type { LoadedPolicy, Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';

export interface FolderStatus {
  readonly folder: Folder;
  readonly today: string;
  /** Those in use, each held against the strictest limit of the policies that name it. */
  readonly sources: readonly (SourceState & {
    readonly counts: Readonly<Record<string, number>>;
    /** The layout of the edition in use. */
    readonly form?: string;
    readonly statedBy?: string;
    /** What is wrong with the file of a list. */
    readonly damage?: string;
  })[];
  /** Lists, registers and gazetteers that can be imported and never were. */
  readonly neverImported: readonly string[];
  /** Whether each could approve today: required sources that keep it from it. */
  readonly policies: readonly {
    readonly id: string;
    readonly version: number;
    readonly origin: LoadedPolicy['origin'];
    readonly notReady: readonly Pick<SourceState, 'source' | 'state' | 'ageDays' | 'maxAgeDays'>[];
  }[];
  readonly cases: Readonly<Partial<Record<CaseState, number>>>;
  readonly lookBacksOwed: number;
  readonly recordEntries: number;
}

export async function folderStatus(parts: Parts): Promise<FolderStatus> {
  const { store, policies, listImporters, registerImporters, gazetteerImporters } = parts;
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
    sources: statesUnder({ sources: strictestLimits(policies) }).flatMap((state) => {
      const inUse = active.find(({ edition }) => edition.source === state.source);
      if (!inUse) return [];
      const { edition, statedBy } = inUse;
      const damage = damaged.get(edition.id);
      const form = edition.form ?? layoutIn(edition, parts)?.form.form;
      return {
        ...state,
        counts: edition.counts,
        ...(form !== undefined && { form }),
        statedBy,
        ...(damage !== undefined && { damage }),
      };
    }),
    neverImported: [...listImporters.keys(), ...registerImporters.keys(), ...gazetteerImporters.keys()]
      .filter((source) => !active.some(({ edition }) => edition.source === source))
      .sort(),
    policies: [...policies.values()].map(({ policy, origin }) => ({
      id: policy.id,
      version: policy.version,
      origin,
      notReady: statesUnder(policy)
        .filter(({ required, state }) => required && state !== 'FRESH')
        .map(({ source, state, ageDays, maxAgeDays }) => ({
          source,
          state,
          ...(ageDays !== undefined && { ageDays }),
          ...(maxAgeDays !== undefined && { maxAgeDays }),
        })),
    })),
    cases,
    lookBacksOwed: (await store.lookBacks('owed')).length,
    recordEntries: (await store.head())?.sequence ?? 0,
  };
}

/** Of each source, the least age that any policy asks for. */
function strictestLimits(policies: ReadonlyMap<string, LoadedPolicy>): Policy['sources'] {
  const limits = [...policies.values()].flatMap(({ policy }) => policy.sources);
  const bySource = Map.groupBy(limits, ({ source }) => source);
  return [...bySource].map(([source, asked]) => ({
    source,
    maxAgeDays: Math.min(...asked.map(({ maxAgeDays }) => maxAgeDays)),
    required: asked.some(({ required }) => required),
  }));
}
