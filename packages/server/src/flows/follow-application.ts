// An order that one handed in oneself in, what its applicant may be told of it out: never a hit, a list, a signal or a score.
import { standingOf } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/** What becomes of an order, in words for whoever made it. */
export type FollowedState = 'accepted' | 'being-examined' | 'information-needed' | 'not-accepted' | 'withdrawn';

export interface FollowedApplication {
  readonly applicationId: string;
  readonly state: FollowedState;
  readonly receivedAt: string;
}

const stateToTell: Readonly<Record<CaseState, FollowedState>> = {
  ACCEPT: 'accepted',
  ACCEPT_WITH_CONDITIONS: 'accepted',
  NEED_INFORMATION: 'information-needed',
  HOLD: 'being-examined',
  REFUSE: 'not-accepted',
  WITHDRAWN: 'withdrawn',
};

/**
 * What may not be told (`no-tip-off`) is an order being examined, whatever was decided.
 * @throws Problem `application.not-found`, also for one that somebody else handed in.
 */
export async function followApplication(id: string, parts: Parts): Promise<FollowedApplication> {
  permit(parts, 'application.follow');
  const stored = await parts.store.application(id);
  const known = await parts.store.case(id);
  if (!stored || !known || !isTheirs(stored.submittedBy, parts))
    throw new Problem('application.not-found', { application: id });
  const { noTipOff } = standingOf(await parts.store.caseNotes(id));
  const isSettled = known.state === 'ACCEPT' || known.state === 'WITHDRAWN';
  return {
    applicationId: id,
    state: noTipOff && !isSettled ? 'being-examined' : stateToTell[known.state],
    receivedAt: stored.receivedAt,
  };
}

function isTheirs(submittedBy: string | undefined, { actor }: Parts): boolean {
  return submittedBy === actor.id || actor.duties.some((duty) => duty !== 'submitter' && duty !== 'service');
}
