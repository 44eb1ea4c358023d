import { isUrl } from '../formats/url.ts';

/** Addresses, the same for every way to write them. */

/** The 16 bytes of an IPv6 address as the URL parser writes it; null for any other host. */
function bytesOf(host: string): number[] | null {
  const text = /^\[([\da-f:]+)\]$/.exec(host)?.[1];
  if (text === undefined) return null;
  const [left = [], right = []] = text.split('::').map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
}

const pick = (bytes: readonly number[], ...at: number[]): number[] => at.map((index) => bytes[index] ?? 0);

/** Whether an address begins with these bytes. */
const begins = (bytes: readonly number[], ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/** An IPv4 address inside IPv6 that reaches this machine as the IPv4 address does (RFC 4291, section 2.5.5.2). */
const isMapped = (bytes: readonly number[]): boolean => begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255);

/**
 * The addresses of IPv4 hosts that an IPv6 address may hold, the likeliest first: behind a prefix of its own form, or at one of
 * the places of a translator, whose prefix any network may choose.
 */
function inside(bytes: readonly number[]): string[] {
  const last = pick(bytes, 12, 13, 14, 15);
  const held: number[][] = [
    // 6to4 (RFC 3056, section 2).
    ...(begins(bytes, 0x20, 0x02) ? [pick(bytes, 2, 3, 4, 5)] : []),
    // Teredo, which writes the address of the client inverted (RFC 4380, section 4).
    ...(begins(bytes, 0x20, 0x01, 0, 0) ? [last.map((byte) => byte ^ 255)] : []),
    // Mapped and compatible (RFC 4291, section 2.5.5), ISATAP (RFC 5214), and NAT64 with a prefix of 96 bits.
    last,
    // NAT64 with shorter prefixes: the ninth byte is left out (RFC 6052, section 2.2).
    pick(bytes, 9, 10, 11, 12),
    pick(bytes, 7, 9, 10, 11),
    pick(bytes, 6, 7, 9, 10),
    pick(bytes, 5, 6, 7, 9),
    pick(bytes, 4, 5, 6, 7),
  ];
  // No host has an address that begins with 0 (RFC 1122, section 3.2.1.3).
  return held.filter(([first]) => first !== 0).map((four) => four.join('.'));
}

/** Forms in which nothing but an IPv4 address is held, so that it stands for the whole. */
function isAlone(bytes: readonly number[]): boolean {
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && bytes[12] !== 0;
  const isTranslated = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0);
  return isMapped(bytes) || isCompatible || isTranslated || begins(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
}

const nameOf = ({ hostname }: URL): string => hostname.replace(/\.+$/, '');

function folded(host: string, isFolded: (bytes: readonly number[]) => boolean): string {
  const bytes = bytesOf(host);
  return bytes && isFolded(bytes) ? pick(bytes, 12, 13, 14, 15).join('.') : host;
}

/**
 * The host of a URL in one normal form. The URL parser folds case, IDN and numbers; this also removes a final dot and
 * unwraps an IPv4 address inside IPv6.
 */
export function hostOf(url: URL): string {
  return folded(nameOf(url), isAlone);
}

/** Every host that the host of a URL may be: itself, and the IPv4 hosts that an IPv6 address may hold. */
function hostsOf(url: URL): string[] {
  const bytes = bytesOf(nameOf(url));
  return [hostOf(url), ...(bytes ? inside(bytes) : [])];
}

/** Spellings of an address in a name of a host: numbers with dots or hyphens, eight hexadecimal digits, a label of IPv6. */
const spellings: [pattern: RegExp, address: (text: string) => string][] = [
  [/(?<!\d)(?=(\d{1,3}(?:[.-]\d{1,3}){3})(?!\d))/g, (text) => text.replaceAll('-', '.')],
  [/(?<![\da-f])(?=([\da-f]{8})(?![\da-f]))/g, (text) => `0x${text}`],
  [/(?<![^.])(?=([\da-f]{0,4}(?:-[\da-f]{0,4}){2,7})(?![^.]))/g, (text) => `[${text.replaceAll('-', ':')}]`],
];

const number = /^(?:\d+|0x[\da-f]+)$/;
/** An address as the URL parser writes it, of a host: none begins with 0. */
const ofHost = /^[1-9]\d*(?:\.\d+){3}$/;
const mostParts = 4;

/**
 * The numbers of a name that the URL parser may take for an address, in any base: each alone, four in a row, and fewer where no
 * other stands beside them.
 */
function numbersIn(name: string): string[] {
  const parts = name.split(/[.-]/);
  const isNumber = (at: number): boolean => number.test(parts[at] ?? '');
  return parts.flatMap((_, start) => {
    const found: string[] = [];
    for (let end = start; end < start + mostParts && isNumber(end); end++) {
      const count = end - start + 1;
      const isAlone = !isNumber(start - 1) && !isNumber(end + 1);
      if (count === 1 || count === mostParts || isAlone) found.push(parts.slice(start, end + 1).join('.'));
    }
    return found;
  });
}

/** Addresses that the name of a host holds: public services lead `203.0.113.7.nip.io` there, and networks name hosts so. */
function heldInName(url: URL): string[] {
  const name = nameOf(url).replaceAll('_', '-');
  const urlsOf = (texts: readonly string[]): URL[] =>
    texts
      .map((text) => `http://${text}`)
      .filter((text) => isUrl(text))
      .map((text) => new URL(text));
  const spelled = spellings.flatMap(([pattern, address]) =>
    [...name.matchAll(pattern)].map(([, text = '']) => address(text)),
  );
  // A small number, such as the 2 of `app-2`, would be an address that begins with 0.
  const numbers = urlsOf(numbersIn(name)).filter(({ hostname }) => ofHost.test(hostname));
  return [...urlsOf(spelled), ...numbers].flatMap(hostsOf);
}

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

/** Whether two URLs may name one host, in any spelling. Two names that hold one address are two names all the same. */
export function isSameHost(url: URL, other: URL): boolean {
  const [hosts, others] = [hostsOf(url), hostsOf(other)];
  return meet(hosts, others) || meet(heldInName(url), others) || meet(hosts, heldInName(other));
}

const loopback = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;

/** Whether a URL is on this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
export function isLoopback(url: string): boolean {
  // The other forms that hold an IPv4 address lead to a gateway, and not to this machine.
  return isUrl(url) && loopback.test(folded(nameOf(new URL(url)), isMapped));
}

/**
 * Names that a system may lead to loopback: those below localhost (RFC 6761, section 6.3) and the unspecified address.
 */
const leadsToLoopback = /^(?:.+\.localhost|0\.0\.0\.0|\[::\])$/;

function mayBeLoopback(host: string): boolean {
  return loopback.test(host) || leadsToLoopback.test(host);
}

/**
 * Whether two URLs may reach one server: the same host, or on loopback, where many servers run, the same port under any
 * name.
 */
export function isSameServer(url: URL, other: URL): boolean {
  const leadsHere = (one: URL): boolean => [...hostsOf(one), ...heldInName(one)].some(mayBeLoopback);
  if (leadsHere(url) && leadsHere(other)) return portOf(url) === portOf(other);
  return isSameHost(url, other);
}

/** The port of a URL, or the default port of its scheme. */
export function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
