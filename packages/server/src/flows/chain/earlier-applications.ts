// An application in, the earlier ones that it is joined with, step by step, and the links to and within them out.
import { applicationLinks } from '@sekisho/engine/chain/application-links.ts';
import { joiningKeys } from '@sekisho/engine/identity/joining-keys.ts';
import { seatAddresses, takesPart, type Application, type Party } from '@sekisho/engine/model/application.ts';
import {
  joiningKindOf,
  type ChainLink,
  type ChainTarget,
  type Resemblance,
  type JoiningKey,
} from '@sekisho/engine/model/chain.ts';
import type { Gap, MassAddress } from '@sekisho/engine/model/evidence.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import type { KeyHolder, PastChain } from '../../store/store.ts';
import type { Parts } from '../parts.ts';
import { PastChains } from './past-chains.ts';
import { hashedKeys, joiningKeysVersionOf } from './joining-key-hashes.ts';

export interface EarlierApplications {
  readonly links: readonly ChainLink[];
  /** Parties of applications that were refused, or are to be. */
  readonly refused: readonly ChainTarget[];
  /** Whom their parties resembled when they were decided: the entity may be in force no more, the hit be cleared since. */
  readonly resembled: readonly PastResemblance[];
  readonly massAddresses: readonly MassAddress[];
  readonly gaps: readonly Gap[];
}

/** With the party as its application states it, and the policy that a clearance of it holds under. */
export interface PastResemblance extends Resemblance {
  readonly party: Party;
  readonly policy: string;
}

export interface EarlierTerms {
  /** The most parties that an address joins. */
  readonly massAddressParties: number;
  readonly confirmations: readonly Confirmation[];
}

type EarlierParts = Pick<Parts, 'store' | 'reference' | 'nameKeysVersion'> & { readonly past?: PastChains };
type HashedKey = JoiningKey & { readonly hash: string; readonly node: string };

/**
 * Goes from key to key, as many times as a chain may have steps. Within its bounds nothing is passed over; where they cut
 * something off, a gap says so.
 */
export async function earlierApplications(
  application: Application,
  terms: EarlierTerms,
  parts: EarlierParts,
): Promise<EarlierApplications> {
  const { most } = parts.reference.chain;
  const gathered = new Gathered(application, terms, parts);
  let keys: readonly HashedKey[] = hashedKeys(joiningKeys(application, parts.reference), parts).map(
    (key): HashedKey => ({ ...key, node: key.party }),
  );
  for (let step = 1; step <= most.hops && 0 < keys.length; step++) keys = await gathered.follow(keys);
  return gathered.end();
}

class Gathered {
  readonly #application: Application;
  readonly #terms: EarlierTerms;
  readonly #parts: EarlierParts;
  readonly #asked = new Set<string>();
  readonly #chains: PastChains;
  readonly #past = new Map<number, PastChain>();
  readonly #links = new Map<string, ChainLink>();
  readonly #massAddresses = new Map<string, MassAddress>();
  readonly #cutOff = new Map<string, string>();

  constructor(application: Application, terms: EarlierTerms, parts: EarlierParts) {
    this.#application = application;
    this.#terms = terms;
    this.#parts = parts;
    this.#chains = parts.past ?? new PastChains(parts.store);
  }

