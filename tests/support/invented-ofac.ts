// A folder in, two editions of an invented list in the layout of OFAC's SDN list out: entries of the first changed, left out, others added.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OfacEdition, OfacEditions } from './past-buyers.ts';

/** Entries of each edition. */
const ENTRIES = 120;
/** Of the first, so many are not in the second; as many are new there. */
const LEFT_OUT = 40;

const given = ['Adelmo', 'Bertil', 'Cosima', 'Dragan', 'Evander', 'Fumiko', 'Gerold', 'Hilma', 'Isidro', 'Jaromir'];
const family = ['Quintavale', 'Rosenkvist', 'Szabolcsi', 'Tarkovian', 'Ulverton', 'Vasconde', 'Wexholm', 'Yamashiro'];
const more = ['Abrell', 'Bodegas', 'Cholet', 'Dunmore', 'Egerton', 'Fossati', 'Guldberg'];

export async function inventedEditions(folder: string): Promise<OfacEditions> {
  return {
    earlier: await written(path.join(folder, 'earlier'), '2023-01-02', 0),
    later: await written(path.join(folder, 'later'), '2023-12-28', LEFT_OUT),
  };
}

/** @param from the number of the first entry; of every third entry the programme changed with it. */
async function written(folder: string, publishedOn: string, from: number): Promise<OfacEdition> {
  await mkdir(folder, { recursive: true });
  const rows = Array.from({ length: ENTRIES }, (_, place) => {
    const number = from + place;
    const programme = from !== 0 && number % 3 === 0 ? 'SDGT' : 'NPWMD';
    const nothing = Array.from({ length: 8 }, () => '-0- ').join(',');
    return `${String(90_000 + number)},"${nameOf(number)}","individual","${programme}",${nothing}`;
  });
  const files = { 'sdn.csv': rows, 'alt.csv': [], 'add.csv': [] as string[] };
  for (const [name, lines] of Object.entries(files))
    await writeFile(path.join(folder, name), [...lines, '\x1a'].join('\r\n'));
  return { files: Object.keys(files).map((name) => path.join(folder, name)), publishedOn };
}

function nameOf(number: number): string {
  const [one, other, third] = [
    given[number % given.length],
    family[number % family.length],
    more[number % more.length],
  ];
  return `${(other ?? '').toUpperCase()} ${(third ?? '').toUpperCase()}, ${one ?? ''}`;
}
