// Listed entities and a seed in, what is asked for: their names manipulated, and clean names that nobody listed has out.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { foldedName, type FoldedNames } from './folded-names.ts';
import { madeEntity, type MadeEntity, type World } from './entities.ts';
import { draftOf, manipulated, textOf, type Draft, type Manipulation } from './manipulations.ts';
import { below, oneByShare, randomOf, type Random } from './random.ts';

/** Light: one change; heavy: two or three; clean: a name that is on no list. */
export type QueryKind = 'light' | 'heavy' | 'clean';

export interface Query {
  readonly kind: QueryKind;
  readonly subject: Subject;
  readonly changes: readonly Manipulation[];
  /** Of the entity that is meant; absent for clean names. */
  readonly entityId?: string;
  /** The name it was made of. */
  readonly listedName?: string;
}

/** Where entries come from: an entry by its number. */
export interface Listed {
  readonly count: number;
  readonly entry: (number: number) => MadeEntity;
  readonly seed: number;
}

/** How often each is done to a name that it can be done to: typos are two in five, names in another script one in twelve. */
const SHARES: readonly (readonly [number, Manipulation])[] = [
  [12, 'letter-deleted'],
  [8, 'letter-inserted'],
  [12, 'letter-substituted'],
  [8, 'letters-exchanged'],
  [14, 'order'],
  [10, 'part-missing'],
  [5, 'initial'],
  [5, 'joined'],
  [3, 'split'],
  [9, 'legal-form'],
  [6, 'marks'],
  [8, 'script'],
];
/** Of what else is known of an entity, in half of the queries its countries and birth date are stated. */
const WITH_FACTS = 0.5;

/** Half of them light, half heavy, in turn. A manipulated name that is the name of another listed entity is not asked for. */
export function changedQueries(listed: Listed, count: number, names: FoldedNames, hasVariants: boolean): Query[] {
  const shares = SHARES.filter(([, manipulation]) => hasVariants || manipulation !== 'script');
  return Array.from({ length: count }, (_, number) => {
    const random = randomOf(listed.seed, 3, number);
    const kind = number % 2 === 0 ? 'light' : 'heavy';
    const wanted = kind === 'light' ? 1 : random() < 0.7 ? 2 : 3;
    const first = oneByShare(shares, random);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const made = listed.entry(below(listed.count, random));
      const query = changedQuery(made, kind, first, wanted, shares, names, random);
      if (query) return query;
    }
    throw new Error(`no entity that ${first} can be done to`);
  });
}

const MOST_TRIES = 20_000;

function changedQuery(
  { entity, listedName, otherScript }: MadeEntity,
  kind: QueryKind,
  first: Manipulation,
  wanted: number,
  shares: readonly (readonly [number, Manipulation])[],
  names: FoldedNames,
  random: Random,
): Query | undefined {
  let draft: Draft = draftOf(listedName, entity.schema === 'Person', otherScript);
  const changes: Manipulation[] = [];
  for (let tries = 0; changes.length < wanted && tries < 20; tries++) {
    const manipulation = tries === 0 ? first : oneByShare(shares, random);
    if (
      tries > 0 &&
      (manipulation === 'script' || (changes.includes(manipulation) && !manipulation.startsWith('letter')))
    )
      continue;
    const next: Draft | undefined = manipulated(draft, manipulation, random);
    if (tries === 0 && !next) return undefined;
    if (!next || !isRecognisable(next)) continue;
    draft = next;
    changes.push(manipulation);
  }
  if (changes.length < wanted) return undefined;
  const text = textOf(draft);
  const isSameName = foldedName(text) === foldedName(listedName);
  if (!isSameName && names.has(text)) return undefined;
  return { kind, subject: withFacts(text, entity.schema, entity, random), changes, entityId: entity.id, listedName };
}

/** A word of four letters is as it was, or there are six letters in all, each word with one mistake at most. */
function isRecognisable({ words }: Draft): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.replace(/\P{L}/gu, '').length, 0);
  return (
    words.some(({ text, isChanged }) => !isChanged && 3 < text.length) ||
    6 <= letters ||
    /\p{sc=Han}/u.test(textOf({ words, isPerson: true }))
  );
}

/** Names of the list's own distribution, but none that a listed entity has. */
export function cleanQueries(world: World, count: number, names: FoldedNames): Query[] {
  const queries: Query[] = [];
  for (let number = 0; queries.length < count; number++) {
    const { entity } = madeEntity(world, 'clean', number);
    const text = entity.names[0]?.text ?? '';
    if (names.has(text)) continue;
    const random = randomOf(world.seed, 4, number);
    queries.push({ kind: 'clean', subject: withFacts(text, entity.schema, entity, random), changes: [] });
  }
  return queries;
}

function withFacts(
  text: string,
  schema: Schema,
  entity: Pick<Subject, 'birthDates' | 'countries' | 'nationalities'>,
  random: Random,
): Subject {
  const bare = subjectNamed(text, schema);
  if (WITH_FACTS <= random()) return bare;
  const { birthDates, countries, nationalities } = entity;
  return { ...bare, birthDates, countries, nationalities };
}
