// A made world in, its files in the layout of the National Tax Agency out: zips of prefectures, a day's diff; and whom to ask for.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { zipOf } from '@sekisho/sources/readers/testing/zip.ts';
import { below, randomOf } from '../search/random.ts';
import { madeCompany, madeName, type MadeCompany, type MadeWorld } from './companies.ts';
import type { Prefecture } from './words.ts';

export interface NumberedCompany extends MadeCompany {
  readonly number: string;
}

export interface RenamedCompany extends NumberedCompany {
  readonly formerName: string;
}

/** Month's end, and the working day after it. */
export const [FULL_DAY, DIFF_DAY] = ['2026-10-31', '2026-11-02'];

export interface WrittenFiles {
  readonly files: readonly string[];
  readonly bytes: number;
  /** Some of all companies, spread evenly. */
  readonly sample: readonly NumberedCompany[];
  /** Some of those that have an English name. */
  readonly english: readonly NumberedCompany[];
}

/** One zip a prefecture and one of companies abroad, which is empty but for one; rows by number, as they are published. */
export function writeFullSet(world: MadeWorld, folder: string, sampleSize: number): WrittenFiles {
  const files: string[] = [];
  const sample: NumberedCompany[] = [];
  const english: NumberedCompany[] = [];
  let bytes = 0;
  const every = Math.max(1, Math.floor(world.companies / sampleSize));
  const write = (name: string, text: Buffer) => {
    const stem = name.replace(/\.zip$/, '');
    const zip = zipOf([[`${stem}.csv`, text]]);
    const file = path.join(folder, name);
    writeFileSync(file, zip);
    files.push(file);
    bytes += text.length;
  };
  for (const prefecture of world.words.prefectures) {
    const chunks: Buffer[] = [];
    let [lines, sequence] = ['', 0];
    for (const { number, place } of numbersOf(world, prefecture)) {
      const company = { ...madeCompany(world, prefecture, place), number };
      if ((sequence + Number(prefecture.code)) % every === 0) sample.push(company);
      if (company.englishName !== undefined && english.length < sampleSize) english.push(company);
      lines += lineOf(company, { sequence: ++sequence });
      if (CHUNK < lines.length) {
        chunks.push(Buffer.from(lines));
        lines = '';
      }
    }
    write(`${prefecture.code}_made_all_${compactDay(FULL_DAY)}.zip`, Buffer.concat([...chunks, Buffer.from(lines)]));
  }
  const [tokyo] = world.words.prefectures.filter(({ name }) => name === '東京都');
  if (!tokyo) throw new Error('Tokyo is missing among the prefectures');
  const abroad = { ...madeCompany(world, tokyo, -1), number: jpCorporateNumberOf('700150000001') };
  write(`99_made_all_${compactDay(FULL_DAY)}.zip`, Buffer.from(lineOf(abroad, { sequence: 1, isAbroad: true })));
  return { files, bytes, sample, english };
}

/** Rows of a day: of ten, five are of new companies, three of addresses, one each of names and closures. */
export function writeDiff(
  world: MadeWorld,
  sample: readonly NumberedCompany[],
  folder: string,
  rows: number,
): { readonly file: string; readonly renamed: readonly RenamedCompany[] } {
  const renamed: RenamedCompany[] = [];
  let [text, sequence] = ['', 0];
  const put = (company: NumberedCompany, more: Partial<Stated>) => {
    text += lineOf(company, { ...more, sequence: ++sequence });
  };
  const [first] = world.words.prefectures;
  const prefecture = world.words.prefectures[12] ?? first;
  if (!prefecture) throw new Error('there are no prefectures');
  for (let place = 0; sequence < rows; place++) {
    const { closedOn: _, ...known } = sample[place % sample.length] ?? missing();
    const change = place % 9;
    const random = randomOf(world.seed, 99, place);
    if (change < 5) {
      const number = jpCorporateNumberOf(`9${String(900 + (place % 90))}01${String(place).padStart(6, '0')}`);
      put(
        { ...madeCompany(world, prefecture, world.companies + place), number, assignedOn: DIFF_DAY },
        { process: '01' },
      );
    } else if (change < 7) {
      const moved = madeCompany(world, prefecture, world.companies + place);
      put({ ...known, prefecture, city: moved.city, street: moved.street }, { process: '12' });
    } else if (change === 7) {
      const name = `株式会社${madeName(world.words, random).characters}改`;
      put(known, { process: '01', isFormer: true });
      put({ ...known, name }, { process: '11' });
      renamed.push({ ...known, name, formerName: known.name });
    } else put({ ...known, closedOn: DIFF_DAY }, { process: '21' });
  }
  const file = path.join(folder, `diff_${compactDay(DIFF_DAY)}.csv`);
  writeFileSync(file, text);
  return { file, renamed };
}

