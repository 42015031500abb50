// What applications of the past have in common with others: the tables of keys and hits in, the nouns of the store out.
import type { Application } from '@sekisho/engine/model/application.ts';
import { sql, type Kysely } from 'kysely';
import { chunksOf } from './chunks-of.ts';
import { restrictedCases } from './note-queries.ts';
import type { BuyerKeys, KeyHolder, KeySharer, PastChain, JoiningKeyHash, StoredApplication } from './store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** One query asks for so many keys: more are more terms than SQLite takes. */
const KEYS_TOGETHER = 100;
/** Rows and values of one statement, below the bounds of both databases. */
const ROWS_TOGETHER = 500;

export async function keyHolders(
  db: Db,
  hashes: readonly string[],
  { except, limit }: { readonly except: string; readonly limit: number },
): Promise<readonly KeyHolder[]> {
  const found: KeyHolder[] = [];
  for (const together of chunksOf([...new Set(hashes)], KEYS_TOGETHER)) {
    const ofKey = (hash: string) =>
      db
        .selectFrom((table) =>
          table
            .selectFrom('joining_keys')
            .select(['key_hash', 'application_id', 'party'])
            .select(({ fn }) => [fn.max('fact').as('fact'), fn.max('entry').as('entry')])
            .where('key_hash', '=', hash)
            .where('application_id', '<>', except)
            .groupBy(['key_hash', 'application_id', 'party'])
            .orderBy('application_id')
            .orderBy('party')
            .limit(limit)
            .as('held'),
        )
        .selectAll();
    const [first, ...others] = together.map(ofKey);
    if (!first) continue;
    const rows = await others.reduce((all, one) => all.unionAll(one), first).execute();
    for (const { key_hash: hash, fact, application_id: applicationId, party, entry } of rows)
      found.push({ hash, fact, applicationId, party, entry: Number(entry) });
  }
  return found.toSorted(
    (a, b) => compare(a.hash, b.hash) || compare(a.applicationId, b.applicationId) || compare(a.party, b.party),
  );
}

export async function keySharers(
  db: Db,
  hashes: readonly string[],
  {
    except,
    buyer,
    limit,
    most,
  }: { readonly except: string; readonly buyer: BuyerKeys; readonly limit: number; readonly most: number },
): Promise<readonly KeySharer[]> {
  const found: KeySharer[] = [];
  const anyOf = (keys: readonly string[]) => sql.join(0 < keys.length ? keys : ['']);
  const has = (keys: readonly string[]) => sql<boolean>`exists (select 1 from joining_keys as own
    where own.key_hash in (${anyOf(keys)}) and own.application_id = held.application_id)`;
  for (const together of chunksOf([...new Set(hashes)], KEYS_TOGETHER)) {
    const ofKeys = together.map(
      (hash, at) => sql`select * from (
        select key_hash, application_id, max(entry) as entry from joining_keys
        where key_hash = ${hash} and application_id <> ${except}
        group by key_hash, application_id order by application_id limit ${most}
      ) as ${sql.raw(`held_${String(at)}`)}`,
    );
    const { rows } = await sql<{ key_hash: string; application_id: string; entry: number; strangers: number }>`
      with held as (${sql.join(ofKeys, sql` union all `)}), known as (
        select held.key_hash, held.application_id, held.entry, coalesce(cases.state, '') as state,
          case when ${has(buyer.numbers)} then 2 when ${has(buyer.names)} then 1 else 0 end as kin
        from held left join cases on cases.id = held.application_id
      ), numbered as (
        select key_hash, application_id, entry,
          row_number() over (partition by key_hash, state, kin order by application_id) as place,
          sum(case when kin = 0 then 1 else 0 end) over (partition by key_hash) as strangers
        from known
      )
      select key_hash, application_id, entry, strangers from numbered where place <= ${limit}`.execute(db);
    for (const { key_hash: hash, application_id: applicationId, entry, strangers } of rows)
      found.push({ hash, applicationId, entry: Number(entry), strangers: Number(strangers) });
  }
  return found.toSorted((a, b) => compare(a.hash, b.hash) || compare(a.applicationId, b.applicationId));
}

export async function pastChains(db: Db, entries: readonly number[]): Promise<readonly PastChain[]> {
  const found: PastChain[] = [];
  const restricted = await restrictedCases(db);
  for (const together of chunksOf([...new Set(entries)], ROWS_TOGETHER)) {
    const rows = await db
      .selectFrom('applications')
      .innerJoin('record_entries', 'record_entries.sequence', 'applications.entry')
      .leftJoin('cases', 'cases.id', 'applications.id')
      .select(['applications.id', 'revision', 'received_at', 'entry', 'payload', 'state', 'proposed'])
      .where('entry', 'in', together)
      .where('payload', 'is not', null)
      .execute();
    const hits = await hitsOf(db, [...new Set(rows.map(({ id }) => id))]);
    for (const { id, revision, received_at: receivedAt, entry, payload, state, proposed } of rows) {
      const { application } = JSON.parse(payload ?? '{}') as { application?: Application };
      if (!application || restricted.has(id)) continue;
      const parties = new Set(application.parties.map((party) => party.id));
      found.push({
        id,
        revision,
        receivedAt,
        entry,
        application,
        ...(state !== null && proposed !== null && { case: { state, proposed } }),
        hits: (hits.get(id) ?? []).filter(({ party }) => parties.has(party)),
      });
    }
  }
  return found.toSorted((a, b) => compare(a.id, b.id) || a.revision - b.revision);
}

