// Rows of counts in, a table whose rows are bars too out: the picture and the figures are one thing, read aloud as they are seen.
import type { ReactNode } from 'react';
import { useWords } from '../language/texts.tsx';
import '../style/bars.css';

/** How a part of a bar is drawn: pressing, soon, known, or what is left. */
export type BarKind = 'bad' | 'warn' | 'known' | 'rest';

export interface BarRow {
  readonly key: string;
  readonly label: ReactNode;
  /** One for each column. */
  readonly counts: readonly number[];
  /** In place of the counts, where they are said otherwise. */
  readonly shown?: readonly string[];
  readonly beside?: string;
}

export function BarTable(props: {
  readonly title: string;
  /** What a row is of. */
  readonly of: string;
  readonly columns: readonly { readonly text: string; readonly kind: BarKind }[];
  readonly rows: readonly BarRow[];
  /** Each row is a whole, and its parts are shares of it; else rows are as long as what they count. */
  readonly isOfWhole?: boolean;
  /** What a last column says that is no part of the bars. */
  readonly beside?: string;
}) {
  const { number } = useWords();
  const { title, of, columns, rows, isOfWhole = false, beside } = props;
  const most = Math.max(1, ...rows.map(({ counts }) => sumOf(counts)));
  return (
    <div className="table-frame">
      <table className="bar-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map(({ text, kind }) => (
              <th scope="col" key={text} className="bar-count">
                <span className={`bar-sign bar-${kind}`} aria-hidden /> {text}
              </th>
            ))}
            {beside !== undefined && (
              <th scope="col" className="bar-count">
                {beside}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span className="bar-label">{row.label}</span>
                <span className="bar-line-whole" aria-hidden>
                  {row.counts.map(
                    (count, place) =>
                      0 < count && (
                        <span
                          key={columns[place]?.text}
                          className={`bar-part bar-${columns[place]?.kind ?? 'rest'}`}
                          style={{ inlineSize: `${(100 * count) / (isOfWhole ? sumOf(row.counts) : most)}%` }}
                        />
                      ),
                  )}
                </span>
              </th>
              {row.counts.map((count, place) => (
                <td key={columns[place]?.text} className="bar-count">
                  {row.shown?.[place] ?? number(count)}
                </td>
              ))}
              {beside !== undefined && <td className="bar-count">{row.beside}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
