// A word of an organisation's name in, what it means out where it is an ordinary one: завод, plant and 工場 are one concept.
import type { NameReference } from '../reference/name-reference.ts';
import { STEM_KEY } from '../reference/name-words.ts';
import type { Script } from './name.ts';

/** By the whole word, by its beginning where endings vary, or without the Arabic article. Folded text, kana as katakana. */
export function conceptOf(text: string, script: Script, reference: NameReference): string | undefined {
  const { words } = reference;
  const concept = words.concepts.get(text);
  if (concept !== undefined) return concept;
  if (!INFLECTED.has(script)) return undefined;
  const stemmed = conceptByStem(text, reference);
  if (stemmed !== undefined || script !== 'arabic') return stemmed;
  const bare = ARABIC_ARTICLE.exec(text)?.[1];
  return bare === undefined ? undefined : (words.concepts.get(bare) ?? conceptByStem(bare, reference));
}

const INFLECTED: ReadonlySet<Script> = new Set(['latin', 'cyrillic', 'greek', 'arabic']);

/** The article, with "and", "in", "for" written before it; what is left has three letters at least. */
const ARABIC_ARTICLE = /^(?:[وب]?ال|[و]?لل)(.{3,})$/;

/** What follows the stem is an ending, and no word: Портстрой is not what a port is. */
function conceptByStem(
  text: string,
  { words: { conceptStems }, slavicParts: { following } }: NameReference,
): string | undefined {
  if (text.length < STEM_KEY) return undefined;
  for (const { stem, concept } of conceptStems.get(text.slice(0, STEM_KEY)) ?? NONE)
    if (
      text.length <= stem.length + LONGEST_ENDING &&
      text.startsWith(stem) &&
      !following.test(text.slice(stem.length))
    )
      return concept;
  return undefined;
}

const NONE: readonly { readonly stem: string; readonly concept: string }[] = [];
const LONGEST_ENDING = 6;
