// A name in kanji and a name in kana or romaji in, how likely the one is read as the other out.
import type { Name, NameToken } from '../names/name.ts';
import { spokenKana, spokenRomaji, type Spoken } from '../names/japanese-spoken.ts';
import type { NameReference } from '../reference/name-reference.ts';
import {
  partScore,
  readPerson,
  readSingle,
  readWords,
  wholeScore,
  type Attempt,
  type PersonReading,
} from './japanese-reading.ts';
import { writtenOf, type Written } from './japanese-written.ts';

/** One part of a written name with the part of the spoken one that it was read as. */
export interface JapanesePair {
  readonly part: 'family' | 'given' | 'whole';
  /** Folded characters. */
  readonly written: string;
  /** Kana or Latin letters, as they stand in the other name. */
  readonly spoken: string;
  /** Log odds of this part. */
  readonly odds: number;
}

export interface JapaneseComparison {
  /** Natural-log odds that both are one name rather than two near ones. */
  readonly odds: number;
  /** In the order of the written name. */
  readonly pairs: readonly JapanesePair[];
}

/**
 * Natural-log odds that a name with kanji is read as the other name, whichever of the two it is; undefined when none of them
 * has kanji (of an organisation beside kana: anything) beside a name in kana or romaji alone. Words need not be apart: 高橋健一
 * and タカハシケンイチ; of a person in Latin letters both orders are tried.
 */
export function japaneseOdds(a: Name, b: Name, reference: NameReference): number | undefined {
  return bestReading(a, b, reference)?.odds;
}

/** The same with the parts that were read as each other, for explanation. */
export function japaneseComparison(a: Name, b: Name, reference: NameReference): JapaneseComparison | undefined {
  const best = bestReading(a, b, reference);
  if (!best) return undefined;
  const { odds, written, spoken, found } = best;
  if (!found || !spoken) return { odds, pairs: [] };
  const { characters } = written;
  const cut = spoken.offsets[found.soundCut] ?? 0;
  const part = (
    name: JapanesePair['part'],
    from: number,
    to: number,
    textFrom: number,
    textTo: number,
    score: number,
  ) => ({
    part: name,
    written: characters.slice(from, to).join(''),
    spoken: spoken.text.slice(textFrom, textTo),
    odds: score,
  });
  if (found.kind !== 'person')
    return { odds, pairs: [part(found.kind, 0, characters.length, 0, spoken.text.length, odds)] };
  return {
    odds,
    pairs: [
      part('family', 0, found.cut, 0, cut, partScore(found.family, reference.japanese.weights)),
      part(
        'given',
        found.cut,
        characters.length,
        cut,
        spoken.text.length,
        partScore(found.given, reference.japanese.weights),
      ),
    ],
  };
}

/**
 * The same for one word of each name: of a person by its role (either where it has none), of an organisation as any word.
 */
export function japaneseTokenOdds(
  a: NameToken,
  b: NameToken,
  ofOrganisation: boolean,
  reference: NameReference,
): number | undefined {
  const [token, said] = a.script === 'han' ? [a, b] : [b, a];
  if (token.script !== 'han') return undefined;
  const spoken = tokenSpoken(said);
  if (!spoken) return undefined;
  const written = tokenWritten(token, reference);
  if (!written) return undefined;
  const { weights } = reference.japanese;
  if (ofOrganisation) {
    const whole = readWords(written, spoken, reference.japanese);
    return whole ? wholeScore(whole, spoken.codes.length, weights) : weights.noReading;
  }
  const single = readSingle(written, spoken, token.role ?? said.role, reference.japanese);
  return single ? partScore(single.of, weights) : weights.noReading;
}

/** What a comparison rests on. */
export interface BestReading {
  readonly odds: number;
  readonly written: Written;
  readonly spoken?: Spoken;
  readonly found?: PersonReading;
}

