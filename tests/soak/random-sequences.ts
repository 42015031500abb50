// A number of sequences in (default 300), and a seed to begin with; ends with an error that names the first that breaks a promise.
//
//   node run.mjs tests/soak/random-sequences.ts [sequences] [seed]
import { playSequences } from '../support/random-sequences.ts';

const runs = Number(process.argv[2] ?? 300);
const seed = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
if (!Number.isSafeInteger(runs) || runs < 1 || (seed !== undefined && !Number.isSafeInteger(seed))) {
  console.error('usage: node run.mjs tests/soak/random-sequences.ts [sequences] [seed]');
  process.exit(2);
}
const reached = await playSequences({ runs, steps: 60, ...(seed !== undefined && { seed }) });
const told = JSON.stringify(Object.fromEntries(reached));
console.log(
  `${String(runs)} sequences, none accepted on a stale list or refused by one person, every record whole: ${told}`,
);
