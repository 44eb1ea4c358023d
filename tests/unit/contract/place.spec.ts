import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { placeUrl } from '../../../src/contract/place.ts';
import { providerPage } from '../../../src/docs/provider-page.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf } from '../../../src/target/meta.ts';

const page = { key: 'page', title: 'Page', url: 'https://docs.example/token', read: '2026-11-23', named: true };
const clause = { source: page, at: 'Response, data.expires_in', request: null };

for (const [title, given, fragment] of [
  ['the last name of its place', {}, ':~:text=expires_in'],
  ['the heading of a table row', { at: 'Body Response, row 5' }, ':~:text=Body%20Response'],
  ['the member it judges', { parameters: { at: '/data/token_type' } }, ':~:text=token_type'],
  ['the header it breaks', { request: { part: 'header', name: 'X-KEY', ways: [], deep: [] } }, ':~:text=X%2DKEY'],
  ['the words given', { find: 'Sample Response', parameters: { at: '/a' } }, ':~:text=Sample%20Response'],
  [
    "the section's own anchor in an RFC",
    { source: { ...page, url: 'https://rfc.example/rfc/rfc9110' }, at: 'section 5.3' },
    'section-5.3',
  ],
] as const) {
  test(`a clause is linked by ${title}`, () => {
    expect(placeUrl({ ...clause, ...given } as Parameters<typeof placeUrl>[0]).split('#')[1]).toBe(fragment);
  });
}

test('every clause of every contract leads to a place, in the report and in the docs', () => {
  for (const contract of Object.values(contracts)) {
    const urls = metaOf(contract, loadEnvironment('mock', contracts)).clauses.map(({ url }) => url);
    expect(urls.filter((url) => !/#(?:.*:~:text=.|section-\d)/.test(url))).toEqual([]);
    const docs = providerPage(contract);
    expect(urls.filter((url) => !docs.includes(`](${url})`))).toEqual([]);
  }
  const url = metaOf(contractNamed('finnet'), loadEnvironment('mock', contracts)).clauses.find(
    ({ id }) => id === 'finnet-token-ends',
  )?.url;
  expect(url).toMatch(/:~:text=expiresIn$/);
});
