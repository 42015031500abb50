// `sekisho vet`: an application in, a decision out; the exit code is the outcome.
import path from 'node:path';
import type { CaseState, Outcome } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { MAX_APPLICATION_BYTES, parseApplicationText, readApplicationFile } from '../../flows/application-file.ts';
import { takeDocuments } from '../../flows/take-documents.ts';
import { vetApplication } from '../../flows/vet-application.ts';
import { exitCodes } from '../answer.ts';
import { runCommand, withParts, type Cli } from '../run.ts';
import { decisionLines, shownVetting, withheldLines } from './decision-text.ts';

/** What a person who agrees with the proposal would decide. */
const proposedState = { approve: 'ACCEPT', review: 'NEED_INFORMATION', refuse: 'REFUSE' } as const satisfies Record<
  Outcome,
  CaseState
>;

const exitCodeByOutcome = {
  approve: exitCodes.ok,
  review: exitCodes.review,
  refuse: exitCodes.refuse,
} as const satisfies Record<Outcome, number>;

export function vetCommand(program: Command, cli: Cli): void {
  program
    .command('vet')
    .argument('<application>', 'a JSON or YAML file, or - for standard input')
    .description('vet an application: exit 0 approve, 10 review, 20 refuse (a proposal), 2 bad input')
    .action(async (file: string, _options: object, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        // read before anything is opened: a mistyped name makes no folder
        const value =
          file === '-' ? parseApplicationText(await readStandardInput(), file) : await readApplicationFile(file);
        // and neither does one that is not filled in right, or whose documents are not there
        const { application, taken } = await takeDocuments(value, file === '-' ? undefined : path.dirname(file));
        return withParts(settings, cli, { makesFolder: true }, async (parts) => {
          const vetting = shownVetting(await vetApplication(application, parts, taken), parts.reference);
          const { decision, evidence, decisionId, revision, withheld, toldBy } = vetting;
          const { origin } = parts.policies.get(decision.policy.id) ?? {};
          return {
            json: {
              ...{ decisionId, revision, policyOrigin: origin, case: vetting.case, decision, evidence, withheld },
              ...(toldBy !== undefined && { toldBy }),
            },
            text: [
              ...decisionLines(decision, evidence, cli),
              ...withheldLines(vetting),
              `  decision ${decisionId}, case ${vetting.case.state}${1 < revision ? `, revision ${String(revision)}` : ''}` +
                (origin === 'own' || origin === 'uploaded' ? ', by a policy of this data folder' : ''),
              ...(vetting.case.state === 'HOLD'
                ? [
                    `  next: sekisho decide ${evidence.application.id} --by NAME --outcome ${proposedState[decision.outcome]} --reason TEXT`,
                  ]
                : []),
            ].join('\n'),
            exitCode: exitCodeByOutcome[decision.outcome],
          };
        });
      });
    });
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (MAX_APPLICATION_BYTES < bytes)
      throw new Problem('file.too-large', { file: '-', bytes, most: MAX_APPLICATION_BYTES });
  }
  return Buffer.concat(chunks);
}
