// The parts of an index in, one block of memory that holds them out; and the parts again as views of it.

/**
 * Bumped when a part is added, dropped, or read in another way, and when the same entities come to other keys: saved ones
 * of before are made anew then.
 */
export const INDEX_FORMAT = 4;

/**
 * The parts of an index and how wide their numbers are. A name is a number, and so is a word: one reading of a word, as
 * `names/token-record.ts` writes it, in one choice of traditions.
 */
const parts = {
  /** Of each word, its record; of each, where it begins. */
  wordRecords: 'bytes',
  wordRecordStarts: 'numbers',
  /** Of each word, the traditions its keys were made for (`traditionBits`). */
  wordFlags: 'bytes',
  /** Of each word, its letters (`letter-distance.ts`). */
  wordLetters: 'bytes',
  /** How many names have a word of the same text. */
  wordCounts: 'numbers',
  /** The names of each word: those in which it is the only telling one, those of two, the others; each part ascending. */
  wordNameStarts: 'numbers',
  wordNamePairs: 'numbers',
  wordNameRests: 'numbers',
  wordNames: 'numbers',
  /** Beside each name of a word, what it has beside the word (`partners.ts`). */
  wordPartners: 'numbers',
  /** Keys of words: text, sounds, meaning, groups; and keys by letters, with the vowels of the word. */
  keyStarts: 'numbers',
  keyEntries: 'numbers',
  letterKeyStarts: 'numbers',
  letterKeyEntries: 'numbers',
  letterKeyVowels: 'numbers',
  /** Keys of neighbouring words written as one, to names. */
  joinedKeyStarts: 'numbers',
  joinedKeyEntries: 'numbers',
  joinedFrameStarts: 'numbers',
  joinedFrameEntries: 'numbers',
  joinedFrameVowels: 'numbers',
  /** Of each name: its words, what is known of it as a whole, whose it is. */
  /** A word of a name: twice its number, and one more when it tells the name from others. */
  nameWords: 'numbers',
  nameWordStarts: 'numbers',
  nameContexts: 'numbers',
  nameEntries: 'numbers',
  /** Of each entry: its entity as JSON, its names, its list and schema, what it states beside them (`stated-facts.ts`). */
  entities: 'bytes',
  entityStarts: 'numbers',
  entryNameStarts: 'numbers',
  entryLists: 'bytes',
  entrySchemata: 'bytes',
  entryFacts: 'numbers',
  /** Ids, identifiers and exact birth dates, to entries. */
  factKeyStarts: 'numbers',
  factKeyEntries: 'numbers',
} as const satisfies Record<string, 'bytes' | 'numbers'>;

type Parts = typeof parts;
export type PartName = keyof Parts;
export type IndexParts = { readonly [Name in PartName]: Parts[Name] extends 'bytes' ? Uint8Array : Uint32Array };
export type PartLengths = Readonly<Record<PartName, number>>;

const names = Object.keys(parts) as PartName[];

/** What an index says of itself: readable without knowing its parts. */
export interface IndexHeader {
  readonly format: number;
  /** What its names were read with; another reading finds other keys. */
  readonly madeWith: string;
  readonly editions: readonly { readonly source: string; readonly editionId: string }[];
  /** What is known of names as a whole, as JSON; names refer to it by place. */
  readonly contexts: readonly string[];
  readonly keyIdBits: number;
  readonly joinedIdBits: number;
  readonly factIdBits: number;
  readonly lengths: PartLengths;
}

/** The first bytes of an index, as text. */
const MARK = 'SEKISHO\n';
/** Mark, checksum, length of the header. */
const FIXED = 16;

/** Memory for an index of these lengths, its header written, its parts empty. */
export function makeBlock(header: IndexHeader): { readonly bytes: SharedArrayBuffer; readonly parts: IndexParts } {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const { offsets, end } = placesOf(FIXED + text.length, header.lengths);
  const bytes = new SharedArrayBuffer(end);
  const view = new Uint8Array(bytes);
  view.set(new TextEncoder().encode(MARK));
  new DataView(bytes).setUint32(MARK.length + 4, text.length, true);
  view.set(text, FIXED);
  return { bytes, parts: viewsOf(bytes, offsets, header.lengths) };
}

/** Writes the checksum over all that stands in the block now. */
export function sealBlock(bytes: SharedArrayBuffer): void {
  new DataView(bytes).setUint32(MARK.length, checksumOf(bytes), true);
}

/** Why a block is not read: it is not as it was written, or it was written for another reader. */
export interface Refusal {
  readonly refused: 'damaged' | 'outdated';
  readonly reason: string;
}

