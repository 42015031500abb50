// The description of the API and the client's types, as kept, held against the code they are made of.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { generatedApi } from '../scripts/api/generated-api.ts';

test('what is made of the routes is as they are: run `node run.mjs scripts/api.ts` when it is not', async () => {
  for (const { file, text } of await generatedApi()) assert.equal(await readFile(file, 'utf8'), text, file);
});
