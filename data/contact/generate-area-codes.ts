// The place names of libphonenumber for numbers of Japan and jp-area-codes-own.tsv in, jp-area-codes.tsv out; what is written by hand stands over the names.
// Run: node run.mjs data/contact/generate-area-codes.ts <resources/geocoding/en/81.txt>
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [namesFile] = process.argv.slice(2);
if (namesFile === undefined) throw new Error('name the file of place names');

const here = import.meta.dirname;
/** Digits behind the 0 that are kept apart at least: 0120 (free of charge) is no neighbour of 0123 (Chitose). */
const SHORTEST = 3;
const ENGLISH = [
  'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata',
  'Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane',
  'Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa',
].flatMap((names) => names.split(' '));

const prefectures = [
  ...new Set(linesOf(path.join(here, '../addresses/jp-municipalities.tsv')).map((line) => line.split('\t')[0] ?? '')),
].slice(1);
if (prefectures.length !== ENGLISH.length) throw new Error('there are not 47 prefectures');

/** By what is dialled, from the 0 on. */
const named = new Map(
  linesOf(namesFile).map((line) => {
    const [, digits = '', place = ''] = /^81(\d+)\|(.+)$/.exec(line) ?? [];
    const prefecture = prefectures[ENGLISH.indexOf(place.split(', ').at(-1) ?? '')];
    if (prefecture === undefined) throw new Error(`no prefecture: ${line}`);
    return [`0${digits}`, prefecture] as const;
  }),
);
const own = linesOf(path.join(here, 'jp-area-codes-own.tsv'))
  .slice(1)
  .map((line) => line.split('\t') as [code: string, prefectures: string]);

const isOwn = ([code]: readonly [string, string]) => own.some(([start]) => code.startsWith(start));
const rows = new Map([...[...shortened(named)].filter((row) => !isOwn(row)), ...own]);
const head = `# Made by generate-area-codes.ts. Do not edit: what is known better goes into jp-area-codes-own.tsv, which stands over the names.
# How fixed telephone numbers of Japan begin, from the 0 on, and the prefectures they are of: of several beginnings the longest counts.
# From the place names of https://github.com/google/libphonenumber, resources/geocoding/en/81.txt, 9.0.43 (Apache-2.0 licence,
# Copyright (C) 2011 The Libphonenumber Authors), which rest on 市外局番の一覧 of the Ministry of Internal Affairs and Communications.
# Not held against the ministry's own table: an area that reaches over the border of a prefecture is told with both only where the
# own table says so.
`;
const body = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((row) => `${row.join('\t')}\n`);
writeFileSync(path.join(here, 'jp-area-codes.tsv'), `${head}code\tprefectures\n${body.join('')}`);

/** The beginnings cut to where all that begin so are of one prefecture. */
function* shortened(places: ReadonlyMap<string, string>): Iterable<[string, string]> {
  for (const [code, prefecture] of places) {
    let short = code;
    for (let length = code.length - 1; SHORTEST < length; length--) {
      const start = code.slice(0, length);
      if ([...places].some(([other, there]) => other.startsWith(start) && there !== prefecture)) break;
      short = start;
    }
    yield [short, prefecture];
  }
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
