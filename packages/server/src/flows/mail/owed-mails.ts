// New alerts of the record and cases that wait in, a job for each mail that is owed out: one for each person and event.
import { openProposal } from '@sekisho/engine/model/case-note.ts';
import { mayAct } from '@sekisho/engine/model/person.ts';
import type { StoredPerson } from '../../store/accounts.ts';
import type { Job } from '../../store/jobs.ts';
import { newJob, type JobResult } from '../job-queue.ts';
import { isOpen, listCases } from '../list-cases.ts';
import type { Parts } from '../parts.ts';

/** The kind of the jobs that send one. */
export const MAIL = 'mail';

/** What a mail says: how many there are of what, and of whom nothing. */
export type MailContent =
  | { readonly kind: 'alerts'; readonly count: number }
  | { readonly kind: 'cases'; readonly due: number; readonly waiting: number };

const MAX_ENTRIES = 500;

type MailedPerson = StoredPerson & { readonly mail: NonNullable<StoredPerson['mail']> };

/**
 * An alert is on the record in the same transaction as itself; this reads on from where each person was told up to. What was raised
 * between two looks is one mail.
 */
export async function oweAlertMails({ store, clock }: Parts): Promise<void> {
  const end = (await store.head())?.sequence ?? 0;
  if (!mailed(await store.accounts.people()).some(({ mail }) => mail.toldUpTo < end)) return; // a look keeps no writer waiting
  await store.write(async (writer) => {
    const head = (await writer.head())?.sequence ?? 0;
    const at = clock();
    for (const person of mailed(await writer.accounts.people())) {
      const { toldUpTo } = person.mail;
      if (head <= toldUpTo) continue;
      const isTold = !person.isDisabled && mayAct(person, 'alert.read');
      const entries = isTold ? await writer.entries({ from: toldUpTo + 1, limit: MAX_ENTRIES }) : [];
      const raised = entries.filter(({ kind }) => kind === 'alert-raised');
      const last = raised.at(-1);
      if (last) {
        const content: MailContent = { kind: 'alerts', count: raised.length };
        await writer.jobs.addJob(mailJob(person, String(last.sequence), content, at));
      }
      const mail = { ...person.mail, toldUpTo: entries.at(-1)?.sequence ?? head };
      await writer.accounts.savePerson({ ...person, mail });
    }
  });
}

/** Cases that are due and assigned, or wait for a second person: one mail for each person and day (UTC) on which there are any. */
export async function oweDailyMails(parts: Parts): Promise<JobResult> {
  const { store, clock } = parts;
  const at = clock();
  const today = at.slice(0, 10);
  const people = mailed(await store.accounts.people()).filter(({ isDisabled }) => !isDisabled);
  const lines = people.length === 0 ? [] : await listCases({}, parts);
  const due = lines.filter((line) => isOpen(line) && line.dueOn !== undefined && line.dueOn <= today);
  const proposers: string[] = [];
  for (const { id } of lines.filter(({ waitsFor }) => waitsFor !== undefined))
    proposers.push(openProposal(await store.caseNotes(id))?.by ?? '');
  const owed: Job[] = [];
  for (const person of people) {
    const content = {
      kind: 'cases' as const,
      due: mayAct(person, 'case.work') ? due.filter(({ assignee }) => assignee === person.name).length : 0,
      waiting: mayAct(person, 'case.confirm') ? proposers.filter((by) => by !== person.name).length : 0,
    };
    if (0 < content.due + content.waiting) owed.push(mailJob(person, today, content, at));
  }
  return {
    outcome: { owed: owed.length },
    write: async (writer) => {
      for (const job of owed) await writer.jobs.addJob(job); // the day's is there already, or is added
    },
  };
}

function mailed(people: readonly StoredPerson[]): readonly MailedPerson[] {
  return people.filter((person): person is MailedPerson => person.mail !== undefined);
}

function mailJob({ id }: StoredPerson, event: string, content: MailContent, at: string): Job {
  return newJob({ id: `${MAIL}:${id}:${event}`, kind: MAIL, subject: id, content }, at);
}
