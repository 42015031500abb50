// The number of an entity in, the entity out: the same one whenever it is asked for, so that millions need not be kept.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Entity, type EntityName, type Schema } from '@sekisho/engine/model/entity.ts';
import type { LabelledVariants, NamePair, Side } from './labelled-variants.ts';
import type { Language } from './languages.ts';
import { companyName, personName, vesselName, type MadeName } from './names.ts';
import { below, oneByShare, oneOf, randomOf, type Random } from './random.ts';

/** Where names are drawn from. */
export interface World {
  readonly seed: number;
  readonly languages: readonly Language[];
  /** Absent without real files: then no name has another script. */
  readonly variants?: LabelledVariants;
}

/** Entities that are listed, and others of the same distribution that are not. */
export type Stream = 'listed' | 'clean';

export interface MadeEntity {
  readonly entity: Entity;
  /** The name that is asked for, changed. */
  readonly listedName: string;
  /** `listedName` in another script, from a labelled pair; absent when the entity itself has it. */
  readonly otherScript?: string;
}

const SOURCE = 'bench';

export function madeEntity(world: World, stream: Stream, number: number): MadeEntity {
  const random = randomOf(world.seed, stream === 'listed' ? 1 : 2, number);
  const drawn = oneByShare(sharesOf(world), random);
  const schema = oneByShare(SCHEMATA, random);
  // ships bear their names in Latin letters
  const language = schema === 'Vessel' && !isLatin(drawn) ? (world.languages[0] ?? drawn) : drawn;
  const pair = schema === 'Person' && world.variants ? labelledName(world.variants, random) : undefined;
  const shown: Side = random() < 0.6 ? 'latin' : 'other';
  const hidden: Side = shown === 'latin' ? 'other' : 'latin';
  const isBoth = random() < WITH_BOTH_SCRIPTS;
  const first: MadeName = pair ? { text: pair[shown] } : nameOf(schema, language, random);
  const names: EntityName[] = [
    written(first, random),
    ...(pair && isBoth
      ? [{ text: pair[hidden], kind: hidden === 'latin' ? ('alias' as const) : ('original-script' as const) }]
      : []),
    ...aliasesOf(first, schema, random),
  ];
  const country = random() < WITH_COUNTRY ? oneOf(pair ? ANY_COUNTRY : language.countries, random) : undefined;
  const birthDate = schema === 'Person' && random() < WITH_BIRTH_DATE ? birthDateOf(random) : undefined;
  return {
    listedName: names[0]?.text ?? '',
    entity: entityOf({
      source: SOURCE,
      recordId: String(number),
      schema,
      names,
      ...(country === undefined
        ? {}
        : schema === 'Person'
          ? { nationalities: [country], countries: [country] }
          : { countries: [country] }),
      ...(birthDate ? { birthDates: [birthDate] } : {}),
      ...(random() < WITH_IDENTIFIER
        ? {
            identifiers: [
              {
                type: schema === 'Person' ? ('passport' as const) : ('registration-number' as const),
                value: `${100_000_000 + below(900_000_000, random)}`,
              },
            ],
          }
        : {}),
    }),
    ...(pair && !isBoth ? { otherScript: pair[hidden] } : {}),
  };
}

const SCHEMATA: readonly (readonly [number, Schema])[] = [
  [65, 'Person'],
  [20, 'Company'],
  [5, 'Organization'],
  [8, 'Vessel'],
  [2, 'LegalEntity'],
];
const WITH_BOTH_SCRIPTS = 0.35;
/** Together seven in ten have one of the two. */
const WITH_COUNTRY = 0.5;
const WITH_BIRTH_DATE = 0.45;
const WITH_IDENTIFIER = 0.04;
const ANY_COUNTRY = ['us', 'gb', 'de', 'fr', 'ru', 'il', 'kr', 'jp', 'cn', 'eg', 'sy'];

function isLatin({ name }: Language): boolean {
  return name === 'western' || name === 'spanish' || name.endsWith('-latin');
}

const knownShares = new WeakMap<readonly Language[], readonly (readonly [number, Language])[]>();

function sharesOf({ languages }: World): readonly (readonly [number, Language])[] {
  const known = knownShares.get(languages);
  if (known) return known;
  const shares = languages.map((language) => [language.share, language] as const);
  knownShares.set(languages, shares);
  return shares;
}

/** One person in twelve has a name of words with a labelled other side, one in a hundred a whole labelled name. */
function labelledName({ words, names }: LabelledVariants, random: Random): NamePair | undefined {
  const kind = random();
  if (kind < 0.01) return oneOf(names, random);
  if (kind >= 0.08) return undefined;
  const { given, family, joiner } = oneOf(words, random);
  const [first, last] = [oneOf(given, random), oneOf(family, random)];
  return { latin: `${first.latin} ${last.latin}`, other: `${first.other}${joiner}${last.other}` };
}

function nameOf(schema: Schema, language: Language, random: Random): MadeName {
  if (schema === 'Person') return personName(language, random);
  return schema === 'Vessel' ? vesselName(language, random) : companyName(language, random);
}

/** As lists write the first name: as it is said, in capitals, or with the family name in front of a comma. */
function written({ text, given, family }: MadeName, random: Random): EntityName {
  const manner = random();
  if (given !== undefined && family !== undefined && manner < 0.35)
    return { text: `${family.toUpperCase()}, ${given}`, kind: 'primary', family, given };
  return { text: manner < 0.5 ? text.toUpperCase() : text, kind: 'primary' };
}

function aliasesOf(name: MadeName, schema: Schema, random: Random): EntityName[] {
  const kind = random();
  const words = name.text.split(' ');
  if (kind < 0.08 && schema === 'Person' && 1 < words.length)
    return [{ text: [...words.slice(1), ...words.slice(0, 1)].join(' '), kind: 'alias' }];
  if (kind < 0.18) {
    const text = otherSpelling(name.text, random);
    return text === name.text ? [] : [{ text, kind: 'alias' }];
  }
  if (kind < 0.23 && 2 < words.length)
    return [{ text: words.filter((_, place) => place !== 1).join(' '), kind: 'alias' }];
  return [];
}

/** As another clerk would have romanised it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ou/, 'u'],
  [/ee/, 'i'],
  [/y\b/, 'i'],
  [/ii\b/, 'iy'],
  [/q/, 'k'],
  [/kh/, 'h'],
  [/iy/, 'iyy'],
  [/mm/, 'm'],
  [/ks/, 'x'],
  [/ph/, 'f'],
  [/w/, 'v'],
  [/dj/, 'j'],
  [/tch/, 'ch'],
  [/e/, 'i'],
];

function otherSpelling(text: string, random: Random): string {
  const fitting = SPELLINGS.filter(([pattern]) => pattern.test(text));
  if (fitting.length === 0) return text;
  const [pattern, spelling] = oneOf(fitting, random);
  return text.replace(pattern, spelling);
}

function birthDateOf(random: Random): DateRange | undefined {
  const year = 1935 + below(70, random);
  if (random() < 0.3) return parseDateRange(String(year));
  const two = (value: number) => String(value).padStart(2, '0');
  return parseDateRange(`${year}-${two(1 + below(12, random))}-${two(1 + below(28, random))}`);
}
