// An XML file in, its records out one by one, as elements to be taken apart strictly. No external entities are ever read.
import { SaxesParser } from 'saxes';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { StrictElement, type RawElement } from './strict-element.ts';
import { readTextBlocks, refuseLarger, refuseWebPage } from './text-file.ts';

export interface XmlSettings {
  /** The source's id, for problems. */
  readonly list: string;
  /** Paths from the root to the records: `CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL`. */
  readonly records: readonly string[];
  /** Attributes of the elements above the records that are taken: `CONSOLIDATED_LIST/@dateGenerated`; `xmlns…` and `xsi:…` never are. */
  readonly attributes?: readonly string[];
  /** True: the publisher writes element names with or without a namespace prefix; names and paths go without it. */
  readonly dropsPrefixes?: boolean;
  /** Of the file, where it may be larger than a list is. */
  readonly maxBytes?: number;
}

export interface XmlBatch {
  readonly records: readonly StrictElement[];
  /** Those taken of the elements above the records, by path, as far as they have been met. */
  readonly attributes: Readonly<Record<string, string>>;
  /** 0 to 1: how much of the file has been read with this batch. */
  readonly share: number;
}

interface OpenElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: RawElement[];
  text: string;
}

/** Deeper than any list nests; a bound for files made to exhaust the memory. */
const MAX_DEPTH = 64;
/** Ten times the largest list of today. */
const MAX_BYTES = 256 << 20;

/**
 * The records of an XML file (UTF-8 or UTF-16), in the order of the file, a batch for each block read.
 * @throws Problem `file.unreadable` with the line where the file is not well-formed or is cut off,
 *   `list.unknown-column` for an element that is neither a record nor on the way to one, `file.too-large`, and as
 *   `readTextBlocks` does.
 */
export async function* readXml(file: SourceFile, settings: XmlSettings): AsyncGenerator<XmlBatch> {
  const where: FileOfList = { list: settings.list, file: file.name };
  await refuseLarger(file, settings.list, settings.maxBytes ?? MAX_BYTES);
  const parser = new SaxesParser<{ xmlns: false; fileName: string }>({ xmlns: false, fileName: file.name });
  const tree = new RecordTree(settings, where);
  parser.on('error', (error) => {
    const reason = error.message.replace(`${file.name}:`, '').replace(/^\d+:\d+: /, '');
    throw new Problem('file.unreadable', { ...where, line: parser.line, reason });
  });
  const nameOf = (name: string) => (settings.dropsPrefixes === true ? name.replace(/^[^:]*:/, '') : name);
  parser.on('opentag', ({ name, attributes }) => tree.open(nameOf(name), parser.line, attributes));
  parser.on('text', (text) => tree.addText(text, parser.line));
  parser.on('cdata', (text) => tree.addText(text, parser.line));
  parser.on('closetag', () => tree.close());
  let isFirst = true;
  for await (const { text, share } of readTextBlocks(file, settings.list, ['utf-8'])) {
    if (isFirst) refuseWebPage(text.replace(/^\s*<\?xml[^>]*>/, ''), where);
    isFirst = false;
    parser.write(text);
    yield { records: tree.takeRecords(), attributes: tree.attributes, share };
  }
  parser.close();
  const last = tree.takeRecords();
  if (last.length > 0) yield { records: last, attributes: tree.attributes, share: 1 };
}

/** The elements that are open, and the records that are closed. */
class RecordTree {
  readonly #where: FileOfList;
  readonly #records: ReadonlySet<string>;
  readonly #ways: ReadonlySet<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #attributes: Record<string, string> = {};
  readonly #open: OpenElement[] = [];
  readonly #path: string[] = [];
  #closed: StrictElement[] = [];

  constructor({ records, attributes = [] }: XmlSettings, where: FileOfList) {
    this.#where = where;
    this.#records = new Set(records);
    this.#ways = new Set(records.flatMap(waysTo));
    this.#taken = new Set(attributes);
  }

  get attributes(): Readonly<Record<string, string>> {
    return { ...this.#attributes };
  }

  open(name: string, line: number, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    const path = this.#path.join('/');
    if (this.#path.length > MAX_DEPTH)
      throw new Problem('file.unreadable', { ...this.#where, line, reason: `elements nest deeper than ${MAX_DEPTH}` });
    if (this.#open.length > 0 || this.#records.has(path))
      this.#open.push({ name, line, attributes, children: [], text: '' });
    else if (this.#ways.has(path)) this.#takeAttributes(path, line, attributes);
    else throw new Problem('list.unknown-column', { ...this.#where, line, column: path });
  }

  addText(text: string, line: number): void {
    const element = this.#open.at(-1);
    if (element) element.text += text;
    else if (text.trim() !== '')
      throw new Problem('list.unknown-column', { ...this.#where, line, column: `${this.#path.join('/')}/text()` });
  }

  close(): void {
    this.#path.pop();
    const element = this.#open.pop();
    if (!element) return;
    const raw: RawElement = { ...element, text: element.text.replace(/\s+/g, ' ').trim() };
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(raw);
    else this.#closed.push(new StrictElement(this.#where, raw));
  }

  takeRecords(): readonly StrictElement[] {
    const records = this.#closed;
    this.#closed = [];
    return records;
  }

  #takeAttributes(path: string, line: number, attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (/^(xmlns|xsi)(:|$)/.test(name)) continue;
      const column = `${path}/@${name}`;
      if (!this.#taken.has(column)) throw new Problem('list.unknown-column', { ...this.#where, line, column });
      this.#attributes[column] = value;
    }
  }
}

/** `A/B/C` → `A`, `A/B`. */
function waysTo(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
