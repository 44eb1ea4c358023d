/** Pages that are read through a proxy, or through one that does not let them through. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { newFolder } from '../../support/folders.ts';
import { connectProxy, rawServer } from '../../support/network.ts';

const page = 'https://provider.test/docs';
const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'];

/** Why a page is not read in a folder whose `.env` names a proxy; a child of this process would inherit its variables. */
async function faultThrough(address: string, patience?: number): Promise<string> {
  const before = { ...process.env };
  const folder = process.cwd();
  const work = newFolder('page-proxy');
  writeFileSync(join(work, '.env'), `HTTPS_PROXY=${address}\n`);
  try {
    process.chdir(work);
    for (const name of names) delete process.env[name];
    await readPage(page, patience);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    process.chdir(folder);
    Object.assign(process.env, before);
  }
}

test('the proxy of .env is asked for a page, and what it refuses is said as a run says it', async () => {
  const proxy = await connectProxy('user:other');
  const address = `http://user:secret-canary@${proxy.address}`;
  const said: [number, string][] = [
    [407, 'the proxy'],
    [502, 'the proxy could not open a way to the provider (502)'],
    [403, 'the proxy does not let the request through (403)'],
  ];
  for (const [status, words] of said) {
    proxy.refuse(status);
    const fault = await faultThrough(address);
    expect(fault).toContain(`${page} cannot be read`);
    expect(fault).toContain(words);
    expect(fault).toContain(`(${status})`);
    expect(fault).not.toContain('canary');
  }
  proxy.close();
  expect(proxy.asked).toEqual(['provider.test:443', 'provider.test:443', 'provider.test:443']);
});

test('a proxy that does not answer is named as what was waited for', async () => {
  const silent = await rawServer(() => undefined);
  const fault = await faultThrough(`http://127.0.0.1:${silent.port}`, 300);
  await silent.close();
  expect(fault).toContain('the proxy opened no way to the provider within 0.3 s');
});
