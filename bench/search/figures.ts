// Questions and what came of each in; recall, false positives and times out.
import { manipulations } from './manipulations.ts';
import type { Outcome } from './measure.ts';
import type { Query } from './queries.ts';

export interface Judged {
  readonly query: Query;
  readonly outcome: Outcome;
}

const FOUND_WITHIN = 10;

export function searchFigures(judged: readonly Judged[]): object {
  const of = (kind: Query['kind']) => judged.filter(({ query }) => query.kind === kind);
  const [light, heavy, clean] = [of('light'), of('heavy'), of('clean')];
  const times = judged.map(({ outcome }) => outcome.milliseconds).sort((a, b) => a - b);
  const time = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0, 3);
  return {
    p50Ms: time(0.5),
    p99Ms: time(0.99),
    worstMs: time(1),
    recallAt1: recall(light, 1),
    recallAt10: recall(light, FOUND_WITHIN),
    recallAt10Heavy: recall(heavy, FOUND_WITHIN),
    falsePositiveRate: hitShare(clean),
    atFewFalsePositives: atFewFalsePositives(light, heavy, clean),
    ...Object.fromEntries(
      (['namesAlone', 'withFacts'] as const).map((group) => {
        const own = (all: readonly Judged[]) =>
          all.filter(({ query }) => statesFacts(query) === (group === 'withFacts'));
        return [
          group,
          {
            recallAt10: recall(own(light), FOUND_WITHIN),
            recallAt10Heavy: recall(own(heavy), FOUND_WITHIN),
            falsePositiveRate: hitShare(own(clean)),
            atFewFalsePositives: atFewFalsePositives(own(light), own(heavy), own(clean)),
          },
        ];
      }),
    ),
    recallAt10By: Object.fromEntries(
      manipulations.map((manipulation) => {
        const own = (group: readonly Judged[]) => group.filter(({ query }) => query.changes.includes(manipulation));
        return [manipulation, { light: counted(own(light)), heavy: counted(own(heavy)) }];
      }),
    ),
    falsePositivesBy: Object.fromEntries(
      [...Map.groupBy(clean, ({ query }) => groupOf(query))]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([group, own]) => [group, { asked: own.length, rate: hitShare(own) }]),
    ),
  };
}

/** The share of clean names that may have a hit. */
const FEW_FALSE_POSITIVES = 0.005;

/** What is found from the score on at which so few clean names have a hit. */
function atFewFalsePositives(light: readonly Judged[], heavy: readonly Judged[], clean: readonly Judged[]): object {
  const scores = clean.map(({ outcome }) => outcome.best?.score ?? 0).sort((a, b) => b - a);
  const above = scores[Math.floor(FEW_FALSE_POSITIVES * clean.length)] ?? 0;
  const found = (judged: readonly Judged[]) =>
    recall(
      judged.filter(({ outcome: { score = 0 } }) => above < score),
      FOUND_WITHIN,
      judged.length,
    );
  return { aboveScore: round(above, 4), recallAt10: found(light), recallAt10Heavy: found(heavy) };
}

/** Whether more than a name is asked: a birth date, countries. */
function statesFacts({ subject: { birthDates, countries, nationalities } }: Query): boolean {
  return 0 < birthDates.length + countries.length + nationalities.length;
}

/** Whether it is what it should be: found for a manipulated name, nothing for a clean one. */
export function isMiss({ query, outcome }: Judged): boolean {
  return query.kind === 'clean' ? outcome.best !== undefined : outcome.rank === 0;
}

/** To be read: what was asked, what was meant, what came first. */
export function missLines(judged: readonly Judged[]): string {
  const head = ['kind', 'changes', 'asked', 'meant', 'best hit', 'score'].join('\t');
  const lines = judged
    .filter(isMiss)
    .map(({ query, outcome: { best } }) =>
      [
        query.kind,
        query.changes.join('+'),
        query.subject.names[0]?.text ?? '',
        query.listedName ?? '',
        best?.name ?? '',
        best ? best.score.toFixed(3) : '',
      ].join('\t'),
    );
  return `${[head, ...lines].join('\n')}\n`;
}

function recall(judged: readonly Judged[], within: number, asked = judged.length): number {
  const found = judged.filter(({ outcome: { rank } }) => 0 < rank && rank <= within);
  return asked === 0 ? 0 : round(found.length / asked, 5);
}

function counted(judged: readonly Judged[]): { asked: number; recall: number } {
  return { asked: judged.length, recall: recall(judged, FOUND_WITHIN) };
}

function hitShare(clean: readonly Judged[]): number {
  return clean.length === 0 ? 0 : round(clean.filter(isMiss).length / clean.length, 5);
}

const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Hangul', 'Katakana', 'Hiragana', 'Han', 'Hebrew', 'Greek'];

function groupOf({ subject: { names, schema } }: Query): string {
  const text = names[0]?.text ?? '';
  const script = scripts.find((name) => new RegExp(`\\p{sc=${name}}`, 'u').test(text)) ?? 'other';
  return `${script.toLowerCase()} ${schema === 'Person' ? 'person' : schema === 'Vessel' ? 'vessel' : 'company'}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
