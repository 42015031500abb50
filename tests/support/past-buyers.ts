// Names of two editions of a list in, buyers of the past who bear some of them, and what a plain screening of all of them anew finds, out.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { importEdition } from '@sekisho/server/flows/import-edition.ts';
import type { Parts } from '@sekisho/server/flows/parts.ts';
import { screenedSubjects } from '@sekisho/server/flows/screened-subjects.ts';
import { vetApplication } from '@sekisho/server/flows/vet-application.ts';
import { openParts, type OpenParts } from '@sekisho/server/open-parts.ts';

const POLICY = 'customer-screening';
/** One buyer in so many bears a name of the list, half of them with a letter changed. */
const LISTED_EVERY = 8;
const MAX_HITS = 1000;

const schemata = ['Person', 'Company', 'Organization'] as const;

export function openPast(stage: string, day: string): Promise<OpenParts> {
  return openParts(
    {
      folderPath: path.join(stage, 'data'),
      keysPath: path.join(stage, 'keys'),
      witnesses: [],
      referencePath: fileURLToPath(new URL('../../data/', import.meta.url)),
      userName: 'test',
      simulation: true,
      asOf: day,
    },
    { makesFolder: true },
  );
}

export interface OfacEdition {
  /** `sdn.csv`, `alt.csv`, `add.csv`. */
  readonly files: readonly string[];
  readonly publishedOn: string;
}

export interface OfacEditions {
  readonly earlier: OfacEdition;
  readonly later: OfacEdition;
}

/** Two that are among the files of the folder that SEKISHO_DEV_DATA names. */
export function officialEditions(folder: string): OfacEditions {
  const edition = (day: string, publishedOn: string): OfacEdition => ({
    files: ['sdn', 'alt', 'add'].map((name) => path.join(folder, 'lists', 'ofac', day, `${name}.csv`)),
    publishedOn,
  });
  return { earlier: edition('2021-07', '2021-07-01'), later: edition('2023-12-28', '2023-12-28') };
}

export async function importOfac({ files, publishedOn }: OfacEdition, parts: Parts): Promise<Edition> {
  const request = { source: 'ofac-sdn', files, publishedOn, by: 'test', accept: 'a test' };
  return (await importEdition(request, parts)).edition;
}

/** Vets so many buyers; what they are called depends on the number alone. */
export async function vetPast(listed: readonly Entity[], count: number, parts: Parts): Promise<void> {
  for (let number = 0; number < count; number++) await vetApplication(pastBuyer(listed, number), parts);
}

/** By application, party and entry, what a look-back from one edition to the other has to tell. */
export async function newsByPlainScreening(from: Edition, to: Edition, parts: Parts): Promise<readonly string[]> {
  const isChanged = await changedBetween(from, to, parts);
  const { index } = await parts.index.over(await parts.store.activeEditions());
  const { minScore, weakAliasesMakeHits = false } = parts.policies.get(POLICY)?.policy ?? { minScore: 1 };
  const today = parts.clock().slice(0, 10);
  const news = new Set<string>();
  for (let last: { id: string; revision: number } | undefined; ;) {
    const page = await parts.store.applications({ ...(last && { after: last }), limit: 500 });
    for (const { id, application } of page) {
      if (!application) continue;
      const known = (await parts.store.decisions(id)).at(-1)?.sealed?.evidence.hits ?? [];
      const now = new Set<string>();
      for (const party of application.parties)
        for (const subject of screenedSubjects(party, application, []))
          for (const { entity } of search(index, subject, { minScore, weakAliasesMakeHits, limit: MAX_HITS }).hits)
            if (!isDelisted(entity, today)) now.add(`${id} ${party.id} ${entity.id}`);
      for (const key of now) if (isChanged(key.split(' ')[2] ?? '')) news.add(`${key} hit`);
      for (const { party, entity } of known) {
        const key = `${id} ${party} ${entity.id}`;
        if (isChanged(entity.id) && !now.has(key)) news.add(`${key} gone`);
      }
    }
    const end = page.at(-1);
    if (!end) return [...news].sort();
    last = { id: end.id, revision: end.revision };
  }
}

/** Whether an entry was added, changed or removed. */
export async function changedBetween(from: Edition, to: Edition, parts: Parts): Promise<(id: string) => boolean> {
  const [before, after] = [await contents(from, parts), await contents(to, parts)];
  return (id) => before.get(id) !== after.get(id);
}

export function toldBy(alerts: readonly Alert[]): readonly string[] {
  return alerts
    .map(({ applicationId, party, entityId, scoreAfter }) =>
      [applicationId, party, entityId, scoreAfter === undefined ? 'gone' : 'hit'].join(' '),
    )
    .sort();
}

/** Entries of both editions, those that changed first, so that few buyers suffice to meet them. @param stage an empty folder to read them in. */
export async function namedEntities(
  stage: string,
  { earlier, later }: OfacEditions,
  day: string,
): Promise<readonly Entity[]> {
  const parts = await openPast(stage, day);
  try {
    const before = await entitiesOf(await importOfac(earlier, parts), parts);
    const after = await entitiesOf(await importOfac(later, parts), parts);
    const text = (entity: Entity | undefined) => entity && canonicalJson(entity);
    const all = [...new Map([...before, ...after]).keys()];
    const changed = all.filter((id) => text(before.get(id)) !== text(after.get(id)));
    const unchanged = all.filter((id) => text(before.get(id)) === text(after.get(id)));
    return [...changed, ...unchanged.slice(0, changed.length)].flatMap((id) => after.get(id) ?? before.get(id) ?? []);
  } finally {
    await parts.close();
  }
}

async function contents(edition: Edition, parts: Parts): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await entitiesOf(edition, parts))].map(([id, entity]) => [id, canonicalJson(entity)]));
}

async function entitiesOf({ contentSha256 }: Edition, { editionFiles }: Parts): Promise<ReadonlyMap<string, Entity>> {
  const entities = new Map<string, Entity>();
  for await (const batch of editionFiles.batchesOf(contentSha256))
    for (const entity of batch) entities.set(entity.id, entity);
  return entities;
}

function pastBuyer(listed: readonly Entity[], number: number): Application {
  const entity = number % LISTED_EVERY === 0 ? listed[(number / LISTED_EVERY) % listed.length] : undefined;
  const name = entity?.names[0]?.text ?? madeName(number);
  const text = number % (2 * LISTED_EVERY) === 0 ? name : withLetterChanged(name);
  const schema = entity ? (schemata.find((known) => known === entity.schema) ?? 'LegalEntity') : 'Person';
  return {
    id: `P-${String(number).padStart(7, '0')}`,
    policy: POLICY,
    receivedOn: '2021-07-01',
    product: { id: 'made' },
    parties: [{ id: 'buyer', roles: ['buyer'], schema, names: [{ text }] }],
  };
}

const given = ['Aki', 'Bruna', 'Celio', 'Doriane', 'Emre', 'Faisal', 'Goran', 'Hanae', 'Ivana', 'Jorun', 'Kwame'];
const family = ['Arvola', 'Brindle', 'Castagna', 'Dufresne', 'Eklund', 'Ferhat', 'Grabow', 'Hosoda', 'Ilves'];

function madeName(number: number): string {
  const [one, other] = [given[number % given.length] ?? '', family[number % family.length] ?? ''];
  return `${one} ${other}${['', 'son', 'ov', 'ic', 'ez'][number % 5] ?? ''}`;
}

function withLetterChanged(name: string): string {
  const place = Math.floor(name.length / 2);
  return /[a-z]/i.test(name[place] ?? '') ? `${name.slice(0, place)}e${name.slice(place + 1)}` : name;
}
