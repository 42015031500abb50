// An application in, what it shares with those of other ids that are kept in the folder out.
import { compareJapaneseAddresses } from '@sekisho/engine/identity/japanese-address.ts';
import { buyerMarks, isSameBuyer } from '@sekisho/engine/identity/same-buyer.ts';
import { takesPart, type Application } from '@sekisho/engine/model/application.ts';
import type { KnownKey } from '@sekisho/engine/model/chain.ts';
import { sharedMarks, type EarlierApplication, type SharedMark } from '@sekisho/engine/model/evidence.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { endUseShingles, knownKeys } from '@sekisho/engine/signals/known-keys.ts';
import { numberSetting } from '@sekisho/engine/signals/observation.ts';
import { shingleSimilarity } from '@sekisho/engine/signals/text-shingles.ts';
import type { KeySharer } from '../store/store.ts';
import { hashedKeys } from './chain/joining-key-hashes.ts';
import { massAddressPartiesOf } from './chain/mass-address-parties.ts';
import { PastChains } from './chain/past-chains.ts';
import type { Parts } from './parts.ts';

type EarlierParts = Pick<Parts, 'store' | 'reference'> & { readonly past?: PastChains };
type HashedKey = KnownKey & { readonly hash: string };

/**
 * Every revision counts: whoever corrects a telephone number has still given the first. In order of id. Of many that share the
 * same with the same outcome some stand for all: a network can be that of thousands. An address of more strangers than the policy
 * joins is shared with nobody. Texts in nearly the same words are found by what they have in common (`textBands`) and compared.
 */
export async function earlierApplications(
  application: Application,
  policy: Policy,
  { store, reference, past: pastChains = new PastChains(store) }: EarlierParts,
): Promise<readonly EarlierApplication[]> {
  const all = hashedKeys(knownKeys(application, reference), { store });
  const hashesOf = (fact: KnownKey['fact']) => all.filter((key) => key.fact === fact).map(({ hash }) => hash);
  const own = new Map(marksOf(application, all).map((key) => [key.hash, key]));
  const buyerKeys = { numbers: hashesOf('buyer-number'), names: hashesOf('buyer-name') };
  const sharersOf = (isText: boolean) =>
    store.keySharers(
      [...own.values()].filter(({ fact }) => (fact === 'end-use') === isText).map(({ hash }) => hash),
      { except: application.id, buyer: buyerKeys, limit: MAX_ALIKE, most: isText ? MOST_OF_TEXT : MOST_OF_KEY },
    );
  const found = [...(await sharersOf(false)), ...(await sharersOf(true))];
  const massAddress = massAddressPartiesOf(policy, application.receivedOn, { reference });
  const sharers = found.filter(({ hash, strangers }) => own.get(hash)?.fact !== 'address' || strangers <= massAddress);
  const past = await pastChains.of(sharers.map(({ entry }) => entry));
  const compared = new Compared(application, { store, reference });
  const buyer = buyerMarks(application, reference.names);
  const earlier = [...Map.groupBy(sharers, ({ applicationId }) => applicationId)].flatMap(([applicationId, ofOne]) => {
    const newest = past.get(Math.max(...ofOne.map(({ entry }) => entry)));
    if (!newest) return []; // erased meanwhile: nothing of it is told
    const sameBuyer = isSameBuyer(buyer, buyerMarks(newest.application, reference.names));
    const shared = new Map<SharedMark, number | undefined>();
    for (const sharer of ofOne) {
      const { application: other } = past.get(sharer.entry) ?? {};
      const [mark, similarity] = (other && compared.with(other, sharer, own.get(sharer.hash))) ?? [];
      if (mark !== undefined) shared.set(mark, Math.max(shared.get(mark) ?? 0, similarity ?? 0) || undefined);
    }
    const outcome = newest.case?.state ?? 'HOLD';
    return [...shared].toSorted(inOrderOfMarks).map(([mark, similarity]): EarlierApplication => ({
      applicationId,
      outcome,
      shared: mark,
      sameBuyer,
      ...(similarity !== undefined && { similarity }),
    }));
  });
  const alike = Map.groupBy(earlier, ({ shared, outcome, sameBuyer }) => `${shared} ${outcome} ${String(sameBuyer)}`);
  return [...alike.values()]
    .flatMap((group) => group.sort(inOrder).slice(0, MAX_ALIKE))
    .sort((a, b) => (a.applicationId < b.applicationId ? -1 : a.applicationId > b.applicationId ? 1 : 0));
}

const MAX_ALIKE = 20;
/** Applications looked at of one key, and of one of the ten keys of a text; of a text that hundreds used some are enough. */
const [MOST_OF_KEY, MOST_OF_TEXT] = [5000, 200];

/** The most similar text first, then by id. */
function inOrder(a: EarlierApplication, b: EarlierApplication): number {
  return (b.similarity ?? 0) - (a.similarity ?? 0) || (a.applicationId < b.applicationId ? -1 : 1);
}

function inOrderOfMarks([a]: readonly [SharedMark, unknown], [b]: readonly [SharedMark, unknown]): number {
  return sharedMarks.indexOf(a) - sharedMarks.indexOf(b);
}

/** What can be shared: of everybody with a part in the order. */
function marksOf<Key extends KnownKey>({ parties }: Application, keys: readonly Key[]): readonly Key[] {
  const taking = new Set(parties.filter(takesPart).map(({ id }) => id));
  return keys.filter(({ party, fact }) => taking.has(party) && isMark(fact));
}

function isMark(fact: string): fact is SharedMark {
  return sharedMarks.some((mark) => mark === fact);
}

/** The order that is vetted beside those that have a key of it. */
class Compared {
  readonly #endUse: Uint32Array | undefined;
  readonly #parts: EarlierParts;
  readonly #keys = new Map<Application, ReadonlyMap<string, HashedKey>>();

  constructor(application: Application, parts: EarlierParts) {
    this.#endUse = endUseShingles(application, parts.reference);
    this.#parts = parts;
  }

  /** What is shared, with how much of it when it is a text; undefined when it only seemed so. */
  with(other: Application, { hash }: KeySharer, own: HashedKey | undefined): [SharedMark, number?] | undefined {
    const theirs = this.#keysOf(other).get(hash);
    if (!own || !theirs || !isMark(own.fact)) return undefined;
    if (own.fact === 'end-use') {
      const similarity = this.#similarity(other);
      return similarity === undefined ? undefined : [own.fact, similarity];
    }
    return own.fact === 'address' && this.#isOtherRoom(own.written, theirs.written) ? undefined : [own.fact];
  }

  #keysOf(other: Application): ReadonlyMap<string, HashedKey> {
    let keys = this.#keys.get(other);
    if (!keys) {
      const made = marksOf(other, hashedKeys(knownKeys(other, this.#parts.reference), this.#parts));
      this.#keys.set(other, (keys = new Map(made.map((key) => [key.hash, key]))));
    }
    return keys;
  }

  #similarity(other: Application): number | undefined {
    const { reference } = this.#parts;
    const theirs = endUseShingles(other, reference);
    if (!this.#endUse || !theirs) return undefined;
    const similarity = shingleSimilarity(this.#endUse, theirs);
    return numberSetting('PU-3', 'similarity', reference.signals) <= similarity ? similarity : undefined;
  }

  /** Both say where in the building they are, and it is not the same place. */
  #isOtherRoom(one: string, other: string): boolean {
    return compareJapaneseAddresses(one, other, this.#parts.reference.japaneseAddresses).building === 'DIFFERENT';
  }
}
