// What a person who knows names would set each weight to, the bounds it must keep, and how much each set counts.
import { FEATURE, FEATURES, nameFeatures, type NameFeature } from '@sekisho/engine/reference/name-features.ts';

type Hand = Partial<Record<NameFeature, readonly number[]>>;

const person: Hand = {
  base: [-2],
  agree: [1, 1, 1.2, 1.8, 1],
  spelling: [-0.9, -3.5],
  romanisation: [-1.2, -3.5],
  reading: [-0.9, -3],
  whole: [0.8],
  homophone: [-1.4],
  initial: [-0.3],
  joined: [-0.2],
  contradicted: [-5.5],
  cutOff: [-2],
  contradictedMore: [-1],
  contradictedOrdinary: [-3],
  contradictedPatronymic: [-5],
  contradictedInitial: [-3.8],
  contradictedGeneration: [-5],
  contradictedNumber: [-3.5],
  extraWithFew: [-1.8],
  extraWithMany: [-0.65],
  extraOrdinary: [-1],
  extraPatronymic: [-0.2],
  extraInitial: [-0.3],
  extraNumber: [-1.2],
  ordinaryOnly: [-1],
  oneWord: [0.4],
  order: [-0.3],
  filiationReversed: [-4.5],
  otherLegalForm: [-0.5],
  legalFormOnOneSide: [0],
};

const organisation: Hand = {
  ...person,
  agree: [1.2, 1.2, 1.2, 1.6, 1],
  whole: [1.5],
  contradicted: [-5.5],
  contradictedOrdinary: [-4.5],
  contradictedNumber: [-4.4],
  extraWithFew: [-2.5],
  extraWithMany: [-2.6],
  extraOrdinary: [-2],
  extraNumber: [-2],
  oneWord: [0.9],
  order: [-0.5],
  otherLegalForm: [-1.2],
};

export const priors = { person: vector(person), organisation: vector(organisation) };

/** Agreement never counts against and a difference never counts for; what few pairs show keeps near its hand-set value. */
export const bounds = { person: boundsOf(person), organisation: boundsOf(organisation) };

/** How much all pairs of a set count together. */
export const setWeights: Readonly<Record<string, number>> = {
  cases: 2,
  'slips of persons': 1,
  'order of persons': 1,
  'joined persons': 0.5,
  'initials of persons': 0.3,
  'left-out words of persons': 0.7,
  'aliases of persons': 1,
  'persons with another word': 2.5,
  'near persons': 2,
  'slips of companies': 1.5,
  'joined companies': 0.5,
  'aliases of companies': 1,
  'near companies': 3,
  watchlist_cross_script: 1.5,
  fullname_korean: 0.7,
  fullname_hebrew: 0.7,
  ja_kanji_kana: 0.4,
  ja_kanji_romaji: 0.3,
  ja_kana_company_edinet: 0.6,
  ja_latin_kana_company: 0.4,
  // the tables of spellings were learned from these: they count for little
  netr_arabic: 0.1,
  netr_hebrew: 0.1,
  netr_katakana: 0.1,
  netr_russian: 0.1,
};

function vector(hand: Hand): Float64Array {
  const values = new Float64Array(FEATURES);
  for (const { name, factor } of nameFeatures)
    if (factor !== '') hand[name]?.forEach((value, piece) => (values[FEATURE[name] + piece] = value));
  return values;
}

function boundsOf(hand: Hand): readonly (readonly [number, number])[] {
  const all: [number, number][] = Array.from({ length: FEATURES }, () => [0, 0]);
  for (const { name, size, factor } of nameFeatures)
    for (let piece = 0; piece < size; piece++) {
      const value = hand[name]?.[piece] ?? 0;
      all[FEATURE[name] + piece] =
        factor === ''
          ? [0, 0]
          : name === 'base'
            ? [-3, -1.5]
            : name === 'oneWord'
              ? [0, 1.5]
              : name === 'agree' || name === 'whole'
                ? [value * 0.7, value * 1.4]
                : [Math.min(-0.02, value * 1.5), Math.min(0, value * 0.8)];
    }
  return all;
}
