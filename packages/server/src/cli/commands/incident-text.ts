// What an order has in common with incidents, and what is claimed of whom, in; lines for people, each with who reported it, out.
import type { IncidentLink, NamedClaim } from '@sekisho/engine/model/incident.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import { paint } from '../answer.ts';
import type { Cli } from '../run.ts';

/** A lead, no finding: a person looks at it. */
export function incidentLinkLines(links: readonly IncidentLink[], cli: Cli): string[] {
  if (links.length === 0) return [];
  return [
    '',
    paint('bold', 'In common with reported incidents (a report is not a finding: a person looks at it)'),
    ...links.flatMap(({ party, incidentId, title, source, markings = [], matches, claims = [] }) => [
      `  ${party}: ${matches.map(({ type, stated, score }) => `${type} “${stated}”${score === undefined ? '' : ` ${score.toFixed(2)}`}`).join(', ')}  ${incidentId}`,
      `    ${title}, as ${source.publisher} reported${source.publishedOn === undefined ? '' : ` on ${source.publishedOn}`}${markings.map((marking) => `  ${paint('magenta', marking)}`).join('')}`,
      ...claimLines(claims, cli).map((line) => `  ${line}`),
    ]),
  ];
}

/** Those that stand, of each name, as they were reported. */
export function claimLines(claims: readonly NamedClaim[], cli: Cli): string[] {
  return [...Map.groupBy(claims, ({ name }) => name)].flatMap(([name, all]) =>
    standingClaims(all).map(
      ({ status, authority, date, reportedBy }) =>
        `  ${name}: ${cli.say(`legal-status-name.${status}`, {})}, ${authority}${date === undefined ? '' : `, ${date}`}; as ${reportedBy} reported`,
    ),
  );
}
