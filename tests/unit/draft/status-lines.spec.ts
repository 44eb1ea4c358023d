/** Statuses of a copied page that stand alone on a line above their words. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const page = (...lines: string[]): string =>
  `Get a token\npost\nhttps://a.test/token\n\nBody Params\nshop_key\nstring\nrequired\nKey of the shop\n\n${lines.join('\n')}\n`;
const granted = ['Response body', 'object', 'ticket', 'string', 'required', 'The ticket', ''];

test('a status alone above its words heads what is below it', async () => {
  await expectReadings([
    {
      what: 'below a caption of answers',
      page: page('Responses', '', '200', 'Ticket issued', '', ...granted, '401', 'shop_key is unknown', ''),
      facts: { '200 /ticket required': true, '401 status': true },
      silent: ['which status the answer has', 'whether, and when'],
    },
    {
      what: 'with the date of the page behind it',
      page: page('Responses', '', '200', 'Ticket issued', '', '403', 'shop_key is unknown', '', 'Updated 4 months ago'),
      facts: { '200 status': true, '403 status': true },
      silent: ['whether, and when'],
    },
    {
      what: 'words that are not understood',
      page: page('Responses', '', '200', 'Ticket issued', '', '403', 'The moon is full', ''),
      none: ['403 status'],
      asked: ['The moon is full'],
    },
    {
      what: 'below another caption',
      page: page('Limits', '', '403', 'shop_key is unknown', ''),
      none: ['403 status'],
    },
    {
      what: 'behind other words',
      page: page('Responses', '', 'Most of them', '403', 'shop_key is unknown', ''),
      none: ['403 status'],
    },
    {
      what: 'with more than one line of words',
      page: page('Responses', '', '403', 'shops in a street', 'and none elsewhere', ''),
      none: ['403 status'],
    },
  ]);
});
