// A person's word on a hit in, the case vetted anew with it out: a false positive is a clearance, for the party and the entry as they stand.
import { addDays, parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import {
  dispositionGrounds,
  dispositionVerdicts,
  type Disposition,
  type DispositionGround,
  type DispositionVerdict,
} from '@sekisho/engine/model/case-note.ts';
import type { Evidence, Hit } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { CLEARANCE_DAYS, clearanceSeals } from '@sekisho/engine/policy/clearance.ts';
import { checkedWord, type CaseWord, type Refuse } from './case-word.ts';
import { sealOfSaid } from './cleared-hits.ts';
import { saveNote } from './decide-case.ts';
import type { LoadedPolicy, Parts } from './parts.ts';
import { permit } from './permit.ts';
import { vetApplication, type Vetting } from './vet-application.ts';

export interface DispositionRequest extends CaseWord {
  readonly party: string;
  readonly entityId: string;
  readonly verdict: string;
  readonly ground: string;
  /** Of a false positive: until when, at most as long as the policy lets a clearance hold. */
  readonly until?: string;
}

/**
 * Keeps what a person makes of a hit of the last decision, and vets the application anew under it.
 * @throws Problem `case.not-found`, `case.disposition-not-allowed` with the reason: no such hit, an unknown verdict or
 *   ground, nobody named, a reason too short, an end beyond what the policy allows; and what vetting throws.
 */
export async function disposeHit(caseId: string, request: DispositionRequest, parts: Parts): Promise<Vetting> {
  permit(parts, 'case.work');
  const refuse = (reason: string): never => {
    throw new Problem('case.disposition-not-allowed', { case: caseId, entity: request.entityId, reason });
  };
  const disposed = await parts.store.write(async (writer) => {
    if (!(await writer.case(caseId))) throw new Problem('case.not-found', { case: caseId });
    const stored = await writer.application(caseId);
    const last = (await writer.decisions(caseId)).at(-1);
    const evidence = last?.sealed?.evidence;
    if (!stored?.application || !evidence) throw new Problem('application.not-found', { application: caseId });
    if (last.revision !== stored.revision) refuse('the application was corrected since: vet it again first');
    const loaded = parts.policies.get(stored.application.policy);
    if (!loaded) throw new Problem('policy.not-found', { policy: stored.application.policy });
    const hit = hitIn(evidence, request) ?? refuse(`${request.party} has no such hit in the last decision`);
    const note = dispositionOf(caseId, request, hit, evidence, loaded, parts.clock(), refuse);
    await saveNote(writer, note);
    return stored.application;
  });
  return vetApplication(disposed, parts);
}

function hitIn({ hits, clearedHits = [] }: Evidence, { party, entityId }: DispositionRequest): Hit | undefined {
  return [...hits, ...clearedHits].find((hit) => hit.party === party && hit.entity.id === entityId);
}

function dispositionOf(
  caseId: string,
  request: DispositionRequest,
  { entity }: Hit,
  { application }: Evidence,
  { policy }: LoadedPolicy,
  at: string,
  refuse: Refuse,
): Disposition {
  const verdict: DispositionVerdict =
    dispositionVerdicts.find((word) => word === request.verdict) ??
    refuse(`a verdict is one of ${dispositionVerdicts.join(', ')}`);
  const ground: DispositionGround =
    dispositionGrounds.find((word) => word === request.ground) ??
    refuse(`a ground is one of ${dispositionGrounds.join(', ')}`);
  const { by, reason } = checkedWord(request, 'disposes of it', refuse);
  const party =
    application.parties.find(({ id }) => id === request.party) ?? refuse(`there is no party ${request.party}`);
  const seals = clearanceSeals(party, entity, policy, sealOfSaid);
  const until = verdict === 'false-positive' ? endOf(request.until, policy.clearance?.days, at, refuse) : undefined;
  return {
    kind: 'disposed',
    caseId,
    party: party.id,
    entityId: entity.id,
    verdict,
    ground,
    reason,
    policy: policy.id,
    ...(until !== undefined && { until }),
    ...seals,
    by,
    at,
  };
}

function endOf(wanted: string | undefined, days: number | undefined, at: string, refuse: Refuse): CalendarDate {
  const today = at.slice(0, 10);
  const latest = addDays(today, days ?? CLEARANCE_DAYS);
  if (wanted === undefined) return latest;
  if (parseCalendarDate(wanted) === undefined) refuse(`"${wanted}" is no day (YYYY-MM-DD)`);
  if (wanted < today) refuse('its end lies in the past');
  if (latest < wanted) refuse(`the policy lets a clearance hold until ${latest} at most`);
  return wanted;
}
