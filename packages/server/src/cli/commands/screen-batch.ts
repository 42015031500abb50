// `sekisho screen --batch`: a table in, the same with what the lists in use hold of each row out.
import { availableParallelism } from 'node:os';
import { dateOrders } from '@sekisho/engine/model/batch.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { encodings } from '@sekisho/sources/readers/encodings.ts';
import { formatOf } from '@sekisho/sources/readers/table/table.ts';
import type { Command } from 'commander';
import type { Parts } from '../../flows/parts.ts';
import { batchTexts } from '../../flows/batch/batch-texts.ts';
import { screenBatch, type BatchBeginning, type BatchEnd, type BatchRequest } from '../../flows/batch/screen-batch.ts';
import { readReferenceFiles } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { exitCodes, paint, table, type Answer } from '../answer.ts';
import { filterLines, filtersFrom, type FilterOptions } from '../filter-options.ts';
import { numberBetween, pairsIn, schemaFrom, wordOf } from '../options.ts';
import type { Cli } from '../run.ts';
import { listsIn, listsLine } from './lists-in-use.ts';

export interface BatchOptions {
  readonly batch?: string;
  readonly out?: string;
  readonly map?: readonly string[];
  readonly hits?: string;
  readonly discountStated?: boolean;
  readonly dates?: string;
  readonly encoding?: string;
  readonly workers?: string;
  readonly force?: boolean;
}

/** The options of a table, added to those of a name. */
export function batchOptions(command: Command): Command {
  return command
    .option('--batch <file>', 'a table of names: .csv, .tsv, .txt, .jsonl, .ndjson, .xlsx, .xls or .ods')
    .option('--out <file>', 'where its rows go, with what was found: .csv or .jsonl; asked again, a killed run goes on')
    .option(
      '--map <column=field,...>',
      'what columns hold, where their names do not say it; the field - for nothing',
      pairsIn,
    )
    .option('--hits <which>', 'the best hit of a row, or all, a line each: best, all (default: best)')
    .option('--discount-stated', 'set hits aside that are below the threshold only by what the row states')
    .option('--dates <order>', `how 03/04/1980 is read: ${dateOrders.join(', ')} (default: by its year alone)`)
    .option('--encoding <name>', `of a text file: ${encodings.join(', ')} (default: guessed)`)
    .option('--workers <count>', 'threads that screen (default: one a core)')
    .option('--force', 'write over files that are there, and give up another unfinished run');
}

/** @throws Problem `command.usage`, and as `screenBatch`. */
export async function screenTable(
  options: BatchOptions & FilterOptions,
  schema: string | undefined,
  minScore: number,
  parts: Parts,
  settings: Settings,
  cli: Cli,
): Promise<Answer> {
  const filters = filtersFrom(options, parts);
  const request = { ...requestFrom(options, schema, minScore), ...(filters && { filters }) };
  const referenceFiles = await readReferenceFiles(settings.referencePath);
  let startedAt = performance.now();
  const secondsSoFar = () => (performance.now() - startedAt) / 1000;
  const end = await screenBatch(request, parts, {
    referenceFiles,
    texts: batchTexts(cli.say),
    onBegin: (beginning) => {
      parts.onProgress?.('beginning', 0); // takes the bar of what was done before away
      cli.err(`${beginningLines(beginning).join('\n')}\n`);
      startedAt = performance.now();
    },
    onProgress: (share, rows) => {
      const rate = Math.round(rows / Math.max(secondsSoFar(), 0.001));
      parts.onProgress?.('screening', share, `${rate.toLocaleString('en')} rows/s`);
    },
  });
  return batchAnswer(end, request, secondsSoFar());
}