/** The likeliest of the readings; undefined when the names are not of this kind. */
export function bestReading(a: Name, b: Name, reference: NameReference): BestReading | undefined {
  const sidesOfA = sidesOf(a, reference);
  const sidesOfB = sidesOf(b, reference);
  const isForward = canBeRead(sidesOfA, sidesOfB);
  const isBackward = canBeRead(sidesOfB, sidesOfA);
  if (!isForward && !isBackward) return undefined;
  // kana on both sides: the same choice whichever comes first
  const forward = isForward && (!isBackward || a.original <= b.original);
  const { written } = forward ? sidesOfA : sidesOfB;
  const { spoken } = forward ? sidesOfB : sidesOfA;
  const ofOrganisation = a.ofOrganisation || b.ofOrganisation;
  const { japanese } = reference;
  let best: BestReading | undefined;
  const keep = (odds: number, of: Written, said: Spoken, found: PersonReading) => {
    if (!best || best.odds < odds) best = { odds, written: of, spoken: said, found };
  };
  const [first] = written;
  const [plain] = spoken;
  if (!first || !plain) return undefined;
  if (ofOrganisation) {
    const whole = readWords(first, plain, japanese);
    if (whole) {
      const found = { kind: 'whole', family: whole, given: whole, cut: 0, soundCut: 0 } as const;
      keep(wholeScore(whole, plain.codes.length, japanese.weights), first, plain, found);
    }
    return best ?? { odds: japanese.weights.noReading, written: first };
  }
  if (!plain.isSplit && first.characters.length <= MOST_SINGLE) {
    const single = readSingle(first, plain, undefined, japanese);
    if (single) {
      const found = { kind: single.part, family: single.of, given: single.of, cut: 0, soundCut: 0 };
      keep(partScore(single.of, japanese.weights) - 1, first, plain, found);
    }
  }
  let hasFamily = false;
  for (const attempt of ATTEMPTS) {
    // a family name that was read between words is not read elsewhere
    if (hasFamily && attempt !== GUESSED_GIVEN && attempt !== PLAIN) continue;
    for (const of of written)
      for (const said of spoken) {
        const found = readPerson(of, said, attempt, japanese);
        if (found === undefined) continue;
        if (found === 'family') {
          hasFamily ||= attempt === PLAIN;
          continue;
        }
        keep(partScore(found.family, japanese.weights) + partScore(found.given, japanese.weights), of, said, found);
        if (best && GOOD < best.odds) return best;
      }
    if (best?.found?.kind === 'person') return best;
  }
  return best ?? { odds: japanese.weights.noReading, written: first };
}

const PLAIN: Attempt = { cutting: 'between words', guessing: 'nothing' };
const GUESSED_GIVEN: Attempt = { cutting: 'between words', guessing: 'given' };
/** A reading that no table knows is a last resort; of a family name the very last. */
const ATTEMPTS: readonly Attempt[] = [
  PLAIN,
  { cutting: 'anywhere', guessing: 'nothing' },
  GUESSED_GIVEN,
  { cutting: 'anywhere', guessing: 'given' },
  { cutting: 'between words', guessing: 'family' },
];
/** No other order of the words is tried after this. */
const GOOD = 1;
/** A family or a given name alone has at most so many characters. */
const MOST_SINGLE = 3;

/** A name as it can be written and as it can be spoken, in every order of its words worth trying. */
interface Sides {
  readonly written: readonly Written[];
  readonly spoken: readonly Spoken[];
  /** In one script or several. */
  readonly script: 'kana' | 'latin' | 'mixed';
  readonly hasHan: boolean;
}

/** Kana tell how anything is read that is not kana alone; romaji, how kanji are. */
function canBeRead(written: Sides, spoken: Sides): boolean {
  if (written.written.length === 0 || spoken.spoken.length === 0) return false;
  return spoken.script === 'kana' || written.hasHan;
}

const sidesByName = new WeakMap<Name, Sides>();

function sidesOf(name: Name, reference: NameReference): Sides {
  const known = sidesByName.get(name);
  if (known) return known;
  const sides = makeSides(name, reference);
  sidesByName.set(name, sides);
  return sides;
}

