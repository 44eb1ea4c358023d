import { expect, test } from '@playwright/test';
import type { Authority } from '../../../mock/certificates.ts';
import { baseUrls, startMock } from '../../../mock/server.ts';
import { proxyFor, readProxy } from '../../../src/wire/proxy.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { connectProxy, sendControl } from '../../support/network.ts';

/** Minted when the first test needs it: the process that lists the tests needs none. */
let authority: Authority;
test.beforeAll(() => {
  authority = mintAuthority();
});
const name = 'provider.test';

test('through a proxy, without and with credentials; the name is resolved by the proxy', async () => {
  for (const credentials of [null, 'user:p@ss w0rd']) {
    const proxy = await connectProxy(credentials);
    const login = credentials === null ? '' : `${credentials.split(':').map(encodeURIComponent).join(':')}@`;
    const mock = await startMock({ tls: authority.issue({ commonName: name, usage: 'server', altNames: [name] }) });
    const { port } = new URL(mock.url);
    const url = `https://${name}:${port}${baseUrls['singapay'] ?? ''}`;
    const through = proxyFor(url, { HTTPS_PROXY: `http://${login}${proxy.address}` });
    const exchange = await sendControl(url, { tls: { ca: authority.cert }, proxy: through });
    await mock.close();
    expect(exchange.trouble).toBeNull();
    expect(exchange.response?.status).toBe(200);
    expect(proxy.asked).toEqual([`${name}:${port}`]);
    proxy.close();
  }
});

test('a proxy that asks for credentials, or is down, is reported as such, without its password', async () => {
  const proxy = await connectProxy('user:secret-canary');
  const refused = await sendControl('https://provider.test', {
    proxy: readProxy(`user:wrong-canary@${proxy.address}`),
  });
  proxy.close();
  expect(refused.trouble?.cause).toMatch(/^the proxy refuses the credentials in HTTPS_PROXY \(407\)$/);
  expect(refused.attempts).toHaveLength(1);
  const down = await sendControl('https://provider.test', { proxy: readProxy(`user:wrong-canary@${proxy.address}`) });
  expect(down.trouble?.cause).toMatch(
    /^the proxy 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\); check HTTPS_PROXY and NO_PROXY$/,
  );
  expect(JSON.stringify([refused.attempts, down.attempts])).not.toContain('canary');
});

test('a proxy that asks for what is not sent, and one that does not speak TLS, say what to do', async () => {
  const proxy = await connectProxy(null);
  const cause = async (address: string): Promise<string | undefined> =>
    (await sendControl('https://provider.test', { proxy: readProxy(address, 'ALL_PROXY') })).trouble?.cause;
  proxy.refuse(407, 'Proxy-Authenticate: Negotiate', 'Proxy-Authenticate: NTLM');
  expect(await cause(`user:secret-canary@${proxy.address}`)).toMatch(
    /\(407\): it asks for Negotiate or NTLM; only user and password \(Basic\) are sent: use a local proxy/,
  );
  proxy.refuse(407, 'Proxy-Authenticate: Negotiate, Basic realm="a, NTLM"');
  expect(await cause(`user:secret-canary@${proxy.address}`)).toBe(
    'the proxy refuses the credentials in ALL_PROXY (407)',
  );
  expect(await cause(proxy.address)).toMatch(/^the proxy asks for credentials \(407\); write them .* into ALL_PROXY$/);
  expect(await cause(`https://user:secret-canary@${proxy.address}`)).toBe(
    `the proxy ${proxy.address} does not speak TLS: write http:// in ALL_PROXY`,
  );
  proxy.close();
});

test('NO_PROXY and loopback go direct', () => {
  const through = (url: string, noProxy = ''): boolean =>
    proxyFor(url, { https_proxy: 'proxy.example:3128', NO_PROXY: noProxy }) !== null;
  expect(through('https://api.provider.test')).toBe(true);
  expect(through('https://127.0.0.1:1')).toBe(false);
  for (const entry of [
    '*',
    'provider.test',
    '.provider.test',
    '*.provider.test',
    'API.provider.test',
    'api.provider.test:443',
  ])
    expect(through('https://api.provider.test', `other.test, ${entry}`), entry).toBe(false);
  expect(through('https://api.provider.test', 'api.provider.test:8443,ovider.test')).toBe(true);
  expect(proxyFor('https://api.provider.test', {})).toBeNull();
  expect(() => readProxy('http://user:canary@[bad')).toThrow(/^HTTPS_PROXY is not a URL/);
  expect(() => readProxy('socks5://user:canary@host')).toThrow(/^HTTPS_PROXY begins with socks5:/);
});

test('a password is taken as it is written, or as its percent-encoding says', () => {
  const login = (userinfo: string): string => {
    const { authorization, hostname, port } = readProxy(`http://${userinfo}@proxy.example:3128`);
    expect([hostname, port]).toEqual(['proxy.example', 3128]);
    return Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString('utf8');
  };
  const written: [string, string][] = [
    ['me:50%', 'me:50%'],
    ['me:100%sure', 'me:100%sure'],
    ['me:%zz%4', 'me:%zz%4'],
    ['me:p%40ss%25', 'me:p@ss%'],
    ['me:p@ss', 'me:p@ss'],
    ['me:a/b#c?d', 'me:a/b#c?d'],
    ['me:a:b', 'me:a:b'],
    ['dom%5Cme:p%C3%A4ss', 'dom\\me:päss'],
    ['me:%ff', 'me:%ff'],
    ['me', 'me:'],
  ];
  for (const [userinfo, said] of written) expect(login(userinfo), userinfo).toBe(said);
});

test('a proxy without scheme or with a wrong address is named by its variable, without its password', () => {
  for (const address of [
    'proxy.example',
    'proxy.example:3128',
    '//proxy.example:3128',
    'me:canary@proxy.example:3128/',
  ])
    expect(readProxy(address)).toMatchObject({ protocol: 'http:', hostname: 'proxy.example' });
  const fault = (variable: string, address: string): string => {
    try {
      proxyFor('https://provider.test', { [variable]: address });
    } catch (error) {
      return error instanceof TypeError ? error.message : '';
    }
    return '';
  };
  const wrong: [string, string][] = [
    [
      'socks5://me:canary@host:1080',
      'begins with socks5://; only proxies of http:// and https:// are supported: name an HTTP',
    ],
    ['SOCKS://me:canary@host', 'begins with socks://'],
    ['http://me:canary@host:port', 'is not a URL; write http://host:port'],
    ['http://me:canary@host:3128/proxy.pac', 'has more than host and port'],
    ['http://me:canary@', 'is not a URL'],
    ['http://me:canary@a b', 'is not a URL'],
  ];
  for (const variable of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])
    for (const [address, said] of wrong) {
      expect(fault(variable, address)).toContain(`${variable} ${said}`);
      expect(fault(variable, address)).not.toContain('canary');
    }
});
