// `data/effects.yml` and `data/legal-status.yml` in, the meaning of every word of the model's vocabularies out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { effects, type Effect } from '../model/entity.ts';
import { legalStatuses, notIndictedReasons, type LegalStatus } from '../model/legal-status.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));

const EffectShape = Type.Object(
  {
    effect: word(effects),
    japanese: text,
    stops: word(['forbidden', 'licence', 'care'] as const),
    meaning: text,
    source: text,
  },
  closed,
);
export type EffectMeaning = Type.Static<typeof EffectShape>;

const LegalStatusShape = Type.Object(
  {
    status: word(legalStatuses),
    japanese: text,
    meaning: text,
    source: text,
    reasons: Type.Optional(
      Type.Array(Type.Object({ reason: word(notIndictedReasons), japanese: text, meaning: text }, closed)),
    ),
  },
  closed,
);
export type LegalStatusMeaning = Type.Static<typeof LegalStatusShape>;

/** @throws Problem `reference.invalid` when a word of the model is missing, has two entries, or is not one of the model. */
export function buildEffects(files: ReferenceFiles): ReadonlyMap<Effect, EffectMeaning> {
  return entriesByWord(files, 'effects.yml', EffectShape, ({ effect }) => effect, effects);
}

/** @throws Problem `reference.invalid`, as for effects; also when a reason not to indict is missing. */
export function buildLegalStatuses(files: ReferenceFiles): ReadonlyMap<LegalStatus, LegalStatusMeaning> {
  const file = 'legal-status.yml';
  const meanings = entriesByWord(files, file, LegalStatusShape, ({ status }) => status, legalStatuses);
  const reasons = meanings.get('NOT_INDICTED')?.reasons?.map(({ reason }) => reason) ?? [];
  if (reasons.join() !== notIndictedReasons.join())
    throw invalid(file, 'NOT_INDICTED', `the reasons are ${notIndictedReasons.join(', ')}, in this order`);
  return meanings;
}

/** Entries in the order of the model's words, one for each. */
function entriesByWord<Shape extends Type.TSchema, Word extends string>(
  files: ReferenceFiles,
  file: string,
  shape: Shape,
  wordOf: (entry: Type.Static<Shape>) => Word,
  words: readonly Word[],
): ReadonlyMap<Word, Type.Static<Shape>> {
  const list = Type.Array(shape);
  const entries = readYaml(files, file);
  if (!Check(list, entries)) {
    const [error] = Errors(list, entries);
    throw invalid(file, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const found = entries.map((entry) => wordOf(entry));
  if (found.join() !== words.join()) throw invalid(file, 1, `the entries are ${words.join(', ')}, in this order`);
  return new Map(entries.map((entry) => [wordOf(entry), entry]));
}
