// Incidents in, what somebody looks at out: the list of them, and one with what it has in common with orders; claims only where the view is sealed.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Incident, IncidentMatch, StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { Alert, CaseState } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import { IncidentNames, IncidentsToLink } from './incident-links.ts';
import { holdersOf, screenedPast } from './incident-news.ts';
import { revisionsOf, type PastApplication } from './news.ts';
import { noteClaimsView, type ViewWord } from './note-view.ts';
import { pageOf, type Page, type PageRequest } from './page-of.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface IncidentSummary extends Pick<StoredIncident, 'id' | 'version'> {
  /** Absent once erased, as all that follows. */
  readonly title?: string;
  readonly kind?: Incident['kind'];
  readonly publisher?: string;
  readonly publishedOn?: string;
  readonly from?: string;
  readonly to?: string;
  readonly markings: readonly string[];
  readonly isRevoked: boolean;
  readonly indicators: number;
}

/** An order that has something in common with an incident. */
export interface LinkedOrder {
  readonly caseId: string;
  readonly party: string;
  readonly state?: CaseState;
  /** It was received before the incident came in. */
  readonly isBefore: boolean;
  readonly receivedAt: string;
  readonly matches: readonly IncidentMatch[];
  /** Nothing but a name is shared: it is possible, and may be somebody else of that name. */
  readonly isByNameAlone: boolean;
}

export interface IncidentView extends StoredIncident {
  /** How many claims were left out. */
  readonly withheld: number;
  /** Those with a key that both have (a domain, an address, a number) first, then those that share a name alone. */
  readonly links: readonly LinkedOrder[];
  readonly isCutOff: boolean;
  /** Of look-backs, the newest first. */
  readonly alerts: readonly Pick<Alert, 'id' | 'caseId' | 'party' | 'change' | 'raisedAt'>[];
}

/** In the version that stands, by id. */
export async function listIncidents(page: PageRequest, parts: Parts): Promise<Page<IncidentSummary>> {
  permit(parts, 'incident.read');
  return pageOf((await parts.store.incidents()).map(summaryOf), page);
}

/** Without claims of anybody's legal status. @throws Problem `incident.not-found` */
export async function viewIncident(id: string, parts: Parts): Promise<IncidentView> {
  const view = await wholeIncident(id, parts);
  if (!view.incident?.claims) return view;
  const { claims, ...incident } = view.incident;
  return { ...view, incident, withheld: claims.length };
}

/**
 * With the claims that stand, as they were reported; that somebody saw them, and why, is sealed first.
 * @throws Problem `incident.not-found`, `incident.invalid` for no reason.
 */
export async function viewClaims(id: string, word: ViewWord, parts: Parts): Promise<IncidentView> {
  const view = await wholeIncident(id, parts);
  const { incident } = view;
  if (!incident?.claims) return view;
  await noteClaimsView(id, word, view.version, parts);
  const claims = [...Map.groupBy(incident.claims, ({ name }) => name).values()].flatMap(standingClaims);
  return { ...view, incident: { ...incident, claims } };
}

async function wholeIncident(id: string, parts: Parts): Promise<IncidentView> {
  permit(parts, 'incident.read');
  const { store } = parts;
  const stored = await store.incident(id);
  if (!stored) throw new Problem('incident.not-found', { incident: id });
  const alerts = (await store.alertsAbout([id]))
    .filter(({ kind }) => kind === 'incident')
    .map(({ id: alert, caseId, party, change, raisedAt }) => ({ id: alert, caseId, party, change, raisedAt }));
  const linked = await linkedOrders(stored, [...new Set(alerts.map(({ caseId }) => caseId))], parts);
  return { ...stored, withheld: 0, ...linked, alerts: alerts.toReversed() };
}

const MAX_LINKS = 200;

/** Of the orders that came in since, the newest that are searched for a name. */
const MOST_SEARCHED = 1000;

/** @param alerted cases that a look-back found something of it in. */
async function linkedOrders(
  stored: StoredIncident,
  alerted: readonly string[],
  parts: Parts,
): Promise<Pick<IncidentView, 'links' | 'isCutOff'>> {
  const { store } = parts;
  const { incident } = stored;
  if (!incident || incident.revoked === true) return { links: [], isCutOff: false };
  const { index } = await parts.index.over(await store.activeEditions());
  const toLink = new IncidentsToLink([stored], new IncidentNames([stored], parts), index, parts);
  const links = new Map<string, LinkedOrder>();
  const add = async ({ application, entry, receivedAt }: LinkedPast) => {
    for (const { party, matches } of toLink.linksOf(screenedPast(application, [], parts))) {
      const state = (await store.case(application.id))?.state;
      links.set(`${application.id} ${party}`, {
        caseId: application.id,
        party,
        ...(state && { state }),
        isBefore: entry < stored.entry,
        receivedAt,
        matches,
        isByNameAlone: matches.every(({ type }) => type === 'name'),
      });
    }
  };
  for await (const page of holdersOf([stored], parts)) for (const past of page) await add(past);
  let isCutOff = false;
  if (incident.indicators.some(({ type }) => type === 'name')) {
    for (const id of alerted) for (const past of (await revisionsOf(id, store)).slice(-1)) await add(past);
    const since = await receivedSince(stored.entry, parts);
    isCutOff = MOST_SEARCHED <= since.length;
    for (const past of since) await add(past);
  }
  const ordered = [...links.values()].sort((a, b) => Number(a.isByNameAlone) - Number(b.isByNameAlone));
  return { links: ordered.slice(0, MAX_LINKS), isCutOff: isCutOff || MAX_LINKS < ordered.length };
}

type LinkedPast = Pick<PastApplication, 'application' | 'entry' | 'receivedAt'>;

/** The newest, in the order in which they came in; without those that were erased. */
async function receivedSince(entry: number, { store }: Pick<Parts, 'store'>): Promise<readonly LinkedPast[]> {
  const newest = await store.latestEntries({ kind: 'application-received' }, MOST_SEARCHED);
  return newest.toReversed().flatMap(({ sequence, at, payload }) => {
    if (sequence <= entry || payload === undefined) return [];
    const { application } = JSON.parse(payload) as { readonly application: Application };
    return [{ application, entry: sequence, receivedAt: at }];
  });
}

function summaryOf({ id, version, incident }: StoredIncident): IncidentSummary {
  if (!incident) return { id, version, markings: [], isRevoked: false, indicators: 0 };
  const { title, kind, source, from, to, markings = [], revoked = false, indicators } = incident;
  const { publisher, publishedOn } = source;
  return {
    ...{ id, version, title, publisher, markings, isRevoked: revoked, indicators: indicators.length },
    ...(kind !== undefined && { kind }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
