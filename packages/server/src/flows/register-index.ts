// An edition of a register in, an index over the names of its companies out: as it was saved, or made of the rows.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { entityOf, type Address, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { openSnapshot } from '@sekisho/engine/search/snapshot.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { basisOf } from './list-index.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';

/** Companies of the largest register that is indexed by spelling; a larger one is asked for equal names alone. */
const MAX_COMPANIES = 300_000;

type IndexedParts = Pick<
  Parts,
  | 'reference'
  | 'engineVersion'
  | 'nameKeysVersion'
  | 'editionFiles'
  | 'registerIndexFiles'
  | 'registerImporters'
  | 'onWarning'
>;

/** Nothing for a register of more companies than are indexed. @throws Problem `edition.damaged`. */
export async function registerIndex(
  edition: Edition,
  reader: RegisterReader,
  parts: IndexedParts,
): Promise<EntityIndex | undefined> {
  if (MAX_COMPANIES < reader.count()) return undefined;
  const { registerIndexFiles } = parts;
  const basis = basisOf([edition], parts);
  const known = kept.get(registerIndexFiles) ?? new Map<string, KeptIndex>();
  kept.set(registerIndexFiles, known);
  const last = known.get(edition.source);
  if (last?.madeWith === basis.madeWith && last.editionId === edition.id) return last.index;
  const index = await loadedOrMade(edition, reader, basis, parts);
  known.set(edition.source, { editionId: edition.id, madeWith: basis.madeWith, index });
  return index;
}

interface KeptIndex {
  readonly editionId: string;
  readonly madeWith: string;
  readonly index: EntityIndex;
}

/** The index of each register that was last asked for, by where its files are: it is not read again for every question. */
const kept = new WeakMap<Parts['registerIndexFiles'], Map<string, KeptIndex>>();

async function loadedOrMade(
  edition: Edition,
  reader: RegisterReader,
  basis: ReturnType<typeof basisOf>,
  parts: IndexedParts,
): Promise<EntityIndex> {
  const { source, id: editionId } = edition;
  const files = parts.registerIndexFiles(source);
  try {
    const saved = await files.load(basis);
    if (saved) return openSnapshot(saved, parts.reference.names, basis);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    parts.onWarning?.(error);
  }
  const register = await registerOf(edition, parts);
  const { madeWith } = basis;
  const entities = entitiesOfRows(reader.standing(), source, register);
  const index = buildIndex([{ source, editionId, entities }], parts.reference.names, { madeWith });
  try {
    await files.save(basis, index.bytes);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    parts.onWarning?.(error);
  }
  return index;
}

/** What is searched by spelling: a company for each row, with all its names. */
export function entitiesOfRows(
  rows: Iterable<RegisterRow>,
  source: string,
  register: { readonly numbers: IdentifierType; readonly country?: string } | undefined,
): readonly Entity[] {
  return Array.from(rows, (row) => entityOfRow(row, source, register));
}

const kindOfName = { former: 'former', trading: 'alias', short: 'alias', foreign: 'alias' } as const;

function entityOfRow(
  row: RegisterRow,
  source: string,
  register: { readonly numbers: IdentifierType; readonly country?: string } | undefined,
): Entity {
  const { number, name, kana, englishName, otherNames = [], seat } = row;
  const country = seat?.country ?? register?.country;
  const names: EntityName[] = [
    { text: name, kind: 'primary' },
    ...(kana === undefined ? [] : [{ text: kana, kind: 'reading' as const, language: 'ja' }]),
    ...(englishName === undefined ? [] : [{ text: englishName, kind: 'primary' as const, language: 'en' }]),
    ...otherNames.map(({ text, kind, language }) => ({
      text,
      kind: kindOfName[kind],
      ...(language !== undefined && { language }),
    })),
  ];
  const addresses = [addressOf(row), ...(row.otherAddresses ?? [])].filter((address) => address !== undefined);
  return entityOf({
    source,
    recordId: number,
    schema: 'Company',
    names,
    identifiers: [{ type: register?.numbers ?? 'other', value: number }, ...(row.identifiers ?? [])],
    ...(country !== undefined && { countries: [country] }),
    ...(addresses.length > 0 && { addresses }),
  });
}

function addressOf({ seat, prefecture, city, street, postalCode, addressAbroad }: RegisterRow): Address | undefined {
  if (seat) return seat;
  const full = [prefecture, city, street].join('') || addressAbroad;
  if (full === undefined) return undefined;
  return {
    full,
    ...(city !== undefined && { city }),
    ...(prefecture !== undefined && { region: prefecture }),
    ...(postalCode !== undefined && { postalCode }),
    ...(addressAbroad === undefined && { country: 'jp' }),
  };
}
