// The evidence of an application in, lines about who is behind it out: chains, addresses that join nobody, listed owners.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Evidence, Hop, Path } from '@sekisho/engine/model/evidence.ts';
import type { OwnershipAnswer } from '@sekisho/engine/model/ownership.ts';
import { paint } from '../answer.ts';
import type { Cli } from '../run.ts';

/** Chains that are shown; the rest stands in the evidence. */
const SHOWN_CHAINS = 20;

/** Who is behind the order, from the buyer to whoever is listed or was refused. */
export function chainLines(evidence: Evidence, cli: Cli): string[] {
  const { application, paths, massAddresses = [], ownership = [] } = evidence;
  const within = paths.filter(({ reaches }) => reaches === undefined).map((path) => chainWithin(path, application));
  const beyond = paths.filter(({ reaches }) => reaches !== undefined).map((path) => chainBeyond(path, application));
  const shown = [...new Set([...within, ...beyond])].filter((chain) => chain !== '');
  const owned = ownership.filter(({ state }) => state === 'OWNED' || state === 'MAY_BE_OWNED');
  return [
    ...(shown.length === 0 ? [] : ['', paint('bold', 'Who acts for whom'), ...shown.slice(0, SHOWN_CHAINS)]),
    ...(SHOWN_CHAINS < shown.length ? [`  and ${String(shown.length - SHOWN_CHAINS)} more (--json)`] : []),
    ...massAddresses.map(
      ({ address, source, count }) =>
        `  ${address}: ${String(count)} or more by ${source}, an address that joins nobody`,
    ),
    ...(owned.length === 0 ? [] : ['', paint('bold', 'Listed owners (a hit is not a finding: a person compares)')]),
    ...owned.map((answer) => ownershipLine(answer, application, cli)),
  ];
}

function chainWithin({ from, to, hops }: Path, application: Application): string {
  const steps = hops
    .filter(({ kind }) => kind !== 'hit')
    .map((hop) => `${arrowOf(hop)} ${nameOf(application, hop.to)}`);
  return from === to || steps.length === 0 ? '' : `  ${nameOf(application, from)} ${steps.join(' ')}`;
}

/** With who says so and since when, as others than the applicant do. */
function chainBeyond({ from, hops, reaches = 'listed' }: Path, application: Application): string {
  const steps = hops.map((hop) =>
    hop.kind === 'hit'
      ? `may be ${hop.to}`
      : `${arrowOf(hop)} ${nameOf(application, hop.to)} (${[hop.statedBy, hop.date].filter((part) => part !== undefined).join(', ')})`,
  );
  return `  ${nameOf(application, from)} ${steps.join(' ')}: ${reaches}`;
}

function arrowOf({ kind, direction }: Hop): string {
  return direction === 'forward' ? `—${kind}→` : `←${kind}—`;
}

function ownershipLine(
  { party, rule, state, share, holders }: OwnershipAnswer,
  application: Application,
  cli: Cli,
): string {
  const counted = holders.filter(({ standing }) => standing !== 'unlisted' && standing !== 'not-restricted');
  const told = counted.map(
    ({ id, name = id, share: held, controls, statedBy }) =>
      `${name} ${rangeOf(held)}${controls ? ', control' : ''} (${statedBy})`,
  );
  const style = state === 'OWNED' ? 'red' : 'yellow';
  const said = cli.say(`ownership.${state}`, { rule });
  return `  ${nameOf(application, party)}: ${paint(style, said)}, ${rangeOf(share)}: ${told.join('; ')}`;
}

function rangeOf({ least, most }: OwnershipAnswer['share']): string {
  return least === most ? `${String(least)} %` : `${String(least)} to ${String(most)} %`;
}

function nameOf({ parties }: Application, party: string): string {
  return parties.find(({ id }) => id === party)?.names[0]?.text ?? party;
}
