/** Questions about authentication that say of a page what it says, and not more. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const basic = '| Authorization | string | Yes | `Basic {base64(user:password)}` |\n';
const page = (rows: string, more = ''): string =>
  `${endpoint}${more}\n\n## Headers\n\n| Name | Type | Mandatory | Description |\n|---|---|---|---|\n${basic}${rows}\n`;
const silent = ['a signature'];

test('what says how a signature is made, and a nonce beside Basic, are no signature', async () => {
  await expectReadings([
    { what: 'a version', page: page('| X-Signature-Version | string | No | Ignored since 2.5 |\n'), silent },
    { what: 'an algorithm', page: page('| Signature-Algorithm | string | No | Not read |\n'), silent },
    {
      what: 'a nonce, with words about Basic',
      page: page('', 'The key and the secret of your project are HTTP Basic credentials of a kind.').concat(
        `\n## Body\n\n${table('Name | Type | Mandatory | Description', 'nonce | string | Yes | A random string')}`,
      ),
      silent,
      asked: ['the value of nonce'],
    },
    { what: 'a signature', page: page('| X-Signature | string | Yes | Of the request |\n'), asked: silent },
  ]);
});

test('what is sent with Basic is sent so by every request', async () => {
  for (const words of [
    'The user name and password of an API user, sent with HTTP Basic, say which user is calling.',
    'Both are sent by HTTP Basic.',
    'Nama dan sandi dikirim dengan HTTP Basic.',
  ])
    await expectReadings([{ what: words, page: page('', words), silent: ['HTTP Basic for some requests'] }]);
  await expectReadings([
    {
      what: 'for some',
      page: page('', 'HTTP Basic is used only for old clients.'),
      asked: ['HTTP Basic for some requests'],
    },
  ]);
});

test('words by which one thing alone shows who asks are asked beside another', async () => {
  for (const words of [
    'Use the partner key header alone for this call.',
    'Only the partner key is sent with this request.',
    'Kirim kunci mitra saja.',
    'Hanya header X-Key dipakai untuk permintaan ini.',
  ])
    await expectReadings([{ what: words, page: page('', words), asked: [`in words "${words}"`, 'beside basic'] }]);
  const others = ['Send the key over HTTPS only.', 'Send your API key in the header.', 'The key alone is not enough.'];
  for (const words of others) await expectReadings([{ what: words, page: page('', words), silent: ['in words'] }]);
});

test('headers of a transaction of BI SNAP are none of a request for a token', async () => {
  const headers = table('Name | Type | Mandatory', 'X-TIMESTAMP | string | Yes', 'X-PARTNER-ID | string | No');
  const of = async (path: string): Promise<string> =>
    (
      await readDraft(
        `# Token\n\nPOST https://a.test/${path}\n\n## Headers\n\n${headers}\nThe request is signed by RSA.\n`,
      )
    ).asked;
  expect(await of('snap/v1.0/access-token/b2b')).not.toContain('as a transaction of BI SNAP');
  expect(await of('login')).toContain('as a transaction of BI SNAP');
});
