// A token without its sounds in, one that finds them when it is asked for them out.
import type { NameReference } from '../reference/name-reference.ts';
import type { NameToken } from './name.ts';
import { traditionsOf } from './sound-collection.ts';
import { tokenSounds, type Place, type SilentToken } from './token.ts';

/** Names of one alphabet are mostly compared without their sounds. */
export class LazyToken implements NameToken {
  readonly text: string;
  readonly script: NameToken['script'];
  readonly kind: NameToken['kind'];
  readonly latin: string;
  readonly letters: string;
  readonly classes: number;
  readonly codes: Uint8Array;
  readonly isPatronymic: boolean;
  readonly groups: NameToken['groups'];
  readonly rarity: number;
  declare readonly concept?: string;
  declare readonly ally?: string;
  declare readonly relation?: NonNullable<NameToken['relation']>;
  declare readonly number?: string;
  declare readonly role?: 'family' | 'given';
  declare readonly isDisguised?: true;
  declare readonly tellingPart?: string;
  declare readonly compound?: NonNullable<NameToken['compound']>;
  declare readonly inRussian?: NonNullable<NameToken['inRussian']>;
  declare readonly stem?: string;
  readonly #place: Place;
  readonly #reference: NameReference;
  #sounds: NameToken['sounds'] | undefined;

  constructor(token: SilentToken, place: Place, reference: NameReference) {
    this.text = token.text;
    this.script = token.script;
    this.kind = token.kind;
    this.latin = token.latin;
    this.letters = token.letters;
    this.classes = token.classes;
    this.codes = token.codes;
    this.isPatronymic = token.isPatronymic;
    this.groups = token.groups;
    this.rarity = token.rarity;
    if (token.concept !== undefined) this.concept = token.concept;
    if (token.ally !== undefined) this.ally = token.ally;
    if (token.relation !== undefined) this.relation = token.relation;
    if (token.number !== undefined) this.number = token.number;
    if (token.role !== undefined) this.role = token.role;
    if (token.isDisguised !== undefined) this.isDisguised = token.isDisguised;
    if (token.tellingPart !== undefined) this.tellingPart = token.tellingPart;
    if (token.compound !== undefined) this.compound = token.compound;
    if (token.inRussian !== undefined) this.inRussian = token.inRussian;
    if (token.stem !== undefined) this.stem = token.stem;
    this.#place = place;
    this.#reference = reference;
  }

  get sounds(): NameToken['sounds'] {
    return (this.#sounds ??= tokenSounds(this, this.#place, this.#reference));
  }

  get traditions(): number {
    return traditionsOf(this.sounds);
  }
}
