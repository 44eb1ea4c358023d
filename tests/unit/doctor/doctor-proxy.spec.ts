/** What the doctor says of the proxy that a target is reached through, or is not. */
import { expect, test } from '@playwright/test';
import { reach } from '../../../src/doctor/reach.ts';
import { proxyFor, whyNoProxy } from '../../../src/wire/proxy.ts';
import { deadPort, mockTarget } from '../../support/network.ts';

/** What the doctor says of an address, in lines. */
async function said(url: string, variables: Record<string, string>): Promise<string[]> {
  const target = { ...mockTarget(), proxy: proxyFor(url, variables) };
  const found = await reach(target, url, variables);
  return found.map(({ check, text, remedy }) => `${check} ${text}${remedy ? `; ${remedy}` : ''}`);
}

test('a host that NO_PROXY names by mistake is to be taken out of it', async () => {
  const variables = { HTTPS_PROXY: 'http://me:secret-canary@proxy.invalid:3128', NO_PROXY: 'invalid' };
  const lines = await said('https://nowhere.invalid', variables);
  expect(lines[0]).toBe('proxy none: NO_PROXY names the host');
  expect(lines[1]).toMatch(/^name nowhere\.invalid: .*or take the host out of NO_PROXY$/);
  expect(lines.join()).not.toMatch(/set HTTPS_PROXY|canary/);
});

test('without a proxy none is spoken of, and it is one remedy', async () => {
  const lines = await said('https://nowhere.invalid', {});
  expect(lines).toEqual([expect.stringMatching(/^name nowhere\.invalid: .*or set HTTPS_PROXY$/)]);
});

test('a proxy that is down is named once by its variable', async () => {
  const port = await deadPort();
  expect(await said('https://provider.test', { ALL_PROXY: `http://127.0.0.1:${port}` })).toEqual([
    `proxy 127.0.0.1:${port} by ALL_PROXY`,
    `connection the proxy 127.0.0.1:${port} cannot be reached (ECONNREFUSED); check ALL_PROXY and NO_PROXY`,
  ]);
});

test('plain HTTP and this machine use no proxy, and the reason is said', () => {
  const variables = { HTTPS_PROXY: 'proxy.invalid:3128' };
  expect(whyNoProxy('http://mock.internal', variables)).toBe('a proxy is used for https:// addresses only');
  expect(whyNoProxy('https://127.0.0.1', variables)).toBe('this machine is reached without one');
  expect(whyNoProxy('https://provider.test', variables)).toBeNull();
});