const NO_WRITTEN: readonly Written[] = [];
const NO_SPOKEN: readonly Spoken[] = [];
const NEITHER: Sides = { written: NO_WRITTEN, spoken: NO_SPOKEN, script: 'mixed', hasHan: false };

function makeSides({ tokens, ofOrganisation }: Name, reference: NameReference): Sides {
  const scripts = new Set(tokens.map(({ script }) => script));
  if (tokens.length === 0 || [...scripts].some((each) => !COMPARED.has(each))) return NEITHER;
  const script = 1 < scripts.size ? 'mixed' : scripts.has('kana') ? 'kana' : scripts.has('latin') ? 'latin' : 'mixed';
  const read = script === 'kana' ? spokenKana : spokenRomaji;
  const spoken =
    script === 'mixed' ? NO_SPOKEN : orders(tokens, ofOrganisation).map((order) => read(order.map(({ text }) => text)));
  const canBeWritten = ofOrganisation ? true : scripts.has('han') && !scripts.has('latin') && !scripts.has('digits');
  const written = canBeWritten
    ? writtenOrders(tokens, ofOrganisation, reference).map((order) =>
        writtenOf(order.map(charactersOf), reference.japanese),
      )
    : NO_WRITTEN;
  return {
    written: written.filter((each) => each !== undefined),
    spoken: spoken.filter((each) => each !== undefined).filter(({ codes }) => 0 < codes.length),
    script,
    hasHan: scripts.has('han'),
  };
}

const COMPARED: ReadonlySet<NameToken['script']> = new Set(['han', 'kana', 'latin', 'digits']);

function charactersOf({ text, script }: NameToken): string {
  return script === 'latin' ? `${text}$` : text;
}

/** As it stands; of a person, with every word that may be the family name in front as well. */
function orders(tokens: readonly NameToken[], ofOrganisation: boolean): readonly (readonly NameToken[])[] {
  if (ofOrganisation || tokens.length < 2) return [tokens];
  const family = tokens.findIndex(({ role }) => role === 'family');
  if (0 <= family) return [familyFirst(tokens, family)];
  return MOST_ORDERS < tokens.length ? [tokens] : tokens.map((_, index) => familyFirst(tokens, index));
}

const MOST_ORDERS = 3;

function familyFirst(tokens: readonly NameToken[], family: number): readonly NameToken[] {
  return family === 0
    ? tokens
    : [...tokens.slice(family, family + 1), ...tokens.slice(0, family), ...tokens.slice(family + 1)];
}

/** Kanji stand with the family name in front; behind only where the last word is known as one and the first is not. */
function writtenOrders(
  tokens: readonly NameToken[],
  ofOrganisation: boolean,
  { japanese }: NameReference,
): readonly (readonly NameToken[])[] {
  if (ofOrganisation || tokens.length !== 2) return [tokens];
  const isFamily = (token: NameToken | undefined) =>
    token !== undefined && japanese.word('family', token.text) !== undefined;
  return isFamily(tokens[1]) && !isFamily(tokens[0]) ? [tokens, familyFirst(tokens, 1)] : [tokens];
}

const writtenByToken = new WeakMap<NameToken, Written | 'none'>();
const spokenByToken = new WeakMap<NameToken, Spoken | 'none'>();

function tokenWritten(token: NameToken, { japanese }: NameReference): Written | undefined {
  let written = writtenByToken.get(token);
  if (!written) writtenByToken.set(token, (written = writtenOf([token.text], japanese) ?? 'none'));
  return written === 'none' ? undefined : written;
}

function tokenSpoken(token: NameToken): Spoken | undefined {
  let spoken = spokenByToken.get(token);
  if (!spoken) {
    const { text, script } = token;
    spoken = (script === 'kana' ? spokenKana([text]) : script === 'latin' ? spokenRomaji([text]) : undefined) ?? 'none';
    spokenByToken.set(token, spoken);
  }
  return spoken === 'none' ? undefined : spoken;
}
