// For tests in a browser: the real server in this process over a played folder, with people of each duty who can sign in.
import { operator, nobody, type Duty } from '@sekisho/engine/model/person.ts';
import { sentence } from '@sekisho/engine/messages/sentence.ts';
import { acceptInvitation, SignInTries } from '@sekisho/server/flows/people/sign-in.ts';
import { addPerson } from '@sekisho/server/flows/people/people.ts';
import { openPlayedFolder, type PlayedFolder } from '@sekisho/server/flows/testing/played-folder.ts';
import { vetApplication, type Vetting } from '@sekisho/server/flows/vet-application.ts';
import { parseApplication } from '@sekisho/engine/model/application.ts';
import { buildServer } from '@sekisho/server/http/server.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildUiWhenNeeded } from '../../scripts/build-ui.ts';
import { root } from '../house/source-file.ts';

/** Invented, as everybody here is. */
export const people = {
  analyst: { name: 'K. Hayashi', duties: ['analyst'] },
  officer: { name: 'R. Mori', duties: ['officer'] },
  administrator: { name: 'S. Kudo', duties: ['administrator', 'officer'] },
  submitter: { name: 'M. Ota', duties: ['submitter'] },
} as const satisfies Record<string, { readonly name: string; readonly duties: readonly Duty[] }>;

export const PASSPHRASE = 'five words are easily kept';

export interface ServedInterface {
  readonly url: string;
  readonly folder: PlayedFolder;
  /** Vets an application of the founding case by its file, or one that is given. */
  vet(application: string | object): Promise<Vetting>;
  dispose(): Promise<void>;
}

/** The founding case's lists and registers are imported, and it is the day of its orders. */
export async function serveInterface(): Promise<ServedInterface> {
  await buildUiWhenNeeded();
  const folder = await openPlayedFolder();
  await folder.prepare();
  const parts = { ...folder.parts, actor: operator('test') };
  const recordPlaces = { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] };
  for (const { name, duties } of Object.values(people)) {
    const { invitation } = await addPerson({ name, duties }, parts);
    await acceptInvitation({ token: invitation, passphrase: PASSPHRASE }, new SignInTries(), parts, recordPlaces);
  }
  const catalogue = JSON.parse(readFileSync(path.join(root, 'data/messages/en.json'), 'utf8')) as Record<
    string,
    string
  >;
  const server = await buildServer({
    parts: { ...folder.parts, actor: nobody },
    settings: {
      publicUrl: 'http://127.0.0.1',
      requestsPerMinute: 1_000_000,
      interfaceFolder: path.join(root, 'packages/ui/dist'),
      yenteAtRoot: false,
      sendsMail: true,
      toldSettings: [
        { name: 'data-folder', value: folder.path, from: 'environment', by: 'SEKISHO_DATA' },
        { name: 'database', value: 'SQLite', from: 'default' },
        { name: 'witnesses', value: '', from: 'default' },
        { name: 'yente-at-root', value: 'no', from: 'default' },
      ],
    },
    recordPlaces,
    delivery: { allowsPrivate: false },
    say: (code, facts) => sentence(catalogue, code, facts),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    folder,
    vet: async (application) =>
      vetApplication(
        parseApplication(typeof application === 'string' ? await folder.application(application) : application),
        parts,
      ),
    dispose: async () => {
      await server.close();
      await folder.dispose();
    },
  };
}
