// A name in, what stays of it when case, marks, punctuation and order do not count out; and many of those as a compact set.

/** Names that are equal so are one name for the bench: finding another entity of that name is finding it. */
export function foldedName(text: string): string {
  const plain = /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

/** A set of names by 53 bits of their hashes: eight bytes a place, whatever the names' length. */
export class FoldedNames {
  #slots = new Float64Array(1 << 16);
  #size = 0;

  add(text: string): void {
    if (this.#slots.length < this.#size * 2) this.#grow();
    if (put(this.#slots, hashOf(foldedName(text)))) this.#size++;
  }

  has(text: string): boolean {
    const hash = hashOf(foldedName(text));
    const { length } = this.#slots;
    for (let slot = hash % length; ; slot = (slot + 1) % length) {
      if (this.#slots[slot] === hash) return true;
      if (this.#slots[slot] === 0) return false;
    }
  }

  #grow(): void {
    const grown = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) put(grown, hash);
    this.#slots = grown;
  }
}

function put(slots: Float64Array, hash: number): boolean {
  let slot = hash % slots.length;
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) % slots.length;
  const isNew = slots[slot] === 0;
  slots[slot] = hash;
  return isNew;
}

/** Never 0, which is an empty place. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(index), 0x5bd1e995);
    high ^= high >>> 15;
  }
  return ((high >>> 0) % 2 ** 21) * 2 ** 32 + (low >>> 0) + 1;
}
