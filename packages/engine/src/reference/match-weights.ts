// `data/names/weights.yml` in, checked numbers out.
import Type from 'typebox';
import Value from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
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
const WeightsShape = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    values: Type.Record(
      Type.String(),
      Type.Object(
        { value: Type.Number(), description: Type.String({ minLength: 1 }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** @throws Problem `reference.invalid` when a weight is missing, unknown or no number. */
export function buildMatchWeights(files: ReferenceFiles): MatchWeights {
  const read = readYaml(files, FILE);
  const [error] = Value.Errors(WeightsShape, read);
  if (error) throw invalid(FILE, error.instancePath || '/', error.message);
  const { values } = read as Type.Static<typeof WeightsShape>;
  const known: ReadonlySet<string> = new Set(weightNames);
  for (const name of Object.keys(values)) if (!known.has(name)) throw invalid(FILE, name, 'no weight has this name');
  const weights = weightNames.map((name) => {
    const weight = values[name];
    if (!weight) throw invalid(FILE, name, 'the weight is missing');
    return [name, weight.value] as const;
  });
  return Object.freeze(Object.fromEntries(weights)) as MatchWeights;
}
