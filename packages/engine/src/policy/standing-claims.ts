// All claims about somebody's legal standing in, those that may still be shown out, oldest first.
import { displacedBy, type LegalStatusClaim } from '../model/legal-status.ts';

/**
 * The claims that stand. Of one authority the newest (two reports of the same act both stand: they may differ), and
 * none that an acquittal, a decision not to indict or a retraction of the same or a later day has displaced, unless
 * both name an offence and it is another; a retraction takes back what its own authority or reporter said. Days are
 * compared as far as both are known: `2021-10` and `2021-10-05` are the same. An undated claim is older than any dated one.
 */
export function standingClaims<Claim extends LegalStatusClaim>(claims: readonly Claim[]): readonly Claim[] {
  return claims
    .filter((claim) => !claims.some((other) => other !== claim && overtakes(other, claim)))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (b.date ?? '') < (a.date ?? '') ? 1 : 0));
}

function overtakes(newer: LegalStatusClaim, older: LegalStatusClaim): boolean {
  if (newer.offence !== undefined && older.offence !== undefined && newer.offence !== older.offence) return false;
  const sameAuthority = newer.authority === older.authority;
  if (isOlder(older, newer) && sameAuthority) return true;
  const displaces = displacedBy[newer.status]?.includes(older.status) ?? false;
  const speaksForIt = newer.status !== 'RETRACTED' || sameAuthority || newer.reportedBy === older.reportedBy;
  return displaces && speaksForIt && !isOlder(newer, older);
}

function isOlder(a: LegalStatusClaim, b: LegalStatusClaim): boolean {
  const [dayA = '', dayB = ''] = [a.date, b.date];
  const shared = Math.min(dayA.length, dayB.length);
  return shared === 0 ? dayA.length < dayB.length : dayA.slice(0, shared) < dayB.slice(0, shared);
}
