// The bytes of a good file and a draw in, the same file damaged in one of the ways that files are damaged, or made to harm, out.
import { gzipSync } from 'node:zlib';
import { below, oneOf, type Random } from '../../bench/search/random.ts';

export interface FuzzedFile {
  /** How it was damaged. */
  readonly by: string;
  readonly bytes: Buffer;
}

type Damage = (bytes: Buffer, random: Random) => Buffer;

const damages: Readonly<Record<string, Damage>> = {
  'bytes flipped': (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let times = 1 + below(8, random); 0 < times && 0 < flipped.length; times--) {
      const at = below(flipped.length, random);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8, random));
    }
    return flipped;
  },
  'cut off': (bytes, random) => bytes.subarray(0, below(bytes.length, random)),
  'a piece gone': (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'a piece twice': (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'two pieces exchanged': (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
  },
  'noise put in': (bytes, random) => {
    const at = below(bytes.length + 1, random);
    const noise = Buffer.from(Array.from({ length: 1 + below(64, random) }, () => below(256, random)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  'text put in': (bytes, random) => {
    const at = below(bytes.length + 1, random);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(oneOf(harmful, random)), bytes.subarray(at)]);
  },
  'columns exchanged': (bytes, random) => {
    const text = bytes.toString('latin1');
    const delimiter = oneOf([',', '\t', ';', '"', '>', ':'], random);
    const lines = text.split('\n').map((line) => {
      const cells = line.split(delimiter);
      const [one, other] = [0, 1].map(() => below(cells.length, random)) as [number, number];
      [cells[one], cells[other]] = [cells[other] ?? '', cells[one] ?? ''];
      return cells.join(delimiter);
    });
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  'digits changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let at = 0; at < changed.length; at++) {
      const isDigit = 0x30 <= (changed[at] ?? 0) && (changed[at] ?? 0) <= 0x39;
      if (isDigit && random() < 0.02) changed[at] = 0x30 + below(10, random);
    }
    return changed;
  },
  'another encoding': (bytes, random) =>
    Buffer.from(bytes.toString(oneOf(['utf8', 'latin1'], random)), oneOf(['utf16le', 'utf8', 'latin1'], random)),
  'packed once more': (bytes) => gzipSync(bytes),
};

/** A start of what is nested or expanded without end, and of what readers trip over. */
const harmful: readonly string[] = [
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>&c;&c;',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  '<a>'.repeat(2000),
  '['.repeat(20_000),
  '{"a":'.repeat(20_000),
  '"'.repeat(3),
  '\0\0\0\0',
  '\uFEFF',
  '\uFFFD',
  '-'.repeat(100_000),
  '9'.repeat(5000),
  ' \n'.repeat(5000),
  '&#x0;&#xFFFFFFFF;&#55357;',
  '<![CDATA[',
  '__proto__',
  '"__proto__":{"x":1},',
  '"constructor":{"prototype":1},',
  '<!--',
];

/** Damaged once or a few times over. */
export function fuzzed(bytes: Buffer, random: Random): FuzzedFile {
  const ways: string[] = [];
  let damaged = bytes;
  do {
    const way = oneOf(Object.keys(damages), random);
    ways.push(way);
    damaged = (damages[way] as Damage)(damaged, random);
  } while (random() < 0.3);
  return { by: ways.join(', '), bytes: damaged };
}

function span(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const [one, other] = [below(bytes.length + 1, random), below(bytes.length + 1, random)];
  return [Math.min(one, other), Math.max(one, other)];
}
