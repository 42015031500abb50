// `sekisho compare --pairs`: a file of pairs in, a file of scores and how well they tell matches apart out.
import { HitCount, type ThresholdFigures } from '@sekisho/engine/match/accuracy.ts';
import { writingPair } from '@sekisho/engine/match/writing.ts';
import { comparePairs, type PairFiles } from '../../flows/compare-pairs.ts';
import { openReference } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { paint, table, type Answer } from '../answer.ts';
import { schemaFrom } from '../options.ts';
import { progressOn } from '../progress.ts';
import type { Cli } from '../run.ts';
import { pairReasons } from '../../flows/pair-reason.ts';

/** Categories and pairs of scripts shown, the largest first; `--json` has all. */
const SHOWN_GROUPS = 25;

export async function comparePairFiles(
  files: PairFiles,
  schema: string | undefined,
  settings: Settings,
  cli: Cli,
): Promise<Answer> {
  const usualSchema = schema === undefined ? undefined : schemaFrom(schema);
  const { names } = await openReference(settings);
  const { hitScore } = names.weights;
  const newGroups = () => new Map<string, HitCount>();
  const [all, byCategory, byScripts] = [new HitCount(hitScore), newGroups(), newGroups()];
  let [rows, hits] = [0, 0];
  const progress = progressOn(process.stderr);
  const start = performance.now();
  try {
    await comparePairs(
      files,
      {
        ...(usualSchema && { schema: usualSchema }),
        reference: names,
        reasonOf: ({ pairs }) => pairReasons(pairs, cli.say),
        onProgress: (share) => progress.report('comparing', share),
      },
      ({ name1, name2, score, isHit, isMatch, category }) => {
        rows += 1;
        if (isHit) hits += 1;
        if (isMatch === undefined) return;
        const pair = { score, isMatch };
        all.add(pair);
        groupOf(byScripts, writingPair(name1, name2), hitScore).add(pair);
        if (category !== undefined) groupOf(byCategory, category, hitScore).add(pair);
      },
    );
  } finally {
    progress.clear();
  }
  const seconds = (performance.now() - start) / 1000;
  const figures = all.figures();
  const labelled = figures.pairs !== 0 && {
    figures: { all: figures, byCategory: figuresOf(byCategory), byScripts: figuresOf(byScripts) },
  };
  return {
    json: {
      out: files.to,
      pairs: rows,
      hits,
      hitScore,
      seconds,
      pairsPerSecond: Math.round(rows / seconds),
      ...labelled,
    },
    text: [
      `${paint('bold', rows.toLocaleString('en'))} pairs, ${hits.toLocaleString('en')} hits from ${String(hitScore)} on; ${Math.round(rows / seconds).toLocaleString('en')} pairs a second; written to ${files.to}`,
      ...(labelled ? [figureTable(figures, byCategory, byScripts)] : []),
    ].join('\n'),
  };
}

function groupOf(groups: Map<string, HitCount>, name: string, threshold: number): HitCount {
  const known = groups.get(name) ?? new HitCount(threshold);
  groups.set(name, known);
  return known;
}

function figuresOf(groups: ReadonlyMap<string, HitCount>): Record<string, ThresholdFigures> {
  const figures = [...groups].map(([name, count]) => [name, count.figures()] as const);
  return Object.fromEntries(figures.toSorted(([, a], [, b]) => b.pairs - a.pairs));
}

function figureTable(
  all: ThresholdFigures,
  byCategory: ReadonlyMap<string, HitCount>,
  byScripts: ReadonlyMap<string, HitCount>,
): string {
  const row = (name: string, { pairs, matches, precision, recall, f1, falsePositiveRate }: ThresholdFigures) => [
    `  ${name}`,
    ...[pairs, matches].map((count) => String(count).padStart(7)),
    ...[precision, recall, f1, falsePositiveRate].map((share) => (share?.toFixed(3) ?? '–').padStart(9)),
  ];
  const block = (title: string, groups: ReadonlyMap<string, HitCount>) => {
    const rows = Object.entries(figuresOf(groups));
    const more = rows.length - SHOWN_GROUPS;
    return [
      [title],
      ...rows.slice(0, SHOWN_GROUPS).map(([name, figures]) => row(name, figures)),
      ...(0 < more ? [[`  and ${String(more)} more`]] : []),
    ];
  };
  return table([
    ['  labelled', '  pairs', 'matches', 'precision', '   recall', '       F1', 'false hits'],
    row('all', all),
    ...(byCategory.size === 0 ? [] : block('by category', byCategory)),
    ...block('by script', byScripts),
  ]);
}
