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

/** From so many sounds on, an equal key is looked up. */
const MANY = 24;

/** Of equal keys the most trusted one stays. */
export class SoundCollection {
  readonly #sounds: Sound[] = [];
  /** Where each key stands, once there are many. */
  #places: Map<string, number> | undefined;

  readonly add: Add = (key, quality, system) => this.addSound(soundOf(key, quality, system));

  addSound(sound: Sound): void {
    const sounds = this.#sounds;
    if (MANY <= sounds.length) {
      this.#addToMany(sound);
      return;
    }
    for (let index = 0; index < sounds.length; index++) {
      const known = sounds[index];
      if (known?.hash !== sound.hash || known.key !== sound.key) continue;
      if (known.quality < sound.quality) sounds[index] = sound;
      return;
    }
    sounds.push(sound);
  }

  #addToMany(sound: Sound): void {
    const sounds = this.#sounds;
    this.#places ??= new Map(sounds.map(({ key }, place) => [key, place]));
    const place = this.#places.get(sound.key);
    if (place === undefined) this.#places.set(sound.key, sounds.push(sound) - 1);
    else if ((sounds[place] as Sound).quality < sound.quality) sounds[place] = sound;
  }

  sorted(): readonly Sound[] {
    return this.#sounds.sort(byQuality);
  }
}

/** Bits of the traditions that words are said in. */
export const TRADITION = {
  chinese: 1,
  cantonese: 2,
  japanese: 4,
  korean: 8,
  chineseFamily: 16,
  koreanFamily: 32,
} as const;

/** Those of any of the sounds. */
export function traditionsOf(sounds: readonly Sound[]): number {
  let bits = 0;
  for (const { key } of sounds) bits |= traditionOf(key);
  return bits;
}

function traditionOf(key: string): number {
  switch (key.charCodeAt(0)) {
    case 0x7a: // zh
      return key.charCodeAt(2) === COLON ? TRADITION.chinese : TRADITION.chineseFamily;
    case 0x6b: // ko
      return key.charCodeAt(2) === COLON ? TRADITION.korean : TRADITION.koreanFamily;
    case 0x79: // yue
      return TRADITION.cantonese;
    case 0x6a: // ja
      return TRADITION.japanese;
    default:
      return 0;
  }
}

const COLON = 0x3a;

export function byQuality(a: Omit<Sound, 'hash'>, b: Omit<Sound, 'hash'>): number {
  return b.quality - a.quality || (a.key < b.key ? -1 : 1);
}
