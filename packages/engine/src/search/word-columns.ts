// Words of names in, each once with its record and its keys out: the dictionary of an index as it grows.
import type { NameToken } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { ByteColumn, NumberColumn, TextColumn } from './columns.ts';
import { packLetters, SLOT } from './letter-distance.ts';
import { keyHash, letterKeys, spokenLetters, textKey, wordKeys, writingOf } from './keys.ts';

/** The words of all names, each once, with their keys. As a memo it also remembers which record a token was read from. */
export class WordColumns {
  readonly records = new TextColumn();
  readonly flags = new NumberColumn();
  /** Packed (`letter-distance.ts`). */
  readonly letters = new ByteColumn();
  readonly keyHashes = new NumberColumn();
  readonly keyWords = new NumberColumn();
  readonly letterHashes = new NumberColumn();
  readonly letterWords = new NumberColumn();
  readonly letterVowels = new NumberColumn();
  /** Words of one text have one number here. */
  readonly textOfWord = new NumberColumn();
  readonly #reference: NameReference;
  readonly #slot = new Uint8Array(SLOT);
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  #tokens = new Map<string, NameToken>();
  #recordOf = new Map<NameToken, string>();

  constructor(reference: NameReference) {
    this.#reference = reference;
  }

  get size(): number {
    return this.flags.length;
  }

  get texts(): number {
    return this.#texts.size;
  }

  get(record: string): NameToken | undefined {
    return this.#tokens.get(record);
  }

  set(record: string, token: NameToken): this {
    this.#tokens.set(record, token);
    this.#recordOf.set(token, record);
    return this;
  }

  /** Between two entities: what was read is dropped when it is much. */
  forget(): void {
    if (this.#tokens.size < MOST_TOKENS) return;
    this.#tokens = new Map();
    this.#recordOf = new Map();
  }

  wordOf(token: NameToken, traditions: number): number {
    const record = this.#recordOf.get(token) ?? '';
    const bits = token.script === 'latin' && 0 < token.sounds.length ? traditions : 0;
    const key = `${String(bits)}${record}`;
    let word = this.#numbers.get(key);
    if (word !== undefined) return word;
    word = this.flags.length;
    this.#numbers.set(key, word);
    this.records.push(record);
    this.flags.push(flagsOf(token, bits));
    this.#slot.fill(0);
    packLetters(spokenLetters(token), token.script === 'han', this.#slot, 0);
    this.letters.push(this.#slot);
    let text = this.#texts.get(token.text);
    if (text === undefined) this.#texts.set(token.text, (text = this.#texts.size));
    this.textOfWord.push(text);
    if (token.kind === 'light') {
      this.keyHashes.push(keyHash(textKey(token)));
      this.keyWords.push(word);
      return word;
    }
    for (const { hash } of wordKeys(token, bits, this.#reference)) {
      this.keyHashes.push(hash);
      this.keyWords.push(word);
    }
    for (const { hash, vowels } of letterKeys(token)) {
      this.letterHashes.push(hash);
      this.letterWords.push(word);
      this.letterVowels.push(vowels);
    }
    return word;
  }
}

/** In `wordFlags`, beside the traditions: the word is an initial. */
export const INITIAL_FLAG = 4;
/** By how many bits `writingOf` its script is shifted there. */
export const WRITING_FLAG = 3;
export const WRITING_BITS = 3;

/** Beside them: the word is an ordinary one, by which names that have another are not found. */
export const ORDINARY_FLAG = 32;

function flagsOf({ kind, script }: NameToken, traditions: number): number {
  return (
    traditions |
    (kind === 'initial' ? INITIAL_FLAG : 0) |
    (writingOf(script) << WRITING_FLAG) |
    (kind === 'concept' ? ORDINARY_FLAG : 0)
  );
}

const MOST_TOKENS = 100_000;
