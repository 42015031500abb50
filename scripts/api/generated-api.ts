// The code of the server in, the files that are made of it out, as they should stand.
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { answerShapes } from './answer-shapes.ts';
import { clientTypes } from './client-types.ts';
import { describedApi } from './described-api.ts';

export interface GeneratedFile {
  readonly file: string;
  readonly text: string;
}

export async function generatedApi(): Promise<readonly GeneratedFile[]> {
  const shapes = answerShapes();
  return [
    await pretty('../../packages/server/src/http/answer-shapes.json', JSON.stringify(shapes)),
    await pretty('../../packages/client/src/paths.ts', clientTypes(await describedApi(shapes))),
  ];
}

async function pretty(place: string, text: string): Promise<GeneratedFile> {
  const file = fileURLToPath(new URL(place, import.meta.url));
  return { file, text: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
