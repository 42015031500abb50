// A number of tries in (default 100,000), how requests made of the API's description were answered out; fails on any answer of 500 or more.
//
//   node run.mjs tests/soak/fuzz-api.ts [tries] [seed]
import { fuzzApi } from '@sekisho/server/http/testing/fuzz-api.ts';
import { openServedFolder } from '@sekisho/server/http/testing/served-folder.ts';

const [tries, seed] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)];
if (!Number.isSafeInteger(tries) || tries < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: node run.mjs tests/soak/fuzz-api.ts [tries] [seed]');
  process.exit(2);
}
const served = await openServedFolder();
try {
  await served.folder.prepare();
  const { answers, failed } = await fuzzApi(served, tries, seed);
  console.log(`${String(tries)} requests (seed ${String(seed)}): ${JSON.stringify(answers)}`);
  for (const one of failed) console.error(one);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await served.dispose();
}
