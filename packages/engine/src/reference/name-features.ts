// The numbers that a comparison of two names is made of, each with its place in the vector and the factor it is shown under.

/** Name of a feature, how many numbers it has, the factor of the contribution it goes into, and what it counts. */
export const nameFeatures = [
  { name: 'base', size: 1, factor: 'name', meaning: 'always 1' },
  {
    name: 'agree',
    size: 5,
    factor: 'name',
    meaning: 'pieces of the curve over the agreeing words, each weighed by how rare it is',
  },
  {
    name: 'agreeIfRare',
    size: 5,
    factor: '',
    meaning: 'the same if every word were rare: for telling what rarity contributes; no weights',
  },
  {
    name: 'spelling',
    size: 2,
    factor: 'spelling',
    meaning: 'what spellings in one script differ by: of the likelier half of the odds, of the doubtful half',
  },
  {
    name: 'romanisation',
    size: 2,
    factor: 'romanisation',
    meaning: 'what words of two alphabets or syllabaries differ by, likewise',
  },
  { name: 'reading', size: 2, factor: 'reading', meaning: 'what Han characters and a reading differ by, likewise' },
  {
    name: 'whole',
    size: 1,
    factor: 'same-words',
    meaning: '1 when every word of each name has its equal in the other',
  },
  { name: 'homophone', size: 1, factor: 'homophone', meaning: 'words in other Han characters that are read alike' },
  { name: 'initial', size: 1, factor: 'initials', meaning: 'initials beside words that begin with them' },
  { name: 'joined', size: 1, factor: 'joined-words', meaning: 'words written as one on one side' },
  { name: 'contradicted', size: 1, factor: 'contradicted-words', meaning: '1 when words stand against each other' },
  {
    name: 'cutOff',
    size: 1,
    factor: 'contradicted-words',
    meaning: '1 when the last word of one name is the beginning of that of the other',
  },
  {
    name: 'contradictedMore',
    size: 1,
    factor: 'contradicted-words',
    meaning: 'further words that stand against each other',
  },
  {
    name: 'contradictedOrdinary',
    size: 1,
    factor: 'contradicted-words',
    meaning: 'ordinary words of company names that stand against a word',
  },
  { name: 'contradictedPatronymic', size: 1, factor: 'contradicted-words', meaning: '1 when patronymics differ' },
  {
    name: 'contradictedInitial',
    size: 1,
    factor: 'contradicted-words',
    meaning: '1 when an initial has no word that begins with it',
  },
  {
    name: 'contradictedGeneration',
    size: 1,
    factor: 'generation',
    meaning: '1 when one is junior and the other senior, one II and the other III',
  },
  { name: 'contradictedNumber', size: 1, factor: 'numbers', meaning: '1 when numbers differ' },
  {
    name: 'extraWithFew',
    size: 1,
    factor: 'extra-words',
    meaning: 'words that only one name has, up to 2, where fewer than two words agree',
  },
  {
    name: 'extraWithMany',
    size: 1,
    factor: 'extra-words',
    meaning: 'log2 of 1 + words that only one name has, where two and more words agree',
  },
  { name: 'extraOrdinary', size: 1, factor: 'extra-words', meaning: 'ordinary words that only one name has, up to 2' },
  { name: 'extraPatronymic', size: 1, factor: 'extra-words', meaning: 'patronymics that only one name has' },
  { name: 'extraInitial', size: 1, factor: 'extra-words', meaning: 'initials that only one name has' },
  { name: 'extraNumber', size: 1, factor: 'numbers', meaning: '1 when only one name has a number' },
  {
    name: 'ordinaryOnly',
    size: 1,
    factor: 'ordinary-words',
    meaning: '1 when nothing but ordinary words and numbers agrees',
  },
  { name: 'oneWord', size: 1, factor: 'one-word', meaning: '1 when the names are of one word' },
  {
    name: 'order',
    size: 1,
    factor: 'order',
    meaning: '1 when the words come in another order and neither name states one',
  },
  {
    name: 'filiationReversed',
    size: 1,
    factor: 'order',
    meaning: '1 when the order differs in names that say who is whose child',
  },
  {
    name: 'otherLegalForm',
    size: 1,
    factor: 'legal-form',
    meaning: '1 when the legal forms cannot stand for each other',
  },
  { name: 'legalFormOnOneSide', size: 1, factor: 'legal-form', meaning: '1 when only one name has a legal form' },
] as const;

export type NameFeature = (typeof nameFeatures)[number]['name'];

/** Where each feature begins in the vector. */
export const FEATURE = Object.freeze(places()) as Readonly<Record<NameFeature, number>>;

/** Length of the vector. */
export const FEATURES: number = nameFeatures.reduce((sum, { size }) => sum + size, 0);

function places(): Record<string, number> {
  let place = 0;
  return Object.fromEntries(
    nameFeatures.map(({ name, size }) => {
      place += size;
      return [name, place - size];
    }),
  );
}
