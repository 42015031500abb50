// The day it is in, what decisions rested on and holds no more out: clearances at their end, confirmations that are too old.
import { addDays, daysBetween, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { DatedGround } from '../store/store.ts';
import { Clearances } from './cleared-hits.ts';
import type { Parts } from './parts.ts';
import { alertKey, type AlertDraft } from './raise-alerts.ts';

/** What a register confirmed is to be confirmed anew after so many days, unless the policy says otherwise. */
const CONFIRMATION_DAYS = 365;

/** What a decision rests on for a time only, as its evidence has it. */
export function datedGrounds({
  application: { id: applicationId },
  clearedHits = [],
  confirmations,
  sources,
  gatheredAt,
}: Evidence): readonly DatedGround[] {
  const cleared = clearedHits.map(({ party, entity, clearance }): DatedGround => ({
    kind: 'clearance',
    applicationId,
    party,
    subject: entity.id,
    day: clearance.until,
  }));
  const confirmed = confirmations
    .filter(({ verdict }) => verdict === 'CONFIRMED')
    .map(({ party, register }): DatedGround => {
      const source = sources.find((known) => known.source === register);
      const day = source?.confirmedCurrentOn ?? gatheredAt.slice(0, 10);
      return { kind: 'confirmation', applicationId, party, subject: register, day };
    });
  const grounds = [...cleared, ...confirmed].map(
    (ground) => [`${ground.kind} ${ground.party} ${ground.subject}`, ground] as const,
  );
  return [...new Map(grounds).values()];
}

/** By what ended. It is told at every run until the application is vetted anew; an alert on it is raised once. */
export async function newsOfTime(parts: Parts): Promise<ReadonlyMap<string, readonly AlertDraft[]>> {
  const today = parts.clock().slice(0, 10);
  return new Map([
    ['clearances', await endedClearances(today, parts)],
    ['confirmations', await staleConfirmations(today, parts)],
  ]);
}

/** An order that was refused or withdrawn rests on nothing. */
const restsOnNothing: readonly (CaseState | undefined)[] = ['REFUSE', 'WITHDRAWN', undefined];
/** In force: something is or was delivered. */
const inForce: readonly (CaseState | undefined)[] = ['ACCEPT', 'ACCEPT_WITH_CONDITIONS'];

async function endedClearances(today: CalendarDate, parts: Parts): Promise<readonly AlertDraft[]> {
  const { store, policies } = parts;
  const drafts: AlertDraft[] = [];
  for (const { applicationId, party: partyId, subject, day } of await store.groundsBefore(
    'clearance',
    undefined,
    today,
  )) {
    const evidence = (await store.decisions(applicationId)).at(-1)?.sealed?.evidence;
    const hit = evidence?.clearedHits?.find(({ party, entity }) => party === partyId && entity.id === subject);
    if (!evidence || !hit || restsOnNothing.includes((await store.case(applicationId))?.state)) continue;
    const policy = policies.get(evidence.application.policy)?.policy;
    const party = evidence.application.parties.find(({ id }) => id === partyId);
    const clearances = await Clearances.of([subject], store);
    if (party && policy && clearances.holdingFor(party, hit.entity, policy, today)) continue; // cleared anew
    drafts.push({
      key: alertKey('clearance', applicationId, partyId, subject, day),
      kind: 'clearance',
      applicationId,
      party: partyId,
      entityId: subject,
      source: hit.entity.source,
      toEditionId: day,
      change: 'changed',
      scoreAfter: hit.score,
      verdictBefore: `cleared by ${hit.clearance.by} (${hit.clearance.ground})`,
      verdictAfter: `ended on ${day}`,
      partyName: hit.partyName,
      listedName: hit.listedName,
    });
  }
  return drafts;
}

/**
 * Of orders in force. Every edition of a whole register confirms anew what it does not say otherwise, as its look-back compares the
 * two: a confirmation is as old as the day on which its register was last known to be the newest.
 */
async function staleConfirmations(today: CalendarDate, parts: Parts): Promise<readonly AlertDraft[]> {
  const { store, policies } = parts;
  const active = new Map((await store.activeEditions()).map((known) => [known.edition.source, known]));
  const loaded = [...policies.values()].map(({ policy }) => policy);
  const registers = new Set(loaded.flatMap((policy) => policy.registers.map(({ source }) => source)));
  const least = Math.min(...loaded.map(({ confirmationDays = CONFIRMATION_DAYS }) => confirmationDays));
  const drafts: AlertDraft[] = [];
  for (const register of [...registers].sort()) {
    const current = active.get(register);
    const renewedOn = current?.edition.complete === true ? current.confirmedCurrentOn : '';
    if (addDays(today, -least) <= renewedOn) continue;
    for (const ground of await store.groundsBefore('confirmation', register, addDays(today, -least))) {
      const { applicationId, party } = ground;
      if (!inForce.includes((await store.case(applicationId))?.state)) continue;
      const evidence = (await store.decisions(applicationId)).at(-1)?.sealed?.evidence;
      const confirmation = evidence?.confirmations.find(
        (answer) => answer.party === party && answer.register === register,
      );
      if (!evidence || !confirmation) continue;
      const { confirmationDays = CONFIRMATION_DAYS } = policies.get(evidence.application.policy)?.policy ?? {};
      const day = ground.day < renewedOn ? renewedOn : ground.day;
      if (daysBetween(day, today) <= confirmationDays) continue;
      const { verdict, reason, fact, number = fact?.current.number ?? 'unknown' } = confirmation;
      drafts.push({
        key: alertKey('confirmation', applicationId, party, register, ground.day),
        kind: 'confirmation',
        applicationId,
        party,
        entityId: `${register}:${number}`,
        source: register,
        toEditionId: day,
        change: 'changed',
        verdictBefore: `${verdict} (${reason}) as of ${day}`,
        verdictAfter: `older than ${String(confirmationDays)} days`,
        partyName: evidence.application.parties.find(({ id }) => id === party)?.names[0]?.text ?? party,
        listedName: fact?.current.name ?? '',
      });
    }
  }
  return drafts;
}
