/** Values of a request that nobody looks at by the words about them: they are no credentials of a draft. */
import { expect, test } from '@playwright/test';
import { atPointer, isObject } from '../../../src/formats/json.ts';
import { table } from '../../support/draft.ts';
import { answer, drafted, head } from '../../support/refusals-drafted.ts';

/** What the draft does with `client_id`, of which a page says this: sends it, replaces it by another, asks about it. */
async function handled(words: string, required: string) {
  const rows = [
    'client_secret | string | yes | Secret of the client',
    'grant_type | string | yes | `client_credentials`',
    `client_id | string | ${required} | ${words}`,
  ];
  const page = `${head}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}## Errors\n\n${table('HTTP | Meaning', '401 | Unknown client or wrong secret')}`;
  const { files, clauses } = await drafted(page);
  const contract = files['contracts/x/contract.yaml'] ?? {};
  const body = atPointer(contract, '/control/body');
  const rowsOf = Array.isArray(clauses) ? clauses.filter(isObject).map((one) => one['id']) : [];
  return {
    sent: isObject(body) && 'client_id' in body,
    known: rowsOf.includes('x-client-id-known'),
    asked: JSON.stringify(contract['x-todo'] ?? '').includes('whether another client_id'),
  };
}

test('a value that is retired, ignored or taken from elsewhere is not sent where it may be left out', async () => {
  for (const words of [
    'Deprecated',
    'Deprecated. Taken from the assertion.',
    'The id. Taken from the certificate.',
    'This field is ignored.',
    'No longer used',
    'Tidak digunakan lagi sejak versi 2.2',
  ])
    expect(await handled(words, ' '), words).toEqual({ sent: false, known: false, asked: false });
});

test('one that is so at times alone is sent and asked about', async () => {
  for (const words of ['Ignored if a certificate is used.', 'Taken from the certificate unless it is sent.'])
    expect(await handled(words, 'yes'), words).toEqual({ sent: true, known: false, asked: true });
});

test('one that the client takes from somewhere is a credential', async () => {
  for (const words of ['Taken from the developer console', 'Id of the client', 'Never shared with others'])
    expect((await handled(words, 'yes')).known, words).toBe(true);
});

test('no request breaks what nobody reads, and what may be left out is no demand of one', async () => {
  const of = async (words: string, required = ' ') => {
    const rows = ['client_secret | string | yes | Secret', `otp | string(6) | ${required} | ${words}`];
    const page = `${head}## Request body (\`application/json\`)\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}`;
    const { files } = await drafted(page);
    return atPointer(files['contracts/x/request.schema.yaml'] ?? {}, '/properties/otp/x-clause') !== undefined;
  };
  for (const words of ['Not read since 1.4.', 'Deprecated', 'Ignored', 'Code. Ignored unless channel is WEB.'])
    expect(await of(words, 'no'), words).toBe(false);
  expect(await of('No longer read.')).toBe(false);
  for (const words of ['The code', 'The code, not read aloud', 'Of the values `b` is deprecated'])
    expect(await of(words, 'no'), words).toBe(true);
});

test('a header that nobody reads is not missed', async () => {
  const of = async (words: string, required: string) => {
    const rows = [`X-Trace | string | ${required} | ${words}`];
    const { headers } = await drafted(
      `${head}## Headers\n\n${table('Name | Type | Mandatory | Description', ...rows)}${answer}`,
    );
    return JSON.stringify(headers ?? '').includes('x-clause');
  };
  expect(await of('Not read since 1.4.', ' ')).toBe(false);
  expect(await of('Name of the machine', ' ')).toBe(true);
});
