// A case and the state it is to have in, whether two people must say so out.
import type { CaseState, Outcome } from '../model/decision.ts';
import type { Policy } from '../model/policy.ts';

/**
 * Two people stand behind every refusal, and behind an acceptance against a proposal to refuse or of what was refused
 * before. A policy can ask for two in more states, and in no fewer.
 */
export function needsSecondPerson(
  to: CaseState,
  known: { readonly state: CaseState; readonly proposed: Outcome },
  { secondPersonFor = [] }: Pick<Policy, 'secondPersonFor'>,
): boolean {
  if (to === 'REFUSE' || secondPersonFor.includes(to)) return true;
  const isAccepted = to === 'ACCEPT' || to === 'ACCEPT_WITH_CONDITIONS';
  return isAccepted && (known.proposed === 'refuse' || known.state === 'REFUSE');
}

/** Whether two names are of one person: nobody is both pairs of eyes by writing the name otherwise. */
export function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/gu, ' ')
    .trim();
}
