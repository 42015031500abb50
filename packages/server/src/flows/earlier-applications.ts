// An application in, what it shares with those of other ids that are kept in the folder out.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { EarlierApplication, SharedMark } from '@sekisho/engine/model/evidence.ts';
import { numberSetting } from '@sekisho/engine/signals/observation.ts';
import { shingleSimilarity } from '@sekisho/engine/signals/text-shingles.ts';
import type { Store } from '../store/store.ts';
import { applicationMarks, buyerMarks, isSameBuyer, type ApplicationMarks } from './application-marks.ts';
import type { Parts } from './parts.ts';

type EarlierParts = Pick<Parts, 'store' | 'reference'>;

/**
 * Every revision counts: whoever corrects a telephone number has still given the first. In order of id. Of many that share the
 * same with the same outcome some stand for all: a network can be that of thousands.
 */
export async function earlierApplications(
  application: Application,
  { store, reference }: EarlierParts,
): Promise<readonly EarlierApplication[]> {
  const kept = keptIn(store);
  await kept.catchUp(store, reference);
  const [own, buyer] = [applicationMarks(application, reference), buyerMarks(application, reference)];
  const least = numberSetting('PU-3', 'similarity', reference.signals);
  const earlier: EarlierApplication[] = [];
  for (const [applicationId, shared] of kept.sharing(own, least)) {
    if (applicationId === application.id) continue;
    const [stored, known] = [await store.application(applicationId), await store.case(applicationId)];
    if (!stored?.application) continue; // erased meanwhile: nothing of it is told
    const sameBuyer = isSameBuyer(buyer, buyerMarks(stored.application, reference));
    const outcome = known?.state ?? 'HOLD';
    for (const [mark, similarity] of shared)
      earlier.push({
        applicationId,
        outcome,
        shared: mark,
        sameBuyer,
        ...(similarity !== undefined && { similarity }),
      });
  }
  const alike = Map.groupBy(earlier, ({ shared, outcome, sameBuyer }) => `${shared} ${outcome} ${String(sameBuyer)}`);
  return [...alike.values()]
    .flatMap((group) => group.sort(inOrder).slice(0, MAX_ALIKE))
    .sort((a, b) => (a.applicationId < b.applicationId ? -1 : a.applicationId > b.applicationId ? 1 : 0));
}

const MAX_ALIKE = 20;

/** The most similar text first, then by id. */
function inOrder(a: EarlierApplication, b: EarlierApplication): number {
  return (b.similarity ?? 0) - (a.similarity ?? 0) || (a.applicationId < b.applicationId ? -1 : 1);
}

/** One for a store, as long as the process has it. */
const keptByStore = new WeakMap<Store, KeptMarks>();

function keptIn(store: Store): KeptMarks {
  let kept = keptByStore.get(store);
  if (!kept) keptByStore.set(store, (kept = new KeptMarks()));
  return kept;
}

const PAGE = 500;

/** The marks of all applications of a store: read once, then followed along the record. */
class KeptMarks {
  readonly #applications = new Map<string, Set<string>>();
  readonly #endUses: { readonly applicationId: string; readonly endUse: Uint32Array }[] = [];
  #readUpTo: number | undefined;
  #turn: Promise<void> = Promise.resolve();

  /** One after the other, however many orders are vetted at once. */
  async catchUp(store: Store, reference: Parts['reference']): Promise<void> {
    const turn = this.#turn.then(() => this.#follow(store, reference));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  /** By id, each thing that is shared, with how much of it when it is a text. */
  sharing(own: ApplicationMarks, least: number): ReadonlyMap<string, ReadonlyMap<SharedMark, number | undefined>> {
    const found = new Map<string, Map<SharedMark, number | undefined>>();
    const add = (applicationId: string, mark: SharedMark, similarity?: number) => {
      const known = found.get(applicationId) ?? new Map<SharedMark, number | undefined>();
      found.set(applicationId, known.set(mark, Math.max(known.get(mark) ?? 0, similarity ?? 0) || undefined));
    };
    for (const [mark, kind] of own.marks) for (const id of this.#applications.get(mark) ?? []) add(id, kind);
    for (const { applicationId, endUse } of own.endUse ? this.#endUses : []) {
      const similarity = own.endUse ? similarityAtLeast(own.endUse, endUse, least) : undefined;
      if (similarity !== undefined) add(applicationId, 'end-use', similarity);
    }
    return found;
  }

  async #follow(store: Store, reference: Parts['reference']): Promise<void> {
    if (this.#readUpTo === undefined) {
      const upTo = (await store.head())?.sequence ?? 0;
      await this.#readAll(store, reference);
      this.#readUpTo = upTo;
    }
    for (;;) {
      const entries = await store.entries({ from: this.#readUpTo + 1, limit: PAGE });
      for (const { sequence, kind, payload } of entries) {
        this.#readUpTo = Math.max(this.#readUpTo, sequence);
        if (kind !== 'application-received' || payload === undefined) continue;
        const { application } = JSON.parse(payload) as { application: Application };
        this.#add(application.id, applicationMarks(application, reference));
      }
      if (entries.length < PAGE) return;
    }
  }

  async #readAll(store: Store, reference: Parts['reference']): Promise<void> {
    for (let after: { id: string; revision: number } | undefined; ;) {
      const page = await store.applications({ ...(after && { after }), limit: PAGE });
      for (const { application } of page)
        if (application) this.#add(application.id, applicationMarks(application, reference));
      const last = page.at(-1);
      if (!last) return;
      after = { id: last.id, revision: last.revision };
    }
  }

  #add(applicationId: string, { marks, endUse }: ApplicationMarks): void {
    for (const mark of marks.keys()) {
      const known = this.#applications.get(mark);
      if (known) known.add(applicationId);
      else this.#applications.set(mark, new Set([applicationId]));
    }
    if (endUse) this.#endUses.push({ applicationId, endUse });
  }
}

/** Texts of very different lengths need not be compared. */
function similarityAtLeast(a: Uint32Array, b: Uint32Array, least: number): number | undefined {
  if (Math.min(a.length, b.length) < least * Math.max(a.length, b.length)) return undefined;
  const similarity = shingleSimilarity(a, b);
  return least <= similarity ? similarity : undefined;
}
