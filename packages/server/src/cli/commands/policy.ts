// `sekisho policy`: the policies there are; a policy file checked, compared with another, tried on the past, kept, put in force.
import { readFile } from 'node:fs/promises';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { Command } from 'commander';
import { diffPolicies } from '../../flows/diff-policies.ts';
import type { Parts } from '../../flows/parts.ts';
import { checkedPolicy } from '../../flows/policies/checked-policy.ts';
import { putPolicyInForce } from '../../flows/policies/put-in-force.ts';
import { policyVersions, uploadPolicy, type PolicyVersion } from '../../flows/policies/upload-policy.ts';
import { tryPolicy, type PolicyTrial, type UnknownOfPast } from '../../flows/try-policy.ts';
import { openReference } from '../../open-parts.ts';
import { paint, table } from '../answer.ts';
import { dayFrom } from '../options.ts';
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
        const policy = await policyIn(file, await openReference(settings));
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
  policies
    .command('upload')
    .argument('<file>', 'a policy.yml')
    .requiredOption('--by <name>', 'who sends it: another person puts it in force')
    .description('keep a version of a policy, which is not in force')
    .action(async (file: string, { by }: { by: string }, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const version = await uploadPolicy({ text: await textIn(file), by }, parts);
        return { json: { version }, text: table([versionRow(version)]) };
      });
    });
  policies
    .command('versions')
    .argument('<id>', 'of a policy')
    .description('the versions that were uploaded, the last first')
    .action(async (id: string, _options: object, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const versions = await policyVersions(id, parts);
        return { json: { versions }, text: versions.length === 0 ? 'none' : table(versions.map(versionRow)) };
      });
    });
  policies
    .command('activate')
    .argument('<id>', 'of a policy')
    .argument('<sha256>', 'of a version that was uploaded, or how it begins')
    .option('--from <day>', 'the first day; else today')
    .requiredOption('--by <name>', 'who says so: another person than whoever uploaded it')
    .requiredOption('--reason <text>', 'why')
    .description('a version is in force from a day on, at once and for every process of the data folder')
    .action(async (id: string, beginning: string, options: ActivateOptions, command: Command) => {
      await runWithParts(command, cli, async (parts) => {
        const { from, by, reason } = options;
        const sha256 = await hashOf(id, beginning, parts);
        const day = from === undefined ? {} : { from: dayFrom('--from', from) };
        const version = await putPolicyInForce(id, { sha256, by, reason, ...day }, parts);
        return { json: { version }, text: table([versionRow(version)]) };
      });
    });
}

interface ActivateOptions {
  readonly from?: string;
  readonly by: string;
  readonly reason: string;
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

async function policyNamed(name: string, { policies, reference }: Parts): Promise<Policy> {
  return policies.get(name)?.policy ?? policyIn(name, reference);
}

async function policyIn(file: string, reference: Reference): Promise<Policy> {
  return checkedPolicy(await textIn(file), reference, file);
}

async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new Problem('policy.not-found', { policy: file }, { cause: error });
  });
}

/** The version whose hash begins so. */
async function hashOf(id: string, beginning: string, parts: Parts): Promise<string> {
  const [found, ...others] = (await policyVersions(id, parts)).filter(({ sha256 }) => sha256.startsWith(beginning));
  if (!found || 0 < others.length) throw new Problem('policy.not-found', { policy: `${id} ${beginning}` });
  return found.sha256;
}

function versionRow({
  sha256,
  version,
  title,
  uploadedAt,
  uploadedBy,
  isInForce,
  putInForce,
}: PolicyVersion): string[] {
  const from = putInForce.map(({ from, by }) => `from ${from} by ${by}`).join(', ');
  return [
    isInForce ? paint('green', 'in force') : '',
    `version ${String(version)}`,
    sha256.slice(0, 12),
    title,
    `uploaded ${uploadedAt.slice(0, 10)} by ${uploadedBy}`,
    from,
  ];
}
