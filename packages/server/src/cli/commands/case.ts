// `sekisho case`: what a person does with a case besides deciding it: dispose of its hits, hand it on, note on it.
import { dispositionGrounds, dispositionVerdicts } from '@sekisho/engine/model/case-note.ts';
import type { Command } from 'commander';
import { disposeHit } from '../../flows/dispose-hit.ts';
import { listCases } from '../../flows/list-cases.ts';
import { noteCase, type NoteRequest } from '../../flows/note-case.ts';
import { paint, table } from '../answer.ts';
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
        return vettingAnswer(await disposeHit(caseId, { ...options, entityId: entity }, parts), cli);
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
      return { json: { notes }, text: notes.map(noteLine).join('\n') };
    });
  });
}
