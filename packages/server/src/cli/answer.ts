// What a command gives back, and how it reaches the terminal: as text for people or as one JSON value for programs.
import { styleText } from 'node:util';

/** Documented in `sekisho --help` and `docs/cli.md`. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  badInput: 2,
  unwitnessed: 4,
  review: 10,
  refuse: 20,
} as const;

export interface Answer {
  /** The whole answer for programs. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The same for people, without a line end. */
  readonly text: string;
  readonly exitCode?: number;
}

export type Style = Parameters<typeof styleText>[0];

/** Colours on a terminal that wants them, plain text elsewhere (NO_COLOR, pipes). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Columns of text, each as wide as its widest cell; wide East Asian characters count double. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cellWidth(cell))),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - cellWidth(cell))),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

function cellWidth(cell: string): number {
  // the escape sequences that paint() adds take no room
  const plain = cell.replaceAll(/\u001b\[[0-9;]*m/g, '');
  return [...plain].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}
