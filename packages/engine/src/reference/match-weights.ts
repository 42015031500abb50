// `data/names/weights.yml` in, checked numbers out.
import { readNamedWeights } from './named-weights.ts';
import type { ReferenceFiles } from './reference-files.ts';

const weightNames = [
  'hitScore',
  'weakScore',
  'pinyinQuality',
  'wadeGilesQuality',
  'ambiguousWadeGilesQuality',
  'cantoneseQuality',
  'onReadingQuality',
  'nameReadingQuality',
  'kunReadingQuality',
  'sinoKoreanQuality',
  'vietnameseQuality',
  'rarerReadingFactor',
  'kanaQuality',
  'chineseInKanaQuality',
  'koreanQuality',
  'surnameSpellingQuality',
  'transliterationQuality',
  'initialOdds',
  'conceptOdds',
  'alliedConceptOdds',
  'readingOdds',
  'hanSlipOdds',
  'homophoneOdds',
  'confusedCharacterOdds',
  'nicknameOdds',
  'nameFormOdds',
  'joinedCost',
  'conceptWeight',
  'commonWordWeight',
  'weakAliasMostPoints',
  'homophonePoints',
  'birthDateAgrees',
  'birthDateOverlaps',
  'birthDateNear',
  'birthDateContradicts',
  'genderAgrees',
  'genderContradicts',
  'countryAgrees',
  'countryDiffers',
  'identifierAgrees',
  'identifierAgreesAcrossTypes',
  'identifierContradicts',
  'addressAgrees',
  'addressNear',
  'addressDiffers',
  'addressDiffersInJapan',
  'schemaContradicts',
  'personBesideOrganisation',
] as const;

/** By name; the meaning of each stands beside its value in `data/names/weights.yml`. */
export type MatchWeights = Readonly<Record<(typeof weightNames)[number], number>>;

const FILE = 'names/weights.yml';

/** @throws Problem `reference.invalid` when a weight is missing, unknown or no number. */
export function buildMatchWeights(files: ReferenceFiles): MatchWeights {
  return readNamedWeights(files, FILE, weightNames);
}
