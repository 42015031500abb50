// An application in, every relation between its parties that it states, or that their parts in the order mean, out.
import { buyerOf, type Application } from '../model/application.ts';
import { actingRoles, type ChainLink } from '../model/chain.ts';
import type { CalendarDate } from '../model/calendar.ts';

/**
 * In the order in which they are stated, then those of the roles (a contact acts for the buyer, a payer pays for it). What
 * had ended before the day is left out.
 * @param nodeOf the node of a party, by its id.
 * @param source who says what the application says of nobody else.
 */
export function applicationLinks(
  application: Application,
  day: CalendarDate,
  { nodeOf, source }: { readonly nodeOf: (party: string) => string; readonly source: string },
): readonly ChainLink[] {
  const { parties, links = [], receivedOn } = application;
  const buyer = buyerOf(application).id;
  const linked = links
    .filter(({ until }) => !hasEnded(until, day))
    .map(({ from, to, kind, statedBy, since, share }): ChainLink => ({
      from: nodeOf(from),
      to: nodeOf(to),
      kind,
      statedBy: statedBy ?? source,
      date: since ?? receivedOn,
      ...(share !== undefined && { share: { least: share, most: share } }),
    }));
  const acting = parties
    .filter(({ id }) => id !== buyer)
    .flatMap(({ id, roles }) =>
      roles
        .filter((role) => actingRoles.includes(role))
        .map((role): ChainLink => ({
          from: nodeOf(id),
          to: nodeOf(buyer),
          kind: role,
          statedBy: source,
          date: receivedOn,
        })),
    );
  return [...linked, ...acting];
}

/** Whether a relation was over before the day. A year or a month ends with its last day. */
export function hasEnded(until: string | undefined, day: CalendarDate): boolean {
  return until !== undefined && until < day.slice(0, until.length);
}
