// Paths of a snapshot, of questions and of the answer in; a process that does nothing but load, search and write down what it measured.
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { measure } from './measure.ts';
import type { Query } from './queries.ts';

const [snapshotPath = '', queriesPath = '', outPath = ''] = process.argv.slice(2);
const queries: Query[] = [];
for await (const line of createInterface({ input: createReadStream(queriesPath) }))
  queries.push(JSON.parse(line) as Query);
writeFileSync(outPath, JSON.stringify(await measure(snapshotPath, queries)));
