// The questionnaires of `data/questionnaires` in, checked questions by id out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const QuestionnaireShape = Type.Object(
  {
    id,
    /** Absent: whoever applies. */
    answeredBy: Type.Optional(Type.Unsafe<'reviewer'>(Type.Enum(['reviewer']))),
    questions: Type.Array(
      Type.Object(
        {
          question: id,
          /** `choice`: one of `choices`. `party-or-nobody`: one of `choices`, or the name of a party. `text`: anything. */
          answer: Type.Unsafe<'choice' | 'party-or-nobody' | 'text'>(Type.Enum(['choice', 'party-or-nobody', 'text'])),
          choices: Type.Optional(Type.Array(id, { minItems: 1 })),
          japanese: text,
          why: text,
          source: text,
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);
export type Questionnaire = Type.Static<typeof QuestionnaireShape>;

const FILE_NAME = /^questionnaires\/([^/]+)\.yml$/;

/**
 * Every questionnaire by id.
 * @throws Problem `reference.invalid`: another shape, an id that is not the file's name, a question asked twice, choices
 *   where an answer is free, none where it is not.
 */
export function buildQuestionnaires(files: ReferenceFiles): ReadonlyMap<string, Questionnaire> {
  const named = [...files.keys()].filter((file) => FILE_NAME.test(file)).sort();
  return new Map(named.map((file) => readQuestionnaire(files, file)).map((read) => [read.id, read]));
}

function readQuestionnaire(files: ReferenceFiles, file: string): Questionnaire {
  const value = readYaml(files, file);
  if (!Check(QuestionnaireShape, value)) {
    const [error] = Errors(QuestionnaireShape, value);
    throw invalid(file, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  if (value.id !== FILE_NAME.exec(file)?.[1]) throw invalid(file, 'id', 'is not the name of the file');
  const asked = new Set<string>();
  for (const { question, answer, choices } of value.questions) {
    if (asked.has(question)) throw invalid(file, question, 'is asked twice');
    asked.add(question);
    if ((answer === 'text') !== (choices === undefined))
      throw invalid(file, question, 'has choices where any text will do, or none where it will not');
  }
  return value;
}
