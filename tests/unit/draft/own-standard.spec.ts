/** A standard that the page names for another operation alone is none of the request for a token. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint } from '../../support/draft.ts';

const standardOf = async (text: string, format: 'markdown' | 'openapi' = 'markdown'): Promise<string | undefined> =>
  (await factsOf({ text, format, base: 'page' }, format === 'openapi' ? { operation: 'POST /token' } : {})).isOauth;

const described = (ofPage: string, ofToken: string, ofOther: string): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'A', version: '1', description: ofPage },
    paths: {
      '/token': { post: { description: ofToken, responses: { 200: { description: 'Good' } } } },
      '/check': { post: { description: ofOther, responses: { 200: { description: 'Good' } } } },
    },
  });

test('the words of another operation of a description name no standard', async () => {
  const words = 'Checks whether the given OAuth token is valid';
  expect(await standardOf(described('', 'Issues a token', words), 'openapi')).toBeUndefined();
  expect(await standardOf(described('', 'Issues a token of OAuth 2.0', 'Checks one'), 'openapi')).toBe('words');
  expect(await standardOf(described('We speak OAuth 2.0.', 'Issues a token', 'Checks one'), 'openapi')).toBe('words');
});

test('nor do those of a page, unless they are about all or about the token', async () => {
  const page = (first: string, own: string, other: string): string =>
    `# API\n\n${first}\n\n## Token\n\nPOST https://a.test/token\n\n${own}\n\n## Check a token\n\nPOST https://a.test/check\n\n${other}\n`;
  const words = 'Says whether the given OAuth token is valid.';
  expect(await standardOf(page('', 'Issues a token.', words))).toBeUndefined();
  expect(await standardOf(page('', 'Menerbitkan token.', 'Memeriksa token OAuth 2.0.'))).toBeUndefined();
  expect(await standardOf(page('We speak OAuth 2.0.', 'Issues a token.', 'Checks one.'))).toBe('words');
  expect(await standardOf(page('', 'Issues a token of OAuth 2.0.', 'Checks one.'))).toBe('words');
  expect(await standardOf(`${endpoint}## OAuth 2.0\n\nIssues a token.\n`)).toBe('words');
});
