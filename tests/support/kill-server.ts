// A number of rounds in; in each a server is killed while orders come in and cases are noted. Out: what was acknowledged, all of it there again.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { operator } from '@sekisho/engine/model/person.ts';
import { issueKey } from '@sekisho/server/flows/people/access-keys.ts';
import { importEdition } from '@sekisho/server/flows/import-edition.ts';
import { proveFolder } from '@sekisho/server/flows/prove-folder.ts';
import { openParts } from '@sekisho/server/open-parts.ts';
import { readSettings } from '@sekisho/server/settings.ts';
import { startServing } from '../../bench/serve/serving-process.ts';

export interface ServerKills {
  readonly rounds: number;
  readonly applications: number;
  readonly notes: number;
}

const list = fileURLToPath(new URL('../../packages/sources/src/lists/un-sc/sample/consolidated.xml', import.meta.url));
/** Requests under way at once. */
const AT_ONCE = 8;
/** The most that a server lives after it has acknowledged something, milliseconds. */
const MOST_MS = 500;

/** @param onRound told after each round. */
export async function killServer(rounds: number, onRound?: (soFar: ServerKills) => void): Promise<ServerKills> {
  const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-kill-'));
  const environment = {
    ...process.env,
    SEKISHO_KEYS: path.join(stage, 'keys'),
    SEKISHO_DATA: path.join(stage, 'data'),
  };
  const settings = readSettings({}, environment);
  const acknowledged = { applications: new Set<string>(), notes: new Set<string>() };
  const counts = (done: number) => ({
    rounds: done,
    applications: acknowledged.applications.size,
    notes: acknowledged.notes.size,
  });
  try {
    const key = await prepared();
    for (let round = 1; round <= rounds; round++) {
      const { url, child } = await startServing(environment);
      const before = acknowledged.notes.size;
      const working = Array.from({ length: AT_ONCE }, (_, worker) =>
        work(url, key, `${String(round)}-${String(worker)}`, acknowledged),
      );
      while (acknowledged.notes.size === before && child.exitCode === null) await pause(5);
      await pause((round * 7919) % MOST_MS); // in another moment of the work each time
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await Promise.all(working);
      onRound?.(counts(round));
    }
    await checkAll();
    return counts(rounds);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }

  async function prepared(): Promise<string> {
    const parts = await openParts(settings, { makesFolder: true });
    try {
      const publishedOn = parts.clock().slice(0, 10);
      await importEdition(
        { source: 'un-sc', files: [list], publishedOn, by: 'test', accept: 'an invented sample' },
        parts,
      );
      return (await issueKey({ name: 'killer', duties: ['analyst'] }, parts)).credential;
    } finally {
      await parts.close();
    }
  }

  async function checkAll(): Promise<void> {
    const parts = await openParts(settings, { makesFolder: false });
    try {
      for (const id of acknowledged.applications) assert.ok((await parts.store.application(id))?.application, id);
      const notes = await parts.store.caseNotes();
      const said = new Set(notes.flatMap((note) => (note.kind === 'commented' ? note.text : [])));
      for (const text of acknowledged.notes) assert.ok(said.has(text), text);
      const places = { keysFolder: settings.keysPath, dataFolder: settings.folderPath, witnesses: [] };
      const { report, differences } = await proveFolder({ ...parts, actor: operator('test') }, places, {});
      assert.notEqual(report.state, 'broken');
      assert.deepEqual(differences, []);
    } finally {
      await parts.close();
    }
  }
}

/** Orders and comments one after the other until the server is gone. */
async function work(
  url: string,
  key: string,
  name: string,
  acknowledged: { readonly applications: Set<string>; readonly notes: Set<string> },
): Promise<void> {
  const post = async (route: string, body: unknown): Promise<number> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    await answer.text(); // acknowledged is what arrived whole
    return answer.status;
  };
  for (let number = 1; ; number++)
    try {
      const id = `K-${name}-${String(number)}`;
      const status = await post('/v1/applications', orderOf(id));
      assert.equal(status, 201);
      acknowledged.applications.add(id);
      const text = `seen ${id}`;
      assert.equal(await post(`/v1/cases/${id}/notes`, { kind: 'commented', text }), 201);
      acknowledged.notes.add(text);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return; // the connection broke: nothing was acknowledged
    }
}

function orderOf(id: string) {
  return {
    id,
    policy: 'jp-only-edition',
    receivedOn: '2026-11-01',
    product: { id: 'guard', name: 'Guard' },
    parties: [{ id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: `Sakura ${id}` }] }],
  };
}
