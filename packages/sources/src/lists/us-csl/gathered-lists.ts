// What the column `source` of the Consolidated Screening List says in, the list that the entry is from out.
import Type from 'typebox';
import { effects, type Effect } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const text = Type.String({ minLength: 1 });
const { lists } = readVocabulary(
  new URL('./lists.yml', import.meta.url),
  Type.Object(
    {
      lists: Type.Array(
        Type.Object(
          {
            code: text,
            alsoWritten: Type.Optional(Type.Array(text)),
            authority: text,
            topics: Type.Array(text),
            effects: Type.Optional(Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects])))),
            byDirective: Type.Optional(Type.Boolean()),
            status: Type.Optional(Type.Enum(['SANCTIONED', 'DEBARRED'])),
            source: text,
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
);

export type GatheredList = (typeof lists)[number];

const listByWord = new Map(
  lists.flatMap((list) => [list.code, ...(list.alsoWritten ?? [])].map((word) => [word, list])),
);

/** `Entity List (EL) - Bureau of Industry and Security` is EL. @throws Problem `list.unknown-value`. */
export function gatheredList(source: string, where: FieldOfList): GatheredList {
  const words = [...source.matchAll(/\(([^()]+)\)/g)].map(([, word = '']) => word);
  const list = words.map((word) => listByWord.get(word)).find((found) => found !== undefined);
  if (!list) throw new Problem('list.unknown-value', { ...where, field: 'source', value: source });
  return list;
}
