// An XML element in, its children and attributes each taken or named as ignored; what is left over stops the import.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

/** An element as parsed: white space around texts is cut off, and runs of it within are one blank. */
export interface RawElement {
  readonly name: string;
  /** Of its start tag. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly RawElement[];
  readonly text: string;
}

export class StrictElement {
  readonly name: string;
  readonly line: number;
  readonly #file: FileOfList;
  readonly #raw: RawElement;
  readonly #untaken: Set<string>;
  readonly #taken: StrictElement[] = [];

  constructor(file: FileOfList, raw: RawElement) {
    this.name = raw.name;
    this.line = raw.line;
    this.#file = file;
    this.#raw = raw;
    this.#untaken = new Set(raw.children.map((child) => child.name));
    for (const attribute of Object.keys(raw.attributes)) this.#untaken.add(`@${attribute}`);
    if (raw.text !== '') this.#untaken.add('text()');
  }

  /** Where this element stands, for problems. */
  get where(): FileOfList & { readonly line: number } {
    return { ...this.#file, line: this.line };
  }

  /** All children of the name; each must be read to its end. */
  takeAll(name: string): readonly StrictElement[] {
    this.#untaken.delete(name);
    const children = this.#raw.children
      .filter((child) => child.name === name)
      .map((child) => new StrictElement(this.#file, child));
    this.#taken.push(...children);
    return children;
  }

  /** The child that must be there, once. @throws Problem `list.missing-field`, or `list.duplicate-record` for two of them. */
  takeOnly(name: string): StrictElement {
    const [child, second] = this.takeAll(name);
    const column = this.#pathOf(name);
    if (!child) throw new Problem('list.missing-field', { ...this.where, column });
    if (second) throw new Problem('list.duplicate-record', { ...this.where, column });
    return child;
  }

  /** The text of a child that must be there. @throws Problem `list.missing-field`, or as `takeOptional`. */
  take(name: string): string {
    const text = this.takeOptional(name);
    if (text === undefined) throw new Problem('list.missing-field', { ...this.where, column: this.#pathOf(name) });
    return text;
  }

  /** The text of a child, undefined when there is none or it is empty. @throws Problem `list.duplicate-record` for two of them. */
  takeOptional(name: string): string | undefined {
    const texts = this.takeTexts(name);
    if (texts.length > 1) throw new Problem('list.duplicate-record', { ...this.where, column: this.#pathOf(name) });
    return texts[0];
  }

  /** The texts of all children of the name, but the empty ones. */
  takeTexts(name: string): readonly string[] {
    return this.takeAll(name)
      .map((child) => child.takeText())
      .filter((text) => text !== '');
  }

  /** An attribute, undefined when there is none or it is empty; white space is treated as in texts. */
  takeAttribute(name: string): string | undefined {
    this.#untaken.delete(`@${name}`);
    const value = this.#raw.attributes[name]?.replace(/\s+/g, ' ').trim();
    return value === '' ? undefined : value;
  }

  /** An attribute that must be there. @throws Problem `list.missing-field`. */
  takeRequiredAttribute(name: string): string {
    const value = this.takeAttribute(name);
    if (value === undefined)
      throw new Problem('list.missing-field', { ...this.where, column: this.#pathOf(`@${name}`) });
    return value;
  }

  /** The element's own text. */
  takeText(): string {
    this.#untaken.delete('text()');
    return this.#raw.text;
  }

  /** Leaves children, or attributes (`@name`), out on purpose; the reason stands in `source.yml`. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#untaken.delete(name);
  }

  /** @throws Problem `list.unknown-column` naming the first child, attribute or text, here or below, that was neither taken nor ignored. */
  done(): void {
    const [left] = this.#untaken;
    if (left !== undefined) throw new Problem('list.unknown-column', { ...this.where, column: this.#pathOf(left) });
    for (const child of this.#taken) child.done();
  }

  #pathOf(name: string): string {
    return `${this.name}/${name}`;
  }
}
