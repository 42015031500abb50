// `data/signals.yml` and the tables the signals look things up in, checked and frozen out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import type { Severity } from '../model/evidence.ts';
import { buildContactTables, type ContactTables } from './contact-tables.ts';
import { invalid, readTable, readYaml } from './data-table.ts';
import { buildJapaneseAddresses, type JapaneseAddressReference } from './japanese-addresses.ts';
import type { NameReference } from './name-reference.ts';
import { buildQuestionnaires } from './questionnaires.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildVirtualOffices, type VirtualOffice } from './virtual-offices.ts';

const severities = ['B', 'H', 'M', 'L', 'I'] as const satisfies readonly Severity[];
const signalFamilies = [
  'EXISTENCE',
  'AGE',
  'ADDRESS',
  'CONTACT',
  'PEOPLE',
  'OWNERSHIP',
  'MONEY',
  'PURPOSE',
  'BEHAVIOUR',
  'NETWORK',
  'HOSTING',
] as const;

const closed = { additionalProperties: false };
const word = Type.String({ pattern: '^[a-z][A-Za-z0-9-]*$' });
const text = Type.String({ minLength: 1, pattern: '\\S' });
const SignalShape = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z]{2}-\\d{1,2}$' }),
    family: Type.Unsafe<(typeof signalFamilies)[number]>(Type.Enum([...signalFamilies])),
    computes: text,
    /** How grave it is, by what exactly was seen. */
    severity: Type.Record(word, Type.Unsafe<Severity>(Type.Enum([...severities])), { minProperties: 1 }),
    /** Numbers and codes it is computed with. */
    settings: Type.Optional(Type.Record(word, Type.Union([Type.Number(), Type.Array(Type.String())]))),
    /** The question of a questionnaire whose answer says it, and which answers say what. */
    asked: Type.Optional(
      Type.Object(
        {
          question: text,
          /** Answer to what was seen. */
          raises: Type.Record(text, word, { minProperties: 1 }),
          clears: Type.Array(text, { minItems: 1 }),
        },
        closed,
      ),
    ),
    /** Of other orders it says nothing. Absent: of all. */
    onlyFor: Type.Optional(Type.Unsafe<'organisations' | 'rentals'>(Type.Enum(['organisations', 'rentals']))),
    needs: Type.Array(text, { minItems: 1 }),
    falsePositives: text,
    source: text,
  },
  closed,
);
export type SignalDefinition = Type.Static<typeof SignalShape>;

/** A question, as far as a signal has to know it. */
export interface AskedQuestion {
  readonly answer: 'choice' | 'party-or-nobody' | 'text';
  readonly answeredBy: 'applicant' | 'reviewer';
  readonly choices: readonly string[];
  /** Choices that call for a second look (PU-5). */
  readonly concern: readonly string[];
}

export interface SignalReference extends ContactTables {
  /** By id, in the order of the file. */
  readonly definitions: ReadonlyMap<string, SignalDefinition>;
  /** Of all questionnaires. */
  readonly questions: ReadonlyMap<string, AskedQuestion>;
  /** The prefectures of Japan, as the corporate register writes them. */
  readonly prefectures: readonly string[];
  readonly virtualOffices: readonly VirtualOffice[];
  readonly japaneseAddresses: JapaneseAddressReference;
  /** How names are folded, the legal forms in them, letters that look like others. */
  readonly spelling: Pick<NameReference, 'characters' | 'legalForms' | 'lookAlikes'>;
}

const FILE = 'signals.yml';

/** @throws Problem `reference.invalid`, with the file and the line or entry. */
export function buildSignalReference(files: ReferenceFiles, spelling: SignalReference['spelling']): SignalReference {
  const prefectures = readPrefectures(files);
  const questions = readQuestions(files);
  return Object.freeze({
    definitions: readDefinitions(files, questions),
    questions,
    ...buildContactTables(files, prefectures),
    prefectures,
    virtualOffices: buildVirtualOffices(files),
    japaneseAddresses: buildJapaneseAddresses(files, spelling.characters),
    spelling,
  });
}

function readDefinitions(
  files: ReferenceFiles,
  questions: SignalReference['questions'],
): SignalReference['definitions'] {
  const entries = readYaml(files, FILE);
  if (!Array.isArray(entries)) throw invalid(FILE, 1, 'the file is not a list of signals');
  const definitions = new Map<string, SignalDefinition>();
  entries.forEach((entry: unknown, index) => {
    if (!Check(SignalShape, entry)) {
      const [error] = Errors(SignalShape, entry);
      throw invalid(FILE, String(index + 1), `${error?.instancePath || '/'} ${error?.message ?? 'has another shape'}`);
    }
    if (definitions.has(entry.id)) throw invalid(FILE, entry.id, 'the signal has an entry already');
    checkAnswers(entry, questions);
    definitions.set(entry.id, entry);
  });
  return definitions;
}

function checkAnswers({ id, asked, severity }: SignalDefinition, questions: SignalReference['questions']): void {
  if (!asked) return;
  const { choices = [] } = questions.get(asked.question) ?? {};
  const answers = [...Object.keys(asked.raises), ...asked.clears];
  const unknown = answers.find((answer) => !choices.includes(answer));
  if (unknown !== undefined)
    throw invalid(FILE, id, `"${unknown}" is no answer to the question "${asked.question}" of any questionnaire`);
  const seen = Object.values(asked.raises).find((one) => severity[one] === undefined);
  if (seen !== undefined) throw invalid(FILE, id, `lacks a severity for "${seen}"`);
}

/** The same question in two questionnaires is one. */
function readQuestions(files: ReferenceFiles): SignalReference['questions'] {
  return new Map(
    [...buildQuestionnaires(files).values()].flatMap(({ questions }) =>
      questions.map(({ question, answer, answeredBy, choices = [], concern = [] }): [string, AskedQuestion] => [
        question,
        { answer, answeredBy, choices, concern },
      ]),
    ),
  );
}

function readPrefectures(files: ReferenceFiles): readonly string[] {
  const rows = readTable(files, 'addresses/jp-municipalities.tsv', [
    'prefecture',
    'municipality',
    'until',
    'successors',
  ]);
  return [...new Set(rows.map(({ cells: [prefecture = ''] }) => prefecture))];
}
