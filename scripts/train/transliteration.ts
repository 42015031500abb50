// Allowed sets of labelled words in, the tables of learned spellings in `data/names/transliteration` out, with held-out figures.
//
//   SEKISHO_DEV_DATA=<folder> node run.mjs scripts/train/transliteration.ts [table,…]        writes tables and calibration.yml
//   SEKISHO_DEV_DATA=<folder> node run.mjs scripts/train/transliteration.ts --check [table,…] writes nothing
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { plainSymbol, symbolsOf } from '@sekisho/engine/names/letter-codes.ts';
import { chunkOdds } from '@sekisho/engine/match/transliteration-odds.ts';
import { buildCharacters } from '@sekisho/engine/reference/name-reference.ts';
import { buildRomanisation } from '@sekisho/engine/reference/romanisation.ts';
import {
  buildTransliterationTable,
  transliterationTables,
  type Calibration,
  type TransliterationScript,
} from '@sekisho/engine/reference/transliteration.ts';
import { learnChunks } from './chunk-alignment.ts';
import { fitLine, recallAt } from './figures.ts';
import {
  asTheTableSays,
  foreignScripts,
  readWords,
  romanisedWords,
  withBigKana,
  type LabelledWords,
  type TrainingReference,
  type WordSet,
} from './labelled-words.ts';
import { readLatinSpellings, readOtherNames } from './latin-spellings.ts';
import { tableText, type ContextKind, type LearnedTable, type Pair } from './learned-table.ts';
import { nearPairs } from './near-pairs.ts';
import { learnOdds } from './odds-model.ts';
import { hashOf } from './random.ts';

const FOLDS = 5;
const MINED = 8;
const settings = {
  alignment: { rounds: 8, leastCount: 2 },
  learning: {
    epochs: 16,
    step: 0.3,
    holdOfChunks: 0.02,
    holdOfContexts: 0.1,
    holdOfCharacters: 0.1,
    noise: 0.01,
    without: [],
  },
};

/** Among Latin letters single letters and their neighbours say it all. */
const WITHOUT_FOR_LATIN: readonly ContextKind[] = ['next-two', 'chunk-symbol-next-kind', 'chunk-symbol-before-kind'];

const target = new URL('../../data/names/transliteration/', import.meta.url);

/** What is learned from the words, as tables in the engine's own form before calibration. */
interface Trained {
  readonly table: LearnedTable;
  readonly text: string;
}

function train(script: TransliterationScript, words: readonly LabelledWords[], reference: TrainingReference): Trained {
  const matches = words.filter(({ isMatch }) => isMatch);
  const mined =
    script === 'latin'
      ? []
      : nearPairs(
          matches.filter(({ set }) => set !== 'made'),
          MINED,
        );
  const isLatin = script === 'latin' || script === 'romanised';
  const all = [
    ...(script === 'kana' ? withBigKana(words) : words),
    ...mined.map((pair) => ({ ...pair, isMatch: false, set: 'made' as const, weight: 2 / MINED })),
  ];
  const symbols = ['#', ...(isLatin ? 'abcdefghijklmnopqrstuvwxyz' : [])];
  const numbers = new Map(symbols.map((symbol, number) => [symbol, number]));
  const numberOf = (symbol: string) => {
    const number = numbers.get(symbol) ?? symbols.push(symbol) - 1;
    numbers.set(symbol, number);
    return number;
  };
  const characters = script === 'han' ? usualCharacters(matches, reference) : [];
  const characterNumbers = new Map(characters.map((symbol, index) => [symbol, index + 1]));
  const pairs = all.flatMap(({ source, latin, isMatch, weight }): Pair[] => {
    const written = symbolsOf(source, script, reference.romanisation);
    const pair = {
      source: [0, ...written.map((symbol) => numberOf(plainSymbol(symbol))), 0],
      characters: [0, ...written.map((symbol) => characterNumbers.get(symbol) ?? 0), 0],
      latin: [0, ...[...latin].map((letter) => letter.charCodeAt(0) - 96), 0],
      isMatch,
      weight,
    };
    // what is learned of two words in Latin letters is true in both directions
    return script === 'latin' ? [pair, { ...pair, source: pair.latin, latin: pair.source }] : [pair];
  });
  numberOf('?');
  const book = learnChunks(
    pairs.filter(({ isMatch }) => isMatch),
    symbols.length,
    settings.alignment,
  );
  const table = learnOdds(pairs, book, symbols, {
    ...settings.learning,
    without: script === 'latin' ? WITHOUT_FOR_LATIN : [],
    characters: characters.map((symbol) => ({ symbol, parent: numberOf(plainSymbol(symbol)) })),
  });
  return { table, text: tableText(table, []) };
}

