// For tests of flows: a case and two people in, the case refused by both out.
import { confirmProposal, decideCase, type DecidedCase } from '../decide-case.ts';
import type { Parts } from '../parts.ts';

export async function refuseCase(caseId: string, parts: Parts): Promise<DecidedCase> {
  await decideCase(caseId, { by: 'K. Hayashi', outcome: 'REFUSE', reason: 'not confirmed to exist' }, parts);
  return confirmProposal(caseId, { by: 'R. Mori', reason: 'the register has no such company' }, parts);
}
