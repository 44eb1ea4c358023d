import { expect, test } from '@playwright/test';
import { pathShared, pathTwice } from '../../../src/target/address.ts';

test('an address that ends with the path of an operation is known, and one that only resembles it is not', () => {
  const paths = ['/oauth/token', '/sites/{siteId}/customers', '/balance', '/{id}/{other}', '/'];
  const rows: [baseUrl: string, twice: string | null][] = [
    ['https://host.example/oauth/token', '/oauth/token'],
    ['https://host.example/v1/oauth/token/', '/oauth/token'],
    ['https://host.example/v1/sites/7/customers', '/sites/{siteId}/customers'],
    ['https://host.example', null],
    ['https://host.example/oauth', null],
    ['https://host.example/my-oauth/token', null],
    ['https://host.example/oauth/token/v1', null],
    // A gateway may well have a product of this name.
    ['https://host.example/balance', null],
    ['https://host.example/a/b', null],
  ];
  for (const [baseUrl, twice] of rows) expect(pathTwice(baseUrl, paths), baseUrl).toBe(twice);
  expect(pathTwice('https://host.example/v1/token', ['/token'])).toBe('/token');
});

test('of an address, what the path of an operation begins with is found at its end alone', () => {
  const rows: [baseUrl: string, shared: string][] = [
    ['https://host.example/pg/v1.0/access-token/', '/v1.0/access-token'],
    ['https://host.example/v1.0', '/v1.0'],
    ['https://host.example/v1.0/pg', ''],
    ['https://host.example/b2b', ''],
    ['https://host.example', ''],
  ];
  for (const [baseUrl, shared] of rows) expect(pathShared(baseUrl, '/v1.0/access-token/b2b'), baseUrl).toBe(shared);
});
