// An application and incidents in, what both have in common out: indicators by their keys, names by searching.
import { incidentKeys, indicatorKey, sharedIndicators } from '@sekisho/engine/identity/indicator-keys.ts';
import type { Application } from '@sekisho/engine/model/application.ts';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import {
  schemaOfName,
  type Incident,
  type IncidentLink,
  type IncidentMatch,
  type Indicator,
  type StoredIncident,
} from '@sekisho/engine/model/incident.ts';
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import type { Store } from '../store/store.ts';
import { hashedKeys, hashOfKey } from './chain/joining-key-hashes.ts';
import type { Parts } from './parts.ts';

type LinkParts = Pick<Parts, 'store' | 'reference'>;

/** An application with all that its parties are screened by. */
export interface ScreenedApplication {
  readonly application: Application;
  readonly subjectsOf: (party: Application['parties'][number]) => readonly Subject[];
  readonly terms: HitTerms;
}

/** With the incidents that stand; undefined when none is kept. */
export async function incidentLinks(
  screened: ScreenedApplication,
  lists: EntityIndex,
  parts: LinkParts,
): Promise<readonly IncidentLink[] | undefined> {
  const kept = await keptNames(parts);
  if (!kept) return undefined;
  const keys = incidentKeys(screened.application, parts.reference);
  const ids = await parts.store.incidentsWith(hashedKeys(keys, parts).map(({ hash }) => hash));
  const found = await Promise.all(ids.map((id) => parts.store.incident(id)));
  const incidents = new Map(found.flatMap((stored) => (stored ? [[stored.id, stored] as const] : [])));
  return new IncidentsToLink([...incidents.values()], kept.names, lists, parts).linksOf(screened);
}

/** Incidents that applications are held against. */
export class IncidentsToLink {
  readonly #incidents: readonly StoredIncident[];
  readonly #names: IncidentNames;
  readonly #lists: EntityIndex;
  readonly #parts: LinkParts;

  /** @param lists by which words are rare or common. */
  constructor(
    incidents: readonly StoredIncident[],
    names: IncidentNames,
    lists: EntityIndex,
    parts: Pick<Parts, 'store' | 'reference'>,
  ) {
    this.#incidents = incidents;
    this.#names = names;
    this.#lists = lists;
    this.#parts = parts;
  }

  /** By party and incident. An incident that was taken back links to nothing. */
  linksOf(screened: ScreenedApplication): readonly IncidentLink[] {
    const { application } = screened;
    const { reference } = this.#parts;
    const keys = incidentKeys(application, reference);
    const byIncident = new Map(this.#incidents.map((stored) => [stored.id, stored]));
    const matches = new Map<string, Map<string, IncidentMatch[]>>();
    const add = (party: string, id: string, found: readonly IncidentMatch[]) => {
      const known = matches.get(party) ?? new Map<string, IncidentMatch[]>();
      matches.set(party, known.set(id, [...(known.get(id) ?? []), ...found]));
    };
    for (const { id, incident } of this.#incidents)
      if (incident && incident.revoked !== true)
        for (const [party, found] of sharedIndicators(keys, incident, reference)) add(party, id, found);
    for (const party of application.parties)
      for (const { stored, match } of this.#names.matching(screened.subjectsOf(party), screened.terms, this.#lists)) {
        byIncident.set(stored.id, stored);
        add(party.id, stored.id, [match]);
      }
    return application.parties.flatMap(({ id: party }) =>
      [...(matches.get(party) ?? [])]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([id, found]) => {
          const stored = byIncident.get(id);
          return stored?.incident ? [linkOf(party, stored, stored.incident, found)] : [];
        }),
    );
  }
}

function linkOf(
  party: string,
  { id: incidentId, version }: StoredIncident,
  { title, source, from, to, markings, claims = [] }: Incident,
  matches: readonly IncidentMatch[],
): IncidentLink {
  const names = new Set(matches.filter(({ type }) => type === 'name').map(({ indicator }) => indicator));
  const told = [...names].flatMap((name) => standingClaims(claims.filter((claim) => claim.name === name)));
  return {
    party,
    incidentId,
    version,
    title,
    source,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(markings && { markings }),
    matches,
    ...(0 < told.length && { claims: told }),
  };
}

/** What an incident is found by, hashed as the keys of applications are. */
export function hashesOf(
  { indicators, revoked = false }: Incident,
  { store, reference }: LinkParts,
): readonly string[] {
  if (revoked) return [];
  return indicators.flatMap((indicator) => {
    const key = indicatorKey(indicator, reference);
    return key ? [hashOfKey(key, store.folder.id)] : [];
  });
}

/** The names in incidents, made searchable. */
export class IncidentNames {
  readonly #index: EntityIndex;
  readonly #named = new Map<string, { readonly stored: StoredIncident; readonly indicator: Indicator }>();
  #weighed: { readonly lists: EntityIndex; readonly index: EntityIndex } | undefined;

  constructor(incidents: readonly StoredIncident[], { reference }: Pick<Parts, 'reference'>) {
    const entities: Entity[] = [];
    for (const stored of incidents)
      for (const indicator of stored.incident?.revoked === true ? [] : (stored.incident?.indicators ?? [])) {
        if (indicator.type !== 'name' || indicator.revoked === true) continue;
        const entity = entityOf({
          source: 'incidents',
          recordId: String(entities.length),
          schema: schemaOfName(indicator),
          names: [{ text: indicator.value, kind: 'primary' }],
        });
        entities.push(entity);
        this.#named.set(entity.id, { stored, indicator });
      }
    this.#index = buildIndex([{ source: 'incidents', editionId: 'incidents', entities }], reference.names);
  }

  get isEmpty(): boolean {
    return this.#named.size === 0;
  }

  *matching(
    subjects: readonly Subject[],
    terms: HitTerms,
    lists: EntityIndex,
  ): Iterable<{ readonly stored: StoredIncident; readonly match: IncidentMatch }> {
    if (this.isEmpty) return;
    if (this.#weighed?.lists !== lists) this.#weighed = { lists, index: this.#index.withRarity(lists.rarity) };
    const { index } = this.#weighed;
    const seen = new Set<string>();
    for (const subject of subjects)
      for (const { entity, partyName, score } of search(index, subject, { ...terms, limit: MAX_NAMES }).hits) {
        const named = this.#named.get(entity.id);
        if (!named || seen.has(entity.id)) continue;
        seen.add(entity.id);
        const { stored, indicator } = named;
        yield { stored, match: { type: 'name', indicator: indicator.value, stated: partyName, score } };
      }
  }
}

/** Names of incidents that one party may be, at most. */
const MAX_NAMES = 200;

interface KeptNames {
  /** The last entry that they are made of. */
  readonly upTo: number;
  readonly names: IncidentNames;
}

/** One for a store, as long as the process has it and no incident comes in. */
const namesByStore = new WeakMap<Store, KeptNames>();

async function keptNames(parts: LinkParts): Promise<KeptNames | undefined> {
  const { store } = parts;
  const upTo = await store.lastIncidentEntry();
  if (upTo === undefined) return undefined;
  const known = namesByStore.get(store);
  if (known?.upTo === upTo) return known;
  const made: KeptNames = { upTo, names: new IncidentNames(await store.incidents(), parts) };
  namesByStore.set(store, made);
  return made;
}
