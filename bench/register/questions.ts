// Companies of a made register in, what it is asked for out: numbers, names as they are and with a slip, addresses, contacts.
import { below, oneOf, randomOf, type Random } from '../search/random.ts';
import type { NumberedCompany, RenamedCompany } from './files.ts';

export type QuestionKind =
  | 'number'
  | 'name'
  | 'former'
  | 'kana'
  | 'english'
  | 'typoHan'
  | 'typoKana'
  | 'typoEnglish'
  | 'address'
  | 'phone'
  | 'domain';

export interface Question {
  readonly kind: QuestionKind;
  readonly text: string;
  /** Of the company that is meant. */
  readonly number: string;
}

export interface ReachedCompany {
  readonly number: string;
  readonly phone: string;
  readonly domain: string;
}

export function questionsOf(
  seed: number,
  sample: readonly NumberedCompany[],
  english: readonly NumberedCompany[],
  renamed: readonly RenamedCompany[],
  reached: readonly ReachedCompany[],
): readonly Question[] {
  const open = sample.filter(({ closedOn }) => closedOn === undefined);
  const ask = <C extends { readonly number: string }>(
    kind: QuestionKind,
    of: readonly C[],
    textOf: (company: C, random: Random) => string | undefined,
  ): readonly Question[] =>
    of.flatMap((company, place) => {
      const text = textOf(company, randomOf(seed, 11, place));
      return text === undefined ? [] : [{ kind, text, number: company.number }];
    });
  return [
    ...ask('number', sample, ({ number }) => number),
    ...ask('name', sample, ({ name }) => name),
    ...ask('former', renamed, ({ formerName }) => formerName),
    ...ask('kana', sample, ({ kana }) => kana),
    ...ask('english', english, ({ englishName }) => englishName),
    ...ask('typoHan', sample, ({ name }, random) => withSlip(name, random)),
    ...ask('typoKana', sample, ({ kana }, random) => kana && withSlip(kana, random)),
    ...ask('typoEnglish', english, ({ englishName }, random) => englishName && withSlip(englishName, random)),
    ...ask('address', open, ({ prefecture, city, street }) => `${prefecture.name}${city}${street}`),
    ...ask('phone', reached, ({ phone }) => phone),
    ...ask('domain', reached, ({ domain }) => domain),
  ];
}

/** One letter left out, changed or exchanged with the next, in the first half of the name, which has no legal form of Latin letters. */
function withSlip(name: string, random: Random): string {
  const characters = [...name];
  const half = Math.max(2, Math.floor(characters.length / 2));
  // behind a legal form that stands in front
  const from = /^(?:株式会社|有限会社|合同会社|合資会社)/.test(name) ? 4 : 0;
  const at = Math.min(from + 1 + below(half - 1, random), characters.length - 2);
  const [here = '', next = ''] = characters.slice(at);
  const way = oneOf(['without', 'exchanged', 'changed'] as const, random);
  const slip = way === 'without' ? next : way === 'exchanged' ? next + here : (OTHERS[here] ?? '') + next;
  return [...characters.slice(0, at), slip, ...characters.slice(at + 2)].join('');
}

/** Another letter for a letter, of those that are likely: neighbours in the alphabet. Of characters there is none: they are left out. */
const OTHERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'abcdefghijklmnopqrstuvwxyzabc',
    ...'アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロア',
  ].map((letter, place, all) => [letter, all[place + 1] ?? 'a']),
);
