// A table of names and its owner in, the same screened by a worker out.
import { operator } from '@sekisho/engine/model/person.ts';
import { receiveBatch, viewBatch, type Batch } from '@sekisho/server/flows/batch/batches.ts';
import { beginScreening } from '@sekisho/server/flows/batch/screen-kept-batch.ts';
import { runJobs, type Worker } from '@sekisho/server/jobs/run-jobs.ts';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServedInterface } from './served-interface.ts';

/** Does the jobs of the folder until it is stopped. */
export function workFor({ folder }: ServedInterface): Worker {
  return runJobs(
    { ...folder.parts, actor: operator('worker') },
    {
      places: { keysFolder: path.join(folder.path, '..', 'keys'), dataFolder: folder.path, witnesses: [] },
      delivery: { allowsPrivate: false },
    },
  );
}

export async function screenedTable(
  served: ServedInterface,
  owner: { readonly name: string },
  file: string,
  text: string,
): Promise<Batch> {
  const { parts } = served.folder;
  const person = (await parts.store.accounts.people()).find(({ name }) => name === owner.name);
  if (!person) throw new Error(`nobody is called ${owner.name}`);
  const own = { ...parts, actor: person };
  const { id } = await receiveBatch(file, textOf(text), own);
  const question = { columns: [], hits: 'best', discountsStated: false, minScore: 0.8 } as const;
  await beginScreening(id, question, own);
  const worker = workFor(served);
  let batch = await viewBatch(id, own);
  for (; batch.state === 'waiting' || batch.state === 'screening'; batch = await viewBatch(id, own)) await wait(50);
  await worker.stop();
  return batch;
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
