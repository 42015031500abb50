// Incidents and what they are found by: the tables in, the nouns of the store out.
import type { Incident, StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { Kysely } from 'kysely';
import { chunksOf } from './chunks-of.ts';
import type { StoreReader, StoreWriter } from './store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Keys and rows of one statement, below the bounds of both databases. */
const TOGETHER = 500;

/** In the version that stands, by id. @param ids of all when absent. */
export async function incidents(db: Db, ids?: readonly string[]): Promise<readonly StoredIncident[]> {
  const all = incidentRows(db)
    .where('number', '=', ({ selectFrom }) =>
      selectFrom('incidents as other')
        .select(({ fn }) => fn.max('other.number').as('newest'))
        .whereRef('other.id', '=', 'incidents.id'),
    )
    .orderBy('id');
  return (await (ids === undefined ? all : all.where('id', 'in', ids)).execute()).map(storedIncident);
}

export async function incidentChanges(
  db: Db,
  lookBackId: string,
): Promise<Awaited<ReturnType<StoreReader['incidentChanges']>>> {
  const rows = await incidentRows(db).where('look_back', '=', lookBackId).orderBy('number').execute();
  const changes: { before?: StoredIncident; after: StoredIncident }[] = [];
  for (const row of rows) {
    const before = await incidentRows(db)
      .where('id', '=', row.id)
      .where('number', '<', row.number)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    changes.push({ ...(before && { before: storedIncident(before) }), after: storedIncident(row) });
  }
  return changes;
}

export async function incidentsWith(db: Db, hashes: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const together of chunksOf([...new Set(hashes)], TOGETHER)) {
    const rows = await db
      .selectFrom('incident_keys')
      .select('incident_id')
      .where('key_hash', 'in', together)
      .distinct()
      .execute();
    for (const { incident_id } of rows) found.add(incident_id);
  }
  return [...found].sort();
}

export async function lastIncidentEntry(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('incidents')
    .select(({ fn }) => fn.max<number | null>('entry').as('entry'))
    .executeTakeFirst();
  const entry = row?.entry ?? null;
  return entry === null ? undefined : Number(entry);
}

export async function saveIncident(
  db: Db,
  { incident: { id, version, entry }, lookBackId, hashes }: Parameters<StoreWriter['saveIncident']>[0],
): Promise<void> {
  await db.insertInto('incidents').values({ id, version, look_back: lookBackId, entry }).execute();
  await db.deleteFrom('incident_keys').where('incident_id', '=', id).execute();
  const rows = [...new Set(hashes)].map((key_hash) => ({ key_hash, incident_id: id, entry }));
  for (const together of chunksOf(rows, TOGETHER)) await db.insertInto('incident_keys').values(together).execute();
}

const incidentRows = (db: Db) =>
  db
    .selectFrom('incidents')
    .innerJoin('record_entries', 'record_entries.sequence', 'incidents.entry')
    .select(['number', 'id', 'version', 'entry', 'payload']);

function storedIncident({
  id,
  version,
  entry,
  payload,
}: {
  readonly id: string;
  readonly version: string;
  readonly entry: number;
  readonly payload: string | null;
}): StoredIncident {
  const { incident } = JSON.parse(payload ?? '{}') as { readonly incident?: Incident };
  return { id, version, entry, ...(incident && { incident }) };
}
