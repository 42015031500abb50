// A process of its own: does the jobs of the folder in argv, and hangs in the middle of each; a line once it does.
import { writeSync } from 'node:fs';
import { operator } from '@sekisho/engine/model/person.ts';
import { openParts } from '../../open-parts.ts';
import { readSettings } from '../../settings.ts';
import { runJobs } from '../run-jobs.ts';
import { sealingKind } from './sealing-kind.ts';

const [folder = '', keys = '', leaseMs = ''] = process.argv.slice(2);
const settings = readSettings({ data: folder }, { SEKISHO_KEYS: keys });
const parts = await openParts(settings, { makesFolder: false });
runJobs(
  { ...parts, actor: operator('killed') },
  {
    places: { keysFolder: keys, dataFolder: folder, witnesses: [] },
    delivery: { allowsPrivate: false },
    leaseMs: Number(leaseMs),
    kinds: {
      sealing: sealingKind(async ({ id }) => {
        writeSync(process.stdout.fd, `${id}\n`);
        await new Promise((resolve) => setTimeout(resolve, 3_600_000));
      }),
    },
  },
);
