// The programmes and items of an entry of an OFAC list beside the SDN list in, what being listed brings with it out.
import Type from 'typebox';
import { effects as knownEffects, type Effect } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import { distinct } from '../distinct.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

/**
 * The effects, in the order of the table.
 * @param items parts of the entry as OFAC writes them: `Executive Order 13662 Directive Determination - Subject to …`.
 * @throws Problem `list.unknown-value` when neither a programme nor an item is in the table.
 */
export function effectsBesideSdn(
  programmes: readonly string[],
  items: readonly string[],
  where: FieldOfList,
): Effect[] {
  const byItems = table.items.filter(({ begins }) => items.some((item) => item.startsWith(begins)));
  const byProgrammes = table.programmes.filter(
    ({ programme, unlessItems = false }) => programmes.includes(programme) && !(unlessItems && byItems.length > 0),
  );
  const effects = distinct([...byItems, ...byProgrammes].flatMap((row) => row.effects));
  if (effects.length === 0)
    throw new Problem('list.unknown-value', {
      ...where,
      field: 'Program',
      value: programmes.join(', '),
      reason: 'what the programme brings with it is not known',
    });
  return effects;
}

const text = Type.String({ minLength: 1 });
const effects = Type.Array(Type.Unsafe<Effect>(Type.Enum([...knownEffects])), { minItems: 1 });
const table = readVocabulary(
  new URL('./effects.yml', import.meta.url),
  Type.Object(
    {
      programmes: Type.Array(
        Type.Object(
          { programme: text, unlessItems: Type.Optional(Type.Boolean()), effects, source: text },
          { additionalProperties: false },
        ),
      ),
      items: Type.Array(Type.Object({ begins: text, effects, source: text }, { additionalProperties: false })),
    },
    { additionalProperties: false },
  ),
);
