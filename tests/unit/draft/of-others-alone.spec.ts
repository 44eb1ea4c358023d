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

const sent = (cells: string, columns = 'Header | Required | Description'): string =>
  `${endpoint}## Headers\n\n${table(columns, columns.includes('Sent') ? 'X-Shop | every call | Yes | Shop' : 'X-Shop | Yes | Shop', cells)}${answer}`;

test('a header for calls that move money is none of the request for a token, mandatory or not', async () => {
  const when = 'Header | Sent with | Required | Description';
  for (const page of [
    sent('X-Once | Yes | For calls that move money. Up to 64 characters'),
    sent('X-Once | Yes | Unique key, for calls that move money'),
    sent('X-Once | No | Used for requests which transfer funds'),
    sent('X-Once | Yes | Sent with payment calls'),
    sent('X-Once | Yes | Hanya untuk panggilan yang memindahkan dana'),
    sent('X-Once | Yes | Untuk permintaan transfer'),
    sent('X-Once | Yes | For calls that create payments or refunds'),
    sent('X-Once | calls that move money | Yes | Up to 64 characters', when),
  ])
    await expectReadings([
      {
        what: page,
        page,
        facts: { 'request header X-SHOP required': true },
        none: ['request header X-ONCE required', 'request header X-ONCE type', 'request header X-ONCE maxLength'],
        asked: ['which the page gives to other operations alone: X-Once'],
        silent: ['whether X-Once is mandatory', 'the value of X-Once', 'X-Once are'],
      },
    ]);
});

test('a header that may be of the request for a token as well is left out by no word about money', async () => {
  for (const words of [
    'For calls that move money, and for token requests',
    'For calls that carry a body',
    'Not for calls that move money',
    'For all calls, also those that move money',
    'Optional for calls that move money',
    'Required for payment clients',
    'For payments and everything else',
  ])
    await expectReadings([
      {
        what: words,
        page: sent(`X-Once | Yes | ${words}`),
        facts: { 'request header X-SHOP required': true },
        silent: ['which the page gives to other operations alone'],
      },
    ]);
});

test('a column of calls says of which of them a header is, where each cell of it is read', async () => {
  const page = (one: string, other: string): string =>
    `${endpoint}## Headers\n\n${table('Header | Sent with | Required', 'X-Shop | every call | Yes', `X-Once | ${one} | Yes`, `X-Mark | ${other} | Yes`)}${answer}`;
  await expectReadings([
    {
      what: 'calls of others and of the token',
      page: page('every call except the token', 'token'),
      facts: { 'request header X-SHOP required': true, 'request header X-MARK required': true },
      none: ['request header X-ONCE required'],
      silent: ['Sent with', 'X-Once'],
    },
    {
      what: 'a cell that is not understood',
      page: page('every call except the token', 'some calls'),
      asked: ['what the columns "Sent with"'],
    },
    {
      what: 'calls of every kind alone',
      page: page('all calls', 'every request'),
      asked: ['what the columns "Sent with"'],
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
