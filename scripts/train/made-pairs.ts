// Names of a public list in, labelled pairs made by rule out: how one name comes to be written otherwise, and how another is near.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCells } from './csv.ts';
import { randomNumbers } from './random.ts';

export interface LabelledPair {
  readonly set: string;
  readonly schema: Schema;
  readonly a: string;
  readonly b: string;
  readonly isMatch: boolean;
}

interface Listed {
  readonly id: string;
  readonly schema: Schema;
  readonly names: string[];
}

/** Pairs from the OFAC SDN list and its aliases; the same in every run. */
export function madePairs(folder: string): {
  readonly pairs: readonly LabelledPair[];
  readonly sources: readonly string[];
} {
  const primary = readAllowedSet(folder, 'ofac_primary');
  const aliases = readAllowedSet(folder, 'ofac_aliases');
  const random = numbersBelow(17);
  const pairs: LabelledPair[] = [];
  const listed = listedNames(primary.text, aliases.text);
  const persons = listed.filter(({ schema }) => schema === 'Person');
  const companies = listed.filter(({ schema }) => schema === 'Company');
  for (const person of persons) madeOfPerson(person, random, pairs);
  for (const company of companies) madeOfCompany(company, random, pairs);
  otherWord(persons, random, pairs);
  near(persons, 'near persons', random, pairs);
  near(companies, 'near companies', random, pairs);
  return { pairs, sources: [primary.source, aliases.source] };
}

/** Whole numbers from 0 to under the one given; the same in every run. */
export function numbersBelow(seed: number): (below: number) => number {
  const random = randomNumbers(seed);
  return (below) => Math.floor(random() * below);
}

function listedNames(primary: string, aliases: string): Listed[] {
  const byId = new Map<string, Listed>();
  for (const [id = '', name = '', type = ''] of readCells(primary)) {
    if (!/^\d+$/.test(id)) continue;
    if (type.trim() === 'individual') byId.set(id, { id, schema: 'Person', names: [name] });
    else if (type.trim() === '-0-') byId.set(id, { id, schema: 'Company', names: [name] });
  }
  for (const [id = '', , kind = '', name = ''] of readCells(aliases))
    if (kind.trim() !== '') byId.get(id)?.names.push(name);
  return [...byId.values()];
}

function plain(name: string): string {
  const [family = '', given] = name.split(', ');
  return given === undefined ? family : `${given} ${family}`;
}

function madeOfPerson({ names }: Listed, random: (below: number) => number, pairs: LabelledPair[]): void {
  const [name = ''] = names;
  const text = plain(name);
  const words = text.split(' ');
  if (words.length < 2 || 6 < words.length) return;
  const add = (set: string, b: string | undefined, isMatch: boolean) => {
    if (b !== undefined && b !== text) pairs.push({ set, schema: 'Person', a: text, b, isMatch });
  };
  const pick = random(7);
  if (pick === 0) add('slips of persons', withSlip(words, random), true);
  if (pick === 1) add('order of persons', name.replace(', ', ' '), true);
  if (pick === 2) add('joined persons', joinedAt(words, random(words.length - 1)), true);
  if (pick === 3 && words.length === 2 && /^[A-Za-z]{3,}$/.test(words[0] ?? ''))
    add('initials of persons', `${words[0]?.[0]}. ${words[1]}`, true);
  if (pick === 4 && 3 <= words.length && words.every((word) => /^[A-Za-z]{3,}$/.test(word)))
    add('left-out words of persons', [words[0], ...words.slice(2)].join(' '), true);
  // of a name with an alias, one of them; most aliases are spellings, some another name altogether
  if (1 < names.length) {
    const alias = plain(names[1 + random(names.length - 1)] ?? '');
    if (sharesMuch(text, alias)) add('aliases of persons', alias, true);
  }
}

function madeOfCompany({ names }: Listed, random: (below: number) => number, pairs: LabelledPair[]): void {
  const [text = ''] = names;
  const words = text.split(' ');
  if (words.length < 2 || 9 < words.length) return;
  const add = (set: string, b: string | undefined, isMatch: boolean) => {
    if (b !== undefined && b !== text) pairs.push({ set, schema: 'Company', a: text, b, isMatch });
  };
  const pick = random(3);
  if (pick === 0) add('slips of companies', withSlip(words, random), true);
  if (pick === 1) add('joined companies', joinedAt(words, random(Math.min(2, words.length - 1))), true);
  if (1 < names.length) {
    const alias = names[1 + random(names.length - 1)] ?? '';
    if (sharesMuch(text, alias)) add('aliases of companies', alias, true);
  }
}

