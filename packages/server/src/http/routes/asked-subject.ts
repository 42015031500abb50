// What a request says of somebody in, a subject that can be compared out.
import Type, { type Static } from 'typebox';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { closed, text, word } from './shapes.ts';

/** Two letters. */
export const country = Type.String({ pattern: '^[a-z]{2}$' });

export const subjectFields = {
  name: text(1000),
  schema: Type.Optional(word(schemata)),
  countries: Type.Optional(Type.Array(country, { maxItems: 20 })),
  nationalities: Type.Optional(Type.Array(country, { maxItems: 20 })),
  birthDate: Type.Optional(Type.String({ format: 'partial-date' })),
  identifiers: Type.Optional(
    Type.Array(Type.Object({ type: word(identifierTypes), value: text(200) }, closed), { maxItems: 50 }),
  ),
};

/** Of somebody whose kind is not said, anybody under the law. */
export function subjectIn(said: Static<Type.TObject<typeof subjectFields>>): Subject {
  const birthDate = said.birthDate === undefined ? undefined : parseDateRange(said.birthDate);
  return {
    schema: said.schema ?? 'LegalEntity',
    names: [{ text: said.name, kind: 'primary' }],
    birthDates: birthDate ? [birthDate] : [],
    genders: [],
    nationalities: said.nationalities ?? [],
    countries: said.countries ?? [],
    identifiers: said.identifiers ?? [],
    addresses: [],
  };
}
