// The words of an address in Latin letters and gazetteers that say how names sound in, the one municipality they name out.
import type { JapaneseMunicipality } from '../reference/japanese-addresses.ts';
import type { PlaceReference } from './gazetteer-places.ts';
import type { LatinWord } from './latin-words.ts';
import { readingKey } from './reading-key.ts';
import { spokenMunicipalities, type SpokenMunicipality, type SpokenPart } from './spoken-places.ts';

export interface MunicipalityInLatin {
  readonly prefecture: string;
  readonly name: string;
  readonly meant: readonly JapaneseMunicipality[];
  /** Places of the words that name it and its prefecture. */
  readonly used: ReadonlySet<number>;
}

/**
 * `Minato-ku, Tokyo`, `Minato City`, `Kita-ku, Osaka`: the municipality must be called so with its unit, or without it beside its
 * prefecture. Nothing when another would do as well, or the prefecture that is named is another.
 */
export function municipalityInLatin(
  words: readonly LatinWord[],
  { japaneseAddresses, names, gazetteers = [] }: PlaceReference,
): MunicipalityInLatin | undefined {
  const runs = runsOf(words, (text) => readingKey(text, names));
  if (runs.length === 0) return undefined;
  const spoken = gazetteers.flatMap((gazetteer) => spokenMunicipalities(gazetteer, japaneseAddresses, names));
  const found = spoken.flatMap((one) => supportOf(one, runs) ?? []);
  const elsewhere = prefecturesNamed(spoken, runs);
  const possible = found.filter(({ spoken: { known }, used, namesPrefecture }) => {
    const others = elsewhere.filter(({ run }) => !run.places.some((place) => used.has(place)));
    return namesPrefecture || others.every(({ prefecture }) => prefecture === known.stated.prefecture);
  });
  const most = Math.max(0, ...possible.map(({ points }) => points));
  const best = possible.filter(({ points }) => points === most && LEAST_POINTS <= points);
  const [first] = best;
  const isOne = new Set(best.map(({ spoken: { known, name } }) => `${known.stated.prefecture}${name}`)).size === 1;
  if (!first || !isOne) return undefined;
  const { known, name } = first.spoken;
  const isCity = name !== known.stated.name;
  return {
    prefecture: known.stated.prefecture,
    name,
    meant: isCity ? known.meant.map(({ prefecture, city }) => ({ prefecture, city })) : known.meant,
    used: first.used,
  };
}

interface Run {
  readonly key: string;
  readonly places: readonly number[];
}

/** Longest run of words that can be one name. */
const MAX_WORDS = 6;

function runsOf(words: readonly LatinWord[], keyOf: (text: string) => string): readonly Run[] {
  return words.flatMap((first, from) => {
    const runs: Run[] = [];
    let joined = '';
    for (let to = from; to < Math.min(words.length, from + MAX_WORDS); to++) {
      const word = words[to];
      if (word?.kind !== 'name' || word.segment !== first.segment) break;
      joined += word.text;
      runs.push({ key: keyOf(joined), places: Array.from({ length: to - from + 1 }, (_, index) => from + index) });
    }
    return runs;
  });
}

/** What the words say for a municipality, in points: its own name counts most, with the unit; then city and prefecture. */
const POINTS = { withUnit: 4, bare: 1, city: 2, bareCity: 1, prefecture: 2, whole: 1 };
/** A name without its unit, and the prefecture beside it. */
const LEAST_POINTS = POINTS.bare + POINTS.prefecture;

interface Support {
  readonly spoken: SpokenMunicipality;
  readonly points: number;
  readonly used: ReadonlySet<number>;
  readonly namesPrefecture: boolean;
}

function supportOf(spoken: SpokenMunicipality, runs: readonly Run[]): Support | undefined {
  const { parts, prefecture } = spoken;
  const [first, last = first] = parts;
  if (!first || !last) return undefined;
  const own = matching(last, runs, new Set());
  if (!own) return undefined;
  const used = new Set(own.run.places);
  const city = last === first ? undefined : matching(first, runs, used);
  // Kita-ku, Osaka names city and prefecture in one word
  const named = matching(prefecture, runs, new Set([...used, ...(city?.isWhole ? city.run.places : [])]));
  for (const place of city?.run.places ?? []) used.add(place);
  for (const place of named?.run.places ?? []) used.add(place);
  const cityPoints = city ? (city.isWhole ? POINTS.city : POINTS.bareCity) : 0;
  const isWhole = last === first || city !== undefined;
  return {
    spoken,
    points:
      (own.isWhole ? POINTS.withUnit : POINTS.bare) +
      cityPoints +
      (named ? POINTS.prefecture : 0) +
      (isWhole ? POINTS.whole : 0),
    used,
    namesPrefecture: named !== undefined,
  };
}

/** The run that says the name, with its unit rather than without; the one that stands last, as what is larger follows. */
function matching(
  { full, stem }: SpokenPart,
  runs: readonly Run[],
  used: ReadonlySet<number>,
): { readonly run: Run; readonly isWhole: boolean } | undefined {
  const free = runs.filter(({ places }) => !places.some((place) => used.has(place)));
  const whole = free.findLast(({ key }) => full.has(key));
  if (whole) return { run: whole, isWhole: true };
  const bare = free.findLast(({ key }) => key === stem);
  return bare && { run: bare, isWhole: false };
}

function prefecturesNamed(
  municipalities: readonly SpokenMunicipality[],
  runs: readonly Run[],
): readonly { readonly prefecture: string; readonly run: Run }[] {
  const byName = new Map(municipalities.map(({ known, prefecture }) => [known.stated.prefecture, prefecture]));
  return [...byName].flatMap(([prefecture, { full, stem }]) =>
    runs.filter(({ key }) => full.has(key) || key === stem).map((run) => ({ prefecture, run })),
  );
}
