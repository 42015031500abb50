// `sekisho erase`: a case, or all of one party's, destroyed but for its seals; `hold`: kept whatever its period says; `restrict`: kept, and not used.
import type { Command } from 'commander';
import { eraseCase, type CaseErasure } from '../../flows/erase-case.ts';
import { casesOfParty } from '../../flows/cases-of-party.ts';
import { liftRestriction, restrictCase, type CaseRestriction } from '../../flows/restrict-case.ts';
import { noteCase } from '../../flows/note-case.ts';
import { paint } from '../answer.ts';
import { runWithParts, type Cli } from '../run.ts';
import { noteLine } from './case-text.ts';

interface EraseOptions {
  readonly by: string;
  readonly reason: string;
  readonly early?: boolean;
}

export function eraseCommand(program: Command, cli: Cli): void {
  program
    .command('erase')
    .argument(
      '<application|party>',
      "an application's id, or of a party <application id>/<party id>: every order in which it surely stands",
    )
    .description(
      'destroy what is kept of a case but for its seals; where two people are needed, the second says the same again',
    )
    .requiredOption('--by <name>', 'who says so')
    .requiredOption('--reason <text>', 'why; it is kept for ever and names nobody')
    .option('--early', 'before the end of its period, as when the person asks for it: two people say so')
    .action(async (named: string, { by, reason, early = false }: EraseOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { cases, namesakes } = await casesOfParty(named, parts);
        const erasures: CaseErasure[] = [];
        for (const [index, id] of cases.entries()) {
          const keepsSpace = index < cases.length - 1;
          erasures.push(await eraseCase(id, { by, reason, isEarly: early }, parts, { keepsSpace }));
        }
        return {
          json: { erasures, namesakes },
          text: [
            ...erasures.flatMap(erasureLines),
            ...namesakes.map((node) => `  left alone: ${node}, who may be a namesake`),
          ].join('\n'),
        };
      });
    });
}

function erasureLines({ caseId, state, entries, documents, sharedDocuments, exports }: CaseErasure): string[] {
  if (state === 'requested')
    return [
      `${caseId}: ${paint('yellow', 'asked for')}; another person says the same again, and nothing is erased until then`,
    ];
  return [
    `${caseId}: erased; ${String(entries.length)} entries of the record are seals now, ${String(documents.length)} documents are gone`,
    ...(sharedDocuments.length === 0
      ? []
      : [`  ${String(sharedDocuments.length)} documents stay: another case names them too`]),
    ...exports.map(
      ({ at, kind, sha256 }) => `  still in what was taken out on ${at.slice(0, 10)} (${kind}), SHA-256 ${sha256}`,
    ),
    ...(entries.length === 0 ? [] : ['  still in backups of the data folder that were made before']),
  ];
}

export function holdCommand(program: Command, cli: Cli): void {
  const hold = program.command('hold').description('legal hold: nothing of a case is erased while it stands');
  for (const [name, says, isSet] of [
    ['set', 'nothing of the case is erased from now on', true],
    ['release', 'its period counts again', false],
  ] as const)
    hold
      .command(name)
      .argument('<application-id>')
      .description(says)
      .requiredOption('--by <name>', 'who says so')
      .requiredOption('--reason <text>', 'why')
      .action(async (caseId: string, { by, reason }: { by: string; reason: string }, command: Command) => {
        await runWithParts(command, cli, async (parts) => {
          const notes = await noteCase(caseId, by, { kind: 'legal-hold', isSet, reason }, parts);
          return {
            json: { notes },
            text: notes
              .slice(-1)
              .map((note) => noteLine(note, cli))
              .join('\n'),
          };
        });
      });
}

export function restrictCommand(program: Command, cli: Cli): void {
  const restrict = program.command('restrict').description('what is kept of a case is kept, and not used or shown');
  for (const [name, says, work] of [
    [
      'set',
      'in no look-back and no vetting from now on; where two people are needed, the second says the same',
      restrictCase,
    ],
    ['lift', 'used again: the order is vetted anew', liftRestriction],
  ] as const)
    restrict
      .command(name)
      .argument(
        '<application|party>',
        "an application's id, or <application id>/<party id>: every order in which it surely stands",
      )
      .description(says)
      .requiredOption('--by <name>', 'who says so')
      .requiredOption('--reason <text>', 'why')
      .action(async (named: string, word: { by: string; reason: string }, command: Command) => {
        await runWithParts(command, cli, async (parts) => {
          const { cases, namesakes } = await casesOfParty(named, parts);
          const restrictions: CaseRestriction[] = [];
          const restricted = await parts.store.restrictedCases();
          const isOpen = (id: string) => restricted.has(id) !== (name === 'set');
          for (const id of 1 < cases.length ? cases.filter(isOpen) : cases)
            restrictions.push(await work(id, word, parts));
          return {
            json: { restrictions, namesakes },
            text: [
              ...restrictions.map(restrictionLine),
              ...namesakes.map((node) => `  left alone: ${node}, who may be a namesake`),
            ].join('\n'),
          };
        });
      });
}

function restrictionLine({ caseId, state, decisionId = '' }: CaseRestriction): string {
  if (state === 'restricted') return `${caseId}: ${paint('red', 'restricted')}; kept, and not used`;
  if (state === 'lifted') return `${caseId}: used again, and vetted anew in decision ${decisionId}`;
  return `${caseId}: ${paint('yellow', 'asked for')}; another person says the same, and nothing is restricted until then`;
}
