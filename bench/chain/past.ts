// A number in, the invented application of that number out: what it has in common with others is drawn from a seed.
import type { Application, Party } from '@sekisho/engine/model/application.ts';

/** One in so many orders is at an address of thousands. */
const MASS_EVERY = 50;
const MASS_ADDRESSES = 5;
/** One in so many shares something with an order near it. */
const JOINED_EVERY = 2;
/** Orders among which something is shared. */
const NEIGHBOURS = 12;
/** One in so many was refused. */
const REFUSED_EVERY = 100;

/** Joining keys of one application: buyer's address, telephone, mailbox, domain and number; contact's telephone, mailbox, passport. */
export const KEYS_OF_EACH = 8;

export function pastApplication(number: number): Application {
  const draw = generatorOf(number);
  const isJoined = draw() % JOINED_EVERY === 0;
  const phone = isJoined ? neighbourOf(number, draw()) : number;
  const domain = isJoined ? neighbourOf(number, draw()) : number;
  const address = draw() % MASS_EVERY === 0 ? `9-${String((draw() % MASS_ADDRESSES) + 1)}-1` : `8-${String(number)}-1`;
  const buyer: Party = {
    id: 'buyer',
    roles: ['buyer'],
    schema: 'Company',
    names: [{ text: `Bench Trading ${String(number)}` }],
    identifiers: [{ type: 'registration-number', value: `BX${String(number)}`, country: 'de' }],
    addresses: [{ full: `東京都千代田区霞が関${address}`, country: 'jp' }],
    phones: [phoneOf(phone)],
    emails: [`office@bench-${String(domain)}.example`],
    country: 'jp',
  };
  const contact: Party = {
    id: 'contact',
    roles: ['contact'],
    schema: 'Person',
    names: [{ text: `Contact ${String(number)}` }],
    phones: [`090${String(10_000_000 + number)}`],
    emails: [`contact.${String(number)}@gmail.com`],
    identifiers: [{ type: 'passport', value: `P${String(1_000_000 + number)}`, country: 'jp' }],
  };
  return {
    id: `bench-${String(number)}`,
    policy: 'jp-only-edition',
    receivedOn: '2026-11-02',
    product: { id: 'bench' },
    parties: [buyer, contact],
  };
}

export function isRefused(number: number): boolean {
  return generatorOf(number + 1_000_000_007)() % REFUSED_EVERY === 0;
}

function phoneOf(number: number): string {
  return `03${String(10_000_000 + number)}`;
}

function neighbourOf(number: number, drawn: number): number {
  return Math.max(0, number - (number % NEIGHBOURS) + (drawn % NEIGHBOURS));
}

/** Mulberry32. */
function generatorOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