export async function applicationsHitBy(db: Db, entityIds: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const asked of chunksOf(entityIds, ROWS_TOGETHER)) {
    const rows = await db
      .selectFrom('decision_hits')
      .select('application_id')
      .distinct()
      .where('entity_id', 'in', asked)
      .execute();
    for (const { application_id: id } of rows) found.add(id);
  }
  return [...found].sort(compare);
}

export async function hitsOfLastDecision(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const asked of chunksOf(ids, ROWS_TOGETHER))
    for (const { application_id: id } of await hitsDecidedLast(db, asked).execute())
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const hitsDecidedLast = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('decision_hits as hit')
    .select(['application_id', 'party', 'entity_id'])
    .where('application_id', 'in', ids)
    .where('entry', '=', ({ selectFrom }) =>
      selectFrom('decisions')
        .select(({ fn }) => fn.max('decisions.entry').as('newest'))
        .whereRef('decisions.application_id', '=', 'hit.application_id'),
    );

/** Of the last decision, and what alerts told of since the first. */
async function hitsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PastChain['hits']>> {
  if (ids.length === 0) return new Map();
  const decided = await hitsDecidedLast(db, ids).execute();
  const alerted = await db
    .selectFrom('alerts')
    .innerJoin('record_entries', 'record_entries.sequence', 'alerts.entry')
    .select(['application_id', 'party', 'entity_id'])
    .where('application_id', 'in', ids)
    .where('change', '<>', 'removed')
    .where('score_after', 'is not', null)
    .where('payload', 'is not', null)
    .execute();
  const found = new Map<string, Map<string, PastChain['hits'][number]>>();
  for (const { application_id, party, entity_id: entityId } of [...decided, ...alerted]) {
    const known = found.get(application_id) ?? new Map<string, PastChain['hits'][number]>();
    known.set(`${party} ${entityId}`, { party, entityId });
    found.set(application_id, known);
  }
  return new Map(
    [...found].map(([id, hits]) => [id, [...hits].toSorted(([a], [b]) => compare(a, b)).map(([, hit]) => hit)]),
  );
}

/** Rows as `applications` has them: each side of the version by itself, so that the index gives them in order. */
export async function withoutKeys(db: Db, version: string, limit: number) {
  const beside = (side: '<' | '>', most: number) =>
    db
      .selectFrom('applications')
      .innerJoin('record_entries', 'record_entries.sequence', 'applications.entry')
      .select(['id', 'revision', 'received_at', 'entry', 'payload'])
      .where('keys_version', side, version)
      .orderBy('keys_version')
      .orderBy('entry')
      .limit(most)
      .execute();
  const before = await beside('<', limit);
  return before.length < limit ? [...before, ...(await beside('>', limit - before.length))] : before;
}

/** Two looks into the index: what is not equal is before or behind. */
export async function lacksKeys(db: Db, version: string): Promise<boolean> {
  const { rows } = await sql<{ lacks: number | boolean }>`
    select exists (select 1 from applications where keys_version < ${version})
      or exists (select 1 from applications where keys_version > ${version}) as lacks`.execute(db);
  return Boolean(rows[0]?.lacks);
}

export async function saveKeys(
  db: Db,
  { id, revision, entry }: Pick<StoredApplication, 'id' | 'revision' | 'entry'>,
  keys: readonly JoiningKeyHash[],
  version: string,
): Promise<void> {
  await db.deleteFrom('joining_keys').where('entry', '=', entry).execute();
  const rows = keys.map(({ party, fact, hash }) => ({ key_hash: hash, fact, application_id: id, party, entry }));
  for (const together of chunksOf(rows, ROWS_TOGETHER)) await db.insertInto('joining_keys').values(together).execute();
  await db
    .updateTable('applications')
    .set({ keys_version: version })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .execute();
}

export async function saveDecisionHits(
  db: Db,
  {
    applicationId,
    entry,
    hits,
  }: { readonly applicationId: string; readonly entry: number; readonly hits: PastChain['hits'] },
): Promise<void> {
  const distinct = [...new Map(hits.map((hit) => [`${hit.party} ${hit.entityId}`, hit])).values()];
  const rows = distinct.map(({ party, entityId }) => ({
    application_id: applicationId,
    party,
    entity_id: entityId,
    entry,
  }));
  for (const together of chunksOf(rows, ROWS_TOGETHER)) await db.insertInto('decision_hits').values(together).execute();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
