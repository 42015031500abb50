// An application in, what the registers of its policy say of every company in it out. Nothing is kept: this is no vetting.
import { parseApplication } from '@sekisho/engine/model/application.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { confirmParties } from './confirm-parties.ts';
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';

/** @throws Problem `application.invalid`, `policy.not-found`, `edition.damaged`. */
export async function confirmApplication(value: unknown, parts: Parts): Promise<readonly Confirmation[]> {
  const application = parseApplication(value);
  const loaded = parts.policies.get(application.policy);
  if (!loaded) throw new Problem('policy.not-found', { policy: application.policy });
  const { policy } = loaded;
  const active = await parts.store.activeEditions();
  const states = sourceStates(active, policy, parts, parts.clock().slice(0, 10));
  const confirmations: Confirmation[] = [];
  for (const register of policy.registers) {
    const state = states.find(({ source }) => source === register.source)?.state;
    const edition =
      state === 'MISSING' ? undefined : active.find((one) => one.edition.source === register.source)?.edition;
    confirmations.push(...(await confirmParties(application, register, { edition, fresh: state === 'FRESH' }, parts)));
  }
  return confirmations;
}
