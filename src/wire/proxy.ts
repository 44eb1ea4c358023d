/** A proxy that opens tunnels, its credentials apart from its address so that the address may be shown. */
export interface ProxyServer {
  protocol: 'http:' | 'https:';
  hostname: string;
  port: number;
  /** Value of Proxy-Authorization; null without credentials. */
  authorization: string | null;
  /** What must not be shown: the password and the credentials as they are sent. */
  secrets: string[];
}

/** The variables a proxy is named by, in the order they count; each in lower case as well. */
const proxyNames = ['HTTPS_PROXY', 'ALL_PROXY'];

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a URL is on this machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.includes(new URL(url).hostname);
}

function first(variables: Record<string, string | undefined>, ...names: string[]): string {
  return names.map((name) => variables[name]?.trim() ?? '').find((value) => value !== '') ?? '';
}

function isExcepted(url: URL, noProxy: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
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

/** Reads the address of a proxy, `host:port` or a URL. @throws TypeError that never quotes it, for it may hold a password. */
export function readProxy(address: string): ProxyServer {
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(written)) throw new TypeError('HTTPS_PROXY is no URL; write http://host:port');
  const { protocol, hostname, port, username, password } = new URL(written);
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new TypeError(`HTTPS_PROXY begins with ${protocol}//; only http:// and https:// proxies are spoken to`);
  const login = [username, password].map(decodeURIComponent).join(':');
  const encoded = Buffer.from(login).toString('base64');
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    authorization: username === '' ? null : `Basic ${encoded}`,
    secrets: username === '' ? [] : [encoded, decodeURIComponent(password)].filter((secret) => secret !== ''),
  };
}

/**
 * The proxy a URL is reached through by HTTPS_PROXY (then ALL_PROXY) and NO_PROXY, in either letter case; null for none.
 * Loopback never goes through one.
 * @throws TypeError on an address that is none.
 */
export function proxyFor(target: string, variables: Record<string, string | undefined>): ProxyServer | null {
  const address = first(variables, 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy');
  if (address === '' || isLoopback(target)) return null;
  return isExcepted(new URL(target), first(variables, 'NO_PROXY', 'no_proxy')) ? null : readProxy(address);
}

/** The secrets of every proxy that the variables name, whether or not a target is reached through it; none of one that cannot be read. */
export function proxySecrets(variables: Record<string, string | undefined>): string[] {
  return [...proxyNames, ...proxyNames.map((name) => name.toLowerCase())].flatMap((name) => {
    try {
      return readProxy(variables[name] ?? '').secrets;
    } catch {
      return [];
    }
  });
}
