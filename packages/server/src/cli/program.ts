// What the command line works with in, every command with its help and exit codes out.
import { Command } from 'commander';
import { ENGINE_VERSION } from '../engine-version.ts';
import { addressCommand } from './commands/address.ts';
import { alertsCommand } from './commands/alerts.ts';
import { applicationsCommand } from './commands/applications.ts';
import { backupCommands } from './commands/backup.ts';
import { compareCommand } from './commands/compare.ts';
import { confirmCommand } from './commands/confirm.ts';
import { caseCommand } from './commands/case.ts';
import { policyCommand } from './commands/policy.ts';
import { decideCommand } from './commands/decide.ts';
import { entitiesCommand } from './commands/entities.ts';
import { eraseCommand, holdCommand, restrictCommand } from './commands/erase.ts';
import { explainCommand } from './commands/explain.ts';
import { idCommand } from './commands/id.ts';
import { importCommand } from './commands/import.ts';
import { incidentsCommand } from './commands/incidents.ts';
import { listsCommand } from './commands/lists.ts';
import { jobsCommand } from './commands/jobs.ts';
import { lookBackCommand } from './commands/look-back.ts';
import { questionnaireCommand } from './commands/questionnaire.ts';
import { recordCommand } from './commands/record.ts';
import { registerCommand } from './commands/register.ts';
import { reportCommand } from './commands/report.ts';
import { replayCommand } from './commands/replay.ts';
import { retentionCommand } from './commands/retention.ts';
import { screenCommand } from './commands/screen.ts';
import { serveCommand } from './commands/serve.ts';
import { signalsCommand } from './commands/signals.ts';
import { statusCommand } from './commands/status.ts';
import { storyCommand, type RunArguments } from './commands/story.ts';
import { subjectAccessCommand } from './commands/subject-access.ts';
import { vetCommand } from './commands/vet.ts';
import { witnessCommand } from './commands/witness.ts';
import { workerCommand } from './commands/worker.ts';
import type { Cli } from './run.ts';

/**
 * The whole command line, ready to parse. Commander's own errors are thrown, for the caller to turn into an exit code.
 * @param usage where help goes, and what commander says of wrong arguments.
 */
export function buildProgram(usage: Pick<Cli, 'out' | 'err'>, cli: Cli, runArguments: RunArguments): Command {
  const program = new Command('sekisho')
    .description('Vets a buyer before a controlled sale, and looks back whenever the world learns something new.')
    .version(ENGINE_VERSION)
    .option('--data <folder>', 'the data folder (default: SEKISHO_DATA, or ./sekisho-data)')
    .option('--simulation', 'make the data folder one in which dates are played; it says so for ever')
    .option('--as-of <date>', 'the day that is played, YYYY-MM-DD; in a simulation folder only')
    .option('--json', 'answer with one JSON value')
    .exitOverride()
    .showHelpAfterError('(sekisho --help, or sekisho <command> --help)')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, or approve · 10 review · 20 refuse (a proposal) · 2 bad input · 1 failed
  record verify: 0 intact and witnessed · 4 intact, but nobody outside vouches for it · 1 broken · 2 unreadable

Environment: SEKISHO_DATA data folder · DATABASE_URL postgres://… instead of SQLite · SEKISHO_KEYS folder of signing
  keys · SEKISHO_WITNESS folders or URLs that keep checkpoints, with commas between · HTTPS_PROXY, NO_PROXY for lists update
  · SEKISHO_PRIVATE_DOWNLOADS=allow a mirror in this network · SEKISHO_PRIVATE_WEBHOOKS=allow webhooks in it
  · SEKISHO_OIDC_ISSUER, _CLIENT, _SECRET an identity provider to sign in by · SEKISHO_SMTP_URL (or
  _SMTP_URL_FILE), SEKISHO_MAIL_FROM a mail server and whom mails come from · NO_COLOR plain text`,
    );

  for (const add of [
    importCommand,
    vetCommand,
    applicationsCommand,
    backupCommands,
    decideCommand,
    caseCommand,
    policyCommand,
    questionnaireCommand,
    confirmCommand,
    registerCommand,
    idCommand,
    addressCommand,
    signalsCommand,
    screenCommand,
    serveCommand,
    compareCommand,
    explainCommand,
    entitiesCommand,
    listsCommand,
    jobsCommand,
    incidentsCommand,
    lookBackCommand,
    alertsCommand,
    recordCommand,
    replayCommand,
    retentionCommand,
    holdCommand,
    restrictCommand,
    eraseCommand,
    subjectAccessCommand,
    reportCommand,
    statusCommand,
    witnessCommand,
    workerCommand,
  ])
    add(program, cli);
  storyCommand(program, cli, runArguments);
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError();
    for (const nested of command.commands) nested.exitOverride().showHelpAfterError();
  }
  program.configureOutput({ writeOut: usage.out, writeErr: usage.err });
  return program;
}
