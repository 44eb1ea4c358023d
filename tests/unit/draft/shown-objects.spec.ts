/** Tables that are called by an object which no table names, and which the sample beside them shows. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const fields = table('Field | Type | Mandatory', 'accessToken | string | yes', 'expires | integer | yes');
const sample = (body: unknown): string => `\`\`\`json\n${JSON.stringify(body)}\n\`\`\`\n`;
const page = (caption: string, body: unknown): string => `${endpoint}## ${caption}\n\n${fields}${sample(body)}`;
const inData = { code: 'S', data: { accessToken: 'a', expires: 9 } };

test('the members of an object that the caption names and the sample holds lie below it', async () => {
  await expectReadings([
    ...['Response `data`', 'Response data', 'Data of the response', 'Response: isi data'].map((caption) => ({
      what: caption,
      page: page(caption, inData),
      facts: { '200 /data/accessToken required': true, '200 /data/expires type': 'integer' },
      none: ['200 /accessToken required'],
    })),
    {
      what: 'an object within another',
      page: page('Response grant', { data: { grant: inData.data } }),
      facts: { '200 /data/grant/accessToken required': true },
    },
    {
      what: 'of a request',
      page: `${endpoint}## Request data\n\n${table('Field | Type | Mandatory', 'shop | string | yes')}${sample({ data: { shop: 'a' } })}`,
      facts: { 'request /data/shop required': true },
    },
    {
      what: 'a caption that names nothing of the sample, which shows all of them in one object',
      page: page('Response', inData),
      facts: { '200 /data/accessToken required': true },
      none: ['200 /accessToken required'],
    },
    {
      what: 'members that stand at the top as well',
      page: page('Response data', { ...inData, accessToken: 'a' }),
      facts: { '200 /accessToken required': true },
    },
    {
      what: 'an object that holds only some of them',
      page: page('Response data', { data: { accessToken: 'a' }, expires: 9 }),
      facts: { '200 /accessToken required': true },
      none: ['200 /data/expires required'],
    },
  ]);
});