/** Initials and finals with those characters that are written most often for foreign words. */
function usualCharacters(words: readonly LabelledWords[], { romanisation }: TrainingReference): readonly string[] {
  const counts = new Map<string, number>();
  for (const { source } of words)
    for (const symbol of symbolsOf(source, 'han', romanisation))
      if (plainSymbol(symbol) !== symbol) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => LEAST_OF_CHARACTER <= count)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CHARACTERS)
    .map(([symbol]) => symbol);
}

const LEAST_OF_CHARACTER = 8;
/** So that all symbols have numbers below 256. */
const MOST_CHARACTERS = 180;

interface Judged {
  readonly word: LabelledWords;
  readonly odds: number;
}

function judge(
  script: TransliterationScript,
  { table, text }: Trained,
  words: readonly LabelledWords[],
  reference: TrainingReference,
): readonly Judged[] {
  const calibration: Calibration = { ...table.constants, slope: 1, intercept: 0 };
  const built = buildTransliterationTable(
    new Map([[`names/transliteration/${script}.tsv`, text]]),
    script,
    calibration,
  );
  return words.map((word) => {
    const source = symbolsOf(word.source, script, reference.romanisation).map(
      (symbol) => built.symbols.get(symbol) ?? built.symbols.get(plainSymbol(symbol)) ?? built.unknown,
    );
    const latin = [...word.latin].map((letter) => letter.charCodeAt(0) - 96);
    return { word, odds: chunkOdds(Uint8Array.from(source), Uint8Array.from(latin), built) };
  });
}

function wordSet(folder: string, script: TransliterationScript, reference: TrainingReference): WordSet {
  if (script === 'latin') return readLatinSpellings(folder, reference);
  if (script === 'cyrillic') {
    const { words, sources } = readWords(folder, script, reference);
    return { words: [...words, ...asTheTableSays(words, script, reference)], sources };
  }
  if (script === 'arabic') {
    const { words, sources } = readWords(folder, script, reference);
    const others = readOtherNames(folder, words, reference);
    return { words: [...words, ...others.words], sources: [...sources, ...others.sources] };
  }
  if (script !== 'romanised') return readWords(folder, script, reference);
  const sets = foreignScripts
    .filter((foreign) => foreign !== 'han')
    .map((foreign) => ({ foreign, set: readWords(folder, foreign, reference) }));
  return {
    words: sets.flatMap(({ foreign, set }) =>
      romanisedWords(set.words, foreign, reference).filter(
        ({ source, latin }) => hashOf(source + latin) % 3 === 0 && source.length <= 20 && latin.length <= 20,
      ),
    ),
    sources: sets.flatMap(({ set }) => set.sources),
  };
}

/** Words of one spelling are in one fold, so that nothing that is judged was seen. */
function crossValidated(
  script: TransliterationScript,
  words: readonly LabelledWords[],
  reference: TrainingReference,
): readonly Judged[] {
  const foldOf = ({ latin }: LabelledWords) => hashOf(latin) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const trained = train(
      script,
      words.filter((word) => foldOf(word) !== fold),
      reference,
    );
    return judge(
      script,
      trained,
      words.filter((word) => foldOf(word) === fold && word.set !== 'made'),
      reference,
    );
  }).flat();
}

/**
 * Nobody labelled words that never stand for each other: those that the other words say are spellings of one (kamel, kamal) are
 * left out and it is learned again.
 */
function cleaned(
  words: readonly LabelledWords[],
  reference: TrainingReference,
): { readonly words: readonly LabelledWords[]; readonly judged: readonly Judged[] } {
  const first = crossValidated('latin', words, reference);
  const doubtful = new Set(
    first
      .filter(({ word, odds }) => word.weight <= 1 && (word.isMatch ? odds < SURELY_OTHER : SURELY_ONE < odds))
      .map(({ word }) => word),
  );
  console.log(`latin: before ${doubtful.size} doubtful pairs are left out: ${figuresOf(first)}`);
  const kept = words.filter((word) => !doubtful.has(word));
  return { words: kept, judged: crossValidated('latin', kept, reference) };
}

const SURELY_ONE = 1;
const SURELY_OTHER = -5;

