// An order that one handed in oneself in, what its applicant may be told of it out: never a hit, a list, a signal or a score.
import { standingOf } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { OrderStanding } from '../store/orders.ts';
import type { StoredCase } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/** What becomes of an order, in words for whoever made it. */
export const followedStates = [
  'accepted',
  'being-examined',
  'information-needed',
  'not-accepted',
  'withdrawn',
] as const;
export type FollowedState = (typeof followedStates)[number];

export interface FollowedApplication {
  readonly applicationId: string;
  readonly state: FollowedState;
  readonly receivedAt: string;
}

const toldOf: Readonly<Record<CaseState, FollowedState>> = {
  ACCEPT: 'accepted',
  ACCEPT_WITH_CONDITIONS: 'accepted',
  NEED_INFORMATION: 'information-needed',
  HOLD: 'being-examined',
  REFUSE: 'not-accepted',
  WITHDRAWN: 'withdrawn',
};

/** @throws Problem `application.not-found`, also for one that somebody else handed in. */
export async function followApplication(id: string, parts: Parts): Promise<FollowedApplication> {
  permit(parts, 'application.follow');
  const stored = await parts.store.application(id);
  const known = await parts.store.case(id);
  if (!stored || !known || !isTheirs(stored.submittedBy, parts))
    throw new Problem('application.not-found', { application: id });
  return { applicationId: id, state: await stateToTell(known, parts), receivedAt: stored.receivedAt };
}

async function stateToTell({ id, state }: StoredCase, { store }: Parts): Promise<FollowedState> {
  const { noTipOff } = standingOf(await store.caseNotes(id));
  return toldOfStanding({ state, noTipOff });
}

/** What may not be told (`no-tip-off`) is an order being examined, whatever was decided. */
export function toldOfStanding({ state, noTipOff }: OrderStanding): FollowedState {
  const isSettled = state === 'ACCEPT' || state === 'WITHDRAWN';
  return noTipOff && !isSettled ? 'being-examined' : toldOf[state];
}

function isTheirs(submittedBy: string | undefined, { actor }: Parts): boolean {
  return submittedBy === actor.id || actor.duties.some((duty) => duty !== 'submitter' && duty !== 'service');
}
