// Text about a party in, the same without what we do not keep of people, and the genders it states, out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { isLeftOut } from './vocabulary.ts';

/** Sentences on a person's body, people or tribe are left out, each whole. */
export function withoutDescription(text: string): { readonly text: string; readonly sentencesLeftOut: number } {
  const sentences = text.split(/(?<=[。\n])/u);
  const kept = sentences.filter((sentence) => !isLeftOut(sentence.normalize('NFKC')));
  return { text: kept.join('').trim(), sentencesLeftOut: sentences.length - kept.length };
}

/** `性別は男性`, `性別：女性`. */
export function gendersIn(text: string): Entity['genders'][number][] {
  const genders = { 男: 'male', 女: 'female' } as const;
  return [...text.normalize('NFKC').matchAll(/性別\s*[は:;]\s*([男女])/gu)].map(
    ([, word]) => genders[word as keyof typeof genders],
  );
}
