import { isUrl } from '../formats/url.ts';
import { isLoopback, portOf } from './address.ts';

/** A proxy that opens tunnels. Its credentials are apart from its address, so that the address may be shown. */
export interface ProxyServer {
  protocol: 'http:' | 'https:';
  hostname: string;
  port: number;
  /** The variable that names it. */
  variable: string;
  /** Value of Proxy-Authorization; null without credentials. */
  authorization: string | null;
  /** What must not be shown: the password and the credentials as they are sent. */
  secrets: string[];
}

/** Why a proxy that is named is not used. */
export type WhyNoProxy =
  | 'this machine is reached without one'
  | 'a proxy is used for https:// addresses only'
  | 'NO_PROXY names the host';

/** The variables that name a proxy, in order of precedence; each also in lower case. */
const proxyNames = ['HTTPS_PROXY', 'ALL_PROXY'];

interface Named {
  variable: string;
  address: string;
}

/** The first variable that names a proxy, in either letter case. */
function named(variables: Record<string, string | undefined>): Named | null {
  const names = proxyNames.flatMap((name) => [name, name.toLowerCase()]);
  const found = names.map((variable) => ({ variable, address: variables[variable]?.trim() ?? '' }));
  return found.find(({ address }) => address !== '') ?? null;
}

function isExcepted(url: URL, noProxy: string): boolean {
  const port = portOf(url);
  return noProxy
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, host = entry, onlyPort] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      const name = host.replace(/^\*?\./, '').toLowerCase();
      const named = url.hostname === name || url.hostname.endsWith(`.${name}`);
      return named && (onlyPort === undefined || onlyPort === port);
    });
}

/** Decodes octets written as %XX; a % that is not part of one stays. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/**
 * Reads the address of a proxy, `host:port` or a URL. Everything before the last `@` is its credentials, whichever
 * characters they hold. @throws TypeError that names the variable and never quotes it, since it may hold a password.
 */
export function readProxy(address: string, variable = 'HTTPS_PROXY'): ProxyServer {
  const [, scheme = 'http:', login = '', place = ''] =
    /^(?:([a-z][a-z0-9+.-]*:)?\/\/)?(?:(.*)@)?([^@]*)$/is.exec(address) ?? [];
  const protocol = scheme.toLowerCase();
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new TypeError(
      `${variable} begins with ${protocol}//; only proxies of http:// and https:// are supported: ` +
        (protocol.startsWith('socks') ? 'name an HTTP proxy in its place' : 'write http://host:port'),
    );
  const written = `${protocol}//${place}`;
  if (/[\s\\]/.test(place) || !isUrl(written)) throw new TypeError(`${variable} is not a URL; write http://host:port`);
  const { hostname, port, pathname, search, hash } = new URL(written);
  if (pathname !== '/' || search !== '' || hash !== '')
    throw new TypeError(`${variable} has more than host and port; write http://host:port`);
  const colon = login.indexOf(':');
  const [username, password] = colon < 0 ? [login, ''] : [login.slice(0, colon), login.slice(colon + 1)];
  const [user, word] = [decoded(username), decoded(password)];
  const encoded = Buffer.from(`${user}:${word}`).toString('base64');
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    variable,
    authorization: login === '' ? null : `Basic ${encoded}`,
    secrets: login === '' ? [] : [...new Set([encoded, word, password])].filter((secret) => secret !== ''),
  };
}

/**
 * The proxy for a URL by HTTPS_PROXY (then ALL_PROXY) and NO_PROXY, in either letter case; null for none. Loopback
 * never uses one, and neither does plain http, which only a mock beside the run speaks.
 * @throws TypeError on an invalid address.
 */
export function proxyFor(target: string, variables: Record<string, string | undefined>): ProxyServer | null {
  const proxy = named(variables);
  return proxy && whyNoProxy(target, variables) === null ? readProxy(proxy.address, proxy.variable) : null;
}

/** Why the proxy that the variables name is not used for a URL; null where it is, or where they name none. */
export function whyNoProxy(target: string, variables: Record<string, string | undefined>): WhyNoProxy | null {
  if (!named(variables)) return null;
  if (isLoopback(target)) return 'this machine is reached without one';
  const url = new URL(target);
  if (url.protocol === 'http:') return 'a proxy is used for https:// addresses only';
  const noProxy = (variables['NO_PROXY']?.trim() || variables['no_proxy']) ?? '';
  return isExcepted(url, noProxy) ? 'NO_PROXY names the host' : null;
}

/** The secrets of every proxy that the variables name, whether or not it is used; none of an invalid one. */
export function proxySecrets(variables: Record<string, string | undefined>): string[] {
  const addresses = proxyNames.flatMap((name) => [variables[name], variables[name.toLowerCase()]]);
  return addresses.flatMap((address) => {
    try {
      return address ? readProxy(address.trim()).secrets : [];
    } catch {
      return [];
    }
  });
}
