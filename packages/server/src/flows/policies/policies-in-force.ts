// The policies of files and what people put in force over the API in, the policies that decide on a day out; the record is where it is kept.
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { StoreReader } from '../../store/store.ts';
import type { LoadedPolicy } from '../parts.ts';
import { checkedPolicy, hashOfText } from './checked-policy.ts';

/** The subject of the entries that put policies in force. */
export const POLICIES = 'policies';

/** What an entry `policy-put-in-force` seals. */
export interface PutInForce {
  readonly id: string;
  readonly sha256: string;
  readonly version: number;
  /** The first day. */
  readonly from: CalendarDate;
  /** Of the policy's own file in the data folder as it was then: one that is put there later stands above. */
  readonly overOwn?: string;
  readonly by: string;
  readonly reason: string;
  readonly uploadedBy: string;
}

interface PolicyReader {
  readonly store: Pick<StoreReader, 'entriesAbout' | 'policy'>;
  readonly reference: Pick<Reference, 'questionnaires'>;
}

/** How long what another process put in force may go unseen where nothing is decided, milliseconds. */
const SEEN_MS = 200;

/** By id, as they were when somebody looked last; whoever decides looks again in the write that seals it (`isSuperseded`). */
export class PoliciesInForce extends Map<string, LoadedPolicy> {
  readonly #files: ReadonlyMap<string, LoadedPolicy>;
  readonly #reader: PolicyReader;
  #seenAt = -Infinity;
  #looking: Promise<void> = Promise.resolve();

  /** @param files those that we ship, and above them those of the data folder. */
  constructor(files: ReadonlyMap<string, LoadedPolicy>, reader: PolicyReader) {
    super(files);
    this.#files = files;
    this.#reader = reader;
  }

  /**
   * Looks at what is in force on a day.
   * @param isLately whether what was seen a moment ago will do.
   * @throws Problem `policy.invalid` when the text of a policy in force is gone or is another: what decides is never in doubt.
   */
  async refresh(today: CalendarDate, { isLately = false }: { readonly isLately?: boolean } = {}): Promise<void> {
    if (isLately && performance.now() - this.#seenAt < SEEN_MS) return;
    const looking = this.#looking.catch(() => undefined).then(() => this.#look(today));
    this.#looking = looking;
    await looking;
  }

  /** The hash of a policy's own file in the data folder, as this process has read it. */
  ownFile(id: string): string | undefined {
    const file = this.#files.get(id);
    return file?.origin === 'own' ? file.policy.sha256 : undefined;
  }

  async #look(today: CalendarDate): Promise<void> {
    const putInForce = await policiesPutInForce(this.#reader.store);
    const standing = new Map(this.#files);
    for (const id of new Set(putInForce.map((one) => one.id))) {
      const put = standsOn(today, id, putInForce);
      const file = this.#files.get(id);
      if (put && put.sha256 !== file?.policy.sha256 && !isAbove(file, put)) standing.set(id, await this.#kept(put));
    }
    this.clear();
    for (const [id, loaded] of standing) this.set(id, loaded);
    this.#seenAt = performance.now();
  }

  async #kept({ id, sha256 }: PutInForce): Promise<LoadedPolicy> {
    const known = this.get(id);
    if (known?.policy.sha256 === sha256) return known;
    const kept = await this.#reader.store.policy(sha256);
    const file = `${id}/policy.yml`;
    if (!kept || hashOfText(kept.text) !== sha256)
      throw new Problem('policy.invalid', { file, reason: 'what is in force is not the text that was uploaded' });
    return { policy: checkedPolicy(kept.text, this.#reader.reference, file), text: kept.text, origin: 'uploaded' };
  }
}

/** Whether another policy of its id is in force on that day than the one that is at hand. */
export async function isSuperseded(
  loaded: LoadedPolicy,
  today: CalendarDate,
  reader: Pick<StoreReader, 'entriesAbout'>,
): Promise<boolean> {
  const { id, sha256 } = loaded.policy;
  const put = standsOn(today, id, await policiesPutInForce(reader));
  return put !== undefined && put.sha256 !== sha256 && !isAbove(loaded, put);
}

/** In the order in which they were. */
export async function policiesPutInForce(
  reader: Pick<StoreReader, 'entriesAbout'>,
): Promise<readonly (PutInForce & { readonly at: Instant })[]> {
  const entries = await reader.entriesAbout([POLICIES]);
  return entries.flatMap(({ kind, payload, at }) =>
    kind === 'policy-put-in-force' && payload !== undefined ? [{ ...(JSON.parse(payload) as PutInForce), at }] : [],
  );
}

/** The one with the latest first day; of several from one day the last that was put in force. */
function standsOn(today: CalendarDate, id: string, all: readonly PutInForce[]): PutInForce | undefined {
  return all
    .filter((one) => one.id === id && one.from <= today)
    .reduce<PutInForce | undefined>((last, one) => (last && one.from < last.from ? last : one), undefined);
}

/** A file that was put into the data folder since. */
function isAbove(file: LoadedPolicy | undefined, { overOwn }: PutInForce): boolean {
  return file?.origin === 'own' && file.policy.sha256 !== overOwn;
}
