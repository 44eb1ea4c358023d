/** What people write in few words beside the parameters of a collection: that a value is fixed, and which there are. */
import { expect, test } from '@playwright/test';
import { readDraft } from '../../support/draft.ts';

const collection = (
  key: string,
  value: string,
  description: unknown,
  place: 'urlencoded' | 'header' | 'query' = 'urlencoded',
) => {
  const one = { key, value, description, type: 'text' };
  return JSON.stringify({
    info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name: 'Token',
        request: {
          method: 'POST',
          header: place === 'header' ? [one] : [],
          body: { mode: 'urlencoded', urlencoded: place === 'urlencoded' ? [one] : [{ key: 'a', value: 'b' }] },
          url: {
            raw: 'https://a.test/token',
            protocol: 'https',
            host: ['a', 'test'],
            path: ['token'],
            query: place === 'query' ? [one] : [],
          },
        },
        response: [{ name: 'ok', code: 200, body: '{"access_token":"a"}' }],
      },
    ],
  });
};
const read = async (...given: Parameters<typeof collection>) => readDraft(collection(...given), 'openapi');

test('a value that words call fixed is the only one', async () => {
  for (const words of ['required, fixed value', '(Required) fixed', 'Wajib, nilai tetap', 'Required. Constant']) {
    const { facts } = await read('grant_type', 'client_credentials', words);
    expect
      .soft(facts, words)
      .toMatchObject({ 'request /grant_type const': 'client_credentials', 'request /grant_type required': true });
  }
  // A value that is filled in, or that is secret, stays so.
  expect((await read('grant_type', '{{grant}}', 'required, fixed')).facts).not.toHaveProperty([
    'request /grant_type const',
  ]);
  expect((await read('client_secret', 's3cret', 'required, fixed')).facts).not.toHaveProperty([
    'request /client_secret const',
  ]);
});

test('values that words list and nothing else are all there are, where the one that is sent is among them', async () => {
  for (const [words, values, place] of [
    ['required. ais | pis | cof', ['ais', 'pis', 'cof'], 'urlencoded'],
    ['Opsional: ais / dry', ['ais', 'dry'], 'urlencoded'],
    ['Wajib; ais, pis atau cof', ['ais', 'pis', 'cof'], 'urlencoded'],
    ['required; ais or UK', ['ais', 'UK'], 'header'],
    ['Opsional, ais atau en', ['ais', 'en'], 'query'],
    ['ais/pis. Default pis', ['ais', 'pis'], 'urlencoded'],
  ] as const) {
    const { facts, asked } = await read('X-Product', 'ais', words, place);
    const key = {
      urlencoded: 'request /X-Product',
      header: 'request header X-PRODUCT',
      query: 'request query X-Product',
    }[place];
    expect.soft({ facts, asked }, words).toMatchObject({ facts: { [`${key} enum`]: values } });
    expect.soft(asked, words).not.toContain('values X-Product');
  }
  for (const words of ['required. Name / number', 'Kode reseller, maks 8 karakter', 'pis or a later one'])
    expect.soft((await read('product', 'ais', words)).facts, words).not.toHaveProperty(['request /product enum']);
});

test('the ends of a range are asked by the name of the parameter', async () => {
  for (const words of [
    'Opsional. 10 s.d. 240, bawaan 60',
    'optional; 10 to 240',
    'Opsional, 10-240 menit',
    'optional, 10..240',
  ])
    expect.soft((await read('lifetime', '60', words)).asked, words).toMatch(/lifetime.*"[^"]*240/);
  expect((await read('corridor', 'USD-IDR', 'two ISO 3166-1 codes, 3 to 7 letters')).asked).not.toContain(
    'which values corridor',
  );
  expect((await read('region', 'EU-1', 'optional, as in ISO 3166-1, 1 to 5')).asked).not.toContain(
    'which values region',
  );
});
