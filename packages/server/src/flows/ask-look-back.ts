// A wish for a look-back in, a job that anybody who may can follow out.
import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Job } from '../store/jobs.ts';
import { oweJob, type ListedJob } from './job-queue.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export const ASKED_LOOK_BACK = 'asked-look-back';

export interface AskedLookBack {
  /** Goes once more through everything that changed since that day. */
  readonly since?: CalendarDate;
}

/** Of every look-back that is owed. */
export async function askLookBack(asked: AskedLookBack, parts: Parts): Promise<ListedJob> {
  permit(parts, 'look-back.run');
  const content = { ...asked, by: parts.actor.name };
  return oweJob({ id: `${ASKED_LOOK_BACK}-${randomUUID().slice(0, 13)}`, kind: ASKED_LOOK_BACK, content }, parts);
}

export function askedIn({ content }: Pick<Job, 'content'>): AskedLookBack {
  const { since } = JSON.parse(content) as AskedLookBack;
  return since === undefined ? {} : { since };
}
