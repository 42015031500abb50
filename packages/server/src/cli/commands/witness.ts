// `sekisho witness serve`: keeps the checkpoints of other machines' records.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Command } from 'commander';
import { clockOf } from '../../open-parts.ts';
import { openWitness } from '../../record/open-witness.ts';
import { createWitnessServer } from '../../record/witness-server.ts';
import { runCommand, type Cli } from '../run.ts';
import { numberBetween } from '../options.ts';

export function witnessCommand(program: Command, cli: Cli): void {
  program
    .command('witness')
    .description('keep the checkpoints of records on other machines')
    .command('serve')
    .description(
      'serve a folder of checkpoints over HTTP until stopped; put a proxy with TLS and access control before it',
    )
    .requiredOption('--folder <folder>', 'where checkpoints are kept: not the data folder of a record it witnesses')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <port>', 'the port, 0 for any', '8641')
    .action(async (options: { folder: string; host: string; port: string }, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        const folder = path.resolve(options.folder);
        await mkdir(folder, { recursive: true });
        const witness = openWitness(folder, { dataFolder: settings.folderPath, clock: clockOf(settings) });
        const server = createWitnessServer(witness);
        server.listen(numberBetween('--port', options.port, 0, 65_535), options.host);
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        cli.err(`witness on http://${options.host}:${String(port)}, keeping checkpoints in ${folder}\n`);
        const stop = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
        await once(stop.signal, 'abort');
        server.close();
        await once(server, 'close');
        return { json: { folder, port }, text: 'stopped' };
      });
    });
}
