// `sekisho case`: what a person does with a case besides deciding it: dispose of its hits, hand it on, note on it.
import { dispositionGrounds, dispositionVerdicts } from '@sekisho/engine/model/case-note.ts';
import { attachmentKinds } from '@sekisho/engine/model/document.ts';
import { speakerOf } from '@sekisho/engine/messages/speaker.ts';
import { languages } from '@sekisho/engine/reference/message-catalogues.ts';
import type { Command } from 'commander';
import { attachDocument, caseDocuments } from '../../flows/attach-document.ts';
import { disposeHit } from '../../flows/dispose-hit.ts';
import { escalateCases } from '../../flows/escalate-cases.ts';
import { documentLine, translationWarning } from '../../flows/explain-application.ts';
import { listCases } from '../../flows/list-cases.ts';
import { noteCase, type NoteRequest } from '../../flows/note-case.ts';
import { paint, table } from '../answer.ts';
import { languageFrom } from '../options.ts';
import { runWithParts, type Cli } from '../run.ts';
import { noteLine } from './case-text.ts';
import { vettingAnswer } from './decision-text.ts';

interface DisposeOptions {
  readonly party: string;
  readonly entity: string;
  readonly verdict: string;
  readonly ground: string;
  readonly reason: string;
  readonly by: string;
  readonly until?: string;
}

export function caseCommand(program: Command, cli: Cli): void {
  const cases = program.command('case').description('work on a case: its hits, who does it, until when, what is said');
  cases
    .command('list')
    .description('cases, the longest due first')
    .option('--state <state>', 'only cases in this state')
    .option('--assignee <name>', 'only cases of this person')
    .option('--overdue', 'only cases whose day has passed')
    .option('--waiting', 'only cases that wait for a second person')
    .action(async (options: Parameters<typeof listCases>[0], command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const listed = await listCases(options, parts);
        const rows = listed.map(({ id, state, proposed, assignee = '', dueOn = '', waitsFor, noTipOff }) => [
          id,
          state,
          `proposed ${proposed}`,
          assignee,
          dueOn === '' ? '' : `due ${dueOn}`,
          waitsFor === undefined ? '' : paint('yellow', `${waitsFor} waits for a second person`),
          noTipOff ? paint('red', 'no tip-off') : '',
        ]);
        return { json: { cases: listed }, text: rows.length === 0 ? 'no such cases' : table(rows) };
      });
    });
  cases
    .command('dispose')
    .argument('<case>', "the application's id")
    .description('say what a hit is; a false positive clears it for the party and the entry as they stand')
    .requiredOption('--party <id>', 'whose hit')
    .requiredOption('--entity <id>', 'the listed entry, as the decision names it')
    .requiredOption('--verdict <word>', dispositionVerdicts.join(', '))
    .requiredOption('--ground <word>', dispositionGrounds.join(', '))
    .requiredOption('--reason <text>', 'what was compared')
    .requiredOption('--by <name>', 'who says so')
    .option('--until <day>', 'of a false positive: its last day (default: as long as the policy lets it hold)')
    .action(async (caseId: string, { entity, ...options }: DisposeOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        return vettingAnswer(await disposeHit(caseId, { ...options, entityId: entity }, parts), parts, cli);
      });
    });
  attachCommand(cases, cli);
  cases
    .command('documents')
    .argument('<case>', "the application's id")
    .description(
      'the documents of a case, each checked against its hash; a translation with the warning that the original rules',
    )
    .option('--language <code>', languages.join(', '), 'en')
    .action(async (caseId: string, options: { language: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const speaker = speakerOf(languageFrom(options.language), parts.reference.messages);
        const documents = await caseDocuments(caseId, parts);
        return {
          json: { documents: documents.map((known) => ({ ...known, warning: translationWarning(known, speaker) })) },
          text: documents.map((known) => `  ${documentLine(known, speaker)}`).join('\n') || 'no documents',
        };
      });
    });
  cases
    .command('escalate')
    .description('hand every open case whose day has passed to whom its policy names; to be run each day')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const escalated = await escalateCases(parts);
        const lines = escalated.map(({ caseId, to, dueOn }) => `  ${caseId}: due ${dueOn}, to ${to}`);
        return { json: { escalated }, text: lines.join('\n') || 'no case is past its day' };
      });
    });
  noteCommand(cases, cli, 'assign <name>', 'hand the case to somebody', (to) => ({ kind: 'assigned', to }));
  noteCommand(cases, cli, 'comment <text>', 'say something on the case', (text) => ({ kind: 'commented', text }));
  const due = (on: string, reason: string): NoteRequest => ({ kind: 'due', on, reason });
  noteCommand(cases, cli, 'due <day>', 'until when it is to be decided', due, WITH_REASON);
  const noTipOff = (word: string, reason: string): NoteRequest => ({
    kind: 'no-tip-off',
    isSet: word !== 'off',
    reason,
  });
  const withholds = 'withhold from the applicant what stands against the order';
  noteCommand(cases, cli, 'no-tip-off <on|off>', withholds, noTipOff, WITH_REASON);
}

interface AttachOptions {
  readonly kind: string;
  readonly language: string;
  readonly translationOf?: string;
  readonly translatedBy?: string;
  readonly by: string;
}

function attachCommand(cases: Command, cli: Cli): void {
  cases
    .command('attach')
    .argument('<case>', "the application's id")
    .argument('<file>', 'PDF, PNG, JPEG, TIFF or plain text in UTF-8')
    .description('keep a document with the case, under its hash')
    .requiredOption('--kind <word>', attachmentKinds.join(', '))
    .requiredOption('--language <tag>', 'of what stands in it: ja, id, zh-Hans')
    .option('--translation-of <sha256>', 'the document of this case that it says in another language')
    .option('--translated-by <name>', 'the person who translated it (without it: a machine)')
    .requiredOption('--by <name>', 'who attaches it')
    .action(async (caseId: string, file: string, options: AttachOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const document = await attachDocument(caseId, { file, ...options }, parts);
        return { json: { document }, text: noteLine(document, cli) };
      });
    });
}

const WITH_REASON = { asksWhy: true };

/** @param called the command's name, and what is said with it beside the case. */
function noteCommand(
  cases: Command,
  cli: Cli,
  called: string,
  says: string,
  of: (said: string, reason: string) => NoteRequest,
  { asksWhy }: { readonly asksWhy: boolean } = { asksWhy: false },
): void {
  const [name = '', argument = ''] = called.split(' ');
  const command = cases
    .command(name)
    .argument('<case>', "the application's id")
    .argument(argument)
    .description(says)
    .requiredOption('--by <name>', 'who says so');
  if (asksWhy) command.requiredOption('--reason <text>', 'why');
  command.action(async (caseId: string, said: string, { by, reason = '' }: { by: string; reason?: string }) => {
    await runWithParts(command, cli, async (parts) => {
      const notes = await noteCase(caseId, by, of(said, reason), parts);
      return { json: { notes }, text: notes.map((note) => noteLine(note, cli)).join('\n') };
    });
  });
}
