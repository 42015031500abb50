// A language and random numbers in, a name of a person, company or ship in it out.
import { capitalised } from './name-counts.ts';
import type { Language } from './languages.ts';
import { below, oneByShare, oneOf, type Random } from './random.ts';
import { drawInvented, drawWord } from './words.ts';

/** What a name is made of, so that it can be written in another order. */
export interface MadeName {
  readonly text: string;
  readonly given?: string;
  readonly family?: string;
}

export function personName(language: Language, random: Random): MadeName {
  const first = givenName(language, random);
  const given = [first, ...betweenNames(language, random)].map((name) => agreeing(name, first, language));
  const families = random() < WITH_ALL_FAMILY_NAMES ? (language.families ?? 1) : 1;
  const family = Array.from({ length: families }, () => agreeing(familyName(language, random), first, language));
  const parts = language.isFamilyFirst ? [...family, ...given] : [...given, ...family];
  return {
    text: parts.join(language.joiner),
    ...(language.joiner === ' ' ? { given: given.join(' '), family: family.join(' ') } : {}),
  };
}

const WITH_ALL_FAMILY_NAMES = 0.75;

/** Russian patronymics and family names tell a man from a woman, as most given names do by their ending. */
function agreeing(name: string, given: string, { name: language }: Language): string {
  if (name === given || (language !== 'cyrillic' && language !== 'russian-latin')) return name;
  return /[aая]$/iu.test(given)
    ? name
        .replace(/(ов|ев|ин)$/u, '$1а')
        .replace(/ович$/u, 'овна')
        .replace(/евич$/u, 'евна')
        .replace(/(ov|ev|in)$/, '$1a')
        .replace(/ovich$/, 'ovna')
        .replace(/evich$/, 'evna')
    : name
        .replace(/(ов|ев|ин)а$/u, '$1')
        .replace(/овна$/u, 'ович')
        .replace(/евна$/u, 'евич')
        .replace(/(ov|ev|in)a$/, '$1')
        .replace(/ovna$/, 'ovich')
        .replace(/evna$/, 'evich');
}

function givenName(language: Language, random: Random): string {
  const { givenOf, inventedGiven = 0 } = language;
  if (!givenOf)
    return random() < inventedGiven
      ? capitalised(drawInvented(language.givenModel, language.number * 3, random))
      : drawWord(language.given, random);
  const parts = Array.from({ length: random() < 0.85 ? givenOf.parts : 1 }, () => drawWord(language.given, random));
  const joiner = oneOf(givenOf.joiners, random);
  return capitalised(parts.join(joiner));
}

function betweenNames(language: Language, random: Random): string[] {
  const { middle = 0, between } = language;
  if (middle <= random()) return [];
  const count = random() < 0.2 ? 2 : 1;
  return Array.from({ length: language.name === 'cyrillic' || language.name === 'russian-latin' ? 1 : count }, () =>
    drawWord(between, random),
  );
}

function familyName(language: Language, random: Random): string {
  return random() < language.invented
    ? capitalised(drawInvented(language.familyModel, language.number * 3 + 1, random))
    : drawWord(language.family, random);
}

/** What tells it from others, what it does, its legal form; where words are not spaced, the head of one name and the tail of another. */
export function companyName(language: Language, random: Random): MadeName {
  const form = random() < WITH_FORM ? oneOf(language.forms, random) : '';
  if (language.joiner !== ' ') {
    const core = `${headOf(drawWord(language.telling, random), random)}${tailOf(drawWord(language.telling, random), random)}`;
    return { text: language.name === 'japanese' && random() < 0.6 ? `${form}${core}` : `${core}${form}` };
  }
  const words = [
    ...Array.from({ length: random() < 0.35 ? 2 : 1 }, () => tellingWord(language, random)),
    ...Array.from({ length: oneByShare(HOW_MANY_COMMON, random) }, () => drawWord(language.common, random)),
    form,
  ].filter((word) => word !== '');
  const isFormFirst = language.name === 'cyrillic' || (language.name === 'russian-latin' && random() < 0.5);
  return { text: (isFormFirst && form !== '' ? [form, ...words.slice(0, -1)] : words).join(' ') };
}

const WITH_FORM = 0.75;
const HOW_MANY_COMMON = [
  [0.25, 0],
  [0.5, 1],
  [0.25, 2],
] as const;

function tellingWord(language: Language, random: Random): string {
  const kind = random();
  if (kind < 0.15) return drawWord(language.family, random);
  if (kind < 0.5) return drawWord(language.telling, random);
  return capitalised(drawInvented(language.companyModel, language.number * 3 + 2, random));
}

function headOf(name: string, random: Random): string {
  const letters = Array.from(name);
  return letters.slice(0, Math.min(letters.length, 2 + below(2, random))).join('');
}

function tailOf(name: string, random: Random): string {
  const letters = Array.from(name);
  return letters.slice(-Math.min(letters.length, 2 + below(3, random))).join('');
}

export function vesselName(language: Language, random: Random): MadeName {
  const words = [
    tellingWord(language, random),
    ...(random() < 0.6 ? [drawWord(random() < 0.5 ? language.given : language.common, random)] : []),
  ];
  if (random() < 0.2) words.push(String(1 + below(30, random)));
  return { text: words.join(' ').toUpperCase() };
}
