// A name field of the Canadian list, with several names in it, in; each name, with its kind, out.
import type { EntityName } from '@sekisho/engine/model/entity.ts';

/** `English name/Nom français`: the first is the one to show. A stroke within brackets parts no names. */
export function inBothLanguages(text: string): EntityName[] {
  const [english = text, french, third] = splitOutside(text, /^\/$/);
  if (french === undefined || third !== undefined) return [{ text, kind: 'primary' }];
  return [
    { text: english, kind: 'primary', language: 'en' },
    { text: french, kind: 'alias', language: 'fr' },
  ];
}

/**
 * Several names in one text, parted by `;`, `/`, `,`, or in Cyrillic letters by `or` and `and`. A single word is no name of
 * a person by itself: a given name in another spelling, or a nickname.
 * @param legalForms words that may follow a comma within a company's name.
 */
export function aliasesIn(text: string, isPerson: boolean, legalForms: readonly string[]): EntityName[] {
  return splitOutside(text, /^[;/,]$/)
    .reduce<string[]>((parts, part) => {
      const isForm = !isPerson && legalForms.includes(part.replace(/\.$/, ''));
      return isForm && parts.length > 0 ? [...parts.slice(0, -1), `${parts.at(-1) ?? ''}, ${part}`] : [...parts, part];
    }, [])
    .flatMap(splitAtWords)
    .map((part) => ({ text: part, kind: kindOf(part, isPerson) }));
}

/** `ОАО Сампл or Сампл`: the word is no part of a name in Cyrillic letters. */
function splitAtWords(text: string): string[] {
  const parts = text.split(/ (?:or|and) /);
  return parts.every((part) => /\p{Script=Cyrillic}/u.test(part)) ? parts : [text];
}

function kindOf(text: string, isPerson: boolean): EntityName['kind'] {
  if (isPerson && !/[\s-]/.test(text)) return 'weak';
  return /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text) ? 'original-script' : 'alias';
}

/** The parts between separators that stand outside brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(letter)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
