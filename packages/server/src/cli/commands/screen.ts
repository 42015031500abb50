// `sekisho screen`: one name against the lists in use. A question: nothing is kept.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { schemata, type Schema } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { Command } from 'commander';
import { screenSubject } from '../../flows/screen-name.ts';
import { paint } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';
import { legalStatusLines } from './decision-text.ts';

interface ScreenOptions {
  readonly schema: string;
  readonly country?: string[];
  readonly birthDate?: string;
  readonly id?: string[];
  readonly limit: string;
  readonly minScore?: string;
}

export function screenCommand(program: Command, cli: Cli): void {
  program
    .command('screen')
    .argument('<name>', 'in any script')
    .description('compare one name with the lists in use; nothing is kept')
    .option('--schema <schema>', `what the name is of: ${schemata.join(', ')}`, 'LegalEntity')
    .option('--country <code...>', 'countries it is connected with (ISO 3166-1 alpha-2)')
    .option('--birth-date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--id <type:value...>', `identifiers: ${identifierTypes.slice(0, 8).join(', ')}, …`)
    .option('--limit <count>', 'the most hits to show', '10')
    .option('--min-score <score>', 'the least score of a hit, 0 to 1 (default: the shipped threshold)')
    .action(async (name: string, options: ScreenOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const settings = {
          limit: numberBetween('--limit', options.limit, 1, 1000),
          minScore:
            options.minScore === undefined
              ? parts.reference.names.weights.hitScore
              : numberBetween('--min-score', options.minScore, 0, 1),
        };
        const { hits, editions, cutOff } = await screenSubject(subjectFrom(name, options), settings, parts);
        const lists = editions.map(({ edition, confirmedCurrentOn }) => ({
          source: edition.source,
          editionId: edition.id,
          confirmedCurrentOn,
        }));
        return {
          json: { hits, lists, ...(cutOff !== undefined && { cutOff }) },
          text: [
            hits.length === 0
              ? `no hit for “${name}”`
              : `${String(hits.length)} hit${hits.length === 1 ? '' : 's'} for “${name}”`,
            ...hits.flatMap((hit) => [
              `  ${paint('bold', hit.score.toFixed(2))}  ${hit.listedName}  (${hit.entity.id}, ${hit.entity.schema})` +
                (hit.nameOnly ? '  name only: nothing else to compare' : ''),
              `        ${hit.contributions.map(({ factor, points }) => `${factor} ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`).join('  ')}`,
              ...legalStatusLines(hit.entity, cli),
            ]),
            ...(cutOff === undefined ? [] : [paint('yellow', cutOff)]),
            `in ${lists.map(({ source, confirmedCurrentOn }) => `${source} (current on ${confirmedCurrentOn})`).join(', ')}`,
          ].join('\n'),
        };
      });
    });
}

/** @throws Problem `command.usage` when an option is not what it stands for. */
export function subjectFrom(name: string, options: Omit<ScreenOptions, 'limit' | 'minScore'>): Subject {
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

function identifierFrom(text: string): Identifier {
  const [word = '', ...value] = text.split(':');
  const type = identifierTypes.find((known) => known === word);
  if (!type || value.join(':').trim() === '')
    return unusable('--id', text, `type:value, type one of ${identifierTypes.join(', ')}`);
  return { type, value: value.join(':').trim() };
}

export function numberBetween(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  return text.trim() !== '' && least <= value && value <= most
    ? value
    : unusable(option, text, `a number from ${String(least)} to ${String(most)}`);
}

function unusable(option: string, value: string, expected: string): never {
  throw new Problem('command.usage', { reason: `${option}: “${value}” is not ${expected}` });
}
