// For tests: a file of OFAC in, its rows or entries out, by regular expressions: another reading than the importers'.
import { readFileSync } from 'node:fs';
import type { SourceFile } from '../../../importer.ts';

/** The cells of the rows of a CSV file; none of a file that is not there. */
export function naiveRows(files: readonly SourceFile[], name: string): string[][] {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) return [];
  return naiveLines(file.path).map((line) =>
    [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, bare]) =>
      (quoted ?? bare?.trim() ?? '').replaceAll('""', '"'),
    ),
  );
}

export function naiveLines(path: string): string[] {
  return readFileSync(path, 'latin1')
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line));
}

export interface NaiveElement {
  /** The texts of the elements of the name, at any depth. */
  readonly texts: (name: string) => string[];
  readonly elements: (name: string) => NaiveElement[];
}

export function naiveElement(xml: string): NaiveElement {
  const bodies = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, body = '']) => body);
  return {
    texts: (name) => bodies(name).map(unescaped),
    elements: (name) => bodies(name).map(naiveElement),
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