const CHUNK = 1 << 20;

/** Up to so many companies of one kind are numbered one after the other by one registry. */
const OFFICE = 150_000;

/** Numbers follow the registry where a company was first entered: one in twenty has moved to this prefecture since. */
function numbersOf(world: MadeWorld, prefecture: Prefecture): readonly { number: string; place: number }[] {
  const count = Math.round((world.companies * prefecture.share) / 100);
  const serials = new Map<string, number>();
  const numbers = Array.from({ length: count }, (_, place) => {
    const random = randomOf(world.seed, 7, Number(prefecture.code), place);
    const kind = ['01', '02', '03', '05'][Math.min(3, Math.floor(random() * 5))] ?? '01';
    const registered = random() < 0.05 ? 1 + below(47, random) : Number(prefecture.code);
    const near = `${String(registered)} ${kind}`;
    const serial = (serials.get(near) ?? 0) + 1;
    serials.set(near, serial);
    // 48 prefectures of arrival by 12 registries: no two prefectures hand out the same number
    const isHere = registered === Number(prefecture.code);
    const office = registered * 100 + (isHere ? Math.floor(serial / OFFICE) : 50);
    const tail = isHere ? serial % OFFICE : Number(prefecture.code) * 20_000 + serial;
    return {
      number: jpCorporateNumberOf(`${String(office).padStart(4, '0')}${kind}${String(tail).padStart(6, '0')}`),
      place,
    };
  });
  return numbers.sort((a, b) => (a.number < b.number ? -1 : 1));
}

interface Stated {
  readonly sequence: number;
  readonly process?: string;
  readonly isFormer?: boolean;
  readonly isAbroad?: boolean;
}

/** As they come: texts in quotes, numbers and days without; UTF-8, LF. */
function lineOf(company: NumberedCompany, { sequence, process, isFormer = false, isAbroad = false }: Stated): string {
  const { number, kind, name, kana, englishName, prefecture, city, street, postalCode, closedOn, assignedOn } = company;
  const quoted = (text: string | undefined) => (text === undefined ? '' : `"${text}"`);
  const happened = process ?? (closedOn === undefined ? '01' : '21');
  const changedOn = process === undefined ? (closedOn ?? assignedOn) : isFormer ? assignedOn : DIFF_DAY;
  const place = isAbroad
    ? [',,,,,', '"1 Sample Street, Springfield"']
    : [`"${prefecture.name}","${city}","${street}",,${prefecture.code},101`, `${postalCode},`];
  const [at = '', rest = ''] = place;
  return (
    `${sequence},${number},${happened},0,${process === undefined ? changedOn : DIFF_DAY},${changedOn},"${name}",,${kind},` +
    `${at},${isAbroad ? ',' : ''}${rest},,${closedOn ?? ''},${closedOn === undefined ? '' : '01'},,,${assignedOn},${isFormer ? 0 : 1},` +
    `${quoted(englishName)},,,,${quoted(kana)},0\n`
  );
}

function compactDay(day: string): string {
  return day.replaceAll('-', '');
}

function missing(): never {
  throw new Error('there is no company to change');
}
