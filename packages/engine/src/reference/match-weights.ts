// `data/names/weights.yml` and `letter-costs.tsv` in, checked numbers out.
import Type from 'typebox';
import Value from 'typebox/value';
import { invalid, readTable, readYaml } from './data-table.ts';
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
  'initialSimilarity',
  'joinedSimilarity',
  'conceptSimilarity',
  'homophoneSimilarity',
  'bestEditSimilarity',
  'editSteepness',
  'lightWeight',
  'conceptWeight',
  'initialWeight',
  'commonWordWeight',
  'extraWordOfPerson',
  'extraWordOfOrganisation',
  'otherLegalForm',
  'equalNamePoints',
  'similarNamePoints',
  'thresholdNamePoints',
  'doubtfulNamePoints',
  'otherNamePoints',
  'oneWordPoints',
  'rareWordsPoints',
  'commonWordsPoints',
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
  'identifierContradicts',
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

/** What one letter costs for another, by `LETTER_CODES * (code - 32) + (other code - 32)`. */
export type LetterCosts = Float64Array;

/** Folded letters and the signs of `letter-skeleton.ts` have codes from 32 to 127. */
export const LETTER_CODES = 96;

/** @throws Problem `reference.invalid`, with the line. */
export function buildLetterCosts(files: ReferenceFiles): LetterCosts {
  const file = 'names/letter-costs.tsv';
  const costs = new Float64Array(LETTER_CODES * LETTER_CODES).fill(1);
  const place = (a: string, b: string) => LETTER_CODES * (a.charCodeAt(0) - 32) + (b.charCodeAt(0) - 32);
  for (const { line, cells } of readTable(files, file, ['letters', 'cost'])) {
    const [letters = '', cost = ''] = cells;
    const [a = '', b = ''] = letters;
    const value = Number(cost);
    if (!/^[!-~]{2}$/.test(letters) || a === b || !(0 < value && value < 1))
      throw invalid(file, line, 'two letters and a cost between 0 and 1');
    if (costs[place(a, b)] !== 1) throw invalid(file, line, `"${letters}" has a row already`);
    costs[place(a, b)] = value;
    costs[place(b, a)] = value;
  }
  return costs;
}
