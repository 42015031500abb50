// Words of an index and of a party's name in, which of them are linked and what each link brings out: columns kept from question to question.

/** The loss of words that are not linked. */
export const NO_LINK = -1000;

/** Links of words of the index to words of the party's name, in columns that grow and are kept; 0 is none. */
export class Links {
  units = new Int32Array(FIRST_LINKS);
  words = new Int32Array(FIRST_LINKS);
  next = new Int32Array(FIRST_LINKS);
  /** How the odds of each are known (`word-expansions.ts`). */
  knownBy = new Uint8Array(FIRST_LINKS);
  evidence = new Float64Array(FIRST_LINKS);
  loss = new Float64Array(FIRST_LINKS);
  /** The next link has this number. */
  count = 1;

  add(unit: number, word: number, next: number, knownBy: number): number {
    const link = this.count++;
    if (link === this.units.length) this.#grow();
    this.units[link] = unit;
    this.words[link] = word;
    this.next[link] = next;
    this.knownBy[link] = knownBy;
    return link;
  }

  /** Whether one of the chain is to this word of the party's name. */
  has(chain: number, unit: number): boolean {
    for (let link = chain; link !== 0; link = this.next[link] as number) if (this.units[link] === unit) return true;
    return false;
  }

  clear(heads: Int32Array, bits: Int32Array): void {
    for (let link = 1; link < this.count; link++) {
      const word = this.words[link] as number;
      heads[word] = 0;
      bits[word >>> 5] = 0;
    }
    this.count = 1;
  }

  #grow(): void {
    const size = 2 * this.units.length;
    const grown = <Column extends Int32Array | Uint8Array | Float64Array>(column: Column, larger: Column): Column => {
      larger.set(column);
      return larger;
    };
    this.units = grown(this.units, new Int32Array(size));
    this.words = grown(this.words, new Int32Array(size));
    this.next = grown(this.next, new Int32Array(size));
    this.knownBy = grown(this.knownBy, new Uint8Array(size));
    this.evidence = grown(this.evidence, new Float64Array(size));
    this.loss = grown(this.loss, new Float64Array(size));
  }
}

/** So few that the columns grow while names are told in the tests too: what kept old columns went round for ever there. */
const FIRST_LINKS = 3;