/** The header and the parts of a block, or why it is not read. Its parts are not looked at: that is `isWhole`. */
export function readBlock(
  bytes: SharedArrayBuffer,
): { readonly header: IndexHeader; readonly parts: IndexParts } | Refusal {
  const damaged = (reason: string): Refusal => ({ refused: 'damaged', reason });
  if (bytes.byteLength < FIXED) return damaged('it is shorter than its head');
  const view = new Uint8Array(bytes);
  if (new TextDecoder().decode(view.slice(0, MARK.length)) !== MARK) return damaged('it is no index');
  const length = new DataView(bytes).getUint32(MARK.length + 4, true);
  if (bytes.byteLength < FIXED + length) return damaged('it is cut off');
  const said = saidBy(view.subarray(FIXED, FIXED + length));
  if (typeof said.format === 'number' && said.format !== INDEX_FORMAT)
    return { refused: 'outdated', reason: `it has format ${String(said.format)}, and ${String(INDEX_FORMAT)} is read` };
  if (!isHeader(said)) return damaged('its header is none');
  const { offsets, end } = placesOf(FIXED + length, said.lengths);
  if (end !== bytes.byteLength) return damaged('it has another length than it says');
  return { header: said, parts: viewsOf(bytes, offsets, said.lengths) };
}

/** Whether a block is what was sealed. */
export function isWhole(bytes: SharedArrayBuffer): boolean {
  return new DataView(bytes).getUint32(MARK.length, true) === checksumOf(bytes);
}

/** What a header says, whatever it is. */
function saidBy(text: Uint8Array): Partial<Record<keyof IndexHeader, unknown>> {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(text.slice()));
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}

function isHeader(said: Partial<Record<keyof IndexHeader, unknown>>): said is IndexHeader & typeof said {
  const { format, madeWith, editions, contexts, keyIdBits, joinedIdBits, factIdBits, lengths } = said;
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  return (
    format === INDEX_FORMAT &&
    typeof madeWith === 'string' &&
    Array.isArray(editions) &&
    editions.every(
      (edition) =>
        isRecord(edition) && typeof edition['source'] === 'string' && typeof edition['editionId'] === 'string',
    ) &&
    Array.isArray(contexts) &&
    contexts.every((context) => typeof context === 'string') &&
    [keyIdBits, joinedIdBits, factIdBits].every((bits) => isCount(bits) && 1 <= bits && bits <= 32) &&
    isRecord(lengths) &&
    names.every((name) => Object.hasOwn(lengths, name) && isCount(lengths[name]))
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && 0 <= (value as number);
}

function placesOf(from: number, lengths: PartLengths): { offsets: ReadonlyMap<PartName, number>; end: number } {
  const offsets = new Map<PartName, number>();
  let place = from;
  for (const name of names) {
    place = Math.ceil(place / 8) * 8;
    offsets.set(name, place);
    place += lengths[name] * (parts[name] === 'bytes' ? 1 : 4);
  }
  return { offsets, end: Math.ceil(place / 4) * 4 };
}

function viewsOf(bytes: SharedArrayBuffer, offsets: ReadonlyMap<PartName, number>, lengths: PartLengths): IndexParts {
  const views = names.map((name) => {
    const offset = offsets.get(name) ?? 0;
    const length = lengths[name];
    return [
      name,
      parts[name] === 'bytes' ? new Uint8Array(bytes, offset, length) : new Uint32Array(bytes, offset, length),
    ];
  });
  return Object.fromEntries(views) as IndexParts;
}

/** Over everything but itself; four sums at once, as an index is large. */
function checksumOf(bytes: SharedArrayBuffer): number {
  const numbers = new Uint32Array(bytes, MARK.length + 4, Math.floor((bytes.byteLength - MARK.length - 4) / 4));
  let [a, b, c, d] = [1, 2, 3, 4];
  let place = 0;
  for (; place + 3 < numbers.length; place += 4) {
    a = Math.imul(a ^ (numbers[place] as number), 0x9e3779b1);
    b = Math.imul(b ^ (numbers[place + 1] as number), 0x85ebca77);
    c = Math.imul(c ^ (numbers[place + 2] as number), 0xc2b2ae3d);
    d = Math.imul(d ^ (numbers[place + 3] as number), 0x27d4eb2f);
    a ^= a >>> 15;
    b ^= b >>> 15;
    c ^= c >>> 15;
    d ^= d >>> 15;
  }
  for (; place < numbers.length; place++) {
    a = Math.imul(a ^ (numbers[place] as number), 0x9e3779b1);
    a ^= a >>> 15;
  }
  return (Math.imul(a, 3) ^ Math.imul(b, 5) ^ Math.imul(c, 7) ^ Math.imul(d, 11)) >>> 0;
}
