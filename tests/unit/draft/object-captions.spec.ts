/** Copied pages: members below the caption of their object, and numbers that are values and no lengths. */
import { test } from '@playwright/test';
import { endpoint, expectReadings } from '../../support/draft.ts';

const page = (caption: string, end: string, field = 'additionalInfo', type = 'object') =>
  `Get Access Token\n\nPOST https://a.test/token\n\nBody Params\ngrantType\nstring\nRequired\n${field}\n${type}\n${caption}\nstoreId\nstring\nlength ≤ 15\nfor more than one store\n${end}`;
const more = 'locale\nstring\n';

test('members below the caption of their object are within it, and asked about where nothing ends them', async () => {
  const facts = { 'request /grantType required': true, 'request /additionalInfo/storeId maxLength': 15 };
  const none = ['request /storeId type', 'request /additionalInfo/locale type'];
  await expectReadings([
    ...['ADDITIONALINFO OBJECT', 'additionalInfo object', 'Objek additionalInfo'].map((caption) => ({
      what: caption,
      page: page(caption, `Show less\n${more}`),
      facts: { ...facts, 'request /locale type': 'string' },
      none,
    })),
    {
      what: 'folded in Indonesian',
      page: page('ADDITIONALINFO OBJECT', `Sembunyikan\n${more}`),
      facts: { ...facts, 'request /locale type': 'string' },
      none,
    },
    {
      what: 'nothing ends it',
      page: page('ADDITIONALINFO OBJECT', more),
      facts,
      asked: ['the other 1 items of the list'],
      none: ['request /storeId type', 'request /locale type', 'request /additionalInfo/locale type'],
    },
    {
      what: 'a list',
      page: page('STORES ARRAY', `Show less\n${more}`, 'stores', 'array of objects'),
      facts: { 'request /stores/*/storeId maxLength': 15, 'request /locale type': 'string' },
      none: ['request /storeId type'],
    },
  ]);
});

test('numbers that are values of a code are no lengths of it', async () => {
  const refused = (said: string) =>
    `${endpoint}Responses\n400\nBad Request\nRESPONSE BODY\nresponseCode\nstring\nRequired\n${said}\nresponseMessage\nstring\nRequired\nlength ≤ 150\n`;
  const none = ['400 /responseCode maxLength'];
  await expectReadings([
    ...['4007300, 4007301 or 4007302', '4017300', '4001, 4002 or 4003', '4007300, 4007301 atau 4007302'].map(
      (said) => ({
        what: said,
        page: refused(said),
        facts: { '400 /responseCode required': true, '400 /responseMessage maxLength': 150 },
        none,
        asked: [said.slice(-4)],
      }),
    ),
    { what: 'a length', page: refused('max 7'), facts: { '400 /responseCode maxLength': 7 } },
  ]);
});
