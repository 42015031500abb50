// An internet address in, whether it is one of the public internet out; and a name, resolved only when all of its are.
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Addresses that lead into this machine, this network or nowhere (IANA special-purpose address registries, RFC 6890). */
const special = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(net, prefix, 'ipv4');

/** Everything but global unicast, and in it what is not: protocol assignments, documentation, 6to4 (which hides an IPv4 address). */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, prefix, 'ipv6');

/** False for text that is no address, too. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !special.check(address, 'ipv4');
  return kind === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Why a connection was not made. */
export class AddressRefused extends Error {}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * For a connection's `lookup`: asks as Node does, and gives nothing when one of the addresses is not public: the connection
 * is made to what was looked at, so a name cannot answer otherwise a moment later.
 */
export function lookUpPublic(host: string, options: LookupOptions, callback: Answer): void {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) return callback(refusal(host, refused.address), []);
    const [first] = addresses;
    if (options.all === true || !first) return callback(null, [...addresses]);
    return callback(null, first.address, first.family);
  });
}

/** @throws AddressRefused for a host that is written as an address that is not public: nobody looks such a one up. */
export function refuseSpecialHost(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw refusal(host, bare);
}

function refusal(host: string, address: string): AddressRefused {
  const where = host === address || host === `[${address}]` ? host : `${host} is ${address}, which`;
  return new AddressRefused(`${where} is no address of the public internet`);
}
