// An IP address or a network as somebody writes it in, its bits out; and whether a network holds an address.

/** 32 or 128 bits. An IPv4 address written as one of IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. */
export interface IpAddress {
  readonly version: 4 | 6;
  readonly bits: bigint;
}

/** The addresses that begin with these bits (CIDR, RFC 4632). */
export interface IpNetwork extends IpAddress {
  readonly prefix: number;
}

export const bitsOfVersion = { 4: 32, 6: 128 } as const;

/** Undefined for what is no address; of one with a zone (`fe80::1%eth0`) as well. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const written = text.trim().toLowerCase();
  const four = bitsOfFour(written);
  if (four !== undefined) return { version: 4, bits: four };
  const six = bitsOfSix(written);
  if (six === undefined) return undefined;
  return six >> 32n === MAPPED ? { version: 4, bits: six & 0xffff_ffffn } : { version: 6, bits: six };
}

/** `198.51.100.0/24`, or an address, which is a network of one. Bits behind the prefix are passed over. */
export function parseIpNetwork(text: string): IpNetwork | undefined {
  const [, written = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const address = parseIpAddress(written);
  if (!address) return undefined;
  const most = bitsOfVersion[address.version];
  const isMapped = address.version === 4 && written.includes(':');
  const prefix = length === undefined ? most : Number(length) - (isMapped ? MAPPED_BITS : 0);
  if (prefix < 0 || most < prefix) return undefined;
  return { version: address.version, bits: firstBits(address, prefix) << BigInt(most - prefix), prefix };
}

export function networkHolds(network: IpNetwork, address: IpAddress): boolean {
  return (
    network.version === address.version && firstBits(network, network.prefix) === firstBits(address, network.prefix)
  );
}

/** The first bits of an address as a number. */
export function firstBits({ version, bits }: IpAddress, prefix: number): bigint {
  return bits >> BigInt(bitsOfVersion[version] - prefix);
}

const MAPPED = 0xffffn;
const MAPPED_BITS = 96;

function bitsOfFour(text: string): bigint | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.some((byte) => 255 < byte) ? undefined : bytes.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
}

function bitsOfSix(text: string): bigint | undefined {
  const [, before = text, four] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const last = four === undefined ? undefined : bitsOfFour(four);
  if (four !== undefined && last === undefined) return undefined;
  const whole = last === undefined ? text : `${before}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`;
  const halves = whole.split('::');
  if (2 < halves.length) return undefined;
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = GROUPS - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: tail ? missing : 0 }, () => '0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

const GROUPS = 8;
