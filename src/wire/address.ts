/** Addresses, the same for every way to write them. */

/** The host of a URL, the same for every way to write it: the URL parser folds case, IDN and numbers, and here go a dot at its end and an IPv4 address inside IPv6. */
export function hostOf(url: URL): string {
  const host = url.hostname.replace(/\.+$/, '');
  const mapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(host);
  if (!mapped) return host;
  const bytes = mapped.slice(1).flatMap((half) => {
    const number = Number.parseInt(half, 16);
    return [number >> 8, number & 255];
  });
  return bytes.join('.');
}

/** Whether a URL is on this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = hostOf(new URL(url));
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The port of a URL, also where it is the default of its scheme. */
export function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
