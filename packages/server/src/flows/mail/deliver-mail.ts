// A mail that is owed in, sent to its person in their language out: what there is, how many, and where to look.
import { speakerOf } from '@sekisho/engine/messages/speaker.ts';
import { languages, type Language } from '@sekisho/engine/reference/message-catalogues.ts';
import { sendMail, type MailServer } from '../../download/send-mail.ts';
import type { Job } from '../../store/jobs.ts';
import type { JobResult } from '../job-queue.ts';
import type { Parts } from '../parts.ts';
import type { MailContent } from './owed-mails.ts';

export interface MailSettings {
  readonly server: MailServer;
  /** The address that people use, without a path: `https://sekisho.example`. */
  readonly publicUrl: string;
}

/** Nobody who turned it off, or may not work any more, gets one. @throws Problem `mail.failed`: it is sent again later. */
export async function deliverMail(job: Job, parts: Parts, { server, publicUrl }: MailSettings): Promise<JobResult> {
  const { store, reference } = parts;
  const person = await store.accounts.person(job.subject);
  if (!person?.mail || person.isDisabled) return { outcome: { isSkipped: true } };
  const { say } = speakerOf(languageOf(person.language), reference.messages);
  const content = JSON.parse(job.content) as MailContent;
  const told =
    content.kind === 'alerts'
      ? [say('mail.alerts', content)]
      : [
          ...(0 < content.due ? [say('mail.cases-due', { count: content.due })] : []),
          ...(0 < content.waiting ? [say('mail.cases-waiting', { count: content.waiting })] : []),
        ];
  const place = content.kind === 'alerts' ? '/#/alerts' : '/#/';
  const paragraphs = [
    ...(store.folder.simulation ? [say('mail.simulation')] : []),
    ...told,
    `${publicUrl}${place}`,
    say('mail.why'),
  ];
  await sendMail(
    {
      id: `${store.folder.id} ${job.id}`,
      to: person.mail.address,
      subject: say(`mail.${content.kind}-subject`, { ...content }),
      text: `${paragraphs.join('\n\n')}\n`,
    },
    server,
  );
  return { outcome: { isSent: true } };
}

/** Whoever has chosen none is written to in the main language of the interface. */
function languageOf(tag: string | undefined): Language {
  return languages.find((language) => language === tag?.split('-', 1)[0]) ?? languages[0];
}
