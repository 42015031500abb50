// A Japanese address in Latin letters or kana in, the ways to write it in Japanese that gazetteers know out.
import { katakanaOf } from '../names/script.ts';
import { knownMunicipalities, townsIn, townsOf, type KnownTown, type PlaceReference } from './gazetteer-places.ts';
import { readJapaneseAddress } from './read-japanese-address.ts';
import { readingKey } from './reading-key.ts';
import { municipalityInLatin } from './latin-municipality.ts';
import { latinWords, type LatinWord } from './latin-words.ts';

/**
 * `1-2-3 Roppongi, Minato-ku, Tokyo` → 東京都港区六本木1-2-3; several where towns of one municipality sound alike. A town that no
 * gazetteer has leaves prefecture and municipality. Empty for a text in kanji throughout, and for one that is not understood.
 */
export function japaneseSpellings(text: string, reference: PlaceReference): readonly string[] {
  const composed = text.normalize('NFKC');
  if (/\p{Script=Han}/u.test(composed)) return withTownInKana(composed, reference);
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(composed)
    ? ofKana(composed, reference)
    : ofLatin(composed, reference);
}

/** More towns of one sound than that tell nothing. */
const MAX_SPELLINGS = 6;

function ofLatin(text: string, reference: PlaceReference): readonly string[] {
  const words = latinWords(text, reference.japaneseAddresses);
  const found = municipalityInLatin(words, reference);
  if (!found) return [];
  const { prefecture, name, meant, used } = found;
  const towns = meant.flatMap((one) => townsIn(one, reference)).filter(({ row }) => row.kind === 'place');
  const { run, names } = townInLatin(words, used, towns, reference);
  const place = `${prefecture}${name}`;
  if (!run) return [place];
  const numbers = numbersBeside(words, run);
  return names.slice(0, MAX_SPELLINGS).map((town) => `${place}${town}${numbers}`);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** The longest run of words that sounds like a town. */
function townInLatin(
  words: readonly LatinWord[],
  used: ReadonlySet<number>,
  towns: readonly KnownTown[],
  { names: reference }: PlaceReference,
): { readonly run?: Run; readonly names: readonly string[] } {
  const byKey = new Map<string, Set<string>>();
  for (const { row } of towns)
    for (const sound of [row.kana?.town, row.romaji?.town])
      if (sound !== undefined && row.town !== undefined) {
        const key = readingKey(sound, reference);
        byKey.set(key, (byKey.get(key) ?? new Set()).add(withoutChome(row.town)));
      }
  let best: { readonly run: Run; readonly key: string } | undefined;
  for (let from = 0; from < words.length; from++) {
    let joined = '';
    for (let to = from; to < words.length; to++) {
      const word = words[to];
      if (word?.kind !== 'name' || word.segment !== words[from]?.segment || used.has(to)) break;
      joined += word.text;
      const key = readingKey(joined, reference);
      if (byKey.has(key) && (best?.key.length ?? 0) < key.length) best = { run: { from, to }, key };
    }
  }
  return best ? { run: best.run, names: [...(byKey.get(best.key) ?? [])] } : { names: [] };
}

/** 飯田橋一丁目 → 飯田橋; its number stands in the address. 四丁目 alone is a town. */
function withoutChome(town: string): string {
  return town.replace(/(?<=.)[一二三四五六七八九十\d]+丁目$/u, '');
}

/** The number right before or behind the town, or beside it over a comma; the chome, wherever it is said. */
function numbersBeside(words: readonly LatinWord[], { from, to }: Run): string {
  const chome = words.find(({ kind }) => kind === 'chome')?.text;
  const behind = words.slice(to + 1).filter(({ kind }) => kind !== 'chome')[0];
  const before = words
    .slice(0, from)
    .filter(({ kind }) => kind !== 'chome')
    .at(-1);
  const town = words[from];
  const beside = [before, behind].filter((word) => word?.kind === 'number');
  const number = beside.find((word) => word?.segment === town?.segment) ?? beside[0];
  return `${chome === undefined ? '' : `${chome}丁目`}${number?.text ?? ''}`;
}

/** トウキョウト ミナトク ロッポンギ 1-2-3. */
function ofKana(text: string, reference: PlaceReference): readonly string[] {
  const { gazetteers = [], japaneseAddresses } = reference;
  const sound = soundOf(withoutPostalCode(text));
  const beginnings = gazetteers.flatMap((gazetteer) =>
    knownMunicipalities(gazetteer, japaneseAddresses).flatMap((known) => {
      const { kana, prefecture, name } = known.stated;
      if (!kana) return [];
      const municipality = soundOf(kana.municipality);
      return [`${soundOf(kana.prefecture)}${municipality}`, municipality]
        .filter((beginning) => sound.startsWith(beginning))
        .map((beginning) => ({ known, place: `${prefecture}${name}`, rest: sound.slice(beginning.length) }));
    }),
  );
  const shortest = Math.min(...beginnings.map(({ rest }) => rest.length));
  return beginnings
    .filter(({ rest }) => rest.length === shortest)
    .flatMap(({ known, place, rest }) => {
      const spellings = townsInKana(rest, townsOf(known, japaneseAddresses), reference);
      return spellings.length === 0 ? [place] : spellings;
    })
    .slice(0, MAX_SPELLINGS);
}

/** 東京都港区ろっぽんぎ1-2-3: the municipality is read, the town sounded. A town with kana in its own name is left as it is. */
function withTownInKana(text: string, reference: PlaceReference): readonly string[] {
  const { japaneseAddresses } = reference;
  const { municipalities, rest, town } = readJapaneseAddress(text, undefined, japaneseAddresses);
  const [municipality, second] = municipalities;
  if (!municipality || second || !/^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(rest)) return [];
  const known = townsIn(municipality, reference);
  if (known.some(({ name }) => name === town)) return [];
  return townsInKana(soundOf(rest), known, reference);
}

/** Addresses in the towns that the sound begins with, the longest, with what follows as a block is written. */
function townsInKana(
  sound: string,
  towns: readonly KnownTown[],
  { japaneseAddresses: { spokenBlock } }: PlaceReference,
): readonly string[] {
  const spoken = towns.flatMap(({ row }) => {
    const kana = row.kind === 'place' ? soundOf((row.kana?.town ?? '').replace(/\s*\d+$/, '')) : '';
    return kana !== '' && sound.startsWith(kana) ? [{ kana, row }] : [];
  });
  const longest = Math.max(0, ...spoken.map(({ kana }) => kana.length));
  const block = (rest: string) =>
    [...spokenBlock].reduce(
      (done, [word, { kana }]) => kana.reduce((text, said) => text.replaceAll(soundOf(said), word), done),
      rest,
    );
  const spellings = spoken
    .filter(({ kana }) => kana.length === longest)
    .map(({ kana, row: { prefecture, municipality, town = '' } }) =>
      [prefecture, municipality, withoutChome(town), block(sound.slice(kana.length))].join(''),
    );
  return [...new Set(spellings)].slice(0, MAX_SPELLINGS);
}

/** Katakana with large letters alone and without blanks, digits as they are: people disagree in ッ ツ, ャ ヤ. */
function soundOf(text: string): string {
  return katakanaOf(text.normalize('NFKC'))
    .replace(/[\s、,・]+/gu, '')
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (small) => LARGE[SMALL.indexOf(small)] ?? small);
}

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';

function withoutPostalCode(text: string): string {
  return text.replace(/^\s*〒?\s*\d{3}-?\d{4}(?!\d)/, '');
}
