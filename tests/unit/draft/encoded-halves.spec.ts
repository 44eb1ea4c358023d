import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const step = '### Step 1: Get App ID and App Secret\n\n';
const pair = (head: string): string =>
  table(
    head,
    '`AppID` | String | Yes | As obtained from the portal',
    '`AppSecret` | String | Yes | As obtained from the portal',
  );
const rows = pair('Parameter | Type | Required | Description');
const encode = '### Step 2: Encode them in Base 64\n\nStructure:\n`appID`:`appSecret`\n\n';
const headers =
  '### Step 3: Headers\n\n| Header | Value |\n|---|---|\n| Authorization | Basic YWJjOmRlZmdoaWprbG1ub3A= |\n\n';
const body = '## Request Body\n\n| Name | Type | Required |\n|---|---|---|\n| `kind` | String | Yes |\n\n';

test('the two that Basic encodes are no members of the body', async () => {
  await expectReadings([
    {
      what: 'a table of the two, and how they are encoded',
      page: `${endpoint}${step}${rows}${encode}${headers}${body}`,
      facts: { security: 'basic', 'request /kind required': true },
      none: ['request /AppID required', 'request /AppSecret required', 'request /AppID type'],
      silent: ['AppSecret in the body'],
    },
    {
      what: 'a list of the two, and how they are encoded in one line',
      page: `${endpoint}${step}- \`AppID\` (string, required): of the portal\n- \`AppSecret\` (string, required): of the portal\n\n### Step 2\n\nSend base64(AppID:AppSecret) as Basic.\n\n${headers}${body}`,
      none: ['request /AppID required', 'request /AppSecret required'],
    },
    {
      what: 'nothing says that they are encoded',
      page: `${endpoint}${step}${rows}${headers}${body}`,
      asked: ['AppSecret in the body'],
    },
    {
      what: 'the body has them as well',
      page: `${endpoint}## Request Body\n\n${rows}${encode}${headers}`,
      facts: { 'request /AppID required': true },
      asked: ['AppSecret in the body'],
    },
    {
      what: 'others are encoded',
      page: `${endpoint}${step}${rows}${encode.replace('appID', 'merchantID')}${headers}${body}`,
      asked: ['AppSecret in the body'],
    },
    {
      what: 'they are encoded for a member, and not for Basic',
      page: `${endpoint}${step}${rows}${encode}${body}`,
      facts: { 'request /AppID required': true },
    },
  ]);
});
