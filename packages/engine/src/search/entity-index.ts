// A block of memory that holds an index in, its names, entities and words out: read as they are asked for.
import { schemata, type Entity, type Schema } from '../model/entity.ts';
import type { Rarity } from '../match/compare-names.ts';
import { alternativeNames } from '../names/alternative-names.ts';
import type { Name, NameToken } from '../names/name.ts';
import { textOfRecord, tokenOfRecord } from '../names/token-record.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { entityOfLine } from './entity-line.ts';
import { readBlock, type IndexHeader, type IndexParts } from './index-format.ts';
import { eachOf, type KeyTable, type LetterKeyTable } from './key-table.ts';
import { keyHash, textKey } from './keys.ts';
import { IndexedName, type NameContext } from './name-context.ts';

/** An index whose block was just built, or opened before by another thread; `snapshot.ts` opens those from elsewhere. */
export function openIndex(bytes: SharedArrayBuffer, reference: NameReference): EntityIndex {
  const block = readBlock(bytes);
  if ('refused' in block) throw new Error(block.reason);
  return new EntityIndex(bytes, block.header, block.parts, reference);
}

/**
 * A snapshot of entities, never changed, swapped whole. Its memory (`bytes`) may be shared by worker threads, each with an
 * `EntityIndex` of its own; what was read of it lately is kept, so one of them is used by one thread.
 */
export class EntityIndex {
  readonly bytes: SharedArrayBuffer;
  readonly reference: NameReference;
  readonly editions: IndexHeader['editions'];
  /** What its names were read with: the hash of the data, the version of the engine. */
  readonly madeWith: string;
  /** Entities; one is indexed for each list that has it. */
  readonly size: number;
  /** Names of all entities. */
  readonly names: number;
  readonly parts: IndexParts;
  readonly keys: KeyTable;
  readonly letterKeys: LetterKeyTable;
  readonly joinedKeys: KeyTable;
  readonly joinedFrames: LetterKeyTable;
  readonly factKeys: KeyTable;
  readonly #header: IndexHeader;
  readonly #otherRarity: Rarity | undefined;
  readonly #contexts: (NameContext | undefined)[] = [];
  readonly #decoder = new TextDecoder();
  readonly #tokens = new Map<number, NameToken>();
  readonly #read = new Map<number, Name>();
  readonly #rarities: Float64Array;
  readonly #counts = new Map<NameToken, number>();

  /** @param rarity of words, where it is not to be told by the names of this index. */
  constructor(
    bytes: SharedArrayBuffer,
    header: IndexHeader,
    parts: IndexParts,
    reference: NameReference,
    rarity?: Rarity,
  ) {
    this.bytes = bytes;
    this.reference = reference;
    this.editions = header.editions;
    this.madeWith = header.madeWith;
    this.size = header.lengths.entryLists;
    this.names = header.lengths.nameEntries;
    this.parts = parts;
    this.#header = header;
    this.#otherRarity = rarity;
    this.keys = { starts: parts.keyStarts, entries: parts.keyEntries, idBits: header.keyIdBits };
    this.letterKeys = {
      starts: parts.letterKeyStarts,
      entries: parts.letterKeyEntries,
      vowels: parts.letterKeyVowels,
      idBits: header.keyIdBits,
    };
    this.joinedKeys = { starts: parts.joinedKeyStarts, entries: parts.joinedKeyEntries, idBits: header.joinedIdBits };
    this.joinedFrames = {
      starts: parts.joinedFrameStarts,
      entries: parts.joinedFrameEntries,
      vowels: parts.joinedFrameVowels,
      idBits: header.joinedIdBits,
    };
    this.factKeys = { starts: parts.factKeyStarts, entries: parts.factKeyEntries, idBits: header.factIdBits };
    this.#rarities = Float64Array.from({ length: SMALL_COUNTS }, (_, count) => this.#rarityOfMany(count));
    Object.freeze(this);
  }

