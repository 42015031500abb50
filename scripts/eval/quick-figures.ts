// Names of sets in, their figures on the terminal out: for work on the matcher.
import { threshold } from './evaluate.ts';
import { judgeEntityCases, judgeNameCases, judgePairs } from './judged-pairs.ts';
import { missesOf } from './misses.ts';
import { figuresOf, type JudgedPair, type SetFigures } from './set-figures.ts';
import { evalSets, setsFolder } from './sets.ts';

/** Misses shown of each set. */
const SHOWN_MISSES = 120;

export function printSets(wanted: readonly string[], withMisses: boolean): void {
  const all = ['cases', 'entities', ...(setsFolder() === undefined ? [] : evalSets.map(({ id }) => id))];
  for (const id of wanted.includes('all') ? all : wanted) {
    const start = performance.now();
    const pairs = pairsOf(id);
    if (!pairs) {
      console.error(`there is no set ${id}; there are all, ${all.join(', ')}`);
      process.exitCode = 2;
      continue;
    }
    const figures = figuresOf(id, pairs, threshold);
    console.log(figureLine(figures, (performance.now() - start) / 1000));
    for (const { tier, pairs: count, right, matches, meanScore } of figures.byTier)
      console.log(
        `  ${tier.padEnd(7)} ${count} pairs, right ${percent(right / count)} %, ${matches} match with mean score ${meanScore?.toFixed(3) ?? '–'}`,
      );
    if (withMisses) printMisses(pairs);
  }
}

/** Undefined for a set that is not there. */
function pairsOf(id: string): JudgedPair[] | undefined {
  if (id === 'cases') return judgeNameCases();
  if (id === 'entities') return judgeEntityCases();
  const [set, folder] = [evalSets.find((known) => known.id === id), setsFolder()];
  return set && folder !== undefined ? judgePairs(set.read(folder)) : undefined;
}

const percent = (share: number | undefined) => (share === undefined ? '    –' : (100 * share).toFixed(1).padStart(5));

function figureLine({ name, at, auc, recallAtRate, bestF1, calibrationError }: SetFigures, seconds: number): string {
  return [
    name.padEnd(25),
    `${at.pairs} pairs, ${at.matches} match`.padEnd(24),
    `R@1%FP ${percent(recallAtRate)}`,
    `AUC ${percent(auc)}`,
    `at ${threshold}: F1 ${percent(at.f1)} P ${percent(at.precision)} R ${percent(at.recall)} FP ${percent(at.falsePositiveRate)}`,
    `best F1 ${percent(bestF1)}`,
    `ECE ${calibrationError.toFixed(3)}`,
    `${seconds.toFixed(1)} s`,
  ].join('  ');
}

function printMisses(pairs: readonly JudgedPair[]): void {
  const misses = missesOf(pairs, threshold);
  console.log(`  misses at ${threshold}: ${misses.length}`);
  for (const { score, isMatch, name1, name2, category } of misses.slice(0, SHOWN_MISSES))
    console.log(`    ${score.toFixed(3)} ${isMatch ? 'match   ' : 'no match'} ${name1}  |  ${name2}  (${category})`);
}
