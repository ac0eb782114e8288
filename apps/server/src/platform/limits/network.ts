// One household or office has one IPv4 address, but an IPv6 network of 2^64: whoever counts single IPv6 addresses
// counts nothing.

import { isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain;
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`;
}

/** `::ffff:10.0.0.5` is what an IPv4 caller looks like on a listener for both families; the zone (%eth0) is local. */
export function plainAddress(address: string): string {
  if (!address.includes(':')) return address;
  const withoutZone = address.split('%', 1)[0] ?? '';
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(withoutZone) ? withoutZone.slice(7) : withoutZone;
}

/** The eight groups without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').flatMap(groupsOfPart));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const missing = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array.from({ length: missing }, () => '0'), ...last].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

/** The last part may be written as an IPv4 address, which is two groups. */
function groupsOfPart(part: string): string[] {
  if (!part.includes('.')) return [part];
  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}
