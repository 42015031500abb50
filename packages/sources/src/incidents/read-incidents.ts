// A file of incidents in (CSV, our own JSON, a STIX 2.1 bundle), the incidents in it out; a file with a mistake gives none.
import { parseIncident } from '@sekisho/engine/model/incident.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { readJson } from '../readers/json.ts';
import { readIncidentTable } from './incident-table.ts';
import { readStix, type IncidentReading, type StixSettings } from './stix-incidents.ts';
import { isBundle } from './stix-objects.ts';

/**
 * JSON is told by the name of the file (.json, .stix), a bundle by its type; everything else is a table.
 * @throws Problem `incident.invalid` with file, line or object, field and reason; `file.*`, `list.unknown-column`.
 */
export async function readIncidents(file: SourceFile, settings: StixSettings): Promise<IncidentReading> {
  const { publisher } = settings;
  if (!/\.(?:json|stix)$/i.test(file.name)) {
    const incidents = await readIncidentTable(file, publisher);
    return { incidents, problems: [] };
  }
  const value = await readJson(file, 'incidents');
  const facts = { file: file.name };
  if (isBundle(value)) {
    const { incidents, problems } = readStix(value, settings, facts);
    return {
      incidents: incidents.map((incident) => parseIncident(incident, { ...facts, object: incident.id })),
      problems,
    };
  }
  const all = typeof value === 'object' && value !== null && 'incidents' in value ? value.incidents : undefined;
  if (!Array.isArray(all))
    throw new Problem('incident.invalid', {
      ...facts,
      field: '/incidents',
      reason: 'is missing, and it is no STIX bundle',
    });
  const known = new Set<string>();
  const incidents = all.map((one: unknown, place) => {
    const where = { ...facts, object: `incident ${String(place + 1)}` };
    const incident = parseIncident(withPublisher(one, publisher), where);
    if (known.has(incident.id))
      throw new Problem('incident.invalid', {
        ...where,
        field: '/id',
        reason: 'is that of another incident of the file',
      });
    known.add(incident.id);
    return incident;
  });
  return { incidents, problems: [] };
}

/** Whose it is, where the file does not say it. */
function withPublisher(value: unknown, publisher: string | undefined): unknown {
  if (publisher === undefined || typeof value !== 'object' || value === null) return value;
  const source: unknown = 'source' in value ? value.source : {};
  return typeof source === 'object' ? { ...value, source: { publisher, ...source } } : value;
}
