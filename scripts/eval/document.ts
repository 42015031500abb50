// Figures in, the parts of docs/accuracy.md out.
import { format, resolveConfig } from 'prettier';
import { bestF1, figuresAt } from '@sekisho/engine/match/accuracy.ts';
import { heldOutRecall } from './held-out.ts';
import type { JudgedEntity, JudgedName } from './case-verdicts.ts';
import { tiersFall, type GroupFigures, type JudgedPair, type SetFigures } from './set-figures.ts';
import type { EvalSet } from './sets.ts';

const HEAD = `# Accuracy

Written by \`npm run eval\`; \`npm run eval -- --check\` holds it against the code. Every figure is of the product as it is
shipped: the score of two names with nothing else known, or of two records with all they state.

- **AUC**: how likely a match scores higher than a pair that is none.
- **Recall at 1 % FP**: the share of matches found when the threshold lets one in a hundred of the others through. The
  others are hard: they were made to look alike. This figure does not depend on our threshold.
- **Precision, recall, F1, false hits** are at the one shipped threshold (\`hitScore\` of \`data/names/weights.yml\`).
- **Brier** and **calibration error** (ten bins): how far a score is from the share of matches among pairs of that score.
  In most sets half of the pairs match by construction; in a search nearly none does.
`;

export interface CaseFigures {
  readonly names: SetFigures;
  readonly entities: SetFigures;
  readonly judgedNames: readonly JudgedName[];
  readonly judgedEntities: readonly JudgedEntity[];
  readonly judgedPairs: readonly JudgedPair[];
  readonly threshold: number;
}

export interface EvaluatedSet {
  readonly set: EvalSet;
  /** Else of records, with more than a name. */
  readonly isOfNames: boolean;
  readonly figures: SetFigures;
  readonly pairs: readonly JudgedPair[];
}

const MARK = /<!-- (cases|sets): from here -->\n([^]*?)<!-- \1: to here -->/g;

/** The document with the parts that are given; a part that is not is taken from the document as it was. */
export async function accuracyDocument(
  before: string,
  parts: { readonly cases?: string; readonly sets?: string },
): Promise<string> {
  const kept = new Map([...before.matchAll(MARK)].map(([, name = '', text = '']) => [name, text]));
  const part = (name: 'cases' | 'sets') => {
    const text = parts[name] ?? kept.get(name) ?? 'Not evaluated yet.\n';
    return `<!-- ${name}: from here -->\n\n${text.trim()}\n\n<!-- ${name}: to here -->\n`;
  };
  return formatted(`${HEAD}\n${part('cases')}\n${part('sets')}`);
}

/** One part of the document, to hold another against it. */
export function partOf(document: string, name: 'cases' | 'sets'): string | undefined {
  return [...document.matchAll(MARK)].find(([, found]) => found === name)?.[2]?.trim();
}

