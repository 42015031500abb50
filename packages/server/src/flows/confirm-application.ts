// An application in, what the registers of its policy say of every company in it, and of its documents, out. Nothing is kept.
import { parseApplication } from '@sekisho/engine/model/application.ts';
import type { DocumentCheck } from '@sekisho/engine/model/document.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { checkDocuments } from './check-documents.ts';
import { confirmParties } from './confirm-parties.ts';
import { joinRegisters } from './join-registers.ts';
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';
import { withGazetteers } from './with-gazetteers.ts';

/** @throws Problem `application.invalid`, `policy.not-found`, `edition.damaged`. */
export async function confirmApplication(
  value: unknown,
  parts: Parts,
): Promise<{ readonly confirmations: readonly Confirmation[]; readonly documents: readonly DocumentCheck[] }> {
  const application = parseApplication(value);
  const loaded = parts.policies.get(application.policy);
  if (!loaded) throw new Problem('policy.not-found', { policy: application.policy });
  const { policy } = loaded;
  const active = await parts.store.activeEditions();
  const today = parts.clock().slice(0, 10);
  const states = sourceStates(active, policy, parts, today);
  const answers: Confirmation[] = [];
  await withGazetteers(active, states, parts, async (gazetteers) => {
    for (const register of policy.registers) {
      const state = states.find(({ source }) => source === register.source)?.state;
      const edition =
        state === 'MISSING' ? undefined : active.find((one) => one.edition.source === register.source)?.edition;
      const asked = { edition, fresh: state === 'FRESH', gazetteers };
      answers.push(...(await confirmParties(application, register, asked, parts)));
    }
  });
  const usable = active.filter(({ edition }) =>
    states.some(({ source, state }) => source === edition.source && state !== 'MISSING'),
  );
  const confirmations = await joinRegisters(answers, usable, parts);
  return { confirmations, documents: checkDocuments(application, confirmations, today, parts) };
}
