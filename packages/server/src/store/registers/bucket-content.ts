// What an edition's file holds of the companies of a bucket in, one text of it out; and back. The text is what is hashed.
import { hash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** What is held of a number. */
export interface CompanyContent {
  /** Of the row that stands (`textOfRow`); undefined when none does. */
  standing: string | undefined;
  /** Rows that stood before, in the order in which they were told. */
  readonly history: string[];
  /** By the key they are stated under, as JSON. */
  readonly relations: Map<string, string>;
}

export type BucketContent = Map<string, CompanyContent>;

export function emptyCompany(): CompanyContent {
  return { standing: undefined, history: [], relations: new Map() };
}

/** Undefined when nothing is held. A line each, by number: what stands, what stood before, relations by key. */
export function textOfBucket(content: BucketContent): string | undefined {
  let text = '';
  for (const number of [...content.keys()].sort()) {
    const { standing, history, relations } = content.get(number) ?? emptyCompany();
    const start = startOfLine(number);
    if (standing !== undefined) text += `${start}${STANDING}${standing}\n`;
    for (const row of history) text += `${start}${HISTORY}${row}\n`;
    for (const key of [...relations.keys()].sort())
      text += `${start}${RELATION}${JSON.stringify([key, relations.get(key)])}\n`;
  }
  return text === '' ? undefined : text;
}

export function bucketOfText(text: string): BucketContent {
  const content: BucketContent = new Map();
  for (const line of text.split('\n')) {
    const end = line.indexOf('\t');
    if (end === -1) continue;
    const number = textInQuotes(line, end);
    let company = content.get(number);
    if (!company) content.set(number, (company = emptyCompany()));
    takeLine(company, line, end + 1);
  }
  return content;
}

/** The lines of one number alone, of a bucket's text in UTF-8; undefined when there are none. */
export function companyInBytes(text: Buffer, number: string): CompanyContent | undefined {
  const start = startOfLine(number);
  const begins = Buffer.from(start);
  const from = text.subarray(0, begins.length).equals(begins) ? 0 : text.indexOf(`\n${start}`) + 1;
  if (from === 0 && !text.subarray(0, begins.length).equals(begins)) return undefined;
  const company = emptyCompany();
  for (let at = from; text.subarray(at, at + begins.length).equals(begins);) {
    const end = text.indexOf(LINE_FEED, at);
    takeLine(company, text.toString('utf8', at, end), start.length);
    at = end + 1;
  }
  return company;
}

const LINE_FEED = 0x0a;

/** SHA-256 of a bucket's text in UTF-8, lower-case hex. */
export function hashOfText(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

export function packedText(text: string): Uint8Array {
  return zstdCompressSync(text);
}

/** @throws Error when the bytes are not what `packedText` made. */
export function unpackedBytes(packed: Uint8Array): Buffer {
  // in one piece, mostly: pieces that are put together are room that is collected again and again
  return zstdDecompressSync(packed, { chunkSize: Math.max(LEAST_PIECE, packed.length * USUAL_RATIO) });
}

/** Bytes of a bucket for one packed: seldom more. */
const USUAL_RATIO = 16;
const LEAST_PIECE = 4096;

/** What a JSON text at the beginning of a line says. @param end where it ends. */
export function textInQuotes(line: string, end: number): string {
  const text = line.slice(1, end - 1);
  return text.includes('\\') ? (JSON.parse(line.slice(0, end)) as string) : text;
}

const [STANDING, HISTORY, RELATION] = ['=', '-', '>'];

function startOfLine(number: string): string {
  return `${JSON.stringify(number)}\t`;
}

function takeLine(company: CompanyContent, line: string, from: number): void {
  const text = line.slice(from + 1);
  const kind = line[from];
  if (kind === STANDING) company.standing = text;
  else if (kind === HISTORY) company.history.push(text);
  else {
    const [key, relation] = JSON.parse(text) as [string, string];
    company.relations.set(key, relation);
  }
}