function requestFrom(options: BatchOptions, schema: string | undefined, minScore: number): BatchRequest {
  const { batch = '', out = '', map = [], hits = 'best', discountStated = false, force = false } = options;
  const { dates, encoding, workers } = options;
  const format = formatOf(out);
  if (format !== 'csv' && format !== 'jsonl')
    throw new Problem('command.usage', { reason: '--out must name a file .csv or .jsonl' });
  return {
    from: batch,
    to: out,
    format,
    replaces: force,
    map,
    minScore,
    hits: wordOf('--hits', hits, ['best', 'all']),
    discountsStated: discountStated,
    cores: availableParallelism(),
    ...(schema !== undefined && { schema: schemaFrom(schema) }),
    ...(dates !== undefined && { dates: wordOf('--dates', dates, dateOrders) }),
    ...(encoding !== undefined && { encoding: wordOf('--encoding', encoding, encodings) }),
    ...(workers !== undefined && { workers: Math.floor(numberBetween('--workers', workers, 1, 256)) }),
  };
}

function beginningLines({ table: { format, encoding, sheet }, columns, added, resumedRows }: BatchBeginning): string[] {
  const read = columns.filter(({ field }) => field !== undefined);
  const unread = columns.filter(({ field }) => field === undefined);
  return [
    `${format}${encoding === undefined ? '' : ` in ${encoding}`}${sheet ? `, sheet “${sheet.name}”` : ''}: these columns are read`,
    table(read.map(({ column, field = '' }) => [`  ${plain(column)}`, field])),
    ...(unread.length === 0
      ? []
      : [`kept and not read: ${unread.map(({ column }) => plain(column) || '–').join(', ')}`]),
    ...(sheet && sheet.others.length > 0 ? [`sheets not read: ${sheet.others.map(plain).join(', ')}`] : []),
    ...added
      .filter((column) => /_\d+$/.test(column))
      .map((column) => `added as ${column}, as the table has a column of that name`),
    ...(resumedRows === 0 ? [] : [`${resumedRows.toLocaleString('en')} rows were done before: going on from there`]),
  ];
}

/** What a file says is shown without what a terminal would obey. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

function batchAnswer(end: BatchEnd, { to, minScore, filters }: BatchRequest, seconds: number): Answer {
  const { counts, columns, added, editions, resumedRows, rejectedFile, table: read } = end;
  const { rows, matches, hits, rejected, unreadable, cutOff, disputed, ambiguousDates } = counts;
  const lists = listsIn(editions);
  const rowsPerSecond = Math.round((rows - resumedRows) / Math.max(seconds, 0.001));
  const number = (count: number) => count.toLocaleString('en');
  const told = (count: number, text: string) => (count === 0 ? [] : [`  ${paint('yellow', number(count))} ${text}`]);
  return {
    json: {
      out: to,
      ...(rejectedFile !== undefined && { rejectedFile }),
      ...counts,
      columns,
      added,
      format: read.format,
      ...(read.encoding !== undefined && { encoding: read.encoding }),
      ...(read.sheet && { sheet: read.sheet }),
      lists,
      minScore,
      ...(filters && { filters }),
      resumedRows,
      seconds,
      rowsPerSecond,
    },
    text: [
      `${paint('bold', number(rows))} rows, ${paint('bold', number(matches))} with a hit from ${String(minScore)} on (${number(hits)} hits); written to ${to}`,
      ...told(rejected, `refused, with line and reason in ${rejectedFile ?? ''}`),
      ...told(unreadable, 'whose name holds nothing that can be searched for: match is empty, not false'),
      ...told(cutOff, 'of which not all was searched: see the column note'),
      ...told(disputed, 'like an entry by name alone, against what the row states'),
      ...told(
        ambiguousDates,
        'with a birth date that can be read two ways: only its year counted (--dates says which)',
      ),
      `  ${seconds.toFixed(1)} s, ${number(rowsPerSecond)} rows a second`,
      ...filterLines(filters),
      listsLine(lists),
    ].join('\n'),
    exitCode: matches + rejected + unreadable + cutOff + disputed === 0 ? exitCodes.ok : exitCodes.review,
  };
}
