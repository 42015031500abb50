// Two words in, whether any sound of the one can be one of the other out: told by numbers alone, before sounds are looked at.
import type { NameToken } from '../names/name.ts';

/** False when no hash is in both; true where one is, which may be chance. */
export function mayShareSound(a: NameToken, b: NameToken): boolean {
  const hashes = hashesOf(a);
  const others = hashesOf(b);
  let place = 0;
  let other = 0;
  while (place < hashes.length && other < others.length) {
    const difference = (hashes[place] as number) - (others[other] as number);
    if (difference === 0) return true;
    if (difference < 0) place++;
    else other++;
  }
  return false;
}

const hashesByToken = new WeakMap<NameToken, Int32Array>();

/** In order. */
function hashesOf(token: NameToken): Int32Array {
  let hashes = hashesByToken.get(token);
  if (!hashes) hashesByToken.set(token, (hashes = Int32Array.from(token.sounds, ({ hash }) => hash).sort()));
  return hashes;
}
