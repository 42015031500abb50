// Unihan's text files (Debian package unicode-data, /usr/share/unicode) in, han-variants.tsv and han-readings.tsv out.
// Run: node run.mjs data/readings/generate.ts /usr/share/unicode
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Properties = ReadonlyMap<string, ReadonlyMap<string, string>>;

const source = `# Made by generate.ts from Unihan 15.0 (Unicode licence, https://www.unicode.org/license.txt) and han-variants-own.tsv.\n`;
const variantHeader = `${source}# Every written form of a Han character that names treat as another one, with the key of its class (the simplified form).\n`;
const readingHeader = `${source}# Readings by key: pinyin without tones (v for u umlaut), jyutping without tones, Japanese on and kun, hangul, Vietnamese without marks (vietnamese-own.tsv first).\n`;

const here = import.meta.dirname;
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: generate.ts <folder of Unihan_*.txt.bz2>');
  process.exit(2);
}
const variants = readUnihan(folder, 'Variants');
const mappings = readUnihan(folder, 'OtherMappings');
const readings = readUnihan(folder, 'Readings');
const ownVietnamese = new Map(
  tableRows(path.join(here, 'vietnamese-own.tsv')).map(([character = '', own = '']) => [character, own.split(',')]),
);
const keys = keyByCharacter();
writeTable('han-variants.tsv', variantHeader, ['variant', 'key'], [...keys]);
writeTable(
  'han-readings.tsv',
  readingHeader,
  ['key', 'mandarin', 'cantonese', 'on', 'kun', 'hangul', 'vietnamese'],
  readingRows(),
);

/** property -> character -> value. */
function readUnihan(from: string, name: string): Properties {
  const text = execFileSync('bzcat', [path.join(from, `Unihan_${name}.txt.bz2`)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const properties = new Map<string, Map<string, string>>();
  for (const line of text.split('\n')) {
    const [code, property, value] = line.split('\t');
    if (!code?.startsWith('U+') || property === undefined || value === undefined) continue;
    const byCharacter = properties.get(property) ?? new Map<string, string>();
    properties.set(property, byCharacter.set(characterOf(code), value));
  }
  return properties;
}

function characterOf(code: string): string {
  return String.fromCodePoint(parseInt(code.slice(2), 16));
}

function charactersIn(value: string | undefined): string[] {
  return [...(value ?? '').matchAll(/U\+[0-9A-F]+/g)].map(([code]) => characterOf(code));
}

/**
 * Every character that is a written form of another one, with the one key of its class: the simplified form where there is
 * one. A character that is also its own simplified form (乾 qian beside 干 gan) is left alone.
 */
function keyByCharacter(): Map<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (character: string): string => {
    const next = parent.get(character);
    return next === undefined || next === character ? character : rootOf(next);
  };
  const join = (a: string, b: string) => parent.set(rootOf(a), rootOf(b));
  const simplified = new Set<string>();
  for (const [character, value] of variants.get('kSimplifiedVariant') ?? []) {
    // rare forms beyond the first plane (蘭: 兰 and U+2C795) are no ambiguity
    const forms = charactersIn(value);
    const usual = forms.filter((form) => form.length === 1);
    const [target, ...others] = 0 < usual.length ? usual : forms;
    if (target === undefined || others.length > 0 || target === character) continue;
    simplified.add(target);
    join(character, target);
  }
  for (const property of ['kZVariant', 'kJinmeiyoKanji'])
    for (const [character, value] of (property === 'kZVariant' ? variants : mappings).get(property) ?? [])
      for (const target of charactersIn(value)) join(character, target);
  for (const [variant = '', standard = ''] of tableRows(path.join(here, 'han-variants-own.tsv')))
    join(variant, standard);

  const classes = new Map<string, string[]>();
  for (const character of new Set([...parent.keys(), ...parent.values()])) {
    const root = rootOf(character);
    classes.set(root, [...(classes.get(root) ?? []), character]);
  }
  const found: [string, string][] = [];
  for (const members of classes.values()) {
    const key = keyOf(members.sort(byCodePoint), simplified);
    found.push(...members.filter((member) => member !== key).map((member): [string, string] => [member, key]));
  }
  return new Map(
    found.filter(([variant]) => variant.normalize('NFKC') === variant).sort(([a], [b]) => byCodePoint(a, b)),
  );
}

function keyOf(members: readonly string[], simplified: ReadonlySet<string>): string {
  const [key] = [...members].sort(
    (a, b) => Number(simplified.has(b)) - Number(simplified.has(a)) || usage(b) - usage(a) || byCodePoint(a, b),
  );
  return key ?? '';
}

/** How many kinds of reading Unihan gives a character: ordinary characters have more than rare ones. */
function usage(character: string): number {
  return [...readings.values()].filter((byCharacter) => byCharacter.has(character)).length;
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}

/** The readings of a whole class, commonest first; Mandarin of the key itself before that of its other forms. */
function readingRows(): string[][] {
  const members = new Map<string, string[]>();
  for (const [variant, key] of keys) members.set(key, [...(members.get(key) ?? [key]), variant]);
  const characters = new Set([...readings.values()].flatMap((byCharacter) => [...byCharacter.keys()]));
  const rows: string[][] = [];
  for (const character of [...characters].sort(byCodePoint)) {
    if (keys.has(character) || character.normalize('NFKC') !== character) continue;
    const all = members.get(character) ?? [character];
    const collect = (property: string, split: (value: string) => string[]) => [
      ...new Set(all.flatMap((member) => split(readings.get(property)?.get(member) ?? ''))),
    ];
    const words = (value: string) => value.split(' ').filter(Boolean);
    const row = [
      [
        ...new Set(
          [
            ...collect('kMandarin', words),
            ...collect('kXHC1983', (value) => words(value).map((word) => word.replace(/^.*:/, ''))),
          ].map(plainPinyin),
        ),
      ],
      [...new Set(collect('kCantonese', words).map((syllable) => syllable.replace(/\d/, '')))],
      collect('kJapaneseOn', words).map((word) => word.toLowerCase()),
      collect('kJapaneseKun', words).map((word) => word.toLowerCase()),
      collect('kHangul', (value) => words(value).map((word) => word.replace(/:.*/, ''))),
      [
        ...new Set([
          ...all.flatMap((member) => ownVietnamese.get(member) ?? []),
          ...collect('kVietnamese', words).map(plainVietnamese),
        ]),
      ],
    ].map((values) => values.slice(0, 6).join(','));
    if (row.some(Boolean)) rows.push([character, ...row]);
  }
  return rows;
}

/** Without tones; ü as v, as it is typed. */
function plainPinyin(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/u\u0304?\u0308|u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

function plainVietnamese(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();
}

function tableRows(file: string): string[][] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => line.split('\t'));
}

function writeTable(
  name: string,
  comment: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const lines = [columns, ...rows].map((row) => row.join('\t'));
  writeFileSync(path.join(here, name), `${comment}${lines.join('\n')}\n`);
}
