// A name in, how it is read out: words, script, readings, titles, legal forms.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { describeName, type NameDescription } from '@sekisho/engine/names/describe-name.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export function readName(text: string, schema: Schema, parts: Parts): NameDescription {
  permit(parts, 'register.look-up');
  const { names } = parts.reference;
  return describeName(analyseName({ text }, names, schema), names);
}
