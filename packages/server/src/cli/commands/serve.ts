// `sekisho serve`: the API and the interface for people and programs, until the process is told to stop.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nobody, operator } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { keepUp } from '../../flows/keep-up.ts';
import { firstAdministrator } from '../../flows/people/people.ts';
import { invitationLink } from '../../http/routes/people.ts';
import { buildServer } from '../../http/server.ts';
import type { Server, ServingSettings } from '../../http/serving.ts';
import type { OpenParts } from '../../open-parts.ts';
import type { Settings } from '../../settings.ts';
import { paint, type Answer } from '../answer.ts';
import { numberBetween, wordOf } from '../options.ts';
import { recordPlaces, runCommand, withParts, type Cli } from '../run.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: string;
  readonly url?: string;
  readonly requestsPerMinute: string;
  readonly yenteAtRoot?: boolean;
  readonly mcp?: string;
  readonly log: string;
}

const builtInterface = fileURLToPath(new URL('../../../../ui/dist', import.meta.url));

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
    .option('--requests-per-minute <count>', 'of one person, key or address', '6000')
    .option('--yente-at-root', 'answer /match, /search and the rest at the root as well as below /yente')
    .option('--mcp <what>', 'let assistants ask at /mcp: read (screen, explain, status) or write (vet as well)')
    .option('--log <level>', 'silent, error, info', 'info')
    .action(async (options: ServeOptions, command: Command) => {
      await runCommand(command, cli, (settings) =>
        withParts(settings, cli, { makesFolder: true }, (parts) => serve(options, parts, settings, cli)),
      );
    });
}

async function serve(options: ServeOptions, parts: OpenParts, settings: Settings, cli: Cli): Promise<Answer> {
  const port = Math.floor(numberBetween('--port', options.port, 0, 65_535));
  const serving = servingSettings(options, port, settings, cli);
  const served = {
    parts: { ...parts, actor: nobody },
    settings: serving,
    recordPlaces: recordPlaces(settings),
    say: cli.say,
  };
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
  const upkeep = keepUp({ ...parts, actor: operator('sekisho') }, served.recordPlaces);
  await stopped;
  await upkeep.stop();
  await server.close(); // what is being answered is answered first
  return { json: { stopped: true }, text: 'stopped' };
}

function servingSettings(options: ServeOptions, port: number, settings: Settings, cli: Cli): ServingSettings {
  const updateToken = cli.environment['SEKISHO_UPDATE_TOKEN'];
  const publicUrl = options.url ?? `http://${options.host}:${String(port)}`;
  if (!/^https?:\/\/[^/]+$/.test(publicUrl))
    throw new Problem('command.usage', { reason: `--url ${publicUrl} is not like https://sekisho.example` });
  return {
    publicUrl,
    requestsPerMinute: numberBetween('--requests-per-minute', options.requestsPerMinute, 1, 10_000_000),
    uploadFolder: path.join(settings.folderPath, 'uploads'),
    ...(existsSync(path.join(builtInterface, 'index.html')) && { interfaceFolder: builtInterface }),
    yenteAtRoot: options.yenteAtRoot ?? false,
    ...(options.mcp !== undefined && { mcp: wordOf('--mcp', options.mcp, ['read', 'write']) }),
    ...(updateToken !== undefined && updateToken !== '' && { updateToken }),
  };
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

/** The first signal stops in order; a second one ends the process at once, as it would have. */
async function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
