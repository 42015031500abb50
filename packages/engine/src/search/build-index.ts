// Entities of list editions in, one frozen index over their names and identifiers in one block of memory out.
import { schemata, type Entity } from '../model/entity.ts';
import type { Subject } from '../model/subject.ts';
import { plainIdentifiers } from '../match/compare-entities.ts';
import { alternativeNames } from '../names/alternative-names.ts';
import { analyseName } from '../names/analyse-name.ts';
import type { Name } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { NumberColumn, TextColumn } from './columns.ts';
import { entityLine } from './entity-line.ts';
import { openIndex, type EntityIndex } from './entity-index.ts';
import { INDEX_FORMAT, makeBlock, sealBlock, type IndexParts, type PartLengths } from './index-format.ts';
import { fillKeyTable, keyTableSizes, type KeyTableSizes } from './key-table.ts';
import { joinedFrame, joinedKeys, joinedWords, keyHash, traditionBits } from './keys.ts';
import { SLOT } from './letter-distance.ts';
import { contextLine } from './name-context.ts';
import { HAS_INITIALS, HAS_OTHERS, packedPartner } from './partners.ts';
import { packedFacts } from './stated-facts.ts';
import { tellingWords } from './telling-words.ts';
import { INITIAL_FLAG, WordColumns } from './word-columns.ts';

export interface IndexedList {
  readonly editionId: string;
  readonly source: string;
  /** Gone through once. */
  readonly entities: Iterable<Entity>;
}

/**
 * Reads and indexes every name once, in one pass. Lists keep their order; an entity is indexed for each list that has it.
 * @param madeWith what the names are read with (`EntityIndex.madeWith`).
 * @param onProgress called now and then with how many entities were read.
 */
export function buildIndex(
  lists: readonly IndexedList[],
  reference: NameReference,
  { madeWith = '', onProgress }: { readonly madeWith?: string; readonly onProgress?: (entities: number) => void } = {},
): EntityIndex {
  const builder = new IndexBuilder(reference);
  lists.forEach(({ entities }, list) => {
    for (const entity of entities) {
      builder.add(entity, list);
      if (builder.size % PROGRESS_EVERY === 0) onProgress?.(builder.size);
    }
  });
  const bytes = builder.finish(
    lists.map(({ source, editionId }) => ({ source, editionId })),
    madeWith,
  );
  return openIndex(bytes, reference);
}

/** Entities between two reports of progress. */
const PROGRESS_EVERY = 500;

/** Takes entities one by one, of each list after those of the list before it, and gives the index once. */
export class IndexBuilder {
  readonly #reference: NameReference;
  readonly #words: WordColumns;
  readonly #joinedHashes = new NumberColumn();
  readonly #joinedNames = new NumberColumn();
  readonly #frameHashes = new NumberColumn();
  readonly #frameNames = new NumberColumn();
  readonly #frameVowels = new NumberColumn();
  readonly #nameWords = new NumberColumn();
  readonly #nameWordStarts = new NumberColumn();
  readonly #nameContexts = new NumberColumn();
  readonly #nameEntries = new NumberColumn();
  /** How many words of each name tell. */
  readonly #tellingCounts = new NumberColumn();
  readonly #facts = new NumberColumn();
  readonly #contexts = new Map<string, number>();
  readonly #entities = new TextColumn();
  readonly #entryNameStarts = new NumberColumn();
  readonly #entryLists = new NumberColumn();
  readonly #entrySchemata = new NumberColumn();
  readonly #factHashes = new NumberColumn();
  readonly #factEntries = new NumberColumn();

  constructor(reference: NameReference) {
    this.#reference = reference;
    this.#words = new WordColumns(reference);
  }

  /** Entities so far. */
  get size(): number {
    return this.#entryLists.length;
  }