  /** Joins whoever has these keys too; what those have beside is followed next. */
  async follow(keys: readonly HashedKey[]): Promise<readonly HashedKey[]> {
    const { store, reference } = this.#parts;
    const { sharing } = reference.chain.most;
    const asked = this.#bridges(keys).filter(({ hash }) => !this.#asked.has(hash));
    const hashes = [...new Set(asked.map(({ hash }) => hash))];
    for (const hash of hashes) this.#asked.add(hash);
    const limit = Math.max(sharing, this.#terms.massAddressParties) + 1;
    const holders = await store.keyHolders(hashes, { except: this.#application.id, limit });
    const byHash = Map.groupBy(holders, ({ hash }) => hash);
    const joined = [...Map.groupBy(asked, ({ hash }) => hash)].flatMap(([hash, own]) => {
      const others = this.#joined(own, byHash.get(hash) ?? []);
      return others.map((holder) => ({ own, holder }));
    });
    const added = await this.#load(joined.map(({ holder }) => holder));
    for (const { own, holder } of joined) this.#join(own, holder);
    return added.flatMap(({ id, application }) =>
      hashedKeys(joiningKeys(application, reference), this.#parts).map((key) => ({
        ...key,
        node: earlierNode(id, key.party),
      })),
    );
  }

  async end(): Promise<EarlierApplications> {
    const { store } = this.#parts;
    const version = joiningKeysVersionOf(this.#parts);
    if (await store.lacksKeys(version)) this.#cutOff.set('earlier applications', 'not all are joined yet');
    const past = [...this.#past.values()];
    return {
      links: [...this.#links.values()],
      refused: past.flatMap(refusedParties),
      resembled: past.flatMap(({ id, application, hits }) =>
        hits.flatMap(({ party: partyId, entityId }) => {
          const party = application.parties.find((known) => known.id === partyId);
          if (!party) return [];
          const { policy, receivedOn: date } = application;
          const source = entityId.split(':')[0] ?? '';
          return [{ node: earlierNode(id, partyId), entityId, source, date, party, policy }];
        }),
      ),
      massAddresses: [...this.#massAddresses.values()],
      gaps: [...this.#cutOff].map(([subject, detail]) => ({ kind: 'search-cut-off', subject, detail })),
    };
  }

  /** Without the seats of which a register says that too many companies are there. */
  #bridges(keys: readonly HashedKey[]): readonly HashedKey[] {
    const { percentile, companies } = this.#parts.reference.chain.massAddress;
    return keys.filter(({ fact, node, written }) => {
      if (fact !== 'address') return true;
      const party = this.#application.parties.find(({ id }) => id === node);
      if (!party || !seatAddresses(party).some(({ full }) => full === written)) return true;
      const mass = this.#terms.confirmations
        .filter((confirmation) => confirmation.party === node)
        .map((confirmation) => ({ register: confirmation.register, ...confirmation.addressCompanies }))
        .find(({ percentile: share = 0, count = 0 }) => percentile <= share && companies <= count);
      if (mass) this.#noteMass(node, written, mass.register, mass.count ?? 0);
      return !mass;
    });
  }

  /** The holders of one key that it joins: of an address with too many none, of others the first. */
  #joined(own: readonly HashedKey[], holders: readonly KeyHolder[]): readonly KeyHolder[] {
    const { sharing } = this.#parts.reference.chain.most;
    const [first] = own;
    if (first?.fact === 'address') {
      if (holders.length <= this.#terms.massAddressParties) return holders;
      for (const { node, written } of own) this.#noteMass(node, written, 'applications', holders.length);
      return [];
    }
    if (sharing < holders.length)
      this.#cutOff.set(`${first?.node ?? ''} ${first?.fact ?? ''}`, `more than ${String(sharing)} parties share it`);
    return holders.slice(0, sharing);
  }

  #noteMass(party: string, address: string, source: string, count: number): void {
    if (this.#application.parties.some(({ id }) => id === party))
      this.#massAddresses.set(`${party}\n${address}`, { party, address, source, count });
  }

  /** Those that were not there yet. */
  async #load(holders: readonly KeyHolder[]): Promise<readonly PastChain[]> {
    const { reference } = this.#parts;
    const most = reference.chain.most.applications;
    const wanted = [...new Set(holders.map(({ entry }) => entry))].filter((entry) => !this.#past.has(entry));
    const taken = wanted.slice(0, Math.max(0, most - this.#past.size));
    if (taken.length < wanted.length)
      this.#cutOff.set('earlier applications', `more than ${String(most)} are joined with this one`);
    const added = [...(await this.#chains.of(taken)).values()].toSorted(inOrder);
    for (const past of added) {
      this.#past.set(past.entry, past);
      const nodeOf = (party: string) => earlierNode(past.id, party);
      const source = `application ${past.id}`;
      for (const link of applicationLinks(past.application, this.#application.receivedOn, { nodeOf, source }))
        this.#add(link);
    }
    return added;
  }

  #join(own: readonly HashedKey[], { applicationId, party, entry }: KeyHolder): void {
    const past = this.#past.get(entry);
    if (!past) return;
    const to = earlierNode(applicationId, party);
    const source = `application ${applicationId}`;
    for (const { node, fact } of own)
      if (node !== to)
        this.#add({ from: node, to, kind: joiningKindOf[fact], statedBy: source, date: past.application.receivedOn });
  }

  #add(link: ChainLink): void {
    const key = [link.from, link.to, link.kind, link.statedBy].join('\n');
    if (!this.#links.has(key)) this.#links.set(key, link);
  }
}

/** By id and revision. */
function inOrder(a: PastChain, b: PastChain): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision;
}

/** How a node of an earlier application's party is named. */
function earlierNode(applicationId: string, party: string): string {
  return `${applicationId}/${party}`;
}

/** Everybody with a part in an order that a person refused, or that is to be refused and no person has decided on. */
function refusedParties({ id, application, case: known }: PastChain): readonly ChainTarget[] {
  const end =
    known?.state === 'REFUSE'
      ? 'refused'
      : known?.state === 'HOLD' && known.proposed === 'refuse'
        ? 'refusal-proposed'
        : undefined;
  if (end === undefined) return [];
  return application.parties
    .filter(takesPart)
    .map(({ id: party }) => ({ node: earlierNode(id, party), end, group: `application ${id}` }));
}
