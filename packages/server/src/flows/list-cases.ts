// Cases and what people noted on them in, one line of facts for each out, the longest due first.
import { openProposal, standingOf, type CaseNote, type CaseStanding } from '@sekisho/engine/model/case-note.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { StoredCase } from '../store/store.ts';
import { everyCase } from './every-case.ts';
import type { Parts } from './parts.ts';

export interface ListedCase extends StoredCase, CaseStanding {
  /** The state that somebody proposed and a second person has not agreed to yet. */
  readonly waitsFor?: CaseState;
}

export interface CaseFilter {
  /** These alone, as far as they are what else is asked for. */
  readonly ids?: readonly string[];
  readonly state?: string;
  readonly assignee?: string;
  readonly overdue?: boolean;
  readonly waiting?: boolean;
}

export async function listCases(
  filter: CaseFilter,
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
): Promise<readonly ListedCase[]> {
  const notesByCase = Map.groupBy(await store.standingNotes(), ({ caseId }) => caseId);
  const today = clock().slice(0, 10);
  const listed: ListedCase[] = [];
  for await (const known of everyCase(store)) {
    const line = lineOf(known, notesByCase.get(known.id) ?? []);
    if (isAskedFor(line, filter, today)) listed.push(line);
  }
  return listed.sort((a, b) => compare(a.dueOn ?? NEVER, b.dueOn ?? NEVER) || compare(a.openedAt, b.openedAt));
}

/** After every day. */
const NEVER = '~';

function lineOf(known: StoredCase, notes: readonly CaseNote[]): ListedCase {
  const waitsFor = openProposal(notes)?.state;
  return { ...known, ...standingOf(notes), ...(waitsFor !== undefined && { waitsFor }) };
}

function isAskedFor(line: ListedCase, { ids, state, assignee, overdue, waiting }: CaseFilter, today: string): boolean {
  return (
    (ids === undefined || ids.includes(line.id)) &&
    (state === undefined || line.state === state) &&
    (assignee === undefined || line.assignee === assignee) &&
    (overdue !== true || (isOpen(line) && line.dueOn !== undefined && line.dueOn < today)) &&
    (waiting !== true || line.waitsFor !== undefined)
  );
}

/** Nothing was decided yet, or it is held again. */
export function isOpen({ state }: ListedCase): boolean {
  return state === 'HOLD' || state === 'NEED_INFORMATION';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
