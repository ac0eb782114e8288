// Which machines the server may call when somebody outside names them: public ones alone. A name is looked up where the
// connection is made, so what was checked is what is called, whatever the name says a moment later.

import { BlockList, isIP, isIPv4 } from 'node:net';
import { plainAddress } from '../limits/network.ts';

const notPublic = new BlockList();
for (const [network, bits] of [
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
] as const) {
  notPublic.addSubnet(network, bits);
}
// Of IPv6 only 2000::/3 is given out; in it stand tunnels that lead to IPv4, and examples.
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, bits, 'ipv6');
}

export function isPublicAddress(address: string): boolean {
  const plain = plainAddress(address);
  if (isIP(plain) === 0) return false;
  if (isIPv4(plain)) return !notPublic.check(plain);
  return givenOut.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6');
}

/** An https address on the usual port of a named machine; never a bare number, a name of one word, or with a log-in. */
export function isPublicHttps(url: URL): boolean {
  const { protocol, port, username, password, hostname } = url;
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (!name.includes('.') || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return false;
  return !/\.(local|localhost|internal|home\.arpa|lan|test|invalid|onion)$/.test(name);
}
