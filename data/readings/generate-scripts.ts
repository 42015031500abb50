// UnicodeData.txt (Debian package unicode-data, /usr/share/unicode) in, romanisation/brahmic.tsv and ethiopic.tsv out: the letters of
// the scripts whose Unicode names say how they sound. Run: node run.mjs data/readings/generate-scripts.ts /usr/share/unicode
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Row = readonly [script: string, part: string, letters: string, latin: string];

const [unicode] = process.argv.slice(2);
if (unicode === undefined) {
  console.error('usage: generate-scripts.ts <folder of UnicodeData.txt>');
  process.exit(2);
}
const characters = readFileSync(path.join(unicode, 'UnicodeData.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split(';'))
  .map(([code = '', name = '']) => ({ character: String.fromCodePoint(parseInt(code || '0', 16)), name }));

/** A word loses its last a in the languages of the first group; the others say it. */
const silentEnd = ['devanagari', 'bengali', 'gurmukhi', 'gujarati'];
const brahmic = [...silentEnd, 'oriya', 'tamil', 'telugu', 'kannada', 'malayalam', 'sinhala'];

const vowels: Readonly<Record<string, string>> = {
  A: 'a',
  AA: 'a',
  I: 'i',
  II: 'i',
  U: 'u',
  UU: 'u',
  E: 'e',
  EE: 'e',
  AI: 'ai',
  O: 'o',
  OO: 'o',
  AU: 'au',
  AW: 'aw',
  'VOCALIC R': 'ri',
  'VOCALIC RR': 'ri',
  'VOCALIC L': 'li',
  'VOCALIC LL': 'li',
  AYANNA: 'a',
  AAYANNA: 'a',
  AEYANNA: 'a',
  AEEYANNA: 'a',
  IYANNA: 'i',
  IIYANNA: 'i',
  UYANNA: 'u',
  UUYANNA: 'u',
  IRUYANNA: 'ri',
  IRUUYANNA: 'ri',
  EYANNA: 'e',
  EEYANNA: 'e',
  AIYANNA: 'ai',
  OYANNA: 'o',
  OOYANNA: 'o',
  AUYANNA: 'au',
  'AELA-PILLA': 'a',
  'KETTI AEDA-PILLA': 'a',
  'DIGA AEDA-PILLA': 'a',
  'KETTI IS-PILLA': 'i',
  'DIGA IS-PILLA': 'i',
  'KETTI PAA-PILLA': 'u',
  'DIGA PAA-PILLA': 'u',
  'GAETTA-PILLA': 'ru',
  'DIGA GAETTA-PILLA': 'ru',
  KOMBUVA: 'e',
  'DIGA KOMBUVA': 'e',
  'KOMBU DEKA': 'ai',
  'KOMBUVA HAA AELA-PILLA': 'o',
  'KOMBUVA HAA DIGA AELA-PILLA': 'o',
  'KOMBUVA HAA GAYANUKITTA': 'au',
};

const consonants: Readonly<Record<string, string>> = {
  K: 'k',
  KH: 'kh',
  G: 'g',
  GH: 'gh',
  NG: 'ng',
  C: 'ch',
  CH: 'chh',
  J: 'j',
  JH: 'jh',
  NY: 'ny',
  TT: 't',
  TTH: 'th',
  DD: 'd',
  DDH: 'dh',
  NN: 'n',
  T: 't',
  TH: 'th',
  D: 'd',
  DH: 'dh',
  N: 'n',
  NNN: 'n',
  P: 'p',
  PH: 'ph',
  B: 'b',
  BH: 'bh',
  M: 'm',
  Y: 'y',
  R: 'r',
  RR: 'r',
  L: 'l',
  LL: 'l',
  LLL: 'zh',
  V: 'v',
  W: 'w',
  SH: 'sh',
  SS: 'sh',
  S: 's',
  H: 'h',
  Q: 'q',
  KHH: 'kh',
  GHH: 'gh',
  Z: 'z',
  ZH: 'zh',
  DDDH: 'd',
  RH: 'rh',
  F: 'f',
  YY: 'y',
};

const sinhala: Readonly<Record<string, string>> = {
  'ALPAPRAANA KAYANNA': 'k',
  'MAHAAPRAANA KAYANNA': 'kh',
  'ALPAPRAANA GAYANNA': 'g',
  'MAHAAPRAANA GAYANNA': 'gh',
  'KANTAJA NAASIKYAYA': 'ng',
  'SANYAKA GAYANNA': 'ng',
  'ALPAPRAANA CAYANNA': 'ch',
  'MAHAAPRAANA CAYANNA': 'chh',
  'ALPAPRAANA JAYANNA': 'j',
  'MAHAAPRAANA JAYANNA': 'jh',
  'TAALUJA NAASIKYAYA': 'ny',
  'TAALUJA SANYOOGA NAAKSIKYAYA': 'gn',
  'SANYAKA JAYANNA': 'nj',
  'ALPAPRAANA TTAYANNA': 't',
  'MAHAAPRAANA TTAYANNA': 'th',
  'ALPAPRAANA DDAYANNA': 'd',
  'MAHAAPRAANA DDAYANNA': 'dh',
  'MUURDHAJA NAYANNA': 'n',
  'SANYAKA DDAYANNA': 'nd',
  'ALPAPRAANA TAYANNA': 'th',
  'MAHAAPRAANA TAYANNA': 'th',
  'ALPAPRAANA DAYANNA': 'd',
  'MAHAAPRAANA DAYANNA': 'dh',
  'DANTAJA NAYANNA': 'n',
  'SANYAKA DAYANNA': 'nd',
  'ALPAPRAANA PAYANNA': 'p',
  'MAHAAPRAANA PAYANNA': 'ph',
  'ALPAPRAANA BAYANNA': 'b',
  'MAHAAPRAANA BAYANNA': 'bh',
  MAYANNA: 'm',
  'AMBA BAYANNA': 'mb',
  YAYANNA: 'y',
  RAYANNA: 'r',
  'DANTAJA LAYANNA': 'l',
  VAYANNA: 'w',
  'TAALUJA SAYANNA': 'sh',
  'MUURDHAJA SAYANNA': 'sh',
  'DANTAJA SAYANNA': 's',
  HAYANNA: 'h',
  'MUURDHAJA LAYANNA': 'l',
  FAYANNA: 'f',
};

/** Where the English spelling of names differs from the name of the letter. */
const ownRows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bengali: { 'LETTER VA': 'b', 'LETTER RRA': 'r', 'VOWEL SIGN II': 'i', 'LETTER KHANDA TA': 't' },
  tamil: { 'LETTER CA': 's', 'LETTER TA': 'th', 'LETTER RRA': 'r' },
  malayalam: { 'LETTER TA': 'th', 'LETTER RRA': 'r', 'LETTER CHILLU NN': 'n', 'LETTER CHILLU RR': 'r' },
};

const ethiopic: Readonly<Record<string, string>> = {
  '': '',
  H: 'h',
  L: 'l',
  HH: 'h',
  M: 'm',
  SZ: 's',
  R: 'r',
  S: 's',
  SH: 'sh',
  Q: 'k',
  QH: 'k',
  B: 'b',
  V: 'v',
  T: 't',
  C: 'ch',
  X: 'h',
  N: 'n',
  NY: 'ny',
  K: 'k',
  KX: 'kh',
  W: 'w',
  Z: 'z',
  ZH: 'zh',
  Y: 'y',
  D: 'd',
  DD: 'd',
  J: 'j',
  G: 'g',
  GG: 'g',
  TH: 't',
  CH: 'ch',
  PH: 'p',
  TS: 'ts',
  TZ: 'ts',
  F: 'f',
  P: 'p',
};

writeRows(
  'brahmic.tsv',
  '# Scripts of South Asia, as names are written in English there (no marks, no doubled vowels).\n',
  brahmic.flatMap((script): Row[] => [
    [script, 'inherent', '', 'a'],
    ...(silentEnd.includes(script) ? [[script, 'inherent-end', '', ''] as const] : []),
    ...characters.flatMap(({ character, name }) => brahmicRow(script, character, name)),
  ]),
);
writeRows(
  'ethiopic.tsv',
  '# Ethiopic syllables as Ethiopian and Eritrean passports write them. The sixth order has a vowel only where a word needs one.\n',
  [
    ['ethiopic', 'inherent', '', 'i'],
    ['ethiopic', 'inherent-after-vowel', '', ''],
    ['ethiopic', 'inherent-end', '', ''],
    ...characters.flatMap(({ character, name }) => ethiopicRow(character, name)),
  ],
);

function brahmicRow(script: string, character: string, name: string): Row[] {
  const [, kind = '', sound = ''] =
    new RegExp(`^${script.toUpperCase()} (LETTER|VOWEL SIGN|SIGN|AU LENGTH MARK)(?: (.*))?$`).exec(name) ?? [];
  const own = ownRows[script]?.[name.replace(/^\S+ /, '')];
  const row = (part: string, latin: string): Row[] => [[script, part, character.normalize('NFKC'), own ?? latin]];
  if (kind === 'VOWEL SIGN') return vowels[plain(sound)] === undefined ? [] : row('rime', vowels[plain(sound)] ?? '');
  if (kind === 'SIGN') {
    if (/VIRAMA|AL-LAKUNA/.test(sound)) return row('joiner', '');
    if (/ANUSVARA|CANDRABINDU|BINDI|TIPPI|ANUSVARAYA/.test(sound)) return row('letter', 'n');
    if (/VISARGA/.test(sound)) return row('letter', script === 'tamil' ? '' : 'h');
    return [];
  }
  if (name === 'GURMUKHI TIPPI' && script === 'gurmukhi') return row('letter', 'n');
  if (kind !== 'LETTER') return [];
  const vowel = vowels[plain(sound)];
  if (vowel !== undefined) return row('letter', vowel);
  const latin = consonantOf(script, sound);
  return latin === undefined ? [] : row(sound.startsWith('CHILLU') ? 'letter' : 'onset', latin);
}

/** CANDRA E, SHORT O: the vowel itself. */
function plain(sound: string): string {
  return sound.replace(/^(?:CANDRA|SHORT|LONG|CANDRA LONG) /, '');
}

function consonantOf(script: string, sound: string): string | undefined {
  if (script === 'sinhala') return sinhala[sound];
  const base = /^(?:CHILLU )?([A-Z]+?)A?$/.exec(sound.replace(/^(?:CHILLU) /, ''))?.[1];
  return base === undefined ? undefined : consonants[base];
}

function ethiopicRow(character: string, name: string): Row[] {
  const [, kind, syllable] = /^ETHIOPIC SYLLABLE (?:(GLOTTAL|PHARYNGEAL|SEBATBEIT) )?([A-Z]+)$/.exec(name) ?? [];
  const [, base = '', vowel = ''] = /^([^AEIOU]*)([AEIOU]+)$/.exec(syllable ?? '') ?? [];
  if (vowel === '') return [];
  const round = base.length > 1 && base.endsWith('W');
  const letters =
    kind === 'GLOTTAL' || kind === 'PHARYNGEAL' ? base.replace(/W$/, '') : round ? base.slice(0, -1) : base;
  const start = ethiopic[letters];
  if (start === undefined) return [];
  const lead = round ? `${start}w` : start;
  if (vowel === 'E' && !round) return [['ethiopic', 'onset', character, lead]];
  const open = /^(?:h|)$/.test(start) ? 'a' : 'e';
  const ends: Readonly<Record<string, string>> = {
    A: round ? 'a' : open,
    U: 'u',
    I: 'i',
    AA: 'a',
    EE: 'e',
    E: 'i',
    O: 'o',
    OA: 'wa',
  };
  const end = ends[vowel];
  return end === undefined ? [] : [['ethiopic', 'letter', character, lead + end]];
}

function writeRows(name: string, comment: string, rows: readonly Row[]): void {
  const head =
    '# Made by generate-scripts.ts from the names of the letters in UnicodeData 15.0 (Unicode licence, https://www.unicode.org/license.txt).\n' +
    '# Parts: romanisation/south-east-asian.tsv says what they mean.\n';
  const lines = [['script', 'part', 'letters', 'latin'], ...rows].map((row) => row.join('\t'));
  writeFileSync(path.join(import.meta.dirname, 'romanisation', name), `${head}${comment}${lines.join('\n')}\n`);
}
