// `sekisho policy`: the policies there are; a policy file checked, compared with another, tried on the decisions of the past.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { checkQuestions } from '@sekisho/engine/policy/required-questions.ts';
import type { Command } from 'commander';
import { diffPolicies } from '../../flows/diff-policies.ts';
import type { Parts } from '../../flows/parts.ts';
import { tryPolicy, type PolicyTrial, type UnknownOfPast } from '../../flows/try-policy.ts';
import { openReference } from '../../open-parts.ts';
import { paint, table } from '../answer.ts';
import { runCommand, runWithParts, type Cli } from '../run.ts';

export function policyCommand(program: Command, cli: Cli): void {
  const policies = program.command('policy').description('the rules that turn evidence into a decision');
  policies
    .command('list')
    .description('the policies in use, shipped and own')
    .action(async (_options: object, command: Command) => {
      await runWithParts(command, cli, (parts) => {
        const listed = [...parts.policies.values()].map(({ policy, origin }) => ({ ...policy, origin }));
        const rows = listed.map(({ id, version, title, origin, rules }) => [
          paint('bold', id),
          `version ${String(version)}`,
          origin,
          `${String(rules.length)} rules`,
          title,
        ]);
        return Promise.resolve({ json: { policies: listed }, text: table(rows) });
      });
    });
  policies
    .command('check')
    .argument('<file>', 'a policy.yml')
    .description('read a policy as it would be read at a start: exit 0, or 2 with line and field of what is wrong')
    .action(async (file: string, _options: object, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const policy = await policyIn(file);
        checkQuestions(policy, (await openReference(settings)).questionnaires);
        const { id, version, rules, sources } = policy;
        return {
          json: { policy },
          text: `${id} version ${String(version)}: ${String(rules.length)} rules, ${String(sources.length)} sources; nothing is wrong with it`,
        };
      });
    });
  policies
    .command('diff')
    .argument('<before>', 'the id of a policy in use, or a file')
    .argument('<after>', 'the same')
    .description('what one policy says otherwise than another, part by part')
    .action(async (before: string, after: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const differences = diffPolicies(await policyNamed(before, parts), await policyNamed(after, parts));
        const marks = { added: '+', removed: '-', changed: '~' } as const;
        return {
          json: { differences },
          text:
            differences.length === 0
              ? 'both say the same'
              : differences
                  .flatMap(({ part, change, before: was, after: is }) => [
                    `${marks[change]} ${paint('bold', part)}`,
                    ...(was === undefined ? [] : [`    before: ${was}`]),
                    ...(is === undefined ? [] : [`    after:  ${is}`]),
                  ])
                  .join('\n'),
        };
      });
    });
  policies
    .command('test')
    .argument('<policy>', 'a file, or the id of a policy in use')
    .option('--instead-of <id>', 'try it on the decisions under another policy')
    .description('what the policy would have made of the past: its last decision on every application; nothing is kept')
    .action(async (name: string, options: { insteadOf?: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const trial = await tryPolicy(await policyNamed(name, parts), options, parts);
        return { json: { ...trial }, text: trialLines(trial).join('\n') };
      });
    });
}

const SHOWN = 20;

function trialLines({ decisions, changed, outcomes, unknown }: PolicyTrial): string[] {
  return [
    `${String(decisions)} applications: ${Object.entries(outcomes)
      .map(([change, count]) => `${String(count)} ${change}`)
      .join(', ')}`,
    ...changed
      .slice(0, SHOWN)
      .map(
        ({ decisionId, then, now, rulesThen, rulesNow }) =>
          `  ${decisionId}: ${then} → ${now}` +
          (rulesThen.length === 0 ? '' : `  no longer ${rulesThen.join(', ')}`) +
          (rulesNow.length === 0 ? '' : `  new ${rulesNow.join(', ')}`),
      ),
    ...(SHOWN < changed.length ? [`  and ${String(changed.length - SHOWN)} more (--json)`] : []),
    ...unknown.map((what) => `  ${paint('yellow', 'not known')}: ${unknownText(what)}`),
  ];
}

function unknownText(what: UnknownOfPast): string {
  return what.kind === 'hits'
    ? `hits from ${String(what.from)} to ${String(what.to)}, the threshold of then`
    : `what ${what.register} would have said, which was not asked in every case`;
}

async function policyNamed(name: string, { policies }: Parts): Promise<Policy> {
  return policies.get(name)?.policy ?? policyIn(name);
}

async function policyIn(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Problem('policy.not-found', { policy: file }, { cause: error });
  });
  return parsePolicy(text, { file, sha256: createHash('sha256').update(text).digest('hex') });
}
