// What an order and an incident share, and what is claimed of whom, in; one line of text out, as alerts keep it; the same without the claims.
import type { IncidentLink } from '@sekisho/engine/model/incident.ts';
import { legalStatuses } from '@sekisho/engine/model/legal-status.ts';

/** What is shared, then what is claimed of whom, as it was reported. */
export function linkText({ matches, claims = [] }: Pick<IncidentLink, 'matches' | 'claims'>): string {
  const shared = matches.map(({ type, indicator, score }) =>
    score === undefined ? `${type} ${indicator}` : `${type} ${indicator} (${score.toFixed(2)})`,
  );
  const reported = claims.map(
    ({ name, status, authority, reportedBy, date }) =>
      `${name}: ${status} by ${authority}${date === undefined ? '' : ` on ${date}`}, as ${reportedBy} reported`,
  );
  return [...shared, ...reported].join(PART);
}

/** All before the first claim of a `linkText`; the text itself when nothing is claimed in it. */
export function sharedText(text: string): string {
  const status = text.search(claimed);
  if (status < 0) return text;
  const begin = text.lastIndexOf(PART, status);
  return begin < 0 ? '' : text.slice(0, begin);
}

/** Whether a text tells a claim in the words of `linkText`. */
export function tellsClaim(text: string): boolean {
  return claimedOf.test(text);
}

const PART = '; ';
const claimedOf = new RegExp(`(?:${legalStatuses.join('|')}) by `);
const claimed = new RegExp(`: (?:${legalStatuses.join('|')}) by `);
