// What is known of a name as a whole in, the line that an index keeps for all names alike out; and a name put together again.
import type { Name, NameToken } from '../names/name.ts';

/** All of a name but its text and its words. */
export type NameContext = Omit<Name, 'original' | 'tokens'>;

export function contextLine(name: Name): string {
  const { original: _, tokens: __, ...context } = name;
  return JSON.stringify(context);
}

/** Names of one context have their fields in one order, so that comparing them stays quick. */
export function nameIn(context: NameContext, original: string, tokens: readonly NameToken[]): Name {
  return {
    original,
    isCutOff: context.isCutOff,
    isPlaceholder: context.isPlaceholder,
    kind: context.kind,
    ...(context.language === undefined ? {} : { language: context.language }),
    ofOrganisation: context.ofOrganisation,
    order: context.order,
    ...(context.people === undefined ? {} : { people: context.people }),
    tokens,
    titles: context.titles,
    legalForms: context.legalForms,
    canBeChinese: context.canBeChinese,
    canBeKorean: context.canBeKorean,
    canBeJapanese: context.canBeJapanese,
    hasJapaneseFamily: context.hasJapaneseFamily,
    canBeVietnamese: context.canBeVietnamese,
    canBeBurmese: context.canBeBurmese,
    hasFiliation: context.hasFiliation,
  };
}
