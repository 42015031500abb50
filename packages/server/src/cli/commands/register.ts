// `sekisho register lookup`: companies of the registers in use, by number or by name.
import type { Command } from 'commander';
import { lookUpCompany, type FoundCompany, type RegisterLookUp } from '../../flows/look-up-company.ts';
import { exitCodes, paint } from '../answer.ts';
import { numberBetween } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';

interface LookUpOptions {
  readonly register?: readonly string[];
  readonly limit: string;
  readonly minScore: string;
}

export function registerCommand(program: Command, cli: Cli): void {
  program
    .command('register')
    .description('official registers of companies')
    .command('lookup')
    .argument('<number|name>', 'a number of the register, or a name in any script: present, former, English, kana')
    .description('the companies that the registers in use have under a number or a name: exit 0 found, 10 none')
    .option('--register <id...>', 'these registers alone')
    .option('--limit <count>', 'the most companies of one register', '10')
    .option('--min-score <score>', 'the least likeness of a spelling, 0 to 1', '0.7')
    .action(async (text: string, options: LookUpOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const settings = {
          registers: options.register ?? [],
          limit: numberBetween('--limit', options.limit, 1, 1000),
          minScore: numberBetween('--min-score', options.minScore, 0, 1),
        };
        const answers = await lookUpCompany(text, settings, parts);
        const isFound = answers.some(({ companies }) => 0 < companies.length);
        return {
          json: { answers },
          text: answers.flatMap((answer) => lookUpLines(answer, cli)).join('\n'),
          exitCode: isFound ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}

function lookUpLines(answer: RegisterLookUp, cli: Cli): readonly string[] {
  const { register, standsAt, complete, companies, isCutOff, isSearchedBySpelling } = answer;
  return [
    `${paint('bold', cli.say(`source.${register}`, {}))}  as of ${standsAt}${complete ? '' : ', not the whole register'}: ` +
      (companies.length === 0 ? 'none' : `${String(companies.length)} compan${companies.length === 1 ? 'y' : 'ies'}`) +
      (isCutOff ? ', and more' : '') +
      (isSearchedBySpelling ? '' : '; too large to be searched by spelling'),
    ...companies.flatMap(companyLines),
  ];
}

/** A company as its register states it. */
function companyLines({ by, fact, score, foundName }: FoundCompany): readonly string[] {
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
