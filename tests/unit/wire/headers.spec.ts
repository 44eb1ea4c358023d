import { expect, test } from '@playwright/test';
import { cacheDirectives, challenges, list, mediaType } from '../../../src/wire/headers.ts';

test('a media type is read with its parameters, and nothing outside the grammar is', () => {
  expect(mediaType(['Application/JSON ; Charset="utf-8";; q=1'])).toEqual({
    type: 'application/json',
    parameters: { charset: 'utf-8', q: '1' },
  });
  expect(mediaType(['text/html; a="x;\\"charset=y"; charset=z'])?.parameters).toEqual({
    a: 'x;"charset=y',
    charset: 'z',
  });
  expect(mediaType(['application/json', 'application/json; charset=utf-8'])?.type).toBe('application/json');
  for (const lines of [[], [''], ['json'], ['application/'], ['application/json, text/html'], ['application/json x']])
    expect(mediaType(lines), JSON.stringify(lines)).toBeNull();
  expect(mediaType(['application/json', 'text/html'])).toBeNull();
});

test('WWW-Authenticate is a list of challenges, on one line or on several', () => {
  const schemes = (...lines: string[]): string[] | undefined => challenges(lines)?.map(({ scheme }) => scheme);
  expect(schemes('Basic realm="api, Bearer x"')).toEqual(['basic']);
  expect(schemes('Bearer realm="basic"')).toEqual(['bearer']);
  expect(schemes('X-Basic realm="api"')).toEqual(['x-basic']);
  expect(schemes('Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"')).toEqual([
    'newauth',
    'basic',
  ]);
  expect(schemes('Negotiate, NTLM abc==, Basic realm = "x"', 'Bearer')).toEqual([
    'negotiate',
    'ntlm',
    'basic',
    'bearer',
  ]);
  expect(challenges(['Bearer error="invalid_token", error_description="a \\\\ b"'])?.[0]?.parameters).toEqual({
    error: 'invalid_token',
    error_description: 'a \\ b',
  });
  expect(challenges(['NTLM abc=='])?.[0]?.token68).toBe('abc==');
  expect(challenges(['Basic , ,Bearer'])?.length).toBe(2);
  for (const line of ['Basic realm="open', 'Basic realm=api key', '"Basic"', 'realm="x"', 'Basic: realm=x'])
    expect(challenges([line]), line).toBeNull();
});

test('Cache-Control and Allow are lists', () => {
  expect([...(cacheDirectives(['No-Store, max-age="0"', 'private="set-cookie, x"']) ?? [])].sort()).toEqual([
    ['max-age', '0'],
    ['no-store', null],
    ['private', 'set-cookie, x'],
  ]);
  expect(cacheDirectives(['x-no-store'])?.has('no-store')).toBe(false);
  expect(cacheDirectives(['no-store private'])).toBeNull();
  expect(list(['GET, , POST', 'put'])).toEqual(['GET', 'POST', 'put']);
  expect(list(['POSTAL'])).not.toContain('POST');
  expect(list(['GET POST'])).toBeNull();
  expect(list([''])).toEqual([]);
});
