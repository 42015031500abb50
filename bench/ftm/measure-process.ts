// The path of a FollowTheMoney file in, as JSON how fast and in how much memory this process streamed it out.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';

const [file = ''] = process.argv.slice(2);
const importer = listImporters.get('opensanctions');
if (!importer?.stream) throw new Error('the importer does not stream');
const territories = buildTerritories(referenceFiles);
const { size } = await stat(file);
const start = performance.now();
const { batches, summary } = importer.stream([{ name: path.basename(file), path: file }], { territories });
let entities = 0;
for await (const batch of batches) entities += batch.length;
const seconds = (performance.now() - start) / 1000;
const { counts, problems } = summary();
const megabytes = size / 1_000_000;
console.log(
  JSON.stringify({
    megabytes: Math.round(megabytes),
    entities,
    seconds: Math.round(seconds * 100) / 100,
    megabytesPerSecond: Math.round((megabytes / seconds) * 10) / 10,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    counts,
    problems: problems.length,
  }),
);
