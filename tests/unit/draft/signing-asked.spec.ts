/** How a request is signed that has a path of BI SNAP alone: it is asked where the page says nothing of it, and once. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const page = (signature: string, more = '', time = 'Time of the request'): string =>
  `# Token\n\nPOST https://a.test/v1.0/access-token/b2b\n\n${more}## Headers\n\n${table(
    'Header | Type | Mandatory | Description',
    `X-TIMESTAMP | String | M | ${time}`,
    'X-CLIENT-KEY | String | M | Client id',
    `X-SIGNATURE | String | M | ${signature}`,
  )}`;

/** The questions about the signature and about the form of its time. */
async function asked(text: string): Promise<[number, number]> {
  const all = (await readDraft(text)).asked.split('\n');
  const of = (words: string): number => all.filter((what) => what.startsWith(words)).length;
  return [of('whether X-SIGNATURE'), of('in which form X-TIMESTAMP')];
}

test('a path of the standard says nothing of a signature: it is one question, with the form of the time', async () => {
  for (const words of ['Tanda tangan asimetris', 'Signature', 'Asymmetric signature', 'Signed with your private key'])
    expect(await asked(page(words)), words).toEqual([1, 0]);
  // An algorithm alone does not say what is signed, and what is signed says nothing of the algorithm.
  expect(await asked(page('SHA256withRSA'))).toEqual([1, 0]);
  expect(await asked(page('Signature of client key and timestamp'))).toEqual([1, 0]);
  expect(await asked(page('Signature', '', 'Format yyyy-MM-ddTHH:mm:ssTZD'))).toEqual([1, 0]);
});

test('words about algorithm and text, or the name of the standard, leave the time alone or nothing to ask', async () => {
  for (const words of ['RSA over key and moment, in Base64', 'SHA256withRSA of X-CLIENT-KEY\\|X-TIMESTAMP'])
    expect(await asked(page(words)), words).toEqual([0, 1]);
  expect(await asked(page('Signature', 'The request follows BI SNAP.\n\n'))).toEqual([0, 0]);
});

test('what a page that names the standard leaves to it is one question, and nothing where it says all of it', async () => {
  const named = 'The request follows BI SNAP.\n\n';
  const left = async (signature: string, time: string): Promise<string> =>
    (await readDraft(page(signature, named, time))).asked
      .split('\n')
      .filter((what) => what.startsWith('whether the provider follows BI SNAP'))
      .map((what) => what.replace(/^.*does not say: |; the page names.*$/g, ''))
      .join('\n');
  const form = 'ISO 8601 with offset, yyyy-MM-ddTHH:mm:ssTZD';
  const whole = 'SHA256withRSA of X-CLIENT-KEY\\|X-TIMESTAMP, in Base64';
  expect(await left(whole, form)).toBe('');
  expect(await left(whole, 'Time of the request')).toBe('in which form X-TIMESTAMP is');
  expect(await left(whole, 'ISO 8601')).toBe('whether X-TIMESTAMP needs an offset');
  expect(await left(whole.replace(', in Base64', ''), form)).toBe('how the signature is written');
  expect(await left('Asymmetric signature', 'Time of the request')).toBe(
    'what is signed, by which algorithm, how the signature is written, in which form X-TIMESTAMP is',
  );
});

/** What is asked of the signature, its form and the form of its time. */
const askedOfAll = async (text: string, format?: 'openapi'): Promise<string[]> =>
  (await readDraft(text, format)).asked
    .split('\n')
    .filter((what) =>
      /^how X-SIGNATURE|^whether X-SIGNATURE \(|^whether the provider follows BI SNAP|X-TIMESTAMP is/.test(what),
    );

const whole = 'SHA256withRSA of X-CLIENT-KEY\\|X-TIMESTAMP, in Base64';

test('a signature that is that of BI SNAP is no other one, whatever else its words say', async () => {
  const named = 'The request follows BI SNAP.\n\n';
  const time = 'ISO 8601 with offset, yyyy-MM-ddTHH:mm:ssTZD';
  for (const words of [
    `Mandatory. ${whole}`,
    `${whole} (bukan heksadesimal)`,
    `${whole}, not hexadecimal`,
    'Wajib. SHA256withRSA(PrivateKey, StringToSign), StringToSign = X-CLIENT-KEY + "\\|" + X-TIMESTAMP, disandikan dengan Base64, bukan dalam hex',
  ])
    expect.soft(await askedOfAll(page(words, named, time)), words).toEqual([]);
  const [unread = '', ...more] = await askedOfAll(page(`${whole} of the vault`, named, time));
  expect(unread).toContain('not all words of the page about it were understood');
  expect(more).toEqual([]);
  expect((await askedOfAll(page('Base64 of HMAC-SHA512', named, time))).join()).not.toContain('not all words');
});

test('the form of every time is that of the time that is signed', async () => {
  for (const words of [
    'Format waktu mengikuti ISO 8601, `yyyy-MM-ddTHH:mm:ssTZD`.',
    '1.5 Format waktu: ISO-8601 dengan zona waktu, yyyy-MM-ddTHH:mm:ssTZD, contoh 2025-04-01T09:30:00+07:00.',
    'Format tanggal dan waktu adalah yyyy-MM-ddTHH:mm:ssTZD.',
    'All times are in ISO 8601 with offset, as yyyy-MM-ddTHH:mm:ssTZD.',
    'Date/time format: ISO 8601 with time zone, yyyy-MM-ddTHH:mm:ssXXX.',
  ])
    for (const above of [`## Terms\n\n${words}\n\n`, `## Terms\n\nThe request follows BI SNAP.\n\n- ${words}\n\n`])
      expect.soft(await askedOfAll(page(whole, above, 'See the terms')), above).toEqual([]);
});

test('a script that runs before the request of a collection says how it is signed', async () => {
  const collection = (...exec: string[]): string =>
    JSON.stringify({
      info: { name: 'SNAP BI', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'Get Token B2B',
          event: [{ listen: 'prerequest', script: { exec } }],
          request: {
            ...{ method: 'POST', url: 'https://a.test/v1.0/access-token/b2b' },
            header: [
              { key: 'X-TIMESTAMP', value: '{{ts}}', description: 'Mandatory. ISO 8601 with offset' },
              { key: 'X-CLIENT-KEY', value: '{{key}}', description: 'Mandatory' },
              { key: 'X-SIGNATURE', value: '{{signature}}', description: 'Mandatory. Base64' },
            ],
            body: { mode: 'raw', raw: '{"grantType": "client_credentials"}' },
          },
          response: [{ name: 'ok', code: 200, header: [], body: '{"accessToken": "t"}' }],
        },
      ],
    });
  const alg = "const sig = new pmlib.rs.KJUR.crypto.Signature({ alg: 'SHA256withRSA' });";
  const lines = [
    "const t = moment().format('YYYY-MM-DDTHH:mm:ssZ');",
    "pm.environment.set('timestamp', t);",
    "const stringToSign = pm.environment.get('clientKey') + '|' + t;",
    alg,
    "pm.environment.set('signature', pmlib.rs.hextob64(sig.signString(stringToSign)));",
  ];
  expect(await askedOfAll(collection(...lines), 'openapi')).toEqual([]);
  const [left = ''] = await askedOfAll(collection('// signs'), 'openapi');
  expect(left).toContain('what is signed, by which algorithm');
  const [other = ''] = await askedOfAll(
    collection(...lines.join('\n').replace('SHA256', 'SHA512').split('\n')),
    'openapi',
  );
  expect(other).toContain('how X-SIGNATURE');
});
