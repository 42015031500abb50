// `sekisho address`: how an address is understood, whether its place and postal code exist, and the key that it is looked up by.
import type { Command } from 'commander';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { readAddress, type ReadAddress } from '../../flows/read-address.ts';
import { exitCodes, paint, table } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';

interface AddressOptions {
  readonly postalCode?: string;
  readonly country?: string;
}

export function addressCommand(program: Command, cli: Cli): void {
  program
    .command('address')
    .argument('<text>', 'as somebody wrote it: in Japanese, kana or Latin letters')
    .description(
      'how an address is understood, and what the gazetteers in use say of it: exit 0 one building and nothing against it, 10 not',
    )
    .option('--postal-code <code>', 'where it is not in the address')
    .option('--country <code>', 'two letters (default: told from the address)')
    .action(async (full: string, { postalCode, country }: AddressOptions, command: Command) => {
      if (country !== undefined && !/^[a-z]{2}$/i.test(country))
        throw new Problem('command.usage', { reason: `--country ${country} is not two letters` });
      await runWithParts(command, cli, async (parts) => {
        const read = await readAddress(
          {
            full,
            ...(postalCode !== undefined && { postalCode }),
            ...(country !== undefined && { country: country.toLowerCase() }),
          },
          parts,
        );
        return {
          json: { address: full, ...read },
          text: linesOf(read, cli).join('\n'),
          exitCode: read.key !== undefined && !isContradicted(read) ? exitCodes.ok : exitCodes.review,
        };
      });
    });
}

const against: readonly string[] = [
  'NOT_FOUND',
  'OTHER_TOWN',
  'OTHER_MUNICIPALITY',
  'OTHER_PREFECTURE',
  'NO_SUCH_CODE',
];

function isContradicted({ check }: ReadAddress): boolean {
  return (
    check !== undefined &&
    [check.postal, check.municipalityFound, check.townFound].some((each) => against.includes(each))
  );
}

function linesOf({ parts, check, key, country, spellings, gazetteers }: ReadAddress, cli: Cli): readonly string[] {
  const dash = (text: string | undefined) => (text === undefined || text === '' ? '–' : text);
  const rows = parts && [
    ['prefecture', dash(parts.prefecture), ''],
    ['municipality', dash(parts.municipalities.join(' or ')), verdict(check?.municipalityFound)],
    ['town', dash(parts.town), verdict(check?.townFound)],
    ['block', dash(parts.block), ''],
    ['building', dash(parts.building), ''],
    [
      'postal code',
      dash(parts.postalCode),
      [verdict(check?.postal), ...(check?.postalPlaces ?? [])].filter((text) => text !== '').join('  '),
    ],
  ];
  const used = Object.entries(gazetteers).map(([source, day]) => `${cli.say(`source.${source}`, {})} of ${day}`);
  return [
    ...(rows
      ? [table(rows)]
      : [`${country === undefined ? 'of no country that it tells' : country}: not read in parts`]),
    ...(0 < spellings.length ? [`in Japanese  ${spellings.join(' or ')}`] : []),
    `key  ${key ?? 'none: a person has to read it'}`,
    ...(parts ? [used.length === 0 ? 'no gazetteer in use: nothing is known of the place' : used.join(', ')] : []),
  ];
}

function verdict(text: string | undefined): string {
  if (text === undefined) return '';
  return paint(against.includes(text) ? 'red' : text === 'FOUND' || text === 'AGREES' ? 'green' : 'yellow', text);
}
