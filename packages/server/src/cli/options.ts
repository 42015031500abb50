// Options as a person types them in, the values they stand for out.
import { parseCalendarDate, parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { schemata, type Schema } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { languages, type Language } from '@sekisho/engine/reference/message-catalogues.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';

export interface SubjectOptions {
  readonly schema: string;
  readonly country?: string[];
  readonly birthDate?: string;
  readonly id?: string[];
}

/** Of commands that tell what is said of crimes: the look is sealed. */
export const WHO_LOOKS = 'who looks at it (default: who is signed in on this machine)';
export const WHAT_FOR = 'what for: a look at data on crimes is sealed';
export const WORK_ON_CASE = 'work on the case';

/** @throws Problem `command.usage` when an option is not what it stands for. */
export function subjectFrom(name: string, options: SubjectOptions): Subject {
  const countries = (options.country ?? []).map((code) => code.toLowerCase());
  for (const code of countries) if (!/^[a-z]{2}$/.test(code)) unusable('--country', code, 'a two-letter code');
  const birthDate = options.birthDate === undefined ? undefined : parseDateRange(options.birthDate);
  if (options.birthDate !== undefined && !birthDate) unusable('--birth-date', options.birthDate, 'a date');
  if (name.trim() === '') unusable('the name', name, 'a name');
  return {
    schema: schemaFrom(options.schema),
    names: [{ text: name, kind: 'primary' }],
    birthDates: birthDate ? [birthDate] : [],
    genders: [],
    nationalities: [],
    countries,
    identifiers: (options.id ?? []).map(identifierFrom),
    addresses: [],
  };
}

export function schemaFrom(word: string): Schema {
  return schemata.find((schema) => schema === word) ?? unusable('--schema', word, `one of ${schemata.join(', ')}`);
}

/** The word itself, when it is one of those an option takes. */
export function wordOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  return words.find((word) => word === text) ?? unusable(option, text, `one of ${words.join(', ')}`);
}

function identifierFrom(text: string): Identifier {
  const [word = '', ...value] = text.split(':');
  const type = identifierTypes.find((known) => known === word);
  if (!type || value.join(':').trim() === '')
    return unusable('--id', text, `type:value, type one of ${identifierTypes.join(', ')}`);
  return { type, value: value.join(':').trim() };
}

/** @throws Problem `command.usage`. */
export function dayFrom(option: string, text: string): string {
  return parseCalendarDate(text) ?? unusable(option, text, 'a day (YYYY-MM-DD)');
}

/** A language of the product. */
export function languageFrom(text: string): Language {
  return wordOf('--language', text, languages);
}

export function numberBetween(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  return text.trim() !== '' && least <= value && value <= most
    ? value
    : unusable(option, text, `a number from ${String(least)} to ${String(most)}`);
}

/** `a=name,b=country`; a comma that no field follows belongs to a column's name. */
export function pairsIn(text: string, before: readonly string[] = []): readonly string[] {
  const pairs: string[] = [];
  let begun = '';
  for (const piece of text.split(',')) {
    begun = begun === '' ? piece : `${begun},${piece}`;
    if (!piece.includes('=')) continue;
    pairs.push(begun);
    begun = '';
  }
  return [...before, ...pairs, ...(begun === '' ? [] : [begun])];
}

/** @throws Problem `command.usage`, always. */
export function unusable(option: string, value: string, expected: string): never {
  throw new Problem('command.usage', { reason: `${option}: “${value}” is not ${expected}` });
}
