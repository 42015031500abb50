// vocabulary.yml in, its tables out: what words of the NSDC workbook mean.
import Type from 'typebox';
import { effects, linkKinds, type Effect, type LinkKind } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const text = Type.String({ minLength: 1 });
const closed = { additionalProperties: false };
const numbers = Type.Array(
  Type.Object({ type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])), label: text, note: text }, closed),
);

const shape = Type.Object(
  {
    restrictions: Type.Array(
      Type.Object({ pattern: text, effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects]))) }, closed),
    ),
    countries: Type.Record(text, text),
    stateless: text,
    ends: Type.Array(text),
    changes: Type.Array(text),
    bodyNumbers: numbers,
    personNumbers: numbers,
    officers: Type.Array(Type.Object({ kind: Type.Unsafe<LinkKind>(Type.Enum([...linkKinds])), label: text }, closed)),
    formerNames: Type.Array(text),
  },
  closed,
);

export const vocabulary = readVocabulary(new URL('./vocabulary.yml', import.meta.url), shape);