function figuresOf(judged: readonly Judged[]): string {
  // sets of matches alone say nothing
  const sets = [...new Set(judged.filter(({ word }) => !word.isMatch).map(({ word }) => word.set))];
  return sets
    .map((set) => {
      const own = judged.filter(({ word }) => word.set === set);
      const odds = (isMatch: boolean) => own.filter(({ word }) => word.isMatch === isMatch).map((entry) => entry.odds);
      return `${set} ${recallAt(odds(true), odds(false), 0.01).toFixed(3)} (at 2 %: ${recallAt(odds(true), odds(false), 0.02).toFixed(3)})`;
    })
    .join(', ');
}

function showMisses(judged: readonly Judged[]): void {
  const negative = judged.filter(({ word }) => !word.isMatch).sort((a, b) => b.odds - a.odds);
  const threshold = negative[Math.floor(negative.length / 100)]?.odds ?? 0;
  const missed = judged.filter(({ word, odds }) => word.isMatch && odds <= threshold).sort((a, b) => b.odds - a.odds);
  for (const list of [negative.slice(0, 60), missed.slice(0, 300)])
    console.log(list.map(({ word, odds }) => `${word.latin}/${word.source}:${odds.toFixed(1)}`).join('  '));
}

const calibrationKeys = ['constant', 'logLength', 'length', 'slope', 'intercept'] as const;

function readCalibrations(): Map<TransliterationScript, Calibration> {
  const found = new Map<TransliterationScript, Calibration>();
  const file = new URL('calibration.yml', target);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const [, script = '', values = ''] of text.matchAll(/^ {2}(\w+): \{(.*)\}$/gm)) {
    const numbers = new Map(
      [...values.matchAll(/(\w+): (-?[\d.]+)/g)].map(([, key = '', value]) => [key, Number(value)]),
    );
    found.set(
      script as TransliterationScript,
      Object.fromEntries(calibrationKeys.map((key) => [key, numbers.get(key) ?? 0])) as unknown as Calibration,
    );
  }
  return found;
}

function calibrationText(calibrations: ReadonlyMap<TransliterationScript, Calibration>): string {
  const rows = transliterationTables.flatMap((script) => {
    const calibration = calibrations.get(script);
    if (!calibration) return [];
    return `  ${script}: { ${calibrationKeys.map((key) => `${key}: ${calibration[key].toFixed(4)}`).join(', ')} }`;
  });
  return `# How the sum of a table's weights becomes log-odds: sum * sqrt(12 / letters) + constant + logLength * ln(letters / 10)
# + length * letters / 10, times slope, plus intercept. The last two are fitted on words that were held out.
source: scripts/train/transliteration.ts, from the sets named in the heads of the tables
tables:
${rows.join('\n')}
`;
}

if (import.meta.main) {
  const folder = process.env['SEKISHO_DEV_DATA'];
  if (folder === undefined) {
    console.error('SEKISHO_DEV_DATA names the folder of development data');
    process.exit(2);
  }
  const isCheck = process.argv.includes('--check');
  const [wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const characters = buildCharacters(referenceFiles);
  const reference: TrainingReference = { characters, romanisation: buildRomanisation(referenceFiles, characters) };
  for (const script of transliterationTables) {
    if (wanted !== undefined && !wanted.split(',').includes(script)) continue;
    const { words, sources } = wordSet(folder, script, reference);
    const { words: kept, judged } =
      script === 'latin' ? cleaned(words, reference) : { words, judged: crossValidated(script, words, reference) };
    const figures = figuresOf(judged);
    console.log(`${script}: ${words.length} pairs, recall at 1 % false positives, held out: ${figures}`);
    if (process.env['SHOW_MISSES'] !== undefined) showMisses(judged);
    if (isCheck) continue;
    const trained = train(script, kept, reference);
    const labelled = new Set(judged.filter(({ word }) => !word.isMatch).map(({ word }) => word.set));
    const line = fitLine(
      judged
        .filter(({ word }) => labelled.has(word.set))
        .map(({ word, odds }) => ({ value: odds, isMatch: word.isMatch })),
    );
    const calibrations = readCalibrations();
    calibrations.set(script, { ...trained.table.constants, ...line });
    const head = [
      'Made by scripts/train/transliteration.ts: what chunks of letters and their neighbours say about being one word, in 1/16 of',
      'natural-log odds. Neighbours by kind: # edge, = the same letter, e e i, a a o u, h h, y w y, n nasals, l liquids, k others, - silent.',
      ...sources.map((source) => `Source: ${source}.`),
      `Held out (5 folds), recall at 1 % false positives: ${figures}.`,
    ];
    writeFileSync(new URL(`${script}.tsv`, target), tableText(trained.table, head));
    writeFileSync(new URL('calibration.yml', target), calibrationText(calibrations));
  }
}
