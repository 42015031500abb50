// For tests of editions: a publisher of invented lists in JSON lines, in two layouts, one of them in companion files.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entityOf, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ListImporter, SourceDescription, SourceFile } from '@sekisho/sources/importer.ts';
import type { ImportResult } from '../import-edition.ts';
import { importEdition } from '../import-edition.ts';
import type { Parts } from '../parts.ts';

export const SOURCE = 'zz-list';

const description: SourceDescription = {
  id: SOURCE,
  kind: 'list',
  title: 'An invented list',
  publisher: 'An invented office',
  territory: 'zz',
  officialPage: 'https://lists.example/',
  terms: 'none',
  forms: [
    {
      form: 'lines',
      verifiedOnRealFile: false,
      files: [
        { role: 'main', pattern: '^main\\.jsonl$', required: true },
        { role: 'alt', pattern: '^alt\\.jsonl$', required: false, gives: ['aliases'] },
      ],
    },
    {
      form: 'whole',
      verifiedOnRealFile: false,
      files: [{ role: 'whole', pattern: '^whole\\.jsonl$', required: true }],
    },
    {
      form: 'more',
      verifiedOnRealFile: false,
      files: [{ role: 'more', pattern: '^more\\.jsonl$', required: true }],
    },
  ],
  topics: ['sanction'],
  effects: ['block'],
  taken: [],
  ignored: [],
  quirks: [],
  bounds: { maxShrinkPercent: 50, minEntries: 1 },
};

/** A line of a file with entries; `more.jsonl` says only what came since the edition in use. */
export interface Line extends Partial<Entity> {
  readonly recordId: string;
  readonly name: string;
}

/** An importer of another version reads otherwise: it notes its version with every entry. */
export function inventedImporter(
  bounds: Partial<SourceDescription['bounds']> = {},
  { version = 1, streams = false }: { readonly version?: number; readonly streams?: boolean } = {},
): ListImporter {
  const own = { ...description, bounds: { ...description.bounds, ...bounds } };
  const importer: ListImporter = {
    description: own,
    version,
    read: async (files, { before }) => {
      const entities: Entity[] = [];
      const isMore = files.some(({ name }) => name.startsWith('more'));
      if (isMore && before) for await (const batch of before()) entities.push(...batch);
      for await (const batch of entitiesOf(files, version)) entities.push(...batch);
      return { entities, problems: [], counts: { lines: entities.length } };
    },
  };
  if (!streams) return importer;
  return {
    ...importer,
    stream: (files) => {
      let lines = 0;
      async function* batches() {
        for await (const batch of entitiesOf(files, version)) {
          lines += batch.length;
          yield batch;
        }
      }
      return { batches: batches(), summary: () => ({ problems: [], counts: { lines } }) };
    },
  };
}

async function* entitiesOf(files: readonly SourceFile[], version: number): AsyncGenerator<readonly Entity[]> {
  const linesOf = async (pattern: RegExp) => {
    const file = files.find(({ name }) => pattern.test(name));
    const text = file ? await readFile(file.path, 'utf8') : '';
    return text.split('\n').slice(0, -1);
  };
  const aliases = Map.groupBy(
    (await linesOf(/^alt/)).map((line) => JSON.parse(line) as { recordId: string; name: string }),
    ({ recordId }) => recordId,
  );
  for (const [number, line] of (await linesOf(/^(?:main|whole|more)/)).entries()) {
    if (line === 'broken') throw new Problem('list.unexpected-shape', { list: SOURCE, line: number + 1 });
    const { recordId, name, ...others } = JSON.parse(line) as Line;
    const alternative = (aliases.get(recordId) ?? []).map((alias): EntityName => ({ text: alias.name, kind: 'alias' }));
    yield [
      entityOf({
        schema: 'Person',
        effects: ['block'],
        topics: ['sanction'],
        ...(1 < version && { remarks: [`version ${String(version)}`] }),
        ...others,
        source: SOURCE,
        recordId,
        names: [{ text: name, kind: 'primary' }, ...(others.names ?? []), ...alternative],
      }),
    ];
  }
}

/** What stands in the files of an edition, by file name without its end. */
export type Content = Readonly<Partial<Record<'main' | 'alt' | 'whole' | 'more', readonly (Line | string)[]>>>;

/** Writes the files into a folder and imports them with this importer. */
export async function importInvented(
  content: Content,
  publishedOn: string,
  {
    folder,
    parts,
    importer,
    accept,
  }: {
    readonly folder: string;
    readonly parts: Parts;
    readonly importer: ListImporter;
    readonly accept?: string;
  },
): Promise<ImportResult> {
  const files: string[] = [];
  for (const [name, lines = []] of Object.entries(content)) {
    const file = path.join(folder, `${name}.jsonl`);
    await writeFile(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
    files.push(file);
  }
  const listImporters = new Map([...parts.listImporters, [SOURCE, importer]]);
  const request = { source: SOURCE, files, publishedOn, by: 'test', ...(accept !== undefined && { accept }) };
  return importEdition(request, { ...parts, listImporters });
}