  /** The same entities with their words as rare as elsewhere: they score as they would there. */
  withRarity(rarity: Rarity): EntityIndex {
    return new EntityIndex(this.bytes, this.#header, this.parts, this.reference, rarity);
  }

  /** @param entry from 0 to `size` − 1. */
  entityAt(entry: number): Entity {
    const { entities, entityStarts } = this.parts;
    return entityOfLine(this.#text(entities, entityStarts, entry));
  }

  editionAt(entry: number): IndexHeader['editions'][number] {
    const edition = this.editions[this.parts.entryLists[entry] as number];
    if (!edition) throw new RangeError(`the index has no entry ${String(entry)}`);
    return edition;
  }

  schemaAt(entry: number): Schema {
    return schemata[this.parts.entrySchemata[entry] as number] as Schema;
  }

  /** @param name from 0 to `names` − 1. */
  nameAt(name: number): Name {
    const known = this.#read.get(name);
    if (known) return known;
    const { nameWords, nameWordStarts, nameContexts } = this.parts;
    const tokens: NameToken[] = [];
    const end = nameWordStarts[name + 1] as number;
    for (let place = nameWordStarts[name] as number; place < end; place++)
      tokens.push(this.tokenAt((nameWords[place] as number) >>> 1));
    const context = this.#contextAt(nameContexts[name] as number);
    const read = new IndexedName(context, tokens, () => this.#originalOf(name));
    if (this.#read.size === MOST_NAMES) halve(this.#read);
    this.#read.set(name, read);
    return read;
  }

  /** As its entity has it. */
  #originalOf(name: number): string {
    const { nameEntries, entryNameStarts } = this.parts;
    const entry = nameEntries[name] as number;
    const texts = this.entityAt(entry).names.flatMap(alternativeNames);
    return texts[name - (entryNameStarts[entry] as number)]?.text ?? '';
  }

  tokenAt(word: number): NameToken {
    let token = this.#tokens.get(word);
    if (token) return token;
    const { wordRecords, wordRecordStarts, wordCounts } = this.parts;
    token = tokenOfRecord(this.#text(wordRecords, wordRecordStarts, word), this.reference);
    if (this.#tokens.size === MOST_TOKENS) halve(this.#tokens, (forgotten) => this.#counts.delete(forgotten));
    this.#tokens.set(word, token);
    this.#counts.set(token, wordCounts[word] as number);
    return token;
  }

  /**
   * By the share of names that have the word; a small index counts as one of `FEWEST` names, so that nothing is common in it by
   * chance.
   */
  readonly rarity: Rarity = (token) =>
    this.#otherRarity?.(token) ?? this.rarityOfCount(this.#counts.get(token) ?? this.#countOf(token));

  /** Of a word that so many names of this index have: at most, where another index tells. */
  rarityOfCount(names: number): number {
    if (this.#otherRarity) return 1;
    return names < SMALL_COUNTS ? (this.#rarities[names] as number) : this.#rarityOfMany(names);
  }

  #rarityOfMany(names: number): number {
    return names <= 1 ? 1 : Math.max(0, 1 - Math.log(names) / Math.log(Math.max(this.names, FEWEST) + 1));
  }

  /** Of a word that is not of this index. */
  #countOf(token: NameToken): number {
    let count = 0;
    eachOf(this.keys, keyHash(textKey(token)), (word) => {
      if (count === 0 && this.#textOfWord(word) === token.text) count = this.parts.wordCounts[word] as number;
    });
    return count;
  }

  #textOfWord(word: number): string {
    const { wordRecords, wordRecordStarts } = this.parts;
    const record = this.#text(wordRecords, wordRecordStarts, word);
    return textOfRecord(record);
  }

  /** Whether the word and the text begin alike, one being the beginning of the other. */
  sharesBeginning(word: number, text: string, fewest: number): boolean {
    const own = this.#textOfWord(word);
    return fewest <= Math.min(own.length, text.length) && (own.startsWith(text) || text.startsWith(own));
  }

  #contextAt(place: number): NameContext {
    return (this.#contexts[place] ??= JSON.parse(this.#header.contexts[place] ?? '') as NameContext);
  }

  #text(bytes: Uint8Array, starts: Uint32Array, place: number): string {
    return this.#decoder.decode(bytes.subarray(starts[place], starts[place + 1]));
  }
}

const FEWEST = 1000;
/** Counts whose rarity is reckoned once. */
const SMALL_COUNTS = 1024;
/** Words that are kept as they were read; about a kilobyte each. */
const MOST_TOKENS = 100_000;
/** Names that are kept as they were read, with what they were joined to; some kilobytes each. */
const MOST_NAMES = 8_000;

/** Drops the half that was put in first. */
function halve<T>(known: Map<number, T>, dropped?: (value: T) => void): void {
  let left = known.size / 2;
  for (const [key, value] of known) {
    if (left-- <= 0) break;
    known.delete(key);
    dropped?.(value);
  }
}
