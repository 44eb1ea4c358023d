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
