// Nothing in, the description of the API as a server gives it out: of a server over an empty folder that is gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildServer } from '@sekisho/server/http/server.ts';
import { openParts } from '@sekisho/server/open-parts.ts';
import { readSettings } from '@sekisho/server/settings.ts';
import type { AnswerShapes, Shape } from './answer-shapes.ts';

export interface DescribedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> };
}

export interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly in: 'path' | 'query' | 'header';
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Shape;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Shape }>> }>
  >;
}

export async function describedApi(answerShapes: AnswerShapes): Promise<DescribedApi> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-api-'));
  const settings = readSettings({ data: path.join(folder, 'data') }, { SEKISHO_KEYS: path.join(folder, 'keys') });
  const parts = await openParts(settings, { makesFolder: true });
  try {
    const server = await buildServer({
      parts,
      answerShapes,
      settings: {
        publicUrl: 'http://127.0.0.1:8700',
        requestsPerMinute: 1,
        yenteAtRoot: false,
      },
      recordPlaces: { keysFolder: settings.keysPath, dataFolder: settings.folderPath, witnesses: [] },
      delivery: { allowsPrivate: false },
      say: (code) => code,
    });
    await server.ready();
    const described = server.swagger() as unknown as DescribedApi;
    await server.close();
    return described;
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
}
