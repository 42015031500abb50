import assert from 'node:assert/strict';
import test from 'node:test';
import { AddressRefused, isPublicAddress, lookUpPublic, refuseSpecialHost } from './public-address.ts';

const publicOnes = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'];
const special = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254', // where clouds keep their keys
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'ff02::1',
  'localhost',
  '',
  '127.1',
  '0x7f.0.0.1',
];
for (const address of publicOnes) test(`${address} is public`, () => assert.ok(isPublicAddress(address)));
for (const address of special) test(`"${address}" is not`, () => assert.ok(!isPublicAddress(address)));

test('a name that leads to this machine is not looked up', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((done) => lookUpPublic('localhost', { all }, done));
    assert.ok(error instanceof AddressRefused, String(error));
  }
});

test('a host written as an address is looked at, however it is written', () => {
  // a URL writes every form of an IPv4 address as four decimal numbers
  for (const url of [
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
  ])
    assert.throws(() => refuseSpecialHost(new URL(url).hostname), AddressRefused, url);
  refuseSpecialHost('example.com');
  refuseSpecialHost('[2606:4700::1111]');
});
