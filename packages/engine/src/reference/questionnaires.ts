// The questionnaires of `data/questionnaires` in, checked questions by id out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const country = Type.String({ pattern: '^[a-z]{2}$' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const someOf = <Of extends Type.TSchema>(of: Of) => Type.Optional(Type.Array(of, { minItems: 1, uniqueItems: true }));

/** The orders that a question is asked of; all that is named must hold, and what an order does not say counts as holding. */
const OnlyForShape = Type.Object(
  {
    policies: someOf(id),
    products: someOf(text),
    destinations: someOf(country),
    notDestinations: someOf(country),
    delivery: someOf(word(['download', 'shipment', 'provisioning'])),
  },
  closed,
);

/** `choice`: one of `choices`. `party-or-nobody`: one of `choices`, or the name of a party. `text`: anything. */
const answerKinds = ['choice', 'party-or-nobody', 'text'] as const;

const whoAnswers = ['applicant', 'reviewer'] as const;

const QuestionShape = Type.Object(
  {
    question: id,
    answer: word(answerKinds),
    choices: Type.Optional(Type.Array(id, { minItems: 1, uniqueItems: true })),
    /** Choices that call for a second look. */
    concern: someOf(id),
    answeredBy: Type.Optional(word(whoAnswers)),
    mandatory: Type.Optional(Type.Boolean()),
    onlyFor: Type.Optional(OnlyForShape),
    why: text,
    source: text,
  },
  closed,
);
/** A question that another questionnaire words. */
const BorrowedShape = Type.Object(
  { question: id, from: id, mandatory: Type.Optional(Type.Boolean()), onlyFor: Type.Optional(OnlyForShape) },
  closed,
);
const QuestionnaireShape = Type.Object(
  {
    id,
    /** Of questions that do not say; absent: whoever applies. */
    answeredBy: Type.Optional(word(whoAnswers)),
    questions: Type.Array(Type.Union([BorrowedShape, QuestionShape]), { minItems: 1 }),
  },
  closed,
);
type QuestionnaireFile = Type.Static<typeof QuestionnaireShape>;
type WordedQuestion = Type.Static<typeof QuestionShape>;
export type AskedOnlyFor = Type.Static<typeof OnlyForShape>;

export interface Question extends WordedQuestion {
  readonly answeredBy: (typeof whoAnswers)[number];
  readonly mandatory: boolean;
}

export interface Questionnaire {
  readonly id: string;
  readonly questions: readonly Question[];
}

const FILE_NAME = /^questionnaires\/([^/]+)\.yml$/;

/** On whose instruction, and who pays or rewards: a questionnaire that does not ask it lets a straw man through. */
const ALWAYS_ASKED = 'instructed-by';

/**
 * Every questionnaire by id, each question with its wording, whichever questionnaire words it.
 * @throws Problem `reference.invalid`: another shape, an id that is not the file's name, a question asked twice or worded
 *   twice, choices where an answer is free, none where it is not, a concern that is no choice, a question borrowed that is not
 *   worded there, a questionnaire for applicants that does not ask as mandatory on whose instruction.
 */
export function buildQuestionnaires(files: ReferenceFiles): ReadonlyMap<string, Questionnaire> {
  const named = [...files.keys()].filter((file) => FILE_NAME.test(file)).sort();
  const read = new Map(named.map((file) => [file, readFile(files, file)]));
  const worded = new Map<string, Question>();
  for (const [file, { id, answeredBy = 'applicant', questions }] of read)
    for (const asked of questions) {
      if ('from' in asked) continue;
      const known = [...read.values()].filter((other) =>
        other.questions.some((one) => !('from' in one) && one.question === asked.question),
      );
      if (known.length !== 1)
        throw invalid(file, asked.question, 'is worded in another questionnaire too: borrow it (from)');
      checkQuestion(file, asked);
      worded.set(`${id}/${asked.question}`, {
        ...asked,
        answeredBy: asked.answeredBy ?? answeredBy,
        mandatory: asked.mandatory ?? false,
      });
    }
  return new Map(
    [...read].map(([file, questionnaire]) => [questionnaire.id, wholeQuestionnaire(file, questionnaire, worded)]),
  );
}

function readFile(files: ReferenceFiles, file: string): QuestionnaireFile {
  const value = readYaml(files, file);
  if (!Check(QuestionnaireShape, value)) {
    const [error] = Errors(QuestionnaireShape, value);
    throw invalid(file, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  if (value.id !== FILE_NAME.exec(file)?.[1]) throw invalid(file, 'id', 'is not the name of the file');
  const asked = new Set<string>();
  for (const { question } of value.questions) {
    if (asked.has(question)) throw invalid(file, question, 'is asked twice');
    asked.add(question);
  }
  return value;
}

function checkQuestion(file: string, { question, answer, choices, concern = [] }: WordedQuestion): void {
  if ((answer === 'text') !== (choices === undefined))
    throw invalid(file, question, 'has choices where any text will do, or none where it will not');
  const unknown = concern.find((one) => !choices?.includes(one));
  if (unknown !== undefined) throw invalid(file, question, `has a concern, "${unknown}", that is no choice`);
}

function wholeQuestionnaire(
  file: string,
  { id, answeredBy, questions }: QuestionnaireFile,
  worded: ReadonlyMap<string, Question>,
): Questionnaire {
  const whole = questions.map((asked): Question => {
    const from = 'from' in asked ? asked.from : id;
    const wording = worded.get(`${from}/${asked.question}`);
    if (!wording) throw invalid(file, asked.question, `is not worded in the questionnaire ${from}`);
    const { mandatory = false, onlyFor } = asked;
    const { onlyFor: _, ...rest } = wording;
    return { ...rest, mandatory, ...(onlyFor && { onlyFor }) };
  });
  const isAsked = whole.some(({ question, mandatory, onlyFor }) => question === ALWAYS_ASKED && mandatory && !onlyFor);
  if (answeredBy !== 'reviewer' && !isAsked)
    throw invalid(file, ALWAYS_ASKED, 'is not asked of everybody as mandatory');
  return { id, questions: whole };
}
