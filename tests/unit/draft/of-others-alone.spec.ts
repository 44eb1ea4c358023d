/** Fields of other operations beside those of the request for a token: of lists, and of what a cell names. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const head = 'Name | Type | Mandatory | Description';
const own = `${endpoint}## Request body\n\n${table(head, 'shop | string | Y | Shop')}`;
const answer = `## Response\n\n${table(head, 'token | string | Y | Token')}`;

test('a field that is of other operations alone is left out, and asked', async () => {
  for (const words of [
    'Of lists only',
    'Only for list operations.',
    'Only for `GET /accounts`',
    'Hanya untuk daftar',
    'Only sent with refunds. Up to 9 characters',
  ])
    await expectReadings([
      {
        what: words,
        page: `${endpoint}## Request body\n\n${table(head, 'shop | string | Y | Shop', `page | string | N | ${words}`)}${answer}`,
        facts: { 'request /shop required': true },
        none: ['request /page type', 'request /page maxLength'],
        asked: ['page (Request body, page) "'],
      },
    ]);
});

test('a field that is so of the token request, or of some of these, stays', async () => {
  for (const words of [
    'Only for `POST /token`',
    'Only for login',
    'Only for platforms',
    'For lists and tokens',
    'Only digits',
  ])
    await expectReadings([
      {
        what: words,
        page: `${endpoint}## Request body\n\n${table(head, 'shop | string | Y | Shop', `page | string | N | ${words}`)}${answer}`,
        facts: { 'request /page type': 'string' },
        silent: ['which the page gives to other operations alone'],
      },
      {
        what: `mandatory: ${words}`,
        page: `${endpoint}## Request body\n\n${table(head, 'shop | string | Y | Shop', 'page | string | Y | Only for refunds')}${answer}`,
        none: ['request /page required'],
        asked: ['whether page is mandatory'],
      },
    ]);
});

test('a section about the pages of lists is of another operation', async () => {
  for (const title of ['Paging', 'Pagination', 'Sorting', 'Paginasi'])
    await expectReadings([
      {
        what: title,
        page: `${own}${answer}## ${title}\n\n${table('Query | Type | Mandatory', 'pageMark | string | N')}`,
        facts: { 'request /shop required': true },
        none: ['request query pageMark type'],
        asked: [`"${title}"`],
      },
    ]);
});