  /** @param list its place among the editions that `finish` is given. */
  add(entity: Entity, list: number): void {
    const entry = this.size;
    this.#entryNameStarts.push(this.#nameEntries.length);
    for (const name of readNames(entity, this.#reference, this.#words)) this.#addName(name, entry);
    for (const key of [idKey(entity.id), ...identifierKeys(entity), ...birthDateKeys(entity)]) {
      this.#factHashes.push(keyHash(key));
      this.#factEntries.push(entry);
    }
    this.#entities.push(entityLine(entity));
    this.#entryLists.push(list);
    this.#entrySchemata.push(schemata.indexOf(entity.schema));
    this.#facts.push(packedFacts(entity));
  }

  #addName(name: Name, entry: number): void {
    const place = this.#nameEntries.length;
    const traditions = traditionBits(name);
    const telling = new Set(tellingWords(name.tokens));
    this.#nameEntries.push(entry);
    this.#nameWordStarts.push(this.#nameWords.length);
    for (const token of name.tokens)
      this.#nameWords.push(this.#words.wordOf(token, traditions) * 2 + Number(telling.has(token)));
    this.#tellingCounts.push(name.tokens.filter((token) => telling.has(token)).length);
    const line = contextLine(name);
    let context = this.#contexts.get(line);
    if (context === undefined) this.#contexts.set(line, (context = this.#contexts.size));
    this.#nameContexts.push(context);
    const seen = new Set<number>();
    for (const { token } of joinedWords(name, this.#reference)) {
      for (const { hash } of joinedKeys(token))
        if (!seen.has(hash)) {
          seen.add(hash);
          this.#joinedHashes.push(hash);
          this.#joinedNames.push(place);
        }
      const frame = joinedFrame(token);
      if (!frame) continue;
      this.#frameHashes.push(frame.hash);
      this.#frameNames.push(place);
      this.#frameVowels.push(frame.vowels);
    }
  }

  /** The index as one block of memory (`openIndex`). */
  finish(editions: readonly { source: string; editionId: string }[], madeWith: string): SharedArrayBuffer {
    this.#entryNameStarts.push(this.#nameEntries.length);
    this.#nameWordStarts.push(this.#nameWords.length);
    const words = this.#words;
    const sizes = {
      keys: keyTableSizes(words.keyHashes.length, words.size),
      letterKeys: keyTableSizes(words.letterHashes.length, words.size),
      joined: keyTableSizes(this.#joinedHashes.length, this.#nameEntries.length),
      frames: keyTableSizes(this.#frameHashes.length, this.#nameEntries.length),
      facts: keyTableSizes(this.#factHashes.length, this.size),
    };
    const header = {
      format: INDEX_FORMAT,
      madeWith,
      editions,
      contexts: [...this.#contexts.keys()],
      keyIdBits: sizes.keys.idBits,
      joinedIdBits: sizes.joined.idBits,
      factIdBits: sizes.facts.idBits,
      lengths: this.#lengths(sizes),
    };
    const { bytes, parts } = makeBlock(header);
    this.#fill(parts, sizes);
    sealBlock(bytes);
    return bytes;
  }

  #lengths(sizes: Readonly<Record<'keys' | 'letterKeys' | 'joined' | 'frames' | 'facts', KeyTableSizes>>): PartLengths {
    const words = this.#words.size;
    const names = this.#nameEntries.length;
    const entries = this.size;
    return {
      wordRecords: this.#words.records.bytes,
      wordRecordStarts: words + 1,
      wordFlags: words,
      wordLetters: SLOT * words,
      wordCounts: words,
      wordNameStarts: words + 1,
      wordNamePairs: words,
      wordNameRests: words,
      wordNames: this.#telling(),
      wordPartners: this.#telling(),
      keyStarts: sizes.keys.starts,
      keyEntries: sizes.keys.entries,
      letterKeyStarts: sizes.letterKeys.starts,
      letterKeyEntries: sizes.letterKeys.entries,
      letterKeyVowels: sizes.letterKeys.entries,
      joinedKeyStarts: sizes.joined.starts,
      joinedKeyEntries: sizes.joined.entries,
      joinedFrameStarts: sizes.frames.starts,
      joinedFrameEntries: sizes.frames.entries,
      joinedFrameVowels: sizes.frames.entries,
      nameWords: this.#nameWords.length,
      nameWordStarts: names + 1,
      nameContexts: names,
      nameEntries: names,
      entities: this.#entities.bytes,
      entityStarts: entries + 1,
      entryNameStarts: entries + 1,
      entryLists: entries,
      entrySchemata: entries,
      entryFacts: entries,
      factKeyStarts: sizes.facts.starts,
      factKeyEntries: sizes.facts.entries,
    };
  }

  /** How many words of names tell. */
  #telling(): number {
    let telling = 0;
    for (let place = 0; place < this.#nameWords.length; place++) telling += this.#nameWords.at(place) & 1;
    return telling;
  }

  #fill(
    parts: IndexParts,
    sizes: Readonly<Record<'keys' | 'letterKeys' | 'joined' | 'frames' | 'facts', KeyTableSizes>>,
  ): void {
    const words = this.#words;
    words.records.copyTo(parts.wordRecords);
    parts.wordRecordStarts.set(words.records.starts.values());
    parts.wordFlags.set(words.flags.values());
    words.letters.copyTo(parts.wordLetters);
    parts.nameWords.set(this.#nameWords.values());
    parts.nameWordStarts.set(this.#nameWordStarts.values());
    parts.nameContexts.set(this.#nameContexts.values());
    parts.nameEntries.set(this.#nameEntries.values());
    this.#entities.copyTo(parts.entities);
    parts.entityStarts.set(this.#entities.starts.values());
    parts.entryNameStarts.set(this.#entryNameStarts.values());
    parts.entryLists.set(this.#entryLists.values());
    parts.entrySchemata.set(this.#entrySchemata.values());
    parts.entryFacts.set(this.#facts.values());
    const table = (starts: Uint32Array, entries: Uint32Array, { idBits }: KeyTableSizes) => ({
      starts,
      entries,
      idBits,
    });
    fillKeyTable(words.keyHashes, words.keyWords, table(parts.keyStarts, parts.keyEntries, sizes.keys));
    fillKeyTable(
      words.letterHashes,
      words.letterWords,
      table(parts.letterKeyStarts, parts.letterKeyEntries, sizes.letterKeys),
      (pair, place) => {
        parts.letterKeyVowels[place] = words.letterVowels.at(pair);
      },
    );
    fillKeyTable(
      this.#joinedHashes,
      this.#joinedNames,
      table(parts.joinedKeyStarts, parts.joinedKeyEntries, sizes.joined),
    );
    fillKeyTable(
      this.#frameHashes,
      this.#frameNames,
      table(parts.joinedFrameStarts, parts.joinedFrameEntries, sizes.frames),
      (pair, place) => {
        parts.joinedFrameVowels[place] = this.#frameVowels.at(pair);
      },
    );
    fillKeyTable(this.#factHashes, this.#factEntries, table(parts.factKeyStarts, parts.factKeyEntries, sizes.facts));
    this.#fillWordNames(parts);
  }

  /** The names of each word, by counting: those of which it is the only telling word, those of two, then the others. */
  #fillWordNames(parts: IndexParts): void {
    const { wordNameStarts, wordNamePairs, wordNameRests, wordNames, wordPartners, wordCounts } = parts;
    const names = this.#nameEntries.length;
    const eachWord = (name: number, visit: (word: number) => void) => {
      for (let place = this.#nameWordStarts.at(name); place < this.#nameWordStarts.at(name + 1); place++) {
        const value = this.#nameWords.at(place);
        if ((value & 1) !== 0) visit(value >>> 1);
      }
    };
    for (let name = 0; name < names; name++)
      eachWord(name, (word) => {
        wordNameStarts[word + 1] = (wordNameStarts[word + 1] as number) + 1;
      });
    for (let word = 1; word < wordNameStarts.length; word++)
      wordNameStarts[word] = (wordNameStarts[word] as number) + (wordNameStarts[word - 1] as number);
    const next = wordNameStarts.slice(0, -1);
    for (const count of [1, 2, 3]) {
      for (let name = 0; name < names; name++)
        if (Math.min(3, Math.max(1, this.#tellingCounts.at(name))) === count)
          eachWord(name, (word) => {
            const place = next[word] as number;
            wordNames[place] = name;
            wordPartners[place] = this.#partnerOf(name, word, parts);
            next[word] = place + 1;
          });
      if (count === 1) wordNamePairs.set(next);
      if (count === 2) wordNameRests.set(next);
    }
    this.#fillCounts(wordCounts);
  }

  #partnerOf(name: number, word: number, { wordFlags }: IndexParts): number {
    let partner = word;
    let others = 0;
    let seen = false;
    for (let place = this.#nameWordStarts.at(name); place < this.#nameWordStarts.at(name + 1); place++) {
      const value = this.#nameWords.at(place);
      if ((value & 1) === 0)
        others |= ((wordFlags[value >>> 1] as number) & INITIAL_FLAG) === 0 ? HAS_OTHERS : HAS_INITIALS;
      else if (value >>> 1 === word && !seen) seen = true;
      else partner = value >>> 1;
    }
    return packedPartner(partner, wordFlags[partner] as number, others);
  }

  /** Words of one text in other readings and places count together, once a name. */
  #fillCounts(wordCounts: Uint32Array): void {
    const byText = new Uint32Array(this.#words.texts);
    const lastName = new Int32Array(this.#words.texts).fill(-1);
    for (let name = 0; name < this.#nameEntries.length; name++)
      for (let place = this.#nameWordStarts.at(name); place < this.#nameWordStarts.at(name + 1); place++) {
        const text = this.#words.textOfWord.at(this.#nameWords.at(place) >>> 1);
        if (lastName[text] === name) continue;
        lastName[text] = name;
        byText[text] = (byText[text] as number) + 1;
      }
    for (let word = 0; word < wordCounts.length; word++)
      wordCounts[word] = byText[this.#words.textOfWord.at(word)] as number;
  }
}

function readNames(entity: Entity, reference: NameReference, words: WordColumns): readonly Name[] {
  words.forget();
  return entity.names.flatMap(alternativeNames).map((raw) => analyseName(raw, reference, entity.schema, words));
}

/** What finds an entity besides its names: its id, its identifiers, its exact birth dates. */
export function idKey(entityId: string): string {
  return `entity ${entityId}`;
}

export function identifierKeys({ identifiers }: Pick<Subject, 'identifiers'>): readonly string[] {
  return plainIdentifiers(identifiers).flatMap(({ value }) => (value === '' ? [] : [`number ${value}`]));
}

export function birthDateKeys({ birthDates }: Pick<Subject, 'birthDates'>): readonly string[] {
  return birthDates.flatMap(({ earliest, latest }) => (earliest === latest ? [`born ${earliest}`] : []));
}
