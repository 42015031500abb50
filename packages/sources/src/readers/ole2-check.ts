// The bytes of a file in; whether it is an OLE2 file (an .xls is one), and nothing out when all of it is there.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

/** [MS-CFB] 2.2: what an OLE2 file begins with. */
export function isOle2(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/**
 * Holds the sectors that the file says it uses against its length. Readers of .xls take what they can of a file whose end is
 * missing, and say nothing.
 * @throws Problem `file.unreadable` when the file is cut off or its table of sectors is damaged.
 */
export function refuseCutOffOle2(bytes: Buffer, where: FileOfList): void {
  const unreadable = (reason: string) => new Problem('file.unreadable', { ...where, reason });
  if (bytes.length < HEADER_BYTES) throw unreadable(CUT_OFF);
  const sectorBytes = 1 << bytes.readUInt16LE(SECTOR_SHIFT);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw unreadable('its table of sectors is damaged');
  const startOf = (sector: number) => (sector + 1) * sectorBytes;
  const isWhole = (sector: number) => startOf(sector + 1) <= bytes.length;
  const entriesOf = (sector: number) => {
    if (!isWhole(sector)) throw unreadable(CUT_OFF);
    return Array.from({ length: sectorBytes / 4 }, (_, entry) => bytes.readUInt32LE(startOf(sector) + 4 * entry));
  };
  const listed = Array.from({ length: HEADER_ENTRIES }, (_, entry) => bytes.readUInt32LE(TABLE_IN_HEADER + 4 * entry));
  let next = bytes.readUInt32LE(FIRST_TABLE_SECTOR);
  for (let rest = bytes.readUInt32LE(TABLE_SECTORS); next < FIRST_RESERVED && rest > 0; rest--) {
    const entries = entriesOf(next);
    next = entries.pop() ?? FIRST_RESERVED;
    listed.push(...entries);
  }
  const tables = listed.filter((sector) => sector < FIRST_RESERVED);
  const chains = tables.flatMap(entriesOf); // the sector after each; programs fill up the last table as they like
  const last = chains.reduce((most, after, sector) => {
    return after < FIRST_RESERVED ? Math.max(most, sector, after) : most;
  }, bytes.readUInt32LE(FIRST_DIRECTORY_SECTOR));
  if (!isWhole(last)) throw unreadable(CUT_OFF);
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const CUT_OFF = 'it is cut off: it is shorter than it says';

/** [MS-CFB] 2.2: places in the header. */
const HEADER_BYTES = 512;
const SECTOR_SHIFT = 30;
const FIRST_DIRECTORY_SECTOR = 48;
const FIRST_TABLE_SECTOR = 68;
const TABLE_SECTORS = 72;
const TABLE_IN_HEADER = 76;
const HEADER_ENTRIES = 109;
/** [MS-CFB] 2.1: numbers from here on say what a sector is, and are no sector. */
const FIRST_RESERVED = 0xfffffffa;
