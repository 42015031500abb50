// Requests made of the API's description, right and wrong: each is answered, none with a failure of the server. More: `npm run soak`.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fuzzApi } from './testing/fuzz-api.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const TRIES = 800;

let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
});
after(() => served.dispose());

test(`${String(TRIES)} requests: no answer is a failure, and some of each sort are taken and refused`, async () => {
  const { answers, failed } = await fuzzApi(served, TRIES, 1);
  assert.deepEqual(failed, []);
  for (const status of ['200', '201', '400', '404']) assert.ok(0 < (answers[status] ?? 0), JSON.stringify(answers));
  assert.equal((Object.prototype as Record<string, unknown>)['polluted'], undefined);
});
