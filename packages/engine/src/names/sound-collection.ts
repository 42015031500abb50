// The ways a word can be said in, one by one; the list that its token keeps out: one for each key, best first.
import type { ReadingSystem, Sound } from './name.ts';

export type Add = (key: string, quality: number, system: ReadingSystem) => void;

export function soundOf(key: string, quality: number, system: ReadingSystem): Sound {
  return { key, quality, system, hash: hashOf(key) };
}

/** FNV-1a over UTF-16 units, as a signed 32-bit number. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Of equal keys the most trusted one stays. */
export class SoundCollection {
  readonly #sounds: Sound[] = [];

  readonly add: Add = (key, quality, system) => this.addSound(soundOf(key, quality, system));

  addSound(sound: Sound): void {
    const sounds = this.#sounds;
    for (let index = 0; index < sounds.length; index++) {
      const known = sounds[index];
      if (known?.hash !== sound.hash || known.key !== sound.key) continue;
      if (known.quality < sound.quality) sounds[index] = sound;
      return;
    }
    sounds.push(sound);
  }

  sorted(): readonly Sound[] {
    return this.#sounds.sort(byQuality);
  }
}

export function byQuality(a: Sound, b: Sound): number {
  return b.quality - a.quality || (a.key < b.key ? -1 : 1);
}
