// The keys that are trusted from the start and the entries as they pass in, which key may sign at each place of the record out.
import type { OpenEntry } from '../model/record-entry.ts';
import { bytesOf, type RecordFunctions } from './checkpoint.ts';
import type { Claim, Claims, Statements } from './checkpoint-claims.ts';
import { isRotationSigned, rotationIn } from './key-rotation.ts';

/** One key in the place of another. `isSigned`: the key before handed over to it. */
export interface KeyChange {
  readonly sequence: number;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  readonly isSigned: boolean;
}

export class KeyTrust {
  readonly changes: KeyChange[] = [];
  readonly #keysTrusted: Claims['keysTrusted'];
  readonly #trusted: Set<string>;
  /** The entry with which a key handed over. */
  readonly #retiredAt = new Map<string, number>();
  readonly #publicKeys: Map<string, Uint8Array>;
  readonly #recordId: string;
  readonly #functions: RecordFunctions;

  constructor({ keysTrusted, trusted }: Claims, { recordId, publicKeys }: Statements, functions: RecordFunctions) {
    this.#keysTrusted = keysTrusted;
    this.#trusted = new Set(trusted);
    this.#publicKeys = new Map(publicKeys);
    this.#recordId = recordId;
    this.#functions = functions;
  }

  /** Takes in an entry that stands in its place: a key that is trusted may hand over with it, once. */
  async passOver(entry: OpenEntry): Promise<void> {
    const rotation = rotationIn(entry);
    if (!rotation) return;
    const { fromKeyId, toKeyId, toPublicKey } = rotation;
    const from = this.#publicKeys.get(fromKeyId);
    const mayHandOver = this.#trusted.has(fromKeyId) && !this.#retiredAt.has(fromKeyId);
    const isSigned = mayHandOver && (await isRotationSigned(rotation, this.#recordId, from, this.#functions));
    this.changes.push({ sequence: entry.sequence, fromKeyId, toKeyId, isSigned });
    if (!isSigned) return;
    this.#trusted.add(toKeyId);
    this.#publicKeys.set(toKeyId, bytesOf(toPublicKey));
    this.#retiredAt.set(fromKeyId, entry.sequence);
  }

  /** The claims, with a fault where their key may not sign at their place. */
  judged(claims: readonly Claim[]): readonly Claim[] {
    return claims.map((claim) => {
      const { keyId, sequence } = claim.checkpoint;
      if (claim.fault) return claim;
      if (!this.#trusted.has(keyId))
        return { ...claim, fault: this.#keysTrusted === 'as-found' ? 'key-not-rotated' : 'key-not-trusted' };
      return (this.#retiredAt.get(keyId) ?? sequence) < sequence ? { ...claim, fault: 'key-retired' } : claim;
    });
  }
}
