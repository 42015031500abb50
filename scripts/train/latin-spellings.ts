// Names and aliases of listed persons in, words that stand for each other and near words that never do out.
import { foldText } from '@sekisho/engine/names/fold.ts';
import type { NameReference } from '@sekisho/engine/reference/name-reference.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCells } from './csv.ts';
import type { LabelledWords, TrainingReference, WordSet } from './labelled-words.ts';
import { edits } from './near-pairs.ts';
import { randomNumbers } from './random.ts';

/** Spellings of one word that aliases show (all other words of two names of one person are equal), and the contrary. */
export function readLatinSpellings(folder: string, reference: TrainingReference): WordSet {
  const { targets, sources } = readTargets(folder, reference);
  const { matches, beside } = spellingsOf(targets);
  return {
    words: [...matches, ...beside, ...contraryOf(personsByWord(targets), matches), ...slipsOf(matches)],
    sources,
  };
}

/**
 * Words of a script beside Latin spellings of names that stand beside their own name (حسن, Hussein): short vowels tell them
 * apart, where those are written.
 */
export function readOtherNames(folder: string, words: readonly LabelledWords[], reference: TrainingReference): WordSet {
  const { targets, sources } = readTargets(folder, reference);
  const sourcesOf = new Map<string, Set<string>>();
  for (const { source, latin, isMatch } of words)
    if (isMatch) sourcesOf.set(latin, (sourcesOf.get(latin) ?? new Set()).add(source));
  const others = spellingsOf(targets).beside.flatMap(({ source: a, latin: b }) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([known = '', other = '']) =>
      [...(sourcesOf.get(known) ?? [])]
        .filter((source) => !sourcesOf.get(other)?.has(source))
        .map((source): LabelledWords => ({ source, latin: other, isMatch: false, set: 'made', weight: 3 })),
    ),
  );
  return { words: others, sources };
}

interface Targets {
  readonly targets: readonly ReadonlySet<string>[];
  readonly sources: readonly string[];
}

/** The names of each listed person, folded. */
function readTargets(folder: string, reference: TrainingReference): Targets {
  const primary = readAllowedSet(folder, 'ofac_primary');
  const aliases = readAllowedSet(folder, 'ofac_aliases');
  const eu = readAllowedSet(folder, 'eu_fsf');
  const names = new Map<string, Set<string>>();
  const add = (target: string, name: string) =>
    names.set(target, (names.get(target) ?? new Set()).add(foldText(name, reference as NameReference)));
  for (const [id = '', name = '', type = ''] of readCells(primary.text))
    if (type.trim() === 'individual') add(`us ${id}`, name);
  for (const [id = '', , , name = ''] of readCells(aliases.text)) if (names.has(`us ${id}`)) add(`us ${id}`, name);
  for (const [, id = '', entity = ''] of eu.text.matchAll(
    /<sanctionEntity[^>]*?logicalId="(\d+)"[^>]*>([^]*?)<\/sanctionEntity>/g,
  ))
    if (/subjectType code="person"/.test(entity))
      for (const [, name = ''] of entity.matchAll(/wholeName="([^"]*)"/g))
        add(`eu ${id}`, name.replace(/&[a-z]+;/g, ''));
  return { targets: [...names.values()], sources: [primary.source, aliases.source, eu.source] };
}

function personsByWord(targets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const persons = new Map<string, number>();
  for (const names of targets)
    for (const word of new Set([...names].flatMap(wordsOf))) persons.set(word, (persons.get(word) ?? 0) + 1);
  return persons;
}

/**
 * `beside`: near words that stand beside each other in one name (Hassan Hussein Ali) oftener than for each other are two names.
 */