/** One letter lost, doubled, exchanged with its neighbour or struck beside: in a word of six letters and more. */
function withSlip(words: readonly string[], random: (below: number) => number): string | undefined {
  const long = words.flatMap((word, index) => (/^[A-Za-z]{6,}$/.test(word) ? [index] : []));
  if (long.length === 0) return undefined;
  const index = long[random(long.length)] ?? 0;
  const word = words[index] ?? '';
  const at = 1 + random(word.length - 2);
  const kind = random(4);
  const slipped =
    kind === 0
      ? word.slice(0, at) + word.slice(at + 1)
      : kind === 1
        ? word.slice(0, at) + (word[at] ?? '') + word.slice(at)
        : kind === 2
          ? word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
          : word.slice(0, at) + 'AEIOUNRTSL'.charAt(random(10)) + word.slice(at + 1);
  return words.map((each, place) => (place === index ? slipped : each)).join(' ');
}

/** Forms stand apart: a company's name is seldom joined with them. */
const FORM =
  /^(?:limited|ltd|llc|company|corporation|co|gmbh|ojsc|pjsc|jsc|liability|joint|stock|establishment|enterprise|fze|inc)\.?$/i;

function joinedAt(words: readonly string[], at: number): string | undefined {
  if (FORM.test(words[at] ?? '') || FORM.test(words[at + 1] ?? '')) return undefined;
  if (!/^[A-Za-z]{3,}$/.test(words[at] ?? '') || !/^[A-Za-z]{3,}$/.test(words[at + 1] ?? '')) return undefined;
  return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(' ');
}

/** One word of three and more is that of the next person: a brother, a namesake, somebody else. */
function otherWord(persons: readonly Listed[], random: (below: number) => number, pairs: LabelledPair[]): void {
  persons.forEach(({ names }, index) => {
    const words = plain(names[0] ?? '').split(' ');
    const others = plain(persons[(index + 7) % persons.length]?.names[0] ?? '').split(' ');
    if (words.length < 2 || others.length < 2 || !words.every((word) => /^[A-Za-z]{3,}$/.test(word))) return;
    const at = random(words.length);
    const other = (at === 0 ? others[0] : others.at(-1)) ?? '';
    if (wordsIn(words.join(' ')).includes(other.toLowerCase()) || !isTelling(other) || !isTelling(words[at] ?? ''))
      return;
    pairs.push({
      set: 'persons with another word',
      schema: 'Person',
      a: words.join(' '),
      b: words.map((word, place) => (place === at ? other : word)).join(' '),
      isMatch: false,
    });
  });
}

/** Neither a title nor one of the words that are left out at will. */
function isTelling(word: string): boolean {
  return (
    /^[A-Za-z]{5,}$/.test(word) &&
    !/^(?:mufti|shaykh|sheikh|maulawi|mullah|mawlawi|mohammad|muhammad)$/i.test(word) &&
    !/(?:ich|vna)$/i.test(word)
  );
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
}

/** An alias that is a way of writing the name: it has a word of it and is about as long. */
function sharesMuch(a: string, b: string): boolean {
  const words = wordsIn(a);
  const others = wordsIn(b);
  const shared = words.filter((word) => others.includes(word)).length;
  return (
    0 < shared && Math.abs(words.length - others.length) <= 1 && Math.max(words.length, others.length) - 1 <= shared
  );
}

/** Beside another target that has a word of the name and, of those, the most letter pairs in common. */
function near(listed: readonly Listed[], set: string, random: (below: number) => number, pairs: LabelledPair[]): void {
  const byWord = new Map<string, Listed[]>();
  for (const entity of listed)
    for (const word of new Set(wordsIn(entity.names[0] ?? ''))) byWord.set(word, [...(byWord.get(word) ?? []), entity]);
  for (const entity of listed) {
    const text = plain(entity.names[0] ?? '');
    const words = new Set(wordsIn(text));
    const others = new Map<Listed, number>();
    for (const word of words)
      for (const other of (byWord.get(word) ?? []).slice(0, 80))
        if (other !== entity) others.set(other, (others.get(other) ?? 0) + 1);
    const own = new Set(entity.names.map((name) => wordsIn(name).sort().join(' ')));
    const ranked = [...others]
      .filter(([other]) => !other.names.some((name) => own.has(wordsIn(name).sort().join(' '))))
      .map(([other, shared]) => ({
        other,
        shared: shared / Math.max(words.size, wordsIn(other.names[0] ?? '').length),
      }))
      .sort((a, b) => b.shared - a.shared || (a.other.id < b.other.id ? -1 : 1))
      .slice(0, 3);
    const chosen = ranked[random(Math.max(1, ranked.length))];
    // the same words and one more may be the same target under two entries
    if (chosen && chosen.shared < 0.75)
      pairs.push({ set, schema: entity.schema, a: text, b: plain(chosen.other.names[0] ?? ''), isMatch: false });
  }
}
