// For tests of flows: a simulation folder with the files of the founding case, on days that the test sets.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { readFile } from 'node:fs/promises';
import { openParts, type OpenParts } from '../../open-parts.ts';
import { importEdition, type ImportResult } from '../import-edition.ts';
import type { Parts } from '../parts.ts';

const foundingCase = fileURLToPath(new URL('../../../../../cases/founding-case/', import.meta.url));

export interface PlayedFolder {
  readonly path: string;
  /** A file of the founding case. */
  file(name: string): string;
  readonly parts: OpenParts;
  /** The day it is from now on. */
  playOn(day: string): void;
  /** Everything the policy `jp-only-edition` requires, fresh on 2016-11-14, which it then is. */
  prepare(): Promise<void>;
  /** Imports rows of notices as edition of a day; the header is the founding case's. */
  importNotices(rows: readonly string[], day: string, parts?: Parts): Promise<ImportResult>;
  /** Imports rows of the register, as the difference of a day. */
  importDiff(rows: readonly string[], day: string): Promise<ImportResult>;
  application(file: string): Promise<Record<string, unknown>>;
  dispose(): Promise<void>;
}

/** @param copied a data folder to begin with a copy of, which nobody has open. */
export async function openPlayedFolder(copied?: string): Promise<PlayedFolder> {
  const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-flow-'));
  if (copied !== undefined) await cp(copied, path.join(stage, 'data'), { recursive: true });
  let today = '2016-11-14';
  const opened = await openParts(
    {
      folderPath: path.join(stage, 'data'),
      keysPath: path.join(stage, 'keys'),
      witnesses: [],
      referencePath: fileURLToPath(new URL('../../../../../data/', import.meta.url)),
      userName: 'test',
      simulation: true,
      asOf: today,
    },
    { makesFolder: true },
  );
  const parts: OpenParts = { ...opened, clock: () => `${today}T${new Date().toISOString().slice(11)}` };
  const file = (name: string) => path.join(foundingCase, name);
  const given = (source: string, files: string[], publishedOn: string) =>
    importEdition(
      {
        source,
        files: files.map(file),
        publishedOn,
        confirmedCurrentOn: today,
        by: 'test',
        accept: 'invented samples',
      },
      parts,
    );
  const written = async (name: string, lines: readonly string[]) => {
    const made = path.join(stage, name);
    await writeFile(made, `${lines.join('\n')}\n`);
    return made;
  };
  return {
    path: path.join(stage, 'data'),
    file,
    parts,
    playOn: (day) => {
      today = day;
    },
    prepare: async () => {
      await given('jp-nta', ['register/00_zenkoku_all_20161031.csv'], '2016-10-31');
      const days = ['01', '02', '04', '07', '08', '09', '10', '11', '14'];
      await given(
        'jp-nta',
        days.map((day) => `register/diff_201611${day}.csv`),
        '2016-11-14',
      );
      await given('jp-meti-eul', ['lists/end-user-list.xlsx'], '2016-06-01');
      await given('un-sc', ['lists/consolidated.xml'], '2016-11-10');
      await given('ofac-sdn', ['lists/sdn.csv', 'lists/alt.csv', 'lists/add.csv'], '2016-11-10');
      await given('interpol-red', ['lists/red-notices.json'], '2016-11-14');
    },
    importNotices: async (rows, day, using = parts) => {
      const header = (await readFile(file('own-notices/notices-2016-09.csv'), 'utf8')).split('\n')[0] ?? '';
      const notices = await written(`notices-${day}.csv`, [header, ...rows]);
      const mapping = file('own-notices/mapping.yml');
      const accept = 'a test';
      return importEdition(
        { source: 'own-notices', files: [notices], mapping, publishedOn: day, by: 'test', accept },
        using,
      );
    },
    importDiff: async (rows, day) => {
      const diff = await written(`diff_${day.replaceAll('-', '')}.csv`, rows);
      return importEdition({ source: 'jp-nta', files: [diff], publishedOn: day, by: 'test' }, parts);
    },
    application: async (name) =>
      parseYaml(await readFile(file(`applications/${name}`), 'utf8')) as Record<string, unknown>,
    dispose: async () => {
      await opened.close();
      await rm(stage, { recursive: true, force: true });
    },
  };
}

/** A row of notices: number, Han, kanji, Latin, names used, birth. */
export function noticeRow(no: string, { han = '', kanji = '', latin = '', born = '' }): string {
  return [
    no,
    han,
    kanji,
    latin,
    '',
    born,
    'SUSPECTED',
    '',
    '2016-11-10',
    'fraud',
    'Example Police',
    'Example Daily',
    '',
    '',
  ].join(',');
}
