// A file of incidents, or a word on one, in; the incidents kept and sealed, with the look-back they owe, out.
import { createHash } from 'node:crypto';
import { parseIncident, type Incident, type NamedClaim, type StoredIncident } from '@sekisho/engine/model/incident.ts';
import { Problem, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { readIncidents } from '@sekisho/sources/incidents/read-incidents.ts';
import type { StoreWriter } from '../store/store.ts';
import { hashFiles } from './hashed-files.ts';
import { hashesOf } from './incident-links.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { owe } from './rules-in-use.ts';

export interface IncidentImport {
  readonly file: string;
  /** Whose incidents they are, where the file does not say. */
  readonly publisher?: string;
  readonly by: string;
}

export interface ImportedIncidents {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** What is kept and links to nothing, and what was passed over. */
  readonly problems: readonly RecordProblem[];
}

/**
 * Takes a file whole or not at all. An incident that is there already takes its newer version; what people added to it stays.
 * @throws Problem `incident.invalid` with file, line or object and field, `list.*`, `file.*`; nothing is changed then.
 */
export async function importIncidents(request: IncidentImport, parts: Parts): Promise<ImportedIncidents> {
  permit(parts, 'incident.import');
  const { file, publisher, by } = request;
  if (by.trim() === '') throw new Problem('command.usage', { reason: 'somebody imports: name them with --by' });
  const [hashed] = await hashFiles([file], parts);
  if (!hashed) throw new Problem('file.not-found', { file });
  const at = parts.clock();
  const before = await parts.store.lastIncidentEntry();
  const kept = keptById(await parts.store.incidents());
  const { incidents, problems } = await readIncidents(hashed, {
    ...(publisher !== undefined && { publisher }),
    kept,
    retrievedOn: at.slice(0, 10),
  });
  return parts.store.write(async (writer) => {
    if ((await writer.lastIncidentEntry()) !== before)
      throw new Problem('store.busy', { reason: 'other incidents came in meanwhile: import again' });
    const passedOver: RecordProblem[] = [];
    const changes: Incident[] = [];
    const unchanged: string[] = [];
    for (const incident of incidents) {
      const known = kept.get(incident.id);
      const next = known ? renewed(known, incident, hashed.name) : incident;
      if (next instanceof Problem) passedOver.push({ code: next.code, facts: next.facts });
      else if (known && canonicalJson(next) === canonicalJson(known)) unchanged.push(next.id);
      else changes.push(next);
    }
    await saveIncidents(changes, { by, file: { name: hashed.name, sha256: hashed.sha256 } }, at, writer, parts);
    return {
      added: changes.map(({ id }) => id).filter((id) => !kept.has(id)),
      changed: changes.map(({ id }) => id).filter((id) => kept.has(id)),
      unchanged,
      problems: [...problems, ...passedOver],
    };
  });
}

/**
 * Adds what somebody reports of the standing of somebody whom an incident names. What the same source said before is displaced by it
 * when it is shown, never erased.
 * @throws Problem `incident.not-found`, `incident.invalid`: no name of the incident, a word outside the vocabulary.
 */
export async function addIncidentClaim(
  id: string,
  claim: NamedClaim,
  by: string,
  parts: Parts,
): Promise<StoredIncident> {
  permit(parts, 'incident.import');
  const at = parts.clock();
  await parts.store.write(async (writer) => {
    const known = (await writer.incident(id))?.incident;
    if (!known) throw new Problem('incident.not-found', { incident: id });
    if (!known.indicators.some(({ type, value }) => type === 'name' && value === claim.name))
      throw new Problem('incident.invalid', {
        incident: id,
        field: '/name',
        reason: `is no name of it: ${claim.name}`,
      });
    const next = parseIncident({ ...known, claims: [...(known.claims ?? []), claim] }, { incident: id });
    await saveIncidents([next], { by }, at, writer, parts);
  });
  const stored = await parts.store.incident(id);
  if (!stored) throw new Problem('incident.not-found', { incident: id });
  return stored;
}

function keptById(all: readonly StoredIncident[]): ReadonlyMap<string, Incident> {
  return new Map(all.flatMap(({ id, incident }) => (incident ? [[id, incident] as const] : [])));
}

/**
 * The version to keep; a problem when the one that is kept is newer.
 * @throws Problem `incident.invalid` for another content under the same moment of change.
 */
function renewed(known: Incident, incident: Incident, file: string): Incident | Problem {
  const { id, modified } = incident;
  const claims = [...(known.claims ?? []), ...(incident.claims ?? [])];
  const distinct = [...new Map(claims.map((claim) => [canonicalJson(claim), claim])).values()];
  const { retrievedOn } = known.source;
  const source = { ...incident.source, ...(retrievedOn !== undefined && { retrievedOn }) };
  const next: Incident = { ...incident, source, ...(0 < distinct.length && { claims: distinct }) };
  const [was, is] = [momentOf(known), momentOf(next)];
  if (is === undefined || was === undefined || was < is)
    return sameBut(next, known) ? known : { ...next, source: incident.source };
  if (is < was)
    return new Problem('incident.older', { file, object: id, incident: id, modified, known: known.modified });
  if (sameBut(next, known)) return next;
  if (known.indicators.some(({ objectId }) => objectId !== undefined)) return { ...next, source: incident.source }; // other objects of the bundle changed
  throw new Problem('incident.invalid', {
    file,
    incident: id,
    field: '/modified',
    reason: 'is that of what is kept, which says something else',
  });
}

/** When it was fetched changes nothing of what it says. */
function sameBut(next: Incident, known: Incident): boolean {
  return canonicalJson(next) === canonicalJson(known);
}

function momentOf({ modified }: Incident): number | undefined {
  return modified === undefined ? undefined : Date.parse(modified);
}

async function saveIncidents(
  incidents: readonly Incident[],
  origin: object,
  at: string,
  writer: StoreWriter,
  parts: Parts,
): Promise<void> {
  if (incidents.length === 0) return;
  const versioned = incidents.map((incident) => ({ incident, version: sha256(canonicalJson(incident)) }));
  const batch = sha256(versioned.map(({ version }) => version).join('\n'));
  const lookBack = await owe(writer, { kind: 'incidents', source: 'incidents', now: batch }, at);
  for (const { incident, version } of versioned) {
    const { id } = incident;
    const { sequence } = await writer.seal('incident-imported', id, { incident, version, ...origin }, at);
    const hashes = hashesOf(incident, parts);
    await writer.saveIncident({ incident: { id, version, entry: sequence }, lookBackId: lookBack.id, hashes });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
