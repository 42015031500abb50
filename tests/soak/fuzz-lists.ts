// A number of tries in (default 100,000), spread over the layouts of all lists; how many were read and refused out. Ends with
// an error that names the first try that was neither.
//
//   node run.mjs tests/soak/fuzz-lists.ts [tries] [list id]
import { fuzzEdition, sampleEditions, type FuzzCounts } from '../support/fuzz-lists.ts';

const tries = Number(process.argv[2] ?? 100_000);
const wanted = process.argv[3];
if (!Number.isSafeInteger(tries) || tries < 1) {
  console.error('usage: node run.mjs tests/soak/fuzz-lists.ts [tries] [list id]');
  process.exit(2);
}

/** A thread for each try takes a tenth of a second. */
const THREADED_SHARE = 1 / 50;

const editions = sampleEditions().filter(({ importer }) => wanted === undefined || importer.description.id === wanted);
const weightOf = ({ isThreaded }: { readonly isThreaded: boolean }) => (isThreaded ? THREADED_SHARE : 1);
const weights = editions.reduce((sum, edition) => sum + weightOf(edition), 0);
const total: FuzzCounts = { tries: 0, read: 0, refused: 0, slowestMs: 0 };
for (const edition of editions) {
  const share = Math.ceil((tries * weightOf(edition)) / weights);
  const counts: FuzzCounts = { tries: 0, read: 0, refused: 0, slowestMs: 0 };
  await fuzzEdition(edition, { from: 1, tries: share }, counts);
  console.log(`${edition.importer.description.id} ${edition.form}: ${JSON.stringify(counts)}`);
  total.tries += counts.tries;
  total.read += counts.read;
  total.refused += counts.refused;
  total.slowestMs = Math.max(total.slowestMs, counts.slowestMs);
}
console.log(`lists: ${JSON.stringify(total)}`);
