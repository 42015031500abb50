// What is known of a name as a whole in, the line that an index keeps for all names alike out; and a name of an index.
import type { Name, NameToken } from '../names/name.ts';

/** All of a name but its text and its words. */
export type NameContext = Omit<Name, 'original' | 'tokens'>;

export function contextLine(name: Name): string {
  const { original: _, tokens: __, ...context } = name;
  return JSON.stringify(context);
}

/** A name of an index. Its text, which comparing hardly ever asks for, is looked up when it is. */
export class IndexedName implements Name {
  readonly isCutOff: boolean;
  readonly isPlaceholder: boolean;
  readonly kind: Name['kind'];
  declare readonly language?: string;
  readonly ofOrganisation: boolean;
  readonly order: Name['order'];
  declare readonly people?: number;
  readonly tokens: readonly NameToken[];
  readonly titles: Name['titles'];
  readonly legalForms: Name['legalForms'];
  readonly canBeChinese: boolean;
  readonly canBeKorean: boolean;
  readonly canBeJapanese: boolean;
  readonly hasJapaneseFamily: boolean;
  readonly canBeVietnamese: boolean;
  readonly canBeBurmese: boolean;
  readonly hasFiliation: boolean;
  readonly #read: () => string;
  #original: string | undefined;

  constructor(context: NameContext, tokens: readonly NameToken[], read: () => string) {
    this.isCutOff = context.isCutOff;
    this.isPlaceholder = context.isPlaceholder;
    this.kind = context.kind;
    if (context.language !== undefined) this.language = context.language;
    this.ofOrganisation = context.ofOrganisation;
    this.order = context.order;
    if (context.people !== undefined) this.people = context.people;
    this.tokens = tokens;
    this.titles = context.titles;
    this.legalForms = context.legalForms;
    this.canBeChinese = context.canBeChinese;
    this.canBeKorean = context.canBeKorean;
    this.canBeJapanese = context.canBeJapanese;
    this.hasJapaneseFamily = context.hasJapaneseFamily;
    this.canBeVietnamese = context.canBeVietnamese;
    this.canBeBurmese = context.canBeBurmese;
    this.hasFiliation = context.hasFiliation;
    this.#read = read;
  }

  get original(): string {
    return (this.#original ??= this.#read());
  }
}
