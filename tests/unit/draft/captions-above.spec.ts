/** Captions of statuses above the headings of their answers: what is below each of these is of that answer. */
import { expect, test } from '@playwright/test';
import { expectReadings, readDraft } from '../../support/draft.ts';

const cells = (name: string, said: string): string =>
  `<table><tbody><tr><td>${name}<div>required</div></td><td>string ${said}</td></tr></tbody></table>`;

const answer = (status: string, words: string, inner: string): string =>
  `<div><button><strong>${status}</strong><div><p>${words}</p></div></button><div>${inner}</div></div>`;

const schema = (inner: string): string => `<h5>Response Schema: <span>application/json</span></h5>${inner}`;

const page = (answers: string): string =>
  `<html><body><h1>Acme</h1><h2>Request a token</h2><p>POST https://a.test/token</p>
<h5>Request Body schema: <span>application/json</span></h5>${cells('shop', '')}
<h3>Responses</h3>${answers}</body></html>`;

const told = [
  answer('200', 'Token issued', schema(cells('access_token', '&lt;= 20 characters'))),
  answer('400', 'A parameter is missing', schema(cells('error', ''))),
  answer('401', 'Unknown client', ''),
];

test('the headings of an answer stand below the caption of its status, wherever they are in the outline', async () => {
  const { facts } = await readDraft(page(told.join('\n')), 'html');
  expect(facts).toMatchObject({
    ...{ '200 /access_token required': true, '200 /access_token maxLength': 20, '400 /error required': true },
    ...{ '401 status': true },
  });
  expect(facts).not.toHaveProperty(['200 /error required']);
  expect(facts).not.toHaveProperty(['401 /error required']);
});

test('a heading of another topic ends the answers', async () => {
  await expectReadings([
    {
      what: 'a heading of refusals beside the caption of the grant',
      page: '# Token\n\nPOST https://a.test/token\n\n### Responses\n\n**200**\n\n| Field | Type | Required |\n|---|---|---|\n| access_token | string | yes |\n\n#### Errors\n\n| Field | Type | Required |\n|---|---|---|\n| error | string | yes |\n',
      facts: { '200 /access_token required': true },
      none: ['200 /error required'],
    },
    {
      what: 'the request behind an answer',
      page: '# Token\n\nPOST https://a.test/token\n\n**200**\n\n| Field | Type | Required |\n|---|---|---|\n| access_token | string | yes |\n\n## Request Body\n\n| Field | Type | Required |\n|---|---|---|\n| shop | string | yes |\n',
      facts: { '200 /access_token required': true, 'request /shop required': true },
      none: ['200 /shop required'],
    },
  ]);
});
