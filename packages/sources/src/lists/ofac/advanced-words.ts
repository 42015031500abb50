// Nothing in, the words of OFAC's advanced XML that have a meaning here out, checked.
import Type from 'typebox';
import {
  linkKinds,
  nameKinds,
  schemata,
  type LinkKind,
  type NameKind,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const closed = { additionalProperties: false };
const words = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });
const table = <T extends string>(meanings: readonly T[]) =>
  Type.Record(Type.String(), Type.Unsafe<T>(Type.Enum([...meanings])));

export const advancedWords = readVocabulary(
  new URL('./advanced-vocabulary.yml', import.meta.url),
  Type.Object(
    {
      nameTypes: table<NameKind>(nameKinds),
      schemata: table<Schema>(schemata),
      familyParts: words,
      namePartTypes: words,
      scriptLanguages: Type.Record(Type.String(), Type.String({ pattern: '^[a-z]{2}$' })),
      latinScripts: words,
      locationParts: table(['street', 'city', 'region', 'postalCode', 'countryName'] as const),
      features: table(['DOB', 'POB', 'nationality', 'citizen'] as const),
      vesselFeatures: table(['callSign', 'type', 'flag', 'owner', 'tonnage', 'grossTonnage'] as const),
      titleFeatures: words,
      placeFeatures: words,
      relations: table<LinkKind>(linkKinds),
      documentDates: table(['issued', 'expires'] as const),
      eventTypes: words,
      programmeMeasures: words,
      calendars: words,
    },
    closed,
  ),
);
