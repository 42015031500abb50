// vocabulary.yml in, its tables out: what words of the SECO list mean.
import Type from 'typebox';
import { effects, linkKinds, type Effect, type LinkKind } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const text = Type.String({ minLength: 1 });
const identifierType = Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes]));
const closed = { additionalProperties: false };

export type NamePartRole = 'family' | 'given' | 'maiden' | 'text' | 'title';

const shape = Type.Object(
  {
    measures: Type.Array(
      Type.Object({ pattern: text, effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects]))) }, closed),
    ),
    nameParts: Type.Record(text, Type.Unsafe<NamePartRole>(Type.Enum(['family', 'given', 'maiden', 'text', 'title']))),
    nameTypes: Type.Record(
      text,
      Type.Unsafe<'primary' | 'alias' | 'former'>(Type.Enum(['primary', 'alias', 'former'])),
    ),
    documents: Type.Record(text, identifierType),
    relations: Type.Record(text, Type.Unsafe<LinkKind>(Type.Enum([...linkKinds]))),
    informationLabels: Type.Array(Type.Object({ type: identifierType, label: text, value: text }, closed)),
    emailLabel: text,
    websiteLabel: text,
    phoneLabel: text,
  },
  closed,
);

export const vocabulary = readVocabulary(new URL('./vocabulary.yml', import.meta.url), shape);
