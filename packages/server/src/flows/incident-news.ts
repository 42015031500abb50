// Incidents that came in or changed in, what they have in common with everything ever applied for out.
import type { IncidentLink, StoredIncident } from '@sekisho/engine/model/incident.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { LookBack } from '../store/store.ts';
import { makeMissingKeys } from './chain/joining-key-hashes.ts';
import { linkText } from './incident-link-text.ts';
import { hashesOf, IncidentNames, IncidentsToLink, type ScreenedApplication } from './incident-links.ts';
import { partiesOf, usedApplications, type News, type NewsStep, type PastApplication } from './news.ts';
import type { Parts } from './parts.ts';
import { lastEvidence, termsFor } from './past-application.ts';
import { screenedSubjects } from './screened-subjects.ts';

/** Holders of one key that are read; more share nothing that says anything, and are read all the same. */
const MOST_HOLDERS = Number.MAX_SAFE_INTEGER;
const READ_TOGETHER = 200;

/**
 * Each link that is there now and was not, that is gone, or that says something else (another indicator, another claim of a legal
 * status). Where an incident names somebody, everything ever applied for is searched; else only who has one of the keys is read.
 */
export async function* newsFromIncidents(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  const changes = await parts.store.incidentChanges(lookBack.id);
  const { index } = await parts.index.over(await parts.store.activeEditions());
  const befores = changes.flatMap(({ before }) => before ?? []);
  const afters = changes.map(({ after }) => after);
  const [namesBefore, namesAfter] = [new IncidentNames(befores, parts), new IncidentNames(afters, parts)];
  const then = new IncidentsToLink(befores, namesBefore, index, parts);
  const now = new IncidentsToLink(afters, namesAfter, index, parts);
  const pages =
    namesBefore.isEmpty && namesAfter.isEmpty
      ? holdersOf([...befores, ...afters], parts)
      : usedApplications(parts.store, lookBack.position);
  const isStepwise = !(namesBefore.isEmpty && namesAfter.isEmpty);
  for await (const page of pages) {
    const news: News[] = [];
    for (const stored of page) news.push(...(await newsOf(stored, then, now, parts)));
    const reached = isStepwise ? page.findLast(({ id }) => id !== page.at(-1)?.id)?.id : undefined;
    yield { parties: partiesOf(page), news, ...(reached !== undefined && { position: reached }) };
  }
}

/** Whoever has one of the keys that the incidents are found by. */
export async function* holdersOf(
  incidents: readonly StoredIncident[],
  parts: Parts,
): AsyncIterable<readonly PastApplication[]> {
  await makeMissingKeys(parts, Infinity);
  const hashes = new Set(incidents.flatMap(({ incident }) => (incident ? hashesOf(incident, parts) : [])));
  const holders = await parts.store.keyHolders([...hashes], { except: '', limit: MOST_HOLDERS });
  const entries = [...new Set(holders.map(({ entry }) => entry))];
  for (let from = 0; from < entries.length; from += READ_TOGETHER)
    yield await parts.store.pastChains(entries.slice(from, from + READ_TOGETHER));
}

async function newsOf(
  stored: PastApplication,
  then: IncidentsToLink,
  now: IncidentsToLink,
  parts: Parts,
): Promise<readonly News[]> {
  const { application } = stored;
  const decided = await lastEvidence(stored, parts);
  const screened = screenedPast(application, decided?.confirmations ?? [], parts);
  const [before, after] = [then.linksOf(screened), now.linksOf(screened)].map(
    (links) => new Map(links.map((link) => [`${link.party} ${link.incidentId}`, link])),
  ) as [Map<string, IncidentLink>, Map<string, IncidentLink>];
  const told = new Map(decided?.incidents?.map((link) => [`${link.party} ${link.incidentId}`, link]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): readonly News[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const link = is ?? was;
    if (!link || saidBy(was) === saidBy(is)) return [];
    if (is && told.get(key)?.version === is.version) return []; // it was vetted since
    return [
      {
        kind: 'incident',
        applicationId: application.id,
        party: link.party,
        entityId: link.incidentId,
        ...(was && { fromEditionId: was.version }),
        toEditionId: is?.version ?? link.version,
        change: was ? (is ? 'changed' : 'removed') : 'added',
        ...(was && { verdictBefore: linkText(was) }),
        ...(is && { verdictAfter: linkText(is) }),
        partyName: [...new Set(link.matches.map(({ stated }) => stated))].join(', '),
        listedName: link.title,
        content: saidBy(is),
      },
    ];
  });
}

/** @param confirmations of its last decision: what registers call its parties is screened too. */
export function screenedPast(
  application: PastApplication['application'],
  confirmations: Evidence['confirmations'],
  parts: Parts,
): ScreenedApplication {
  return {
    application,
    subjectsOf: (party) => screenedSubjects(party, application, confirmations),
    terms: termsFor(application, parts),
  };
}

function saidBy(link: IncidentLink | undefined): string {
  if (!link) return '';
  const { version: _, ...said } = link;
  return canonicalJson(said);
}
