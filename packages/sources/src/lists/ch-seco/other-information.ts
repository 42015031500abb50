// A text of other-information of the SECO list in, the numbers and contacts that it labels out. The text itself stays a remark.
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { vocabulary } from './vocabulary.ts';

const labels = vocabulary.informationLabels.map(({ type, label, value }) => ({
  type,
  pattern: labelled(label, value),
}));

/** `IMO Number: 8405270`. Of two kinds that fit the same text, the one that stands first in the vocabulary. */
export function identifiersIn(text: string): Identifier[] {
  const found = new Map<string, Identifier>();
  for (const { type, pattern } of labels)
    for (const [, value = ''] of text.matchAll(pattern))
      if (!found.has(value)) found.set(value, { type, value, note: 'other information' });
  return [...found.values()];
}

const emails = labelled(vocabulary.emailLabel, String.raw`[^\s@;,]+@[^\s@;,]+\.[^\s@;,.]+`);
const websites = labelled(vocabulary.websiteLabel, String.raw`(?:https?://|www\.)[^\s;,]+`);
const phones = labelled(vocabulary.phoneLabel, String.raw`\+?[0-9][0-9 ()./-]+[0-9]`);

export function contactsIn(texts: readonly string[]) {
  const valuesOf = (pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, value = '']) => value));
  return { emails: valuesOf(emails), phones: valuesOf(phones), websites: valuesOf(websites) };
}

function labelled(label: string, value: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${label})\\s*:\\s*(${value})(?![\\p{L}\\p{N}])`, 'giu');
}
