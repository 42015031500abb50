// The routes of the server and the types they answer with in; `packages/server/src/http/answer-shapes.json` and the client's types out.
// Run `node run.mjs scripts/api.ts` after a route or a type that one answers with has changed; a test holds both files against them.
import { writeFile } from 'node:fs/promises';
import { generatedApi } from './api/generated-api.ts';

for (const { file, text } of await generatedApi()) await writeFile(file, text);
