// A name as OFAC writes it in, the name with its parts out.
import type { EntityName, NameKind, Schema } from '@sekisho/engine/model/entity.ts';

/** Behind a given name these are no part of it. */
const generation = /^(?:jr|sr|i{1,3}|iv)\.?$/i;

/** Individuals are written `FAMILY, Given` and `FAMILY, Given, Jr.`, once `FAMILY, JR., Given`. */
export function writtenName(text: string, kind: NameKind, schema: Schema): EntityName {
  const [family, ...others] = text.split(',').map((part) => part.trim());
  const given = others.filter((part) => !generation.test(part)).join(', ');
  if (schema !== 'Person' || family === undefined || family === '' || given === '') return { text, kind };
  return { text, kind, family, given };
}

/** The same name from its parts; of a body there is only one. */
export function nameOfParts(
  { family, given }: { readonly family: string; readonly given: string | undefined },
  kind: NameKind,
): EntityName {
  if (given === undefined) return { text: family, kind };
  const plain = given
    .split(/,\s*/)
    .filter((part) => !generation.test(part))
    .join(', ');
  const text = `${family}, ${given}`;
  return plain === '' ? { text, kind } : { text, kind, family, given: plain };
}
