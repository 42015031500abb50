// For tests of endpoints: a data folder with the sample lists that we ship, on a played day, and a server over it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance, type FastifyPluginCallback } from 'fastify';
import { sentence, type MessageCatalogue } from '@sekisho/engine/messages/sentence.ts';
import { importEdition } from '../../flows/import-edition.ts';
import { openParts, type OpenParts } from '../../open-parts.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

export interface ServedLists {
  readonly parts: OpenParts;
  readonly say: (key: string, facts: Readonly<Record<string, unknown>>) => string;
  /** A server with these plugins, each below its prefix. */
  server(plugins: Readonly<Record<string, FastifyPluginCallback>>): Promise<FastifyInstance>;
  dispose(): Promise<void>;
}

/** The day it is. */
const TODAY = '2026-11-25';

export async function serveSampleLists(): Promise<ServedLists> {
  const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-http-'));
  const parts = await openParts(
    {
      folderPath: path.join(stage, 'data'),
      keysPath: path.join(stage, 'keys'),
      witnesses: [],
      referencePath: path.join(root, 'data/'),
      userName: 'test',
      simulation: true,
      asOf: TODAY,
    },
    { makesFolder: true },
  );
  const given = (source: string, files: readonly string[], publishedOn: string) =>
    importEdition(
      {
        source,
        files: files.map((file) => path.join(root, 'packages/sources/src/lists', file)),
        publishedOn,
        confirmedCurrentOn: TODAY,
        by: 'test',
        accept: 'invented samples',
      },
      parts,
    );
  await given(
    'ofac-sdn',
    ['sdn', 'alt', 'add', 'sdn_comments'].map((name) => `ofac-sdn/sample/${name}.csv`),
    '2026-11-10',
  );
  await given('un-sc', ['un-sc/sample/consolidated.xml'], '2026-01-05');
  await given('jp-meti-eul', ['jp-meti-eul/sample/foreign-end-user-list.xlsx'], '2026-01-05');
  await given('ftm-example', ['opensanctions/sample/entities.ftm.json'], '2026-11-20');
  const messages = JSON.parse(await readFile(path.join(root, 'data/messages/en.json'), 'utf8')) as MessageCatalogue;
  const servers: FastifyInstance[] = [];
  return {
    parts,
    say: (key, facts) => sentence(messages, key, facts),
    server: async (plugins) => {
      const app = Fastify({ routerOptions: { maxParamLength: 1000 } });
      servers.push(app);
      for (const [prefix, plugin] of Object.entries(plugins)) await app.register(plugin, { prefix });
      await app.ready();
      return app;
    },
    dispose: async () => {
      for (const app of servers) await app.close();
      await parts.close();
      await rm(stage, { recursive: true, force: true });
    },
  };
}