async function formatted(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

export function casesPart({ names, entities, judgedNames, judgedEntities }: CaseFigures): string {
  const reached = (judged: readonly { readonly isAsExpected: boolean }[]) =>
    `${judged.filter(({ isAsExpected }) => isAsExpected).length} of ${judged.length} (${percent(
      judged.filter(({ isAsExpected }) => isAsExpected).length / judged.length,
    )})`;
  const tierRow = (tier: string) => {
    const own = judgedNames.filter((judged) => judged.tier === tier);
    const figures = names.byTier.find((known) => known.tier === tier);
    return [tier, reached(own), figures?.matches ?? 0, share(figures?.meanScore)];
  };
  const domains = [...new Set(judgedNames.map(({ domain }) => domain))];
  const open = [
    ...judgedNames
      .filter(({ isAsExpected }) => !isAsExpected)
      .map((judged) => [judged.tier, judged.domain, judged.name1, judged.name2, judged.expect, share(judged.score)]),
    ...judgedEntities
      .filter(({ isAsExpected }) => !isAsExpected)
      .map((judged) => ['–', 'records', judged.note, '', judged.expect, share(judged.score)]),
  ];
  return [
    '## Own cases',
    'The pairs of `cases/names.csv` and the records of `cases/entities.yml`: what a name of each tradition must and must not be taken for. As expected: a match is a hit; a weak likeness is no hit and not nothing; what does not match is no hit.',
    markdownTable(
      ['Tier', 'As expected', 'Matches', 'Mean score of matches'],
      [
        ...['STRONG', 'MEDIUM', 'WEAK'].map(tierRow),
        ['all names', reached(judgedNames), names.at.matches, ''],
        ['records', reached(judgedEntities), entities.at.matches, ''],
      ],
    ),
    `The mean score of matches ${tiersFall(names.byTier) ? 'falls' : 'does not fall'} from tier to tier.`,
    figureTable([names, entities]),
    '### By kind of name',
    markdownTable(
      ['Kind', 'As expected', 'STRONG alone'],
      domains.map((domain) => {
        const own = judgedNames.filter((judged) => judged.domain === domain);
        return [domain, reached(own), reached(own.filter(({ tier }) => tier === 'STRONG'))];
      }),
    ),
    '### By script',
    groupTable('Scripts', names.byScripts),
    '### By entity type',
    groupTable('Schema', names.bySchema),
    '### Calibration',
    calibrationTable([names]),
    '### Not reached',
    open.length === 0
      ? 'Every case is as expected.'
      : markdownTable(['Tier', 'Kind', 'One', 'Other', 'Expected', 'Score'], open),
  ].join('\n\n');
}

export function setsPart(evaluated: readonly EvaluatedSet[], threshold: number): string {
  const withGroups = (groups: (figures: SetFigures) => readonly GroupFigures[]) =>
    evaluated.flatMap(({ set, figures }) => {
      const own = groups(figures);
      return 1 < own.length ? own.map((group) => ({ ...group, name: `${set.id}: ${group.name}` })) : [];
    });
  const heldOut = heldOutRecall();
  const tiered = evaluated.filter(({ figures }) => 0 < figures.byTier.length);
  return [
    '## Public sets',
    'Half of each set; the other half is not looked at by anybody who works on the matcher. No misses are listed here. **Where spellings, readings or weights were learned from a set, its figures below are of pairs that were seen**: what the learned table reaches on pairs it had not seen (in turn, a fifth or a half kept aside) stands in the last column, and is what to expect of other names.',
    markdownTable(
      ['Set', 'What', 'Source', 'Licence', 'Learned from it', 'Recall at 1 % FP, unseen'],
      evaluated.map(({ set }) => [
        set.id,
        `${set.title}${set.needsTranslation ? ' (mostly translations)' : ''}`,
        set.source,
        set.licence,
        set.learned ?? 'nothing',
        share(heldOut.get(set.id)),
      ]),
    ),
    figureTable(evaluated.map(({ figures }) => figures)),
    ...evaluated.flatMap(({ set, pairs }) => peerPart(set.id, pairs, threshold)),
    '### By tier',
    markdownTable(
      ['Set', 'Tier', 'Pairs', 'Right at the threshold', 'Matches', 'Mean score of matches'],
      tiered.flatMap(({ set, figures }) =>
        figures.byTier.map(({ tier, pairs, right, matches, meanScore }) => [
          set.id,
          tier,
          pairs,
          `${right} (${percent(right / pairs)})`,
          matches,
          share(meanScore),
        ]),
      ),
    ),
    ...tiered.map(
      ({ set, figures }) =>
        `${set.id}: the mean score of matches ${tiersFall(figures.byTier) ? 'falls' : 'does not fall'} from tier to tier.`,
    ),
    '### By script',
    groupTable(
      'Set and scripts',
      withGroups(({ byScripts }) => byScripts),
    ),
    '### By entity type',
    groupTable(
      'Set and schema',
      withGroups(({ bySchema }) => bySchema),
    ),
    '### By category',
    groupTable(
      'Set and category',
      withGroups(({ byCategory }) => byCategory),
    ),
    '### Calibration',
    'Of each bin of scores: mean score, share of matches, and how many pairs.',
    calibrationTable(evaluated.map(({ figures }) => figures)),
  ].join('\n\n');
}

/** The peer's own score of the pairs, where the set has one: on the same pairs, at its best threshold and at 0.7. */
function peerPart(id: string, pairs: readonly JudgedPair[], threshold: number): string[] {
  const both = pairs.flatMap((pair) => (pair.peerScore === undefined ? [] : { ...pair, peerScore: pair.peerScore }));
  if (both.length === 0) return [];
  const peer = both.map(({ peerScore, isMatch }) => ({ score: peerScore, isMatch }));
  const row = (who: string, scored: typeof peer, at: number) => {
    const figures = figuresAt(at, scored);
    return [
      who,
      share(figures.f1),
      share(figures.precision),
      share(figures.recall),
      share(bestF1(scored)?.f1),
      oneBandOf(scored),
    ];
  };
  return [
    `### ${id} beside another matcher`,
    `The ${both.length} pairs of ${id} that have the frozen score of nomenklatura's logic-v2 beside them.`,
    markdownTable(
      ['Matcher', 'F1', 'Precision', 'Recall', 'F1 at its best threshold', 'Pairs of score 1.0 exactly'],
      [row(`Sekisho at ${threshold}`, both, threshold), row('logic-v2 at 0.7', peer, 0.7)],
    ),
  ];
}

function oneBandOf(scored: readonly { readonly score: number }[]): string {
  return percent(scored.filter(({ score }) => score === 1).length / scored.length);
}

function figureTable(figures: readonly SetFigures[]): string {
  return markdownTable(
    [
      'Set',
      'Pairs',
      'Matches',
      'AUC',
      'Recall at 1 % FP',
      'F1',
      'Precision',
      'Recall',
      'False hits',
      'Best F1',
      'Brier',
      'Calibration error',
    ],
    figures.map(({ name, at, auc, recallAtRate, bestF1: best, brier, calibrationError }) => [
      name,
      at.pairs,
      at.matches,
      ...[auc, recallAtRate, at.f1, at.precision, at.recall, at.falsePositiveRate, best, brier, calibrationError].map(
        share,
      ),
    ]),
  );
}

function groupTable(title: string, groups: readonly GroupFigures[]): string {
  return markdownTable(
    [title, 'Pairs', 'Matches', 'AUC', 'Recall at 1 % FP', 'F1', 'Precision', 'Recall', 'False hits'],
    groups.map(({ name, at, auc, recallAtRate }) => [
      name,
      at.pairs,
      at.matches,
      ...[auc, recallAtRate, at.f1, at.precision, at.recall, at.falsePositiveRate].map(share),
    ]),
  );
}

function calibrationTable(figures: readonly SetFigures[]): string {
  const bins = figures[0]?.bins ?? [];
  return markdownTable(
    ['Set', ...bins.map((_, bin) => `${(bin / bins.length).toFixed(1)}–${((bin + 1) / bins.length).toFixed(1)}`)],
    figures.map(({ name, bins: own }) => [
      name,
      ...own.map((bin) => (bin ? `${bin.meanScore.toFixed(2)}: ${bin.shareOfMatches.toFixed(2)} (${bin.pairs})` : '–')),
    ]),
  );
}

function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  const rule = head.map((_, column) => (rows.every((row) => /^[–\d]/.test(String(row[column] ?? ''))) ? '--:' : '---'));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** What Markdown would read as a sign, and what no editor shows, is told. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replaceAll(
      /[\p{Cf}\p{Variation_Selector}]/gu,
      (mark) => `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
    )
    .replaceAll(/\s+/g, ' ');
}

function share(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