function spellingsOf(targets: readonly ReadonlySet<string>[]): {
  readonly matches: readonly LabelledWords[];
  readonly beside: readonly LabelledWords[];
} {
  const found = new Map<string, LabelledWords>();
  const counts = new Map<string, number>();
  for (const names of targets) {
    const counted = new Set<string>();
    const split = [...names].slice(0, MOST_NAMES).map(wordsOf);
    for (const [index, a] of split.entries())
      for (const b of split.slice(index + 1)) {
        const onlyA = without(a, b);
        const onlyB = without(b, a);
        const [first, second] = inOrder(onlyA[0] ?? '', onlyB[0] ?? '');
        if (onlyA.length !== 1 || onlyB.length !== 1 || !isNear(first, second)) continue;
        const key = `${first} ${second}`;
        if (!counted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
        counted.add(key);
        found.set(key, {
          source: first,
          latin: second,
          isMatch: true,
          set: 'ofac_aliases',
          weight: 1,
        });
      }
  }
  const beside = wordsBeside(targets);
  const areTwo = ({ source, latin }: LabelledWords) =>
    (counts.get(`${source} ${latin}`) ?? 0) <= 2 * (beside.get(`${source} ${latin}`) ?? 0);
  return {
    matches: [...found.values()].filter((word) => !areTwo(word)),
    beside: [...beside.keys()]
      .filter((key) => (counts.get(key) ?? 0) <= (beside.get(key) ?? 0))
      .map((key) => {
        const [source = '', latin = ''] = key.split(' ');
        return { source, latin, isMatch: false, set: 'ofac_aliases', weight: WEIGHT_OF_BESIDE };
      }),
  };
}

/** They are few, and common names. */
const WEIGHT_OF_BESIDE = 5;

/** How many persons have both words in one name, by words in order. */
function wordsBeside(targets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of targets) {
    const keys = new Set<string>();
    for (const name of names) {
      const words = [...new Set(wordsOf(name))].filter((word) => 2 < word.length);
      for (const [index, a] of words.entries())
        for (const b of words.slice(index + 1)) if (isNear(a, b)) keys.add(inOrder(a, b).join(' '));
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** As two words in Latin letters are compared: the shorter first. */
function inOrder(a: string, b: string): readonly [string, string] {
  return a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
}

const MOST_NAMES = 40;

function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^a-z']+/)
    .map((word) => word.replaceAll("'", ''))
    .filter((word) => word !== '');
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return words.filter((word) => {
    const place = rest.indexOf(word);
    if (0 <= place) rest.splice(place, 1);
    return place < 0;
  });
}

function isNear(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  return 2 < Math.min(a.length, b.length) && edits(a, b) <= 0.5 * longest;
}

/** Near words of different persons that never stand for each other, nor both for a third word. */
function contraryOf(persons: ReadonlyMap<string, number>, matches: readonly LabelledWords[]): readonly LabelledWords[] {
  const standsFor = new Map<string, Set<string>>();
  for (const { source, latin } of matches) {
    standsFor.set(source, (standsFor.get(source) ?? new Set()).add(latin));
    standsFor.set(latin, (standsFor.get(latin) ?? new Set()).add(source));
  }
  const words = [...persons.keys()].filter((word) => 2 < word.length).sort();
  const linked = (a: string, b: string) =>
    standsFor.get(a)?.has(b) === true || [...(standsFor.get(a) ?? [])].some((word) => standsFor.get(b)?.has(word));
  const byPiece = new Map<string, string[]>();
  for (const word of words)
    for (const piece of piecesOf(word)) byPiece.set(piece, [...(byPiece.get(piece) ?? []), word]);
  return words.flatMap((word) => {
    const shared = new Map<string, number>();
    for (const piece of piecesOf(word))
      for (const other of byPiece.get(piece) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    const rarest = (other: string) => Math.min(persons.get(word) ?? 0, persons.get(other) ?? 0);
    return [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 80)
      .filter(([other]) => word < other && !linked(word, other))
      .map(([other]) => ({ other, distance: edits(word, other) }))
      .filter(
        ({ other, distance }) => distance <= 2 && (consonants(word) !== consonants(other) || FREQUENT <= rarest(other)),
      )
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 4)
      .map(({ other }): LabelledWords => {
        const [source, latin] = inOrder(word, other);
        return { source, latin, isMatch: false, set: 'ofac_aliases', weight: 1 };
      });
  });
}

/** Words of so many persons each would have been aliases of each other once. */
const FREQUENT = 2;

function piecesOf(word: string): readonly string[] {
  const edged = `^${word}$`;
  return Array.from({ length: edged.length - 1 }, (_, index) => edged.slice(index, index + 2));
}

function consonants(word: string): string {
  return word
    .replace(/[aeiouyhw]/g, '')
    .replace(/[ckqg]/g, 'k')
    .replace(/[zs]/g, 's')
    .replace(/[vf]/g, 'f')
    .replace(/(.)\1+/g, '$1');
}

/** A letter lost, doubled or exchanged with its neighbour in a long word; and words as they are. */
function slipsOf(matches: readonly LabelledWords[]): readonly LabelledWords[] {
  const random = randomNumbers(3);
  const words = [...new Set(matches.map(({ source }) => source))];
  return words.flatMap((word): LabelledWords[] => {
    const same: LabelledWords = { source: word, latin: word, isMatch: true, set: 'made', weight: 0.3 };
    if (word.length < 6 || 0.5 < random()) return [same];
    const place = 1 + Math.floor(random() * (word.length - 2));
    const kind = Math.floor(random() * 3);
    const slip =
      kind === 0
        ? word.slice(0, place) + word.slice(place + 1)
        : kind === 1
          ? word.slice(0, place) + word.slice(place - 1)
          : `${word.slice(0, place)}${word[place + 1]}${word[place]}${word.slice(place + 2)}`;
    const [source, latin] = inOrder(word, slip);
    return [same, { source, latin, isMatch: true, set: 'made', weight: 0.3 }];
  });
}
