// `sekisho register lookup`: companies of the registers in use, by number, name, address, telephone number or domain.
import type { Command } from 'commander';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterFact } from '@sekisho/engine/model/register.ts';
import { lookUpCompany, type FoundCompany, type RegisterLookUp } from '../../flows/look-up-company.ts';
import { lookUpPlace, type Place, type PlaceLookUp } from '../../flows/look-up-place.ts';
import { exitCodes, paint, type Answer } from '../answer.ts';
import { numberBetween } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { pruneCommand } from './register-prune.ts';

interface LookUpOptions {
  readonly address?: string;
  readonly country?: string;
  readonly phone?: string;
  readonly domain?: string;
  readonly register?: readonly string[];
  readonly limit: string;
  readonly minScore: string;
}

export function registerCommand(program: Command, cli: Cli): void {
  const register = program.command('register').description('official registers of companies');
  pruneCommand(register, cli);
  register
    .command('lookup')
    .argument('[number|name]', 'a number of the register, or a name in any script: present, former, English, kana')
    .description(
      'the companies that the registers in use have under a number, a name, an address, a telephone number or a domain: exit 0 found, 10 none',
    )
    .option('--address <address>', 'in place of a name: companies that are open at this address, and how many they are')
    .option('--country <code>', "of the address, two letters (default: the register's)")
    .option('--phone <number>', 'in place of a name: companies that state this telephone number')
    .option('--domain <domain>', 'in place of a name: companies that state this web or mail domain')
    .option('--register <id...>', 'these registers alone')
    .option('--limit <count>', 'the most companies of one register', '10')
    .option('--min-score <score>', 'the least likeness of a spelling, 0 to 1', '0.7')
    .action(async (text: string | undefined, options: LookUpOptions, command: Command) => {
      await runWithParts(command, cli, async (parts): Promise<Answer> => {
        const asked = askedFor(text, options);
        const settings = {
          registers: options.register ?? [],
          limit: numberBetween('--limit', options.limit, 1, 1000),
          minScore: numberBetween('--min-score', options.minScore, 0, 1),
        };
        if (typeof asked !== 'string') {
          const answers = await lookUpPlace(asked, settings, parts);
          return answerOf(answers, (answer) => placeLines(answer, cli));
        }
        const answers = await lookUpCompany(asked, settings, parts);
        return answerOf(answers, (answer) => lookUpLines(answer, cli));
      });
    });
}

/** @throws Problem `command.usage` unless one thing is asked for. */
function askedFor(text: string | undefined, { address, country, phone, domain }: LookUpOptions): string | Place {
  const asked: (string | Place)[] = [
    ...(text === undefined ? [] : [text]),
    ...(address === undefined ? [] : [{ address, ...(country !== undefined && { country: country.toLowerCase() }) }]),
    ...(phone === undefined ? [] : [{ phone }]),
    ...(domain === undefined ? [] : [{ domain }]),
  ];
  const [only, another] = asked;
  if (only !== undefined && another === undefined) return only;
  throw new Problem('command.usage', {
    reason: 'ask for one thing: a number or name, --address, --phone or --domain',
  });
}

function answerOf<A extends { readonly companies: readonly unknown[] }>(
  answers: readonly A[],
  lines: (answer: A) => readonly string[],
): Answer {
  const isFound = answers.some(({ companies }) => 0 < companies.length);
  return {
    json: { answers },
    text: answers.flatMap(lines).join('\n'),
    exitCode: isFound ? exitCodes.ok : exitCodes.review,
  };
}

function lookUpLines(answer: RegisterLookUp, cli: Cli): readonly string[] {
  const { companies, isCutOff, isSearchedBySpelling } = answer;
  return [
    `${headOf(answer, cli)}: ${counted(companies.length)}${isCutOff ? ', and more' : ''}` +
      (isSearchedBySpelling ? '' : '; too large to be searched by spelling'),
    ...companies.flatMap(companyLines),
  ];
}

function placeLines(answer: PlaceLookUp, cli: Cli): readonly string[] {
  const { isReadable, companies, isCutOff, count, percentile } = answer;
  if (!isReadable) return [`${headOf(answer, cli)}: cannot be read, so nothing is known`];
  const found =
    count === undefined
      ? `${counted(companies.length)}${isCutOff ? ', and more' : ''}`
      : `${counted(count)} open there; ${String(percentile)} of a hundred addresses have fewer`;
  return [`${headOf(answer, cli)}: ${found}`, ...companies.flatMap((fact) => companyLines({ fact }))];
}

function headOf({ register, standsAt, complete }: RegisterLookUp | PlaceLookUp, cli: Cli): string {
  return `${paint('bold', cli.say(`source.${register}`, {}))}  as of ${standsAt}${complete ? '' : ', not the whole register'}`;
}

function counted(companies: number): string {
  return companies === 0 ? 'none' : `${String(companies)} compan${companies === 1 ? 'y' : 'ies'}`;
}

/** A company as its register states it. */
function companyLines({
  by,
  fact,
  score,
  foundName,
}: Partial<FoundCompany> & { readonly fact: RegisterFact }): readonly string[] {
  const { number, name, kana, englishName, closedOn, standing, standingAsStated } = fact.current;
  const { seat, prefecture, city, street, addressAbroad } = fact.current;
  const address = seat?.full ?? ([prefecture, city, street].join('') || (addressAbroad ?? ''));
  const state = closedOn !== undefined ? `closed ${closedOn}` : (standingAsStated ?? standing?.toLowerCase() ?? '');
  const how = by === 'spelling' ? `  ${(score ?? 0).toFixed(2)} like “${foundName ?? ''}”` : '';
  return [
    `  ${number}  ${name}${[kana, englishName].map((text) => (text === undefined ? '' : `  ${text}`)).join('')}${how}`,
    ...(address === '' && state === '' ? [] : [`      ${[address, state].filter((text) => text !== '').join('  ')}`]),
  ];
}
