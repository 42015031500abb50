// `sekisho serve`: the API and the interface for people and programs, until the process is told to stop.
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { nobody, operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { nameKeysVersionOf } from '../../flows/register-names.ts';
import { firstAdministrator } from '../../flows/people/people.ts';
import { invitationLink } from '../../http/routes/people.ts';
import { buildServer } from '../../http/server.ts';
import type { Server, ServingSettings } from '../../http/serving.ts';
import { runJobs } from '../../jobs/run-jobs.ts';
import { readReferenceFiles, type OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { shippedFolders } from '../../shipped-folders.ts';
import type { Tracer } from '../../telemetry/tracer.ts';
import { withTraces } from '../../telemetry/with-traces.ts';
import { searchHere, searchInThreads, type Searcher } from '../../threads/searcher.ts';
import { paint, type Answer } from '../answer.ts';
import { numberBetween, unusable, wordOf } from '../options.ts';
import { deliverySettings, recordPlaces, runCommand, withParts, type Cli } from '../run.ts';
import { toldSettings } from '../told-settings.ts';
import { stopSignal } from '../stop-signal.ts';
import { checkedPublicUrl, tracedService, UPDATE_EVERY, workerSettings } from './worker.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: string;
  readonly url?: string;
  readonly behind?: readonly string[];
  readonly requestsPerMinute: string;
  readonly largestUpload: string;
  readonly yenteAtRoot?: boolean;
  readonly mcp?: string;
  /** False: `sekisho worker` does them. */
  readonly jobs: boolean;
  readonly updateEvery?: string;
  readonly searchThreads: string;
  readonly log: string;
}

const MEGABYTE = 1024 ** 2;

export function serveCommand(program: Command, cli: Cli): void {
  program
    .command('serve')
    .description('serve the API and the interface; the first start prints a link for the administrator')
    .option(
      '--host <address>',
      'the address to listen on; anything else than this machine needs TLS before it',
      '127.0.0.1',
    )
    .option('--port <number>', 'the port to listen on', '8700')
    .option('--url <url>', 'the address that people use, when it is another (behind a proxy): https://sekisho.example')
    .option('--behind <address...>', 'proxies whose word on who asks is believed: addresses, or networks as 10.0.0.0/8')
    .option('--requests-per-minute <count>', 'of one person, key or address', '6000')
    .option('--largest-upload <megabytes>', 'of all files that are sent at once', '4096')
    .option('--yente-at-root', 'answer /match, /search and the rest at the root as well as below /yente')
    .option('--mcp <what>', 'let assistants ask at /mcp: read (screen, explain, status) or write (vet as well)')
    .option('--no-jobs', 'leave look-backs, signatures, webhooks and updates of lists to `sekisho worker`')
    .option(...UPDATE_EVERY)
    .option(
      '--search-threads <count>',
      'threads that search large lists beside the one that answers, or 0; each takes some 250 MB',
      String(coresToSearchOn()),
    )
    .option('--log <level>', 'silent, error, info', 'info')
    .action(async (options: ServeOptions, command: Command) => {
      await runCommand(command, cli, (settings) =>
        withParts(settings, cli, { makesFolder: true }, (parts) => serve(options, parts, settings, cli, command)),
      );
    });
}

/** Where there is one alone, threads would only take turns on it. */
function coresToSearchOn(): number {
  const cores = availableParallelism();
  return 1 < cores ? cores : 0;
}

async function serve(
  options: ServeOptions,
  opened: OpenParts,
  settings: Settings,
  cli: Cli,
  command: Command,
): Promise<Answer> {
  const searcher = searcherOf(options, opened, settings);
  try {
    return await withTraces({ ...opened, searcher }, settings.traces, tracedService(opened), (parts, tracer) =>
      answering(options, parts, settings, cli, command, tracer),
    );
  } finally {
    await searcher.close();
  }
}

function searcherOf(
  { searchThreads }: ServeOptions,
  { nameKeysVersion, onWarning }: OpenParts,
  settings: Settings,
): Searcher {
  const count = Math.floor(numberBetween('--search-threads', searchThreads, 0, 256));
  if (count === 0) return searchHere;
  const readFiles = async () => {
    const files = await readReferenceFiles(settings.referencePath);
    if (nameKeysVersionOf(files) === nameKeysVersion) return files;
    throw new Problem('reference.invalid', { reason: 'its tables of names have changed since the start' });
  };
  return searchInThreads({ count, readFiles, onWarning });
}

async function answering(
  options: ServeOptions,
  parts: OpenParts,
  settings: Settings,
  cli: Cli,
  command: Command,
  tracer: Tracer | undefined,
): Promise<Answer> {
  const port = Math.floor(numberBetween('--port', options.port, 0, 65_535));
  const serving = servingSettings(options, port, settings, cli);
  const served = {
    parts: { ...parts, actor: nobody },
    settings: { ...serving, toldSettings: toldSettings(serving, settings, cli.environment, command) },
    recordPlaces: recordPlaces(settings),
    delivery: deliverySettings(settings),
    say: cli.say,
    ...(tracer && { tracer }),
  };
  const jobs = { ...workerSettings({ ...options, url: serving.publicUrl }, settings), tracer };
  const server = await buildServer(
    served,
    options.log === 'silent' ? false : { level: options.log, stream: process.stderr },
  );
  const stopped = stopSignal();
  await listen(server, options.host, port);
  const invited = await firstAdministrator(parts);
  const url = options.url ?? listeningAt(server);
  cli.out(
    [
      `${paint('bold', 'Sekisho')} listens at ${url}  (data: ${settings.folderPath})`,
      ...(invited
        ? [
            `  first administrator: open ${paint('bold', invitationLink(url, invited.invitation))} within three days; it works once`,
          ]
        : []),
      ...(serving.interfaceFolder === undefined ? ['  the interface is not built: npm run build'] : []),
      '  stop with Ctrl-C\n',
    ].join('\n'),
  );
  const worker = options.jobs ? runJobs({ ...parts, actor: operator('sekisho') }, jobs) : undefined;
  await stopped;
  await Promise.all([worker?.stop(), server.close()]); // what is being answered is answered first
  return { json: { stopped: true }, text: 'stopped' };
}

function servingSettings(options: ServeOptions, port: number, settings: Settings, cli: Cli): ServingSettings {
  const updateToken = cli.environment['SEKISHO_UPDATE_TOKEN'];
  return {
    publicUrl: checkedPublicUrl(options.url ?? `http://${options.host}:${String(port)}`),
    sendsMail: settings.mail !== undefined,
    ...(settings.provider && { provider: settings.provider }),
    ...(options.behind && { trustedProxies: checkedProxies(options.behind) }),
    requestsPerMinute: numberBetween('--requests-per-minute', options.requestsPerMinute, 1, 10_000_000),
    largestUpload: numberBetween('--largest-upload', options.largestUpload, 1, 1_000_000) * MEGABYTE,
    ...(existsSync(path.join(shippedFolders.interface, 'index.html')) && { interfaceFolder: shippedFolders.interface }),
    yenteAtRoot: options.yenteAtRoot ?? false,
    ...(options.mcp !== undefined && { mcp: wordOf('--mcp', options.mcp, ['read', 'write']) }),
    ...(updateToken !== undefined && updateToken !== '' && { updateToken }),
  };
}

function checkedProxies(proxies: readonly string[]): readonly string[] {
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    const bits = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)))
      unusable('--behind', proxy, 'an address or a network');
  }
  return proxies;
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Problem(
      'command.usage',
      { reason: `cannot listen on ${host}, port ${String(port)} (${code})` },
      { cause: error },
    );
  }
}

function listeningAt(server: Server): string {
  const address = server.addresses().find((one) => typeof one === 'object');
  if (!address) return '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${String(address.port)}`;
}
