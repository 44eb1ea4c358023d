import { isUrl } from '../formats/url.ts';

/** Addresses, the same for every way to write them. */

/** An IPv4 address inside IPv6 that reaches this machine as the IPv4 address does (RFC 4291, section 2.5.5.2). */
const mapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/;

/** Every IPv6 address that holds that of an IPv4 host: mapped, compatible (RFC 4291, section 2.5.5), translated (RFC 2765), NAT64 (RFC 6052, RFC 8215). */
const holdsIpv4 = /^\[(?:::(?:ffff:(?:0:)?)?|64:ff9b:(?:1:)?:)([0-9a-f]+):([0-9a-f]+)\]$/;

function folded({ hostname }: URL, form: RegExp): string {
  const host = hostname.replace(/\.+$/, '');
  const halves = form.exec(host)?.slice(1);
  if (!halves) return host;
  const bytes = halves.flatMap((half) => {
    const number = Number.parseInt(half, 16);
    return [number >> 8, number & 255];
  });
  return bytes.join('.');
}

/**
 * The host of a URL in one normal form. The URL parser folds case, IDN and numbers; this also removes a final dot and
 * unwraps an IPv4 address inside IPv6.
 */
export function hostOf(url: URL): string {
  return folded(url, holdsIpv4);
}

const loopback = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;

/** Whether a URL is on this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
export function isLoopback(url: string): boolean {
  // The other forms that hold an IPv4 address lead to a gateway, and not to this machine.
  return isUrl(url) && loopback.test(folded(new URL(url), mapped));
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
  const [host, otherHost] = [hostOf(url), hostOf(other)];
  if (mayBeLoopback(host) && mayBeLoopback(otherHost)) return portOf(url) === portOf(other);
  return host === otherHost;
}

/** The port of a URL, or the default port of its scheme. */
export function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
