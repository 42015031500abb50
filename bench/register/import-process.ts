// An import to be made in, what it took out, as a line of JSON: a process of its own, so that its memory is its own.
import { importEdition, type ImportRequest } from '@sekisho/server/flows/import-edition.ts';
import { openBenchParts } from './bench-parts.ts';

const [folder = '', request = ''] = process.argv.slice(2);
const parts = await openBenchParts(folder);
const [start, cpu] = [performance.now(), process.cpuUsage()];
const { edition, changes } = await importEdition(JSON.parse(request) as ImportRequest, parts);
const { user, system } = process.cpuUsage(cpu);
const { counts, complete, contentSha256 } = edition;
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    counts,
    complete,
    changes,
    contentSha256,
  }),
);
await parts.close();
