// The text of a story file in, its scenes out.
import Type from 'typebox';
import { parse as parseYaml } from 'yaml';
import { parseShape } from '@sekisho/engine/model/shape.ts';

const closed = { additionalProperties: false };

const StoryShape = Type.Array(
  Type.Object(
    {
      date: Type.String({ format: 'calendar-date' }),
      title: Type.String({ minLength: 1 }),
      text: Type.String(),
      commands: Type.Array(
        Type.Object(
          {
            /** The words of the command line; `case:` and `stage:` stand for folders. */
            run: Type.Array(Type.String(), { minItems: 1 }),
            /** The exit code it must end with. */
            exit: Type.Integer(),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
);

export type Scene = Type.Static<typeof StoryShape>[number];

/** @throws Problem `command.usage` when the story is not one. */
export function readStory(text: string): readonly Scene[] {
  return parseShape(StoryShape, parseYaml(text), 'command.usage');
}
