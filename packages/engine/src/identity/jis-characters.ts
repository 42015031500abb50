// A character in, whether the Japanese character sets that a register is published in have it out.

/** True for the Han characters of JIS X 0208, levels 1 and 2: none of them has a stand-in in the register's files. */
export function isInJisX0208(character: string): boolean {
  characters ??= new Set(hanOfJisX0208());
  return characters.has(character);
}

let characters: ReadonlySet<string> | undefined;

/** Rows 16 to 84, as Shift_JIS writes them. */
function hanOfJisX0208(): string {
  const bytes: number[] = [];
  for (let lead = 0x88; lead <= 0xea; lead++) {
    if (0x9f < lead && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  return new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)).replace(/\P{Script=Han}/gu, '');
}
