/** What a copied page has beside its parameters: the pane of samples, and refusals whose words stand above their bodies. */
import { test } from '@playwright/test';
import { expectReadings } from '../../support/draft.ts';

const top =
  'Create Key\nPOST\nhttps://a.test/v4/keys\nCreates a token.\n\nHeaders\nX-Api-Secret\nstring\nrequired\nThe secret of your account.\n\nResponses\n\n201\nCreated\nRESPONSE BODY\nobject\ntoken\nstring\nrequired\nlength ≤ 96\n\n';
const pane = (label: string): string =>
  `LANGUAGE\nShell\nNode\nCREDENTIALS\nHEADER\nX-Api-Secret\n${label}\nhttps://a.test/v4/keys\nREQUEST\n1\ncurl --request POST \\\n2\n     --url https://a.test/v4/keys\n`;
const refused = (status: string): string =>
  `${status}\nRESPONSE BODY\nobject\ntype\nstring\ninvalid\narray of objects\n\n`;

test('the label of an address below a name is no type of it', async () => {
  await expectReadings([
    ...['URL', 'Request URL', 'URI', 'Alamat'].map((label) => ({
      what: label,
      page: `${top}401\nSecret missing or wrong\n\n${pane(label)}`,
      facts: { 'request header X-API-SECRET type': 'string' },
      none: ['request header X-API-SECRET format'],
    })),
    {
      what: 'a field whose type is an address, with an example',
      page: `${top.replace('Responses', 'Body Params\ncallback\nURL\nhttps://shop.test/back\n\nResponses')}`,
      facts: { 'request /callback format': 'uri' },
    },
  ]);
});

test('a refusal whose words are no reason of HTTP has the body below it', async () => {
  await expectReadings(
    [
      '400\nValidation problem',
      '400\nPermintaan tidak sah',
      '400 Validation problem',
      '400',
      '400\n\nValidation problem',
    ].map((status) => ({
      what: status,
      page: `${top}${refused(status)}401\nSecret missing or wrong\n\n`,
      facts: { '201 /token type': 'string', '401 status': true },
      none: ['201 /type type', '201 /invalid type'],
    })),
  );
});

test('values that stand apart below their label are those of the field above it', async () => {
  const accept = (label: string): string =>
    `accept\nstring\nenum\nFrom the types of the answer\n\n${label}\napplication/json\n\napplication/problem+json\n\nResponses`;
  await expectReadings(
    ['Allowed:', 'Possible values:', 'Nilai yang diizinkan:'].map((label) => ({
      what: label,
      page: `${top.replace('Responses', accept(label))}${pane('URL')}`,
      facts: { '201 /token type': 'string' },
      silent: ['the media type: application/json or', 'application/problem+json (Headers, text)'],
    })),
  );
});
